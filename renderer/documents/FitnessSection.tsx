import { Button } from 'antd'
import { useState } from 'react'

import type { ShownDocument } from '#shared/documents/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { textIn } from '../ui/typed.ts'

/** The periodic reviews of a document in force, and when the next one is due. */
export function FitnessSection({ document }: { readonly document: ShownDocument }) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const [isOpen, setOpen] = useState(false)
  if (document.reviewDue === null && document.reviews.length === 0) return null
  return (
    <section className="paper" aria-label={say('documents.fitness')}>
      <h2>{say('documents.fitness')}</h2>
      <p>
        {say('documents.field.reviewDue')}: {document.reviewDue ?? '—'}
      </p>
      {document.reviews.length === 0 && <p className="page-purpose">{say('documents.fitness.none')}</p>}
      <ul className="record-list">
        {document.reviews.map(({ id, on, by, outcome, note }) => (
          <li key={id}>
            {on} {names.get(by) ?? '—'}{' '}
            <StateTag tone={outcome === 'fit' ? 'good' : 'warn'} text={say(`documents.fitness.${outcome}`)} />{' '}
            {note}
          </li>
        ))}
      </ul>
      {isOpen && <JudgeForm document={document} onDone={() => setOpen(false)} />}
      {may('documents.check') && !isOpen && document.reviewDue !== null && (
        <Button onClick={() => setOpen(true)}>{say('documents.fitness.judge')}</Button>
      )}
    </section>
  )
}

interface JudgeFormProps {
  readonly document: ShownDocument
  readonly onDone: () => void
}

function JudgeForm({ document: { id }, onDone }: JudgeFormProps) {
  const say = useSay()
  const judge = useCommand((typed: Typed) =>
    api.documents.judgeFitness({
      id,
      outcome: typed['outcome'] === 'to-revise' ? 'to-revise' : 'fit',
      note: textIn(typed, 'note'),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = (await judge.run(typed)) !== undefined
    if (done) onDone()
    return done
  }
  return (
    <RecordForm
      title={say('documents.fitness.judge')}
      draft={`documents/fitness/${id}`}
      initial={{ outcome: 'fit', note: '' }}
      fields={[
        {
          name: 'outcome',
          label: say('documents.column.outcome'),
          kind: 'choice',
          options: (['fit', 'to-revise'] as const).map((value) => ({
            value,
            label: say(`documents.fitness.${value}`),
          })),
        },
        { name: 'note', label: say('documents.field.note'), kind: 'area' },
      ]}
      submit={say('documents.save')}
      onSubmit={submit}
      busy={judge.busy}
      trouble={judge.trouble}
      onLeave={onDone}
    />
  )
}
