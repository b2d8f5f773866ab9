import { Button } from 'antd'
import { useState } from 'react'

import { bases, type Held, holdsOn, type NewHeld } from '#shared/competence/skill'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useToday } from '../kernel/use-today.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import type { Matrix } from './CompetencePage.tsx'

/** What each person is able to do, by what that is shown, and until when. */
export function HeldSection({ matrix }: { readonly matrix: Matrix }) {
  const say = useSay()
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const [open, setOpen] = useState<Held['id'] | null>(null)
  const withdraw = useCommand((input: Parameters<typeof api.competence.withdrawHeld>[0]) =>
    api.competence.withdrawHeld(input),
  )
  const columns = useColumns(matrix, (id, reason) => void withdraw.run({ id, reason }))
  return (
    <section aria-label={say('competence.held')}>
      <h2>{say('competence.held')}</h2>
      <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
      {may('competence.enter') && !isAdding && (
        <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {say('competence.held.add')}
        </Button>
      )}
      {isAdding && <HeldForm skills={matrix.skills} onDone={() => setAdding(false)} />}
      {matrix.held.length > 0 && (
        <div className="competence-list">
          <RecordTable
            name="competence-held"
            label={say('competence.held')}
            rows={matrix.held}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => setOpen(open === id ? null : id)}
          />
        </div>
      )}
      {open !== null && <RecordSide key={open} record={`competence/held/${open}`} />}
    </section>
  )
}

interface HeldFormProps {
  readonly skills: Matrix['skills']
  readonly onDone: () => void
}
function HeldForm({ skills, onDone }: HeldFormProps) {
  const say = useSay()
  return (
    <KeepForm
      title={say('competence.held.add')}
      draft="competence/held/new"
      initial={{ level: 2, basis: 'training' }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.addHeld({
          person: typed['person'] as NewHeld['person'],
          skill: typed['skill'] as NewHeld['skill'],
          level: typed['level'] as number,
          basis: typed['basis'] as NewHeld['basis'],
          evidence: textIn(typed, 'evidence'),
          certificate: knownIn(typed, 'certificate'),
          issuer: knownIn(typed, 'issuer'),
          validFrom: textIn(typed, 'validFrom'),
          validTo: knownIn(typed, 'validTo'),
        })
      }
      fields={[
        { name: 'person', label: say('competence.held.person'), kind: 'own', control: <PersonField /> },
        {
          name: 'skill',
          label: say('competence.skill'),
          kind: 'choice',
          options: skills.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'level',
          label: say('competence.held.level'),
          kind: 'choice',
          options: [1, 2, 3].map((value) => ({ value, label: String(value) })),
        },
        {
          name: 'basis',
          label: say('competence.held.basis'),
          kind: 'choice',
          options: bases.map((value) => ({ value, label: say(`competence.basis.${value}`) })),
        },
        { name: 'evidence', label: say('competence.held.evidence'), kind: 'text' },
        { name: 'certificate', label: say('competence.held.certificate'), kind: 'text' },
        { name: 'issuer', label: say('competence.held.issuer'), kind: 'text' },
        { name: 'validFrom', label: say('competence.held.from'), kind: 'day' },
        { name: 'validTo', label: say('competence.held.to'), kind: 'day' },
      ]}
    />
  )
}

function useColumns(
  { skills }: Matrix,
  onWithdraw: (id: Held['id'], reason: string) => void,
): readonly RecordColumn<Held>[] {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const today = useToday()
  const stateOf = (each: Held) =>
    each.withdrawnAt !== null ? 'withdrawn' : holdsOn(each, today) ? 'valid' : 'expired'
  return [
    { key: 'person', width: 120, title: say('competence.held.person'), text: ({ person }) => nameOf(person) },
    {
      key: 'skill',
      width: 200,
      title: say('competence.skill'),
      text: ({ skill }) => skills.find(({ id }) => id === skill)?.name ?? '—',
      choices: true,
    },
    {
      key: 'level',
      width: 72,
      title: say('competence.held.level'),
      number: true,
      text: ({ level }) => String(level),
    },
    { key: 'evidence', width: 220, title: say('competence.held.evidence'), text: ({ evidence }) => evidence },
    { key: 'from', width: 112, title: say('competence.held.from'), text: ({ validFrom }) => validFrom },
    { key: 'to', width: 112, title: say('competence.held.to'), text: ({ validTo }) => validTo ?? '—' },
    {
      key: 'state',
      width: 104,
      title: say('competence.field.state'),
      text: (each) => say(`competence.held.${stateOf(each)}`),
      cell: (each) => (
        <StateTag
          tone={stateOf(each) === 'valid' ? 'good' : 'warn'}
          text={say(`competence.held.${stateOf(each)}`)}
        />
      ),
      choices: true,
    },
    {
      key: 'act',
      width: 96,
      title: '',
      text: () => '',
      cell: (each) =>
        may('competence.enter') && each.withdrawnAt === null ? (
          <ConfirmAct
            label={say('competence.held.withdraw')}
            question={each.evidence}
            reasonLabel={say('competence.reason')}
            onConfirm={(reason) => onWithdraw(each.id, reason)}
            button={{ size: 'small', type: 'text' }}
          />
        ) : null,
    },
  ]
}
