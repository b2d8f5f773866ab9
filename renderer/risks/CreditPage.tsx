import { Button } from 'antd'
import { useState } from 'react'

import { creditItems, type CreditItem, creditLine, newCreditCheck, outcomes } from '#shared/risks/credit'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { useToday } from './use-risks.ts'

const tones = { clean: 'good', entry: 'stop', none: 'quiet' } as const

/** The six lines by which the credit of the organization is judged, each with its newest answer. */
export function CreditPage() {
  const say = useSay()
  const may = useMay()
  const today = useToday()
  const names = useNames()
  const asked = useAsk(['risks', 'credit'], () => api.risks.creditChecks({}))
  const [item, setItem] = useState<CreditItem | null>(null)
  const checks = asked.data ?? []
  return (
    <PageFrame title={say('risks.credit')} purpose={say('risks.credit.purpose')}>
      <TroubleNote trouble={asked.error} />
      <section className="paper plain-scroll" aria-label={say('risks.credit')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('risks.credit.item')}</th>
              <th scope="col">{say('risks.credit.outcome')}</th>
              <th scope="col">{say('risks.credit.result')}</th>
              <th scope="col">{say('risks.credit.source')}</th>
              <th scope="col">{say('risks.credit.checked-on')}</th>
              <th scope="col">{say('risks.credit.due')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {creditItems.map((each) => {
              const { last, due } = creditLine(checks, each)
              return (
                <tr key={each}>
                  <th scope="row">{say(`risks.credit.${each}`)}</th>
                  <td>
                    {last ? (
                      <StateTag tone={tones[last.outcome]} text={say(`risks.outcome.${last.outcome}`)} />
                    ) : (
                      <StateTag tone="warn" text={say('risks.credit.never')} />
                    )}
                  </td>
                  <td>{last?.result}</td>
                  <td>{last?.source}</td>
                  <td className="number">{last?.checkedOn}</td>
                  <td className="number">
                    {due !== null && due < today ? <StateTag tone="warn" text={due} /> : due}
                  </td>
                  <td>
                    {may('risks.enter') && (
                      <Button
                        size="small"
                        aria-label={`${say('risks.credit.record')} ${say(`risks.credit.${each}`)}`}
                        onClick={() => setItem(each)}
                      >
                        {say('risks.credit.record')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {item !== null && <CheckForm key={item} item={item} today={today} onDone={() => setItem(null)} />}
      {checks.length > 0 && (
        <section className="paper" aria-label={say('risks.credit.earlier')}>
          <h2>{say('risks.credit.earlier')}</h2>
          <ul className="record-list">
            {checks.toReversed().map(({ id, item: own, checkedOn, outcome, result, source, madeBy }) => (
              <li key={id}>
                {checkedOn} · {say(`risks.credit.${own}`)} · {say(`risks.outcome.${outcome}`)} · {result}
                <span className="page-purpose">
                  {source} · {names.get(madeBy) ?? '—'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  )
}

interface CheckFormProps {
  readonly item: CreditItem
  readonly today: string
  readonly onDone: () => void
}
function CheckForm({ item, today, onDone }: CheckFormProps) {
  const say = useSay()
  const { shape } = newCreditCheck
  const record = useCommand((typed: Typed) =>
    api.risks.recordCreditCheck(
      newCreditCheck.parse({
        ...typed,
        item,
        result: textIn(typed, 'result'),
        source: textIn(typed, 'source'),
      }),
    ),
  )
  const submit = submitting(record, onDone)
  return (
    <RecordForm
      title={say(`risks.credit.${item}`)}
      draft={`risks/credit/${item}`}
      initial={{ checkedOn: today }}
      fields={[
        {
          name: 'outcome',
          label: say('risks.credit.outcome'),
          kind: 'choice',
          schema: shape.outcome,
          options: outcomes.map((value) => ({ value, label: say(`risks.outcome.${value}`) })),
        },
        { name: 'checkedOn', label: say('risks.credit.checked-on'), kind: 'day', schema: shape.checkedOn },
        { name: 'source', label: say('risks.credit.source'), kind: 'text', schema: shape.source, wide: true },
        { name: 'result', label: say('risks.credit.result'), kind: 'area', schema: shape.result },
      ]}
      submit={say('risks.credit.save')}
      onSubmit={submit}
      busy={record.busy}
      trouble={record.trouble}
      onLeave={onDone}
    />
  )
}
