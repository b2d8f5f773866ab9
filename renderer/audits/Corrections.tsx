import { Button } from 'antd'
import { useState } from 'react'

import type { Audit } from '#shared/audits/audit'
import { type ListedItem, verdict, type Verdict, verdicts } from '#shared/audits/checklist'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { useExpected } from './ExpectedSection.tsx'
import { VerdictTag } from './use-audits.tsx'

interface CorrectionsProps {
  readonly audit: Audit
  readonly item: ListedItem
}

/** What was said anew of an answer after the report was signed; the answer itself stays (R-DC-2). */
export function Corrections({ audit, item }: CorrectionsProps) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const [isOpen, setOpen] = useState(false)
  const made = useExpected(item).data?.corrections ?? []
  const correct = useCommand(
    (input: { readonly verdict: Verdict; readonly note: string; readonly reason: string }) =>
      api.audits.correct({ item: item.id, ...input }),
  )
  const fields: readonly Field[] = [
    {
      name: 'verdict',
      label: say('audits.field.verdict'),
      kind: 'choice',
      schema: verdict,
      options: verdicts.map((each) => ({ value: each, label: say(`audits.verdict.${each}`) })),
    },
    { name: 'note', label: say('audits.field.note'), kind: 'area' },
    { name: 'reason', label: say('audits.reason'), kind: 'text', wide: true },
  ]
  const submit = async (typed: Typed) => {
    const done = await correct.run({
      verdict: verdict.parse(typed['verdict']),
      note: textIn(typed, 'note'),
      reason: textIn(typed, 'reason'),
    })
    if (done) setOpen(false)
    return done !== undefined
  }
  return (
    <section aria-label={say('audits.paper.corrections')}>
      <h3>{say('audits.paper.corrections')}</h3>
      {made.map((each) => (
        <p key={each.madeAt}>
          <VerdictTag verdict={each.verdict} /> {each.note}
          <span className="page-purpose">
            {' · '}
            {each.reason} · {names.get(each.madeBy) ?? '—'} · {localTime(each.madeAt)}
          </span>
        </p>
      ))}
      {audit.state === 'reported' && item.answer !== null && may('audits.check') && !isOpen && (
        <Button onClick={() => setOpen(true)}>{say('audits.correct')}</Button>
      )}
      {isOpen && (
        <RecordForm
          title={say('audits.correct')}
          draft={`audits/${audit.id}/correct/${item.id}`}
          initial={{ verdict: item.answer?.verdict ?? null, note: item.answer?.note ?? '', reason: '' }}
          fields={fields}
          submit={say('audits.correct')}
          onSubmit={submit}
          busy={correct.busy}
          trouble={correct.trouble}
          onLeave={() => setOpen(false)}
        />
      )}
    </section>
  )
}
