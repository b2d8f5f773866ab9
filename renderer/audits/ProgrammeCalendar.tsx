import { Button } from 'antd'
import { useState } from 'react'

import { plannedInput, type Planned, type PlannedInput, type Programme } from '#shared/audits/programme'
import { monthsOf } from '#shared/kernel/period'
import { subsystems } from '#shared/kernel/subsystem'
import type { Language } from '#shared/kernel/texts'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { listIn, textIn } from '../ui/typed.ts'
import { DepartmentsField, StandingTag } from './use-audits.tsx'

/** What is being typed: a planned audit that is changed, or a new one for a month. */
type OpenedPlan = { readonly planned: Planned | null; readonly month: string }

/** The twelve months with the audits that are set down for each. */
export function ProgrammeCalendar({ programme }: { readonly programme: Programme }) {
  const say = useSay()
  const may = useMay()
  const [opened, setOpened] = useState<OpenedPlan | null>(null)
  const canEdit = may('audits.enter')
  const remove = useCommand(({ id }: Planned) => api.audits.removePlanned({ id }), {
    undo: (_done, before) => ({
      done: { code: 'audits.planned-removed', facts: { title: before.title } },
      undo: () => api.audits.addPlanned({ ...plannedInput.parse(before), programme: programme.id }),
    }),
  })
  return (
    <section className="paper" aria-label={say('audits.calendar')}>
      <h2>{say('audits.calendar')}</h2>
      <ol className="audits-calendar">
        {monthsOf(programme.year).map((month) => (
          <li key={month}>
            <div className="audits-month">
              <strong>{monthName(month, say.language)}</strong>
              {canEdit && (
                <Button
                  type="text"
                  size="small"
                  icon={<Icon name="plus" size={14} />}
                  aria-label={say('audits.planned-add-in', { month })}
                  onClick={() => setOpened({ planned: null, month })}
                />
              )}
            </div>
            {programme.planned
              .filter((each) => each.month === month)
              .map((each) => (
                <PlannedCard
                  key={each.id}
                  planned={each}
                  canEdit={canEdit}
                  onEdit={() => setOpened({ planned: each, month })}
                  onRemove={() => void remove.run(each)}
                />
              ))}
          </li>
        ))}
      </ol>
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {opened && (
        <PlannedForm
          key={opened.planned?.id ?? opened.month}
          programme={programme}
          opened={opened}
          onDone={() => setOpened(null)}
        />
      )}
    </section>
  )
}

function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', {
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-01`))
}

interface PlannedCardProps {
  readonly planned: Planned
  readonly canEdit: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}
function PlannedCard({ planned, canEdit, onEdit, onRemove }: PlannedCardProps) {
  const say = useSay()
  const go = useGo()
  const { nameOf } = useStaff()
  const { id, title, departments, leader, audit, number, standing } = planned
  return (
    <div className="audits-planned">
      <StandingTag standing={standing} />
      {audit === null ? (
        <span>{title}</span>
      ) : (
        <button type="button" className="openable" onClick={() => go(`/audits/${audit}`)}>
          {number} {title}
        </button>
      )}
      <span className="page-purpose">
        {[departments.join(say('audits.paper.and')), leader === null ? '' : nameOf(leader)]
          .filter((each) => each !== '')
          .join(' · ')}
      </span>
      {canEdit && (
        <div className="audits-planned-acts">
          {audit === null && (
            <>
              <Button size="small" onClick={() => go(`/audits/new?planned=${id}`)}>
                {say('audits.begin-planned')}
              </Button>
              <Button
                type="text"
                size="small"
                icon={<Icon name="cross" size={14} />}
                aria-label={say('audits.planned-remove', { title })}
                onClick={onRemove}
              />
            </>
          )}
          <Button
            type="text"
            size="small"
            icon={<Icon name="edit" size={14} />}
            aria-label={say('audits.planned-edit', { title })}
            onClick={onEdit}
          />
        </div>
      )}
    </div>
  )
}

interface PlannedFormProps {
  readonly programme: Programme
  readonly opened: OpenedPlan
  readonly onDone: () => void
}
function PlannedForm({ programme, opened: { planned, month }, onDone }: PlannedFormProps) {
  const say = useSay()
  const { shape } = plannedInput
  const fields: readonly Field[] = [
    { name: 'title', label: say('audits.field.title'), kind: 'text', schema: shape.title, wide: true },
    {
      name: 'month',
      label: say('audits.field.month'),
      kind: 'choice',
      schema: shape.month,
      options: monthsOf(programme.year).map((each) => ({ value: each, label: each })),
    },
    { name: 'leader', label: say('audits.field.leader'), kind: 'own', control: <PersonField /> },
    {
      name: 'subsystems',
      label: say('audits.field.subsystems'),
      kind: 'choices',
      hint: say('audits.field.none-is-all'),
      options: subsystems.map((each) => ({ value: each, label: say(`audits.subsystem.${each}`) })),
    },
    {
      name: 'departments',
      label: say('audits.field.departments'),
      kind: 'own',
      control: <DepartmentsField />,
    },
    { name: 'note', label: say('audits.field.note'), kind: 'area' },
  ]
  const save = useCommand(async (input: PlannedInput): Promise<unknown> =>
    planned === null
      ? api.audits.addPlanned({ ...input, programme: programme.id })
      : api.audits.editPlanned({ ...input, id: planned.id }),
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(
      plannedInput.parse({
        month: textIn(typed, 'month'),
        title: textIn(typed, 'title'),
        subsystems: listIn(typed, 'subsystems'),
        departments: listIn(typed, 'departments'),
        leader: typed['leader'] ?? null,
        note: textIn(typed, 'note'),
      }),
    )
    if (saved !== undefined) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say(planned === null ? 'audits.planned-add' : 'audits.planned-change')}
      draft={`audits/programme/${programme.id}/${planned?.id ?? month}`}
      isThere={planned !== null}
      initial={planned ?? { title: '', month, leader: null, subsystems: [], departments: [], note: '' }}
      fields={fields}
      submit={say('audits.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
