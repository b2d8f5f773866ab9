import { Select } from 'antd'
import type { z } from 'zod'

import { auditInput, type AuditInput, type Criterion } from '#shared/audits/audit'
import { standardTree } from '#shared/compliance/tree'
import { subsystems } from '#shared/kernel/subsystem'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { ClausesField, DepartmentsField } from './use-audits.tsx'

const { shape } = auditInput

/** The fields of an audit plan (9.2.2 b, A.9.3 b). */
export function usePlanFields(): readonly Field[] {
  const say = useSay()
  const places = usePlaceOptions()
  const trees = useAsk(['compliance', 'trees'], () => api.compliance.trees({}))
  return [
    { name: 'title', label: say('audits.field.title'), kind: 'text', schema: shape.title, wide: true },
    { name: 'purpose', label: say('audits.field.purpose'), kind: 'area', hint: 'A.9.3 b) 1' },
    { name: 'methods', label: say('audits.field.methods'), kind: 'area', hint: '9.2.2 a' },
    { name: 'begins', label: say('audits.field.begins'), kind: 'day' },
    { name: 'ends', label: say('audits.field.ends'), kind: 'day' },
    { name: 'leader', label: say('audits.field.leader'), kind: 'own', control: <PersonField /> },
    {
      name: 'leaderQualification',
      label: say('audits.field.leader-qualification'),
      kind: 'text',
      schema: shape.leaderQualification,
      hint: say('audits.field.qualification-hint'),
    },
    {
      name: 'tree',
      label: say('audits.field.tree'),
      kind: 'choice',
      options: (trees.data ?? [])
        .filter(({ isInUse }) => isInUse)
        .map(({ id, edition, title }) => ({ value: id, label: `${title[say.language]} ${edition}` })),
    },
    {
      name: 'subsystems',
      label: say('audits.field.subsystems'),
      kind: 'choices',
      hint: say('audits.field.none-is-all'),
      options: subsystems.map((each) => ({ value: each, label: say(`audits.subsystem.${each}`) })),
    },
    {
      name: 'nodes',
      label: say('audits.field.nodes'),
      kind: 'choices',
      options: places,
      hint: say('audits.field.none-is-all'),
    },
    {
      name: 'clauses',
      label: say('audits.field.clauses'),
      kind: 'own',
      control: <ClausesField />,
      hint: say('audits.field.none-is-all'),
    },
    {
      name: 'departments',
      label: say('audits.field.departments'),
      kind: 'own',
      control: <DepartmentsField />,
    },
    {
      name: 'criteria',
      label: say('audits.field.criteria'),
      kind: 'own',
      control: <CriteriaField />,
      hint: say('audits.field.criteria-hint'),
    },
  ]
}

interface CriteriaFieldProps {
  readonly id?: string
  readonly value?: readonly Criterion[]
  readonly onChange?: (value: Criterion[]) => void
}
/** What the audit measures by: what is current today, or a title typed by hand. */
function CriteriaField({ id, value = [], onChange }: CriteriaFieldProps) {
  const say = useSay()
  const current = useAsk(['audits', 'criteria'], () => api.audits.criteria({}), {
    also: ['compliance', 'documents', 'performance'],
  })
  const keyOf = ({ title, version }: Criterion) => (version === '' ? title : `${title} · ${version}`)
  const known = new Map([...(current.data ?? []), ...value].map((each) => [keyOf(each), each]))
  return (
    <Select<string[]>
      mode="tags"
      {...(id !== undefined && { id })}
      aria-label={say('audits.field.criteria')}
      options={[...known].map(([key, { kind }]) => ({
        value: key,
        label: `${say(`audits.criterion.${kind}`)} · ${key}`,
      }))}
      optionLabelProp="value"
      value={value.map(keyOf)}
      onChange={(chosen) =>
        onChange?.(
          chosen.map((key) => known.get(key) ?? { kind: 'other', title: key, version: '', record: null }),
        )
      }
      style={{ width: '100%' }}
    />
  )
}

export const firstPlan = (today: string): Typed => ({
  title: '',
  purpose: '',
  methods: '',
  begins: today,
  ends: today,
  leader: null,
  leaderQualification: '',
  tree: standardTree,
  subsystems: [],
  clauses: [],
  nodes: [],
  departments: [],
  criteria: [],
})

/** What was typed as the plan that the other side takes. */
export function planIn(typed: Typed, planned: AuditInput['planned']): AuditInput {
  const input: z.input<typeof auditInput> = {
    planned,
    title: textIn(typed, 'title'),
    purpose: textIn(typed, 'purpose'),
    methods: textIn(typed, 'methods'),
    tree: knownIn(typed, 'tree') ?? standardTree,
    criteria: listIn(typed, 'criteria') as Criterion[],
    subsystems: listIn(typed, 'subsystems') as AuditInput['subsystems'],
    clauses: listIn(typed, 'clauses') as string[],
    nodes: listIn(typed, 'nodes') as AuditInput['nodes'],
    departments: listIn(typed, 'departments') as string[],
    begins: knownIn(typed, 'begins'),
    ends: knownIn(typed, 'ends'),
    leaderQualification: textIn(typed, 'leaderQualification'),
    leader: (typed['leader'] ?? null) as AuditInput['leader'],
  }
  return auditInput.parse(input)
}
