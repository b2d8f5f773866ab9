import { Button } from 'antd'
import { useState } from 'react'

import { causes, draftOf, newBaseline, type ShownBaseline } from '#shared/performance/baseline'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { FoldedSide } from '../kernel/FoldedSide.tsx'
import { localDay } from '../kernel/local-day.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { useYearOptions, yearsIn } from './base-years.ts'
import { LookAct, PastLooks } from './LookNotes.tsx'
import { openValue } from './open-value.ts'
import { useNames } from './use-performance.ts'

/** One baseline: what it is, what it was, what it comes to today, and the way to adjust it. */
export function BaselineCard({
  baseline,
  name,
}: {
  readonly baseline: ShownBaseline
  readonly name: string
}) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const draft = draftOf(baseline)
  const title = `${name} · ${say(`performance.purpose.${baseline.purpose}`)}`
  const approval = useTask((password: string, signal) =>
    api.performance.approveBaseline({ id: baseline.id, password }, { signal }),
  )
  const discard = useCommand(() => api.performance.discardBaseValue({ id: baseline.id }))
  const last = baseline.values.at(-1)
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <div className="performance-head">
        <span>{say(`performance.mode.${baseline.mode}`)}</span>
        <span>{say('performance.baseline.threshold-is', { threshold: baseline.threshold })}</span>
        <span>
          {say('performance.baseline.now')}{' '}
          <OpenableNumber
            value={baseline.now.value}
            {...(last && { unit: last.unit })}
            decimals={4}
            onOpen={() => openValue(title, baseline.now.path)}
          />
          {baseline.now.difference !== null && (
            <>
              {' ('}
              <NumberText value={baseline.now.difference} unit="%" decimals={2} />)
            </>
          )}
        </span>
      </div>
      <ValueTable baseline={baseline} title={title} />
      <FindingList findings={baseline.findings} />
      {baseline.about !== null && (
        <LookAct of={{ baseline: baseline.id, objective: null }} about={baseline.about} change={null} />
      )}
      <PastLooks isOf={(look) => look.baseline === baseline.id} />
      <TroubleNote trouble={discard.trouble} />
      <div className="performance-acts">
        {draft && may('performance.approve') && (
          <PasswordAct
            label={say('performance.baseline.approve')}
            question={say('performance.baseline.approve-question', { number: draft.number })}
            running={approval}
            input={(password) => password}
          />
        )}
        {draft && may('performance.enter') && (
          <ConfirmAct
            label={say('performance.baseline.discard')}
            question={say('performance.baseline.discard-question')}
            onConfirm={() => void discard.run(undefined)}
          />
        )}
        {!draft && may('performance.enter') && !isOpen && (
          <Button onClick={() => setOpen(true)}>{say('performance.baseline.adjust')}</Button>
        )}
      </div>
      {isOpen && <AdjustForm baseline={baseline} onDone={() => setOpen(false)} />}
      <FoldedSide record={`performance/baseline/${baseline.id}`} />
    </section>
  )
}

/** Base and adjusted base, none of them ever changed. */
function ValueTable({ baseline, title }: { readonly baseline: ShownBaseline; readonly title: string }) {
  const say = useSay()
  const nameOf = useNames()
  const head = ['number', 'years', 'value', 'version', 'cause', 'reason', 'state'] as const
  return (
    <div
      className="plain-scroll"
      role="region"
      tabIndex={0}
      aria-label={say('frame.chart.table', { label: say('performance.baseline.history') })}
    >
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col" className={each === 'value' ? 'right' : ''}>
                {say(`performance.baseline.head.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {baseline.values.toReversed().map((each) => (
            <tr key={each.id}>
              <td>{each.number}</td>
              <td>{each.years.join(' · ')}</td>
              <td className="right">
                <OpenableNumber
                  value={each.value}
                  unit={each.unit}
                  decimals={4}
                  onOpen={() => openValue(`${title} ${each.number}`, each.path)}
                />
              </td>
              <td>{each.version}</td>
              <td>{say(`performance.cause.${each.cause}`)}</td>
              <td>{each.reason}</td>
              <td>
                {each.state === 'draft' ? (
                  <StateTag tone="warn" text={say('performance.baseline.waits')} />
                ) : (
                  <StateTag
                    tone="good"
                    text={say('performance.baseline.approved-by', {
                      who: nameOf(each.approvedBy),
                      on: each.approvedAt ? localDay(each.approvedAt) : '',
                    })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AdjustForm({ baseline, onDone }: { readonly baseline: ShownBaseline; readonly onDone: () => void }) {
  const say = useSay()
  const years = useYearOptions()
  const adjust = useCommand((typed: Typed) =>
    api.performance.adjustBaseline({
      id: baseline.id,
      years: yearsIn(typed),
      cause: causes.find((cause) => cause === typed['cause']) ?? 'not-representative',
      reason: textIn(typed, 'reason'),
    }),
  )
  const submit = async (typed: Typed) => {
    const made = await adjust.run(typed)
    if (made) onDone()
    return made !== undefined
  }
  return (
    <RecordForm
      title={say('performance.baseline.adjust')}
      draft={`performance/baselines/${baseline.id}`}
      initial={{ years: baseline.values.at(-1)?.years ?? [], cause: 'static-factors', reason: '' }}
      fields={[
        { name: 'years', label: say('performance.baseline.years'), kind: 'choices', options: years },
        {
          name: 'cause',
          label: say('performance.baseline.head.cause'),
          kind: 'choice',
          options: causes.map((cause) => ({ value: cause, label: say(`performance.cause.${cause}`) })),
        },
        {
          name: 'reason',
          label: say('performance.baseline.reason'),
          kind: 'area',
          schema: newBaseline.shape.reason,
        },
      ]}
      submit={say('performance.baselines.compute')}
      onSubmit={submit}
      busy={adjust.busy}
      trouble={adjust.trouble}
      onLeave={onDone}
    />
  )
}
