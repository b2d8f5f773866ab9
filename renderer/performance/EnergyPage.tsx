import { Button } from 'antd'
import { useMemo, useState } from 'react'

import {
  type EnergyRow,
  energyRows,
  type EnergyYear,
  type EqualValue,
  equalValue,
} from '#shared/performance/energy'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Chart } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { drawable } from '../ui/number-text.ts'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { openValue } from './open-value.ts'
import { followed } from './use-performance.ts'

const isRow = (what: string): what is EnergyRow => energyRows.some((each) => each === what)

/** Energy in standard coal beside the emission, year by year. */
export function EnergyPage() {
  const say = useSay()
  const go = useGo()
  const asked = useAsk(['performance', 'energy'], () => api.performance.energy({}), { also: followed })
  const years = asked.data ?? []
  const word = (what: string) => (isRow(what) ? say(`performance.energy.${what}`) : what)
  return (
    <PageFrame title={say('performance.energy')} purpose={say('performance.energy.purpose')}>
      <TroubleNote trouble={asked.error} />
      {asked.data?.length === 0 && (
        <EmptyState
          icon="flame"
          title={say('performance.energy.empty')}
          why={say('performance.energy.empty-why')}
          action={<Button onClick={() => go('/activity')}>{say('performance.energy.to-data')}</Button>}
        />
      )}
      {years.length > 0 && <CarrierChart years={years} />}
      {years.length > 0 && (
        <section className="paper" aria-label={say('performance.energy.table')}>
          <h2>{say('performance.energy.table')}</h2>
          <div
            className="plain-scroll"
            role="region"
            tabIndex={0}
            aria-label={say('frame.chart.table', { label: say('performance.energy.table') })}
          >
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{say('performance.energy.row')}</th>
                  {years.map(({ year }) => (
                    <th key={year} scope="col" className="right">
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {energyRows.map((what, at) => (
                  <tr key={what}>
                    <th scope="row">{word(what)}</th>
                    {years.map(({ year, rows }) => {
                      const row = rows[at]
                      return (
                        <td key={year} className="right">
                          {row?.state === 'none' && '—'}
                          {row && row.state !== 'none' && (
                            <OpenableNumber
                              value={row.value}
                              unit={row.unit}
                              decimals={4}
                              onOpen={() => openValue(`${word(what)} ${year}`, row.path)}
                            />
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="page-purpose">{say('performance.energy.how')}</p>
        </section>
      )}
      <EqualValues />
    </PageFrame>
  )
}

function valueOf({ rows }: EnergyYear, what: string) {
  return rows.find((row) => row.what === what)
}

function CarrierChart({ years }: { readonly years: readonly EnergyYear[] }) {
  const say = useSay()
  const carriers = useMemo(
    () =>
      (['fuel', 'electricity', 'heat'] as const).filter((what) =>
        years.some((each) => valueOf(each, what)?.state !== 'none'),
      ),
    [years],
  )
  const option = useMemo(() => {
    return {
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      legend: { top: 0 },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: years.map(({ year }) => String(year)) },
      yAxis: { type: 'value', name: 'tce' },
      series: carriers.map((what) => ({
        type: 'bar',
        stack: 'energy',
        name: say(`performance.energy.${what}`),
        data: years.map(({ rows }) => {
          const row = rows.find((each) => each.what === what)
          return {
            value: row && row.value !== null ? drawable(row.value) : null,
            ...(row && { id: row.path }),
          }
        }),
      })),
    }
  }, [years, carriers, say])
  return (
    <Chart
      name="energy"
      label={say('performance.energy.chart')}
      option={option}
      onPick={(path) => openValue(say('performance.energy'), path)}
      table={{
        head: [say('performance.period'), ...carriers.map((what) => say(`performance.energy.${what}`))],
        rows: years.map((each) => ({
          key: String(each.year),
          title: String(each.year),
          numbers: carriers.map((what) => {
            const row = valueOf(each, what)
            return { value: row?.value ?? null, ...(row && { id: row.path }) }
          }),
        })),
      }}
    />
  )
}

/** What bought electricity counts by the fuel that was burnt for it, year by year, by whom it was published. */
function EqualValues() {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const [isOpen, setOpen] = useState(false)
  const asked = useAsk(['performance', 'equal-values'], () => api.performance.equalValues({}))
  const drop = useCommand((value: EqualValue) => api.performance.dropEqualValue({ year: value.year }), {
    undo: (_done, value) => ({
      done: { code: 'performance.equal.dropped', facts: { year: value.year } },
      undo: () => api.performance.setEqualValue(value),
    }),
  })
  const set = useCommand((typed: Typed) =>
    api.performance.setEqualValue({
      year: wholeIn(typed, 'year') ?? 0,
      value: numberIn(typed, 'value') ?? '',
      source: textIn(typed, 'source'),
    }),
  )
  const submit = async (typed: Typed) => {
    const made = await set.run(typed)
    if (made) setOpen(false)
    return made !== undefined
  }
  return (
    <section className="paper" aria-label={say('performance.equal.title')}>
      <h2>{say('performance.equal.title')}</h2>
      <p className="page-purpose">{say('performance.equal.why')}</p>
      {(asked.data ?? []).length > 0 && (
        <table className="plain-table">
          <tbody>
            {asked.data?.map((each) => (
              <tr key={each.year}>
                <th scope="row">{each.year}</th>
                <td className="right">
                  <NumberText value={each.value} unit="tce/MWh" />
                </td>
                <td>{each.source}</td>
                <td>
                  {may('performance.enter') && (
                    <Button
                      type="text"
                      icon={<Icon name="trash" />}
                      aria-label={say('performance.equal.drop', { year: each.year })}
                      onClick={() => void drop.run(each)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TroubleNote trouble={drop.trouble} />
      {may('performance.enter') && !isOpen && (
        <div className="performance-acts">
          <Button onClick={() => setOpen(true)}>{say('performance.equal.add')}</Button>
        </div>
      )}
      {isOpen && (
        <RecordForm
          title={say('performance.equal.add')}
          draft="performance/energy/equal-value"
          initial={{ year: String(year), value: '', source: '' }}
          fields={[
            { name: 'year', label: say('performance.reference.year'), kind: 'number', schema: typedNumber },
            {
              name: 'value',
              label: say('performance.equal.value'),
              kind: 'number',
              schema: typedNumber.pipe(equalValue.shape.value),
            },
            {
              name: 'source',
              label: say('performance.reference.source'),
              kind: 'text',
              schema: equalValue.shape.source,
            },
          ]}
          submit={say('performance.save')}
          onSubmit={submit}
          busy={set.busy}
          trouble={set.trouble}
          onLeave={() => setOpen(false)}
        />
      )}
    </section>
  )
}
