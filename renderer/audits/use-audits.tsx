import { Select } from 'antd'

import type { AuditId, AuditState } from '#shared/audits/audit'
import type { Verdict } from '#shared/audits/checklist'
import type { Planned } from '#shared/audits/programme'
import { standardTree } from '#shared/compliance/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

/** What the page of an audit rests on besides its own records. */
const also = ['access', 'nonconformity', 'kernel', 'organization', 'compliance']

export function useAudits() {
  return useAsk(['audits', 'list'], () => api.audits.list({}), { also: ['access', 'nonconformity'] })
}
export function useAudit(id: AuditId) {
  return useAsk(['audits', 'audit', id], () => api.audits.audit({ id }), { also })
}
export function useChecklist(audit: AuditId) {
  return useAsk(['audits', 'checklist', audit], () => api.audits.checklist({ audit }), { also })
}
export function useProgrammes() {
  return useAsk(['audits', 'programmes'], () => api.audits.programmes({}))
}

const stateTones = {
  draft: 'quiet',
  approved: 'info',
  running: 'warn',
  reported: 'info',
  closed: 'good',
  cancelled: 'quiet',
} as const satisfies Record<AuditState, Tone>
export function AuditStateTag({ state }: { readonly state: AuditState }) {
  const say = useSay()
  return <StateTag tone={stateTones[state]} text={say(`audits.state.${state}`)} />
}

const verdictTones = {
  conforming: 'good',
  minor: 'warn',
  major: 'stop',
  observation: 'info',
  'not-applicable': 'quiet',
  'not-looked-at': 'quiet',
} as const satisfies Record<Verdict, Tone>
export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay()
  return <StateTag tone={verdictTones[verdict]} text={say(`audits.verdict.${verdict}`)} />
}

const standingTones = {
  planned: 'quiet',
  overdue: 'stop',
  begun: 'warn',
  done: 'good',
} as const satisfies Record<Planned['standing'], Tone>
export function StandingTag({ standing }: Pick<Planned, 'standing'>) {
  const say = useSay()
  return <StateTag tone={standingTones[standing]} text={say(`audits.standing.${standing}`)} />
}

interface ListField {
  readonly id?: string
  readonly label?: string
  readonly value?: readonly string[]
  readonly onChange?: (value: string[]) => void
}

/** Departments that people belong to, and whatever else is typed. */
export function DepartmentsField({ id, label, value, onChange }: ListField) {
  const { staff } = useStaff()
  const known = [...new Set(staff.flatMap(({ department }) => department ?? []))]
  return (
    <Select<string[]>
      mode="tags"
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label })}
      options={known.map((department) => ({ value: department, label: department }))}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange?.(chosen)}
      style={{ width: '100%' }}
    />
  )
}

/** Clauses of a tree of requirements, as far down as is wanted. */
export function ClausesField({
  id,
  label,
  value,
  onChange,
  tree = standardTree,
}: ListField & { readonly tree?: string }) {
  const say = useSay()
  const asked = useAsk(['compliance', 'tree', tree], () => api.compliance.tree({ tree }))
  return (
    <Select<string[]>
      mode="multiple"
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label })}
      placeholder={say('audits.all')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(asked.data?.clauses ?? []).map((clause) => ({
        value: clause.id,
        label: `${clause.id} ${clause.title[say.language]}`,
      }))}
      optionLabelProp="value"
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange?.(chosen)}
      style={{ width: '100%' }}
    />
  )
}
