import { Button } from 'antd'
import { useState } from 'react'

import { type Deadline, newDeadline, nextDue } from '#shared/compliance/deadline'
import type { ShownObligation } from '#shared/compliance/obligation'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn, wholeIn } from '../ui/typed.ts'
import { useToday } from './use-obligations.tsx'

/** What has to be done by a day, how long until then, and when it was done before. */
export function Deadlines({ obligation }: { readonly obligation: ShownObligation }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<{ readonly deadline: Deadline; readonly due: string } | null>(null)
  const mayAct = may('compliance.enter') && obligation.endedOn === null
  const { deadlines } = obligation
  return (
    <>
      <section className="paper" aria-label={say('compliance.deadlines')}>
        <div className="obligations-head">
          <h2>{say('compliance.deadlines')}</h2>
          {mayAct && (
            <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
              {say('compliance.deadline.new')}
            </Button>
          )}
        </div>
        {deadlines.length === 0 && <p className="page-purpose">{say('compliance.deadlines.none')}</p>}
        <ul className="record-list">
          {deadlines.map((each) => (
            <DeadlineItem
              key={each.id}
              deadline={each}
              mayAct={mayAct && each.endedOn === null}
              onFulfil={(due) => setChosen({ deadline: each, due })}
            />
          ))}
        </ul>
      </section>
      {isOpen && <DeadlineForm obligation={obligation} onDone={() => setOpen(false)} />}
      {chosen && <FulfilForm key={chosen.due} {...chosen} onDone={() => setChosen(null)} />}
    </>
  )
}

interface ItemProps {
  readonly deadline: Deadline
  readonly mayAct: boolean
  readonly onFulfil: (due: string) => void
}
function DeadlineItem({ deadline, mayAct, onFulfil }: ItemProps) {
  const say = useSay()
  const today = useToday()
  const names = useNames()
  const { nameOf } = useStaff()
  const { id, what, rule, leadDays, owner, endedOn, fulfilments } = deadline
  const end = useCommand(() => api.compliance.endDeadline({ id }))
  const due = nextDue(deadline, today)
  const days = due === null ? 0 : Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
  const when =
    rule.kind === 'yearly'
      ? say('compliance.deadline.yearly-on', {
          month: rule.monthDay.slice(0, 2),
          day: rule.monthDay.slice(3),
        })
      : rule.on
  return (
    <li>
      <div className="record-line">
        <strong>{what}</strong>
        {endedOn !== null && (
          <StateTag tone="quiet" text={say('compliance.deadline.ended', { on: endedOn })} />
        )}
        {due !== null && endedOn === null && (
          <StateTag
            tone={days < 0 ? 'stop' : days <= leadDays ? 'warn' : 'info'}
            text={
              days < 0
                ? say('compliance.deadline.late', { due, days: -days })
                : say('compliance.deadline.left', { due, days })
            }
          />
        )}
      </div>
      <span className="page-purpose">
        {when} · {say('compliance.deadline.lead', { days: leadDays })}
        {owner !== null && ` · ${nameOf(owner)}`}
      </span>
      {fulfilments.toReversed().map((each) => (
        <div key={each.due}>
          {say('compliance.deadline.done-line', {
            due: each.due,
            on: each.doneOn,
            name: names.get(each.madeBy) ?? '—',
            note: each.note,
          })}
        </div>
      ))}
      {mayAct && (
        <div className="page-acts obligations-acts">
          {due !== null && (
            <Button
              size="small"
              type={days <= leadDays ? 'primary' : 'default'}
              onClick={() => onFulfil(due)}
            >
              {say('compliance.deadline.fulfil', { due })}
            </Button>
          )}
          <ConfirmAct
            label={say('compliance.deadline.end')}
            question={say('compliance.deadline.end-ask')}
            button={{ size: 'small', loading: end.busy }}
            onConfirm={() => void end.run(undefined)}
          />
          <TroubleNote trouble={end.trouble} onClose={end.forget} />
        </div>
      )}
    </li>
  )
}

function DeadlineForm({
  obligation: { id, owner },
  onDone,
}: {
  readonly obligation: ShownObligation
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = newDeadline
  const add = useCommand((typed: Typed) => {
    const on = textIn(typed, 'on')
    const rule =
      typed['repeats'] === 'yearly'
        ? { kind: 'yearly' as const, monthDay: on.slice(5) }
        : { kind: 'once' as const, on }
    return api.compliance.addDeadline({
      ...newDeadline.parse({
        what: textIn(typed, 'what'),
        rule,
        leadDays: wholeIn(typed, 'leadDays') ?? 0,
        owner: knownIn(typed, 'owner'),
      }),
      obligation: id,
    })
  })
  const submit = submitting(add, onDone)
  return (
    <RecordForm
      title={say('compliance.deadline.new')}
      draft={`compliance/deadline/${id}`}
      initial={{ what: '', repeats: 'yearly', leadDays: '60', owner }}
      fields={[
        {
          name: 'what',
          label: say('compliance.deadline.what'),
          kind: 'text',
          schema: shape.what,
          wide: true,
        },
        {
          name: 'repeats',
          label: say('compliance.deadline.repeats'),
          kind: 'choice',
          schema: shape.what,
          options: (['yearly', 'once'] as const).map((value) => ({
            value,
            label: say(`compliance.deadline.${value}`),
          })),
        },
        {
          name: 'on',
          label: say('compliance.deadline.on'),
          kind: 'day',
          schema: shape.what,
          hint: say('compliance.deadline.on-hint'),
        },
        { name: 'leadDays', label: say('compliance.deadline.lead-days'), kind: 'number', schema: shape.what },
        {
          name: 'owner',
          label: say('compliance.obligation.owner'),
          kind: 'own',
          control: <PersonField label={say('compliance.obligation.owner')} />,
        },
      ]}
      submit={say('compliance.obligation.save')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={onDone}
    />
  )
}

interface FulfilProps {
  readonly deadline: Deadline
  readonly due: string
  readonly onDone: () => void
}
function FulfilForm({ deadline: { id, what }, due, onDone }: FulfilProps) {
  const say = useSay()
  const today = useToday()
  const { shape } = newDeadline
  const fulfil = useCommand((typed: Typed) =>
    api.compliance.fulfilDeadline({ id, due, doneOn: textIn(typed, 'doneOn'), note: textIn(typed, 'note') }),
  )
  const submit = submitting(fulfil, onDone)
  return (
    <RecordForm
      title={`${what} · ${due}`}
      draft={`compliance/fulfil/${id}/${due}`}
      initial={{ doneOn: today, note: '' }}
      fields={[
        { name: 'doneOn', label: say('compliance.deadline.done-on'), kind: 'day', schema: shape.what },
        {
          name: 'note',
          label: say('compliance.deadline.note'),
          kind: 'area',
          schema: shape.what,
          hint: say('compliance.deadline.note-hint'),
        },
      ]}
      submit={say('compliance.deadline.fulfil', { due })}
      onSubmit={submit}
      busy={fulfil.busy}
      trouble={fulfil.trouble}
      onLeave={onDone}
    />
  )
}
