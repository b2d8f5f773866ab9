import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { symbolOf } from '#shared/kernel/units'
import { inForce } from '#shared/performance/baseline'
import type { History } from '#shared/performance/history'
import type { Indicator, IndicatorId } from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MonthsChart, YearsChart } from './HistoryCharts.tsx'
import { FactsForm, MethodForm } from './IndicatorForm.tsx'
import { openValue } from './open-value.ts'
import { ReferenceList } from './ReferenceList.tsx'
import { followed, useBaselines, useIndicators, useNames } from './use-performance.ts'

/** One indicator: its history, how it is computed, what it is compared with and what was concluded. */
export function IndicatorPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const go = useGo()
  const { year } = useScope()
  const [version, setVersion] = useState<number | null>(null)
  const asked = useIndicators()
  const indicator = asked.data?.find((each) => each.id === id)
  const history = useAsk(
    ['performance', 'history', id, year, version],
    () => api.performance.history({ id: id as IndicatorId, year, version }),
    { also: followed },
  )
  const baselines = useBaselines()
  const own = baselines.data?.find((each) => each.indicator === id && each.purpose === 'performance')
  const base = own ? inForce(own) : null
  if (!indicator)
    return (
      <PageFrame title={say('performance.indicators')} purpose={say('performance.indicators.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-indicator')}</p>}
      </PageFrame>
    )
  const shown = history.data
  const baseValue = base && base.unit === shown?.unit ? base.value : null
  return (
    <PageFrame
      title={indicator.name}
      purpose={`${say(`performance.level.${indicator.level}`)} · ${say(`performance.kind.${indicator.kind}`)}`}
      action={<Acts indicator={indicator} />}
    >
      <div className="record-page">
        <div className="performance-main">
          <TroubleNote trouble={history.error} />
          {indicator.versions.length > 1 && (
            <div className="performance-inline">
              <Select<number>
                aria-label={say('performance.version.by')}
                value={version ?? 0}
                style={{ minWidth: 320 }}
                options={[
                  { value: 0, label: say('performance.version.by-time') },
                  ...indicator.versions.map(({ number }) => ({
                    value: number,
                    label: say('performance.version.all-by', { version: number }),
                  })),
                ]}
                onChange={(chosen) => setVersion(chosen === 0 ? null : chosen)}
              />
            </div>
          )}
          {shown && <YearsChart indicator={indicator} history={shown} base={baseValue} />}
          {shown && <MonthsChart indicator={indicator} history={shown} base={baseValue} />}
          {baselines.data && baseValue === null && (
            <div className="performance-acts">
              <StateTag tone="info" text={say('performance.history.no-base')} />
              <Button type="link" onClick={() => go('/performance/baselines')}>
                {say('performance.baselines')}
              </Button>
            </div>
          )}
          <Versions indicator={indicator} />
          {shown && <ReferenceList indicator={indicator} history={shown} />}
          {shown && <Reviews indicator={indicator} history={shown} />}
        </div>
        <RecordSide record={`performance/indicator/${indicator.id}`} />
      </div>
    </PageFrame>
  )
}

function Acts({ indicator }: { readonly indicator: Indicator }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { id, name, retiredOn } = indicator
  const remove = useCommand(() => api.performance.removeIndicator({ id }))
  const retire = useCommand(
    () =>
      retiredOn === null ? api.performance.retireIndicator({ id }) : api.performance.resumeIndicator({ id }),
    {
      undo: () => ({
        done: { code: 'performance.indicator.saved', facts: { name } },
        undo: () =>
          retiredOn === null
            ? api.performance.resumeIndicator({ id })
            : api.performance.retireIndicator({ id }),
      }),
    },
  )
  if (!may('performance.enter')) return null
  return (
    <>
      <TroubleNote trouble={remove.trouble ?? retire.trouble} onClose={() => remove.forget()} />
      <Button onClick={() => void retire.run(undefined)}>
        {retiredOn === null ? say('performance.indicator.retire') : say('performance.indicator.resume')}
      </Button>
      <ConfirmAct
        label={say('performance.remove')}
        question={say('performance.indicator.remove-question', { name })}
        button={{ danger: true }}
        onConfirm={() =>
          void remove.run(undefined).then((done) => {
            if (done) go('/performance/indicators')
          })
        }
      />
    </>
  )
}

