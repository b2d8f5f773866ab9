import { Button, Select } from 'antd'
import { useState } from 'react'

import { levelOn, type Need, skillFields } from '#shared/competence/skill'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useToday } from '../kernel/use-today.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { HeldSection } from './HeldSection.tsx'
import { useMatrix } from './use-competence.ts'

import './competence.css'

/** What posts ask for, what people are able to do, and what is missing (7.2.1). */
export function CompetencePage() {
  const say = useSay()
  const may = useMay()
  const asked = useMatrix()
  const [isAdding, setAdding] = useState(false)
  const matrix = asked.data
  const add = may('competence.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {say('competence.skill.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('competence.title')}
      purpose={say('competence.purpose')}
      action={matrix && matrix.skills.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      {isAdding && <SkillForm onDone={() => setAdding(false)} />}
      {matrix && matrix.skills.length === 0 && !isAdding && (
        <EmptyState
          icon="people"
          title={say('competence.matrix.empty')}
          why={say('competence.matrix.empty-why')}
          action={add}
        />
      )}
      {matrix && matrix.skills.length > 0 && (
        <>
          <Matrix matrix={matrix} />
          <Gaps matrix={matrix} />
          <HeldSection matrix={matrix} />
        </>
      )}
    </PageFrame>
  )
}

export type Matrix = NonNullable<ReturnType<typeof useMatrix>['data']>
interface OfMatrix {
  readonly matrix: Matrix
}

function SkillForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  return (
    <KeepForm
      title={say('competence.skill.add')}
      draft="competence/skill/new"
      initial={{ field: 'audit' }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.saveSkill({
          id: null,
          name: textIn(typed, 'name'),
          field: typed['field'] as (typeof skillFields)[number],
          description: textIn(typed, 'description'),
        })
      }
      fields={[
        { name: 'name', label: say('competence.skill.name'), kind: 'text' },
        {
          name: 'field',
          label: say('competence.skill.field'),
          kind: 'choice',
          options: skillFields.map((value) => ({ value, label: say(`competence.field.${value}`) })),
        },
        { name: 'description', label: say('competence.skill.description'), kind: 'area' },
      ]}
    />
  )
}

/** Posts down, skills across; each cell says what is held and what is needed, in words and colour. */
function Matrix({ matrix: { posts, skills, needs, held } }: OfMatrix) {
  const say = useSay()
  const { nameOf } = useStaff()
  const today = useToday()
  return (
    <section className="paper competence-wide" aria-label={say('competence.matrix')}>
      <h2>{say('competence.matrix')}</h2>
      <p className="page-purpose">{say('competence.matrix.how')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('competence.post')}</th>
            {skills.map(({ id, name }) => (
              <th scope="col" key={id}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map(({ post, title, person }) => (
            <tr key={post}>
              <th scope="row">
                {title}{' '}
                <span className="page-purpose">
                  {person === null ? say('competence.vacant') : nameOf(person)}
                </span>
              </th>
              {skills.map((skill) => (
                <Cell
                  key={skill.id}
                  post={post}
                  postTitle={title}
                  skill={skill}
                  need={needs.find((need) => need.post === post && need.skill === skill.id)}
                  level={person === null ? 0 : levelOn(held, person, skill.id, today)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  readonly post: Need['post']
  readonly postTitle: string
  readonly skill: Matrix['skills'][number]
  readonly need: Need | undefined
  readonly level: number
}
function Cell({ post, postTitle, skill, need, level }: CellProps) {
  const say = useSay()
  const may = useMay()
  const set = useCommand((needed: number | null) =>
    api.competence.setNeed({ post, skill: skill.id, level: needed }),
  )
  const told =
    need === undefined ? null : (
      <StateTag tone={level >= need.level ? 'good' : 'stop'} text={`${level} / ${need.level}`} />
    )
  return (
    <td>
      <div className="competence-cell">
        {told}
        {may('competence.enter') && (
          <Select<number>
            size="small"
            aria-label={say('competence.need-of', { post: postTitle, skill: skill.name })}
            value={need?.level ?? 0}
            loading={set.busy}
            onChange={(chosen) => void set.run(chosen === 0 ? null : chosen)}
            options={[
              { value: 0, label: say('competence.not-needed') },
              ...[1, 2, 3].map((value) => ({ value, label: String(value) })),
            ]}
            style={{ minWidth: 84 }}
          />
        )}
      </div>
      <TroubleNote trouble={set.trouble} onClose={set.forget} />
    </td>
  )
}

function Gaps({ matrix: { gaps, needs } }: OfMatrix) {
  const say = useSay()
  const { nameOf } = useStaff()
  if (needs.length === 0) return null
  return (
    <section className="paper" aria-label={say('competence.gaps')}>
      <h2>{say('competence.gaps')}</h2>
      {gaps.length === 0 && <p>{say('competence.no-gaps')}</p>}
      <ul className="record-list">
        {gaps.map(({ post, postTitle, person, skill, skillName, needed, held }) => (
          <li key={`${post} ${skill}`}>
            {say('competence.gap', {
              post: postTitle,
              person: person === null ? say('competence.vacant') : nameOf(person),
              skill: skillName,
              needed,
              held,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
