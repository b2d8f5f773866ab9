import { z } from 'zod'

import { personId } from '#shared/access/model'
import { treeId } from '#shared/compliance/tree'
import type { Finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { plannedId } from './programme.ts'
import { clause, scope } from './scope.ts'

export const auditId = idOf<'audit'>()
export type AuditId = z.output<typeof auditId>
export const memberId = idOf<'audit-member'>()
export const sessionId = idOf<'audit-session'>()
export type SessionId = z.output<typeof sessionId>

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)

export const auditStates = ['draft', 'approved', 'running', 'reported', 'closed', 'cancelled'] as const
export type AuditState = (typeof auditStates)[number]
/** What leads from which state to which. Nothing is answered before the plan is approved (A.9.3 b). */
export const auditTransitions = {
  draft: { approve: 'approved', cancel: 'cancelled' },
  approved: { begin: 'running', revise: 'draft', cancel: 'cancelled' },
  running: { begin: 'running', report: 'reported', cancel: 'cancelled' },
  reported: { close: 'closed' },
  closed: {},
  cancelled: {},
} as const satisfies Record<AuditState, Partial<Record<string, AuditState>>>
export const auditActs = ['approve', 'revise', 'begin', 'report', 'close', 'cancel'] as const
export type AuditAct = (typeof auditActs)[number]
/** Where an act leads from a state; null where it is not allowed there. */
export function auditAfter(state: AuditState, act: AuditAct): AuditState | null {
  const next: Partial<Record<AuditAct, AuditState>> = auditTransitions[state]
  return next[act] ?? null
}

/** What the audit measures by, in the version that was current when it was chosen (A.9.3 b 2). */
export const criterion = z.object({
  kind: z.enum(['standard', 'document', 'obligation', 'objective', 'other']),
  title: words,
  version: z.string().trim().max(100),
  record: recordRef.nullable(),
})
export type Criterion = Readonly<z.output<typeof criterion>>

export const auditInput = z.object({
  planned: plannedId.nullable(),
  title: words,
  purpose: account,
  methods: account,
  /** Whose requirements the checklist is made of. */
  tree: treeId,
  criteria: z.array(criterion).max(100),
  ...scope.shape,
  begins: day.nullable(),
  ends: day.nullable(),
  leader: personId.nullable(),
  /** By what the leader is able to audit this, as far as no record says so. */
  leaderQualification: z.string().trim().max(500),
})
export type AuditInput = Readonly<z.output<typeof auditInput>>

export const memberRoles = ['auditor', 'expert', 'trainee', 'observer'] as const
export const memberInput = z.object({
  person: personId,
  role: z.enum(memberRoles),
  /** Whether somebody from outside, and by what they are able to audit this, as far as no record says so. */
  isExternal: z.boolean(),
  qualification: z.string().trim().max(500),
})
export type MemberInput = Readonly<z.output<typeof memberInput>>
export const member = memberInput.extend({ id: memberId })
export type Member = Readonly<z.output<typeof member>>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const sessionInput = z
  .object({
    day,
    from: time,
    to: time,
    department: z.string().trim().min(1).max(100),
    place: z.string().trim().max(200),
    clauses: z.array(clause).max(100),
    auditors: z.array(personId).max(20),
  })
  .refine(({ from, to }) => from < to, { message: 'audits.session-ends-first', path: ['to'] })
export type SessionInput = Readonly<z.output<typeof sessionInput>>
export const session = z.object({ id: sessionId, ...sessionInput.shape })
export type Session = Readonly<z.output<typeof session>>

/** What the auditors conclude: on performance (9.2.1 a), on conformity (b), on effectiveness (c), and why (A.9.3 c). */
export const conclusions = ['course', 'performance', 'conformity', 'effectiveness', 'conclusion'] as const
export type Conclusion = (typeof conclusions)[number]
export const reportTexts = z.object(
  Object.fromEntries(conclusions.map((each) => [each, account])) as Record<Conclusion, typeof account>,
)
export type ReportTexts = Readonly<z.output<typeof reportTexts>>
export const emptyReport = Object.fromEntries(conclusions.map((each) => [each, ''])) as ReportTexts

export const audit = z.object({
  id: auditId,
  number: z.string(),
  ...auditInput.shape,
  state: z.enum(auditStates),
  /** The edition of the requirements that the checklist was made of; null before it was made. */
  edition: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  sentAt: instant.nullable(),
  report: reportTexts,
  reportedBy: z.string().nullable(),
  reportedAt: instant.nullable(),
  /** Why somebody else than the leader signed; null where the leader did. */
  signedFor: z.string().nullable(),
  reportHash: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  closingNote: z.string().nullable(),
  cancelReason: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Audit = Readonly<z.output<typeof audit>>

/** What a plan still lacks before it can be approved (9.2.2 b, A.9.3 b). */
export function planGaps(
  of: Pick<Audit, 'id' | keyof AuditInput>,
  { sessions, items }: { readonly sessions: readonly Session[]; readonly items: number },
): Finding[] {
  const at = (severity: Finding['severity'], code: string): Finding => ({
    severity,
    code,
    where: `audit/${of.id}`,
    facts: {},
  })
  const blocks = (is: boolean, code: string) => (is ? [at('blocks-report', code)] : [])
  return [
    ...blocks(of.purpose === '', 'audits.gap-purpose'),
    ...blocks(of.criteria.length === 0, 'audits.gap-criteria'),
    ...blocks(of.leader === null, 'audits.gap-leader'),
    ...blocks(of.begins === null || of.ends === null, 'audits.gap-days'),
    ...blocks(sessions.length === 0, 'audits.gap-schedule'),
    ...blocks(items === 0, 'audits.gap-checklist'),
    ...(of.methods === '' ? [at('note', 'audits.gap-methods')] : []),
    ...sessions.flatMap(({ id, day: on, department, auditors }) => [
      ...(auditors.length === 0
        ? [
            {
              ...at('explain', 'audits.gap-session-auditor'),
              where: `session/${id}`,
              facts: { department, on },
            },
          ]
        : []),
      ...(isOutside(on, of)
        ? [{ ...at('explain', 'audits.gap-session-day'), where: `session/${id}`, facts: { department, on } }]
        : []),
    ]),
    ...of.departments
      .filter((each) => !sessions.some(({ department }) => department === each))
      .map((department) => ({
        ...at('explain', 'audits.gap-department'),
        where: `department/${department}`,
        facts: { department },
      })),
  ]
}
function isOutside(on: string, { begins, ends }: Pick<AuditInput, 'begins' | 'ends'>): boolean {
  return (begins !== null && on < begins) || (ends !== null && on > ends)
}