/** The formulas it was computed by, the present one first, and the way to the next. */
function Versions({ indicator }: { readonly indicator: Indicator }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<'facts' | 'method' | null>(null)
  const done = () => setOpen(null)
  return (
    <section className="paper" aria-label={say('performance.version.title')}>
      <h2>{say('performance.version.title')}</h2>
      <div
        className="plain-scroll"
        role="region"
        tabIndex={0}
        aria-label={say('frame.chart.table', { label: say('performance.version.title') })}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.indicator.version')}</th>
              <th scope="col">{say('performance.version.valid-from')}</th>
              <th scope="col">{say('performance.version.formula')}</th>
              <th scope="col">{say('performance.version.unit')}</th>
              <th scope="col">{say('performance.version.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {indicator.versions.toReversed().map(({ number, validFrom, formula, unit, reason }) => (
              <tr key={number}>
                <td>{number}</td>
                <td>{validFrom}</td>
                <td className="performance-formula">{formula}</td>
                <td>{symbolOf(unit)}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may('performance.enter') && open === null && (
        <div className="performance-acts">
          <Button onClick={() => setOpen('method')}>{say('performance.version.change')}</Button>
          <Button onClick={() => setOpen('facts')}>{say('performance.indicator.edit')}</Button>
        </div>
      )}
      {open === 'method' && <MethodForm indicator={indicator} onDone={done} />}
      {open === 'facts' && <FactsForm indicator={indicator} onDone={done} />}
    </section>
  )
}

/** What was concluded from its values (6.2), and the way to conclude from the year that is shown. */
function Reviews({ indicator, history }: { readonly indicator: Indicator; readonly history: History }) {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const { year } = useScope()
  const periods = [...history.years, ...history.months]
    .filter(({ value }) => value !== null)
    .map(({ period }) => period)
  const [period, setPeriod] = useState<string | null>(null)
  const [conclusion, setConclusion] = useState('')
  const keep = useCommand(api.performance.review)
  const chosen = period ?? (periods.includes(String(year)) ? String(year) : (periods[0] ?? null))
  const submit = async () => {
    if (chosen === null) return
    if (await keep.run({ id: indicator.id, period: chosen, conclusion: conclusion.trim() })) setConclusion('')
  }
  return (
    <section className="paper" aria-label={say('performance.review.title')}>
      <h2>{say('performance.review.title')}</h2>
      <p className="page-purpose">{say('performance.review.why')}</p>
      {history.reviews.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.period')}</th>
              <th scope="col" className="right">
                {say('performance.value')}
              </th>
              <th scope="col" className="right">
                {say('performance.history.to-base')}
              </th>
              <th scope="col">{say('performance.review.conclusion')}</th>
              <th scope="col">{say('performance.review.by')}</th>
            </tr>
          </thead>
          <tbody>
            {history.reviews.toReversed().map((review) => (
              <tr key={review.id}>
                <td>{review.period}</td>
                <td className="right">
                  <OpenableNumber
                    value={review.value}
                    unit={review.unit}
                    decimals={4}
                    onOpen={() => openValue(`${indicator.name} ${review.period}`, review.path)}
                  />
                </td>
                <td className="right">
                  {review.difference === null ? (
                    ''
                  ) : (
                    <NumberText value={review.difference} unit="%" decimals={2} />
                  )}
                </td>
                <td>{review.conclusion}</td>
                <td>
                  {nameOf(review.madeBy)} {localDay(review.madeAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('performance.enter') && chosen === null && (
        <StateTag tone="info" text={say('performance.review.none')} />
      )}
      {may('performance.enter') && chosen !== null && (
        <form
          className="performance-inline"
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <Select
            aria-label={say('performance.period')}
            value={chosen}
            style={{ width: 120 }}
            options={periods.map((each) => ({ value: each, label: each }))}
            onChange={setPeriod}
          />
          <Input
            aria-label={say('performance.review.conclusion')}
            placeholder={say('performance.review.conclusion')}
            value={conclusion}
            maxLength={1000}
            style={{ width: 360 }}
            onChange={({ target }) => setConclusion(target.value)}
          />
          <Button htmlType="submit" loading={keep.busy} disabled={conclusion.trim() === ''}>
            {say('performance.review.keep')}
          </Button>
        </form>
      )}
      <TroubleNote trouble={keep.trouble} onClose={keep.forget} />
    </section>
  )
}
