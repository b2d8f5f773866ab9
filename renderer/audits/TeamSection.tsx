import { Button } from 'antd'
import { useState } from 'react'

import { type Member, memberInput, type MemberInput, memberRoles } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'

interface TeamProps {
  readonly known: ShownAudit
  readonly canEdit: boolean
}

/** Leader and team, and what shows that each is able to audit (7.2). */
export function TeamSection({ known: { audit, members, competences }, canEdit }: TeamProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const [isOpen, setOpen] = useState(false)
  const remove = useCommand(({ id }: Member) => api.audits.removeMember({ id }), {
    undo: (_done, { id: _id, ...before }) => ({
      done: { code: 'audits.member-removed', facts: { name: nameOf(before.person) } },
      undo: () => api.audits.setMember({ ...before, audit: audit.id }),
    }),
  })
  return (
    <section className="paper" aria-label={say('audits.team')}>
      <h2>{say('audits.team')}</h2>
      <div className="plain-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('audits.field.person')}</th>
              <th scope="col">{say('audits.field.role')}</th>
              <th scope="col">{say('audits.field.able')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('audits.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{nameOf(audit.leader)}</td>
              <td>{say('audits.role.leader')}</td>
              <td>
                <Able
                  qualification={audit.leaderQualification}
                  held={competences.filter(({ person }) => person === audit.leader)}
                />
              </td>
              <td />
            </tr>
            {members.map((each) => (
              <tr key={each.id}>
                <td>{nameOf(each.person)}</td>
                <td>
                  {say(`audits.role.${each.role}`)}
                  {each.isExternal && ` · ${say('audits.external')}`}
                </td>
                <td>
                  <Able
                    qualification={each.qualification}
                    held={competences.filter(({ person }) => person === each.person)}
                  />
                </td>
                <td className="right">
                  {canEdit && (
                    <Button
                      type="text"
                      size="small"
                      icon={<Icon name="cross" size={14} />}
                      aria-label={say('audits.member-remove', { name: nameOf(each.person) })}
                      onClick={() => void remove.run(each)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      {canEdit && !isOpen && (
        <div className="audits-acts">
          <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
            {say('audits.member-add')}
          </Button>
        </div>
      )}
      {isOpen && <MemberForm audit={audit.id} onDone={() => setOpen(false)} />}
    </section>
  )
}

interface AbleProps {
  readonly qualification: string
  readonly held: ShownAudit['competences']
}
/** What shows that somebody is able to audit: the records, and what the plan says beside them. */
function Able({ qualification, held }: AbleProps) {
  const say = useSay()
  if (held.length === 0 && qualification === '')
    return <StateTag tone="warn" text={say('audits.no-competence')} />
  return (
    <>
      {held.map(({ skill, level, evidence, validTo }) => (
        <div key={`${skill} ${evidence}`}>
          {say('audits.held', { skill, level, evidence })}
          {validTo !== null && ` · ${say('audits.held-until', { validTo })}`}
        </div>
      ))}
      {qualification}
    </>
  )
}

function MemberForm({
  audit,
  onDone,
}: {
  readonly audit: ShownAudit['audit']['id']
  readonly onDone: () => void
}) {
  const say = useSay()
  const { shape } = memberInput
  const fields: readonly Field[] = [
    {
      name: 'person',
      label: say('audits.field.person'),
      kind: 'own',
      schema: shape.person,
      control: <PersonField />,
    },
    {
      name: 'role',
      label: say('audits.field.role'),
      kind: 'choice',
      schema: shape.role,
      options: memberRoles.map((each) => ({ value: each, label: say(`audits.role.${each}`) })),
    },
    {
      name: 'from',
      label: say('audits.field.from-where'),
      kind: 'choice',
      options: [
        { value: 'inside', label: say('audits.internal') },
        { value: 'outside', label: say('audits.external') },
      ],
    },
    {
      name: 'qualification',
      label: say('audits.field.qualification'),
      kind: 'text',
      hint: say('audits.field.qualification-hint'),
      wide: true,
    },
  ]
  const save = useCommand((input: MemberInput) => api.audits.setMember({ ...input, audit }))
  const submit = async (typed: Typed) => {
    const saved = await save.run(
      memberInput.parse({
        person: typed['person'],
        role: typed['role'],
        isExternal: knownIn(typed, 'from') === 'outside',
        qualification: textIn(typed, 'qualification'),
      }),
    )
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('audits.member-add')}
      draft={`audits/${audit}/member`}
      initial={{ person: null, role: 'auditor', from: 'inside', qualification: '' }}
      fields={fields}
      submit={say('audits.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
