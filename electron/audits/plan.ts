import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { plannedRow } from '#db/audits/programme-queries'
import {
  allAudits,
  auditOfMember,
  auditOfSession,
  itemsOf,
  justificationsOf,
  membersOf,
  sessionsOf,
} from '#db/audits/queries'
import { audits, justifications, members, sessions } from '#db/audits/tables'
import type { ReadDb } from '#db/kernel/access'
import { nodeById } from '#db/organization/queries'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { sealOf } from '#electron/kernel/signed-acts'
import type { PersonId } from '#shared/access/model'
import {
  type Audit,
  auditInput,
  type AuditId,
  type AuditInput,
  emptyReport,
  type Member,
  type MemberInput,
  planGaps,
  type SessionId,
  type SessionInput,
} from '#shared/audits/audit'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { conflictsOf } from './impartiality.ts'
import { changed, made, refuseUnknownPeople, requireAudit, requireDraft, requireNext } from './known.ts'

/** @throws Refusal `audits.planned-begun`, `audits.unknown-node`, `audits.ends-first`. */
export function createAudit(context: WriteContext, input: AuditInput): { id: AuditId } {
  const { db, newId } = context
  refuseWrong(db, input)
  const id: AuditId = newId<'audit'>()
  db.insert(audits)
    .values({
      id,
      number: takeNumber(context, 'IA'),
      ...writable(input),
      state: 'draft',
      report: emptyReport,
      ...changed(context),
    })
    .run()
  return { id }
}

/** @throws Refusal `audits.plan-approved` once it is more than a draft. */
export function editAudit(
  context: WriteContext,
  { id, seen, ...typed }: AuditInput & { readonly id: AuditId; readonly seen?: AuditInput | undefined },
): void {
  const input = mergedEdit(typed, seen, requireDraft(context.db, id))
  refuseWrong(context.db, input, id)
  context.db
    .update(audits)
    .set({ ...writable(input), ...changed(context) })
    .where(eq(audits.id, id))
    .run()
}
function writable(input: AuditInput) {
  const { criteria, subsystems, clauses, nodes, departments } = input
  return {
    ...input,
    criteria: [...criteria],
    subsystems: [...subsystems],
    clauses: [...clauses],
    nodes: [...nodes],
    departments: [...departments],
  }
}
function refuseWrong(
  db: ReadDb,
  { planned, leader, nodes, begins, ends }: AuditInput,
  own: AuditId | null = null,
): void {
  refuseUnknownPeople(db, [leader])
  if (planned !== null) {
    const of = plannedRow(db, planned)
    if (!of) throw new Refusal('audits.unknown-planned')
    const isTaken = allAudits(db).some(
      (each) => each.planned === planned && each.id !== own && each.state !== 'cancelled',
    )
    if (isTaken) throw new Refusal('audits.planned-begun', { title: of.title })
  }
  if (nodes.some((node) => !nodeById(db, node))) throw new Refusal('audits.unknown-node')
  if (begins !== null && ends !== null && ends < begins) throw new Refusal('audits.ends-first')
}

/** Takes somebody into the team, or changes as what. The leader stands in the plan itself. */
export function setMember(
  context: WriteContext,
  { audit, ...input }: MemberInput & { readonly audit: AuditId },
): { id: Member['id'] } {
  const { db, newId } = context
  const { leader } = requireDraft(db, audit)
  refuseUnknownPeople(db, [input.person])
  if (leader === input.person) throw new Refusal('audits.leader-leads', { name: nameOf(db, input.person) })
  const known = membersOf(db, audit).find(({ person }) => person === input.person)
  const id: Member['id'] = known?.id ?? newId<'audit-member'>()
  db.insert(members)
    .values({ id, audit, ...input, ...changed(context) })
    .onConflictDoUpdate({ target: members.id, set: { ...input, ...changed(context) } })
    .run()
  return { id }
}
export function removeMember({ db }: WriteContext, id: Member['id']): void {
  const audit = auditOfMember(db, id)
  if (audit === undefined) return
  requireDraft(db, audit)
  db.delete(members).where(eq(members.id, id)).run()
}

export function addSession(
  context: WriteContext,
  { audit, session }: { readonly audit: AuditId; readonly session: SessionInput },
): { id: SessionId } {
  const { db, newId } = context
  refuseStrangers(db, requireDraft(db, audit), session.auditors)
  const id: SessionId = newId<'audit-session'>()
  db.insert(sessions)
    .values({ id, audit, ...rowOf(session), ...changed(context) })
    .run()
  return { id }
}
export function editSession(
  context: WriteContext,
  { id, session }: { readonly id: SessionId; readonly session: SessionInput },
): void {
  const { db } = context
  refuseStrangers(db, requireDraft(db, requireSession(db, id)), session.auditors)
  db.update(sessions)
    .set({ ...rowOf(session), ...changed(context) })
    .where(eq(sessions.id, id))
    .run()
}
export function removeSession({ db }: WriteContext, id: SessionId): void {
  requireDraft(db, requireSession(db, id))
  db.delete(sessions).where(eq(sessions.id, id)).run()
}
function rowOf({ clauses, auditors, ...rest }: SessionInput) {
  return { ...rest, clauses: [...clauses], auditors: [...auditors] }
}
function requireSession(db: ReadDb, id: SessionId): AuditId {
  const audit = auditOfSession(db, id)
  if (audit === undefined) throw new Refusal('audits.unknown-session')
  return audit
}
/** @throws Refusal `audits.not-in-team` {name}. */
function refuseStrangers(db: ReadDb, { id, leader }: Audit, auditors: readonly PersonId[]): void {
  const team = new Set([leader, ...membersOf(db, id).map(({ person }) => person)])
  const stranger = auditors.find((each) => !team.has(each))
  if (stranger !== undefined) throw new Refusal('audits.not-in-team', { name: nameOf(db, stranger) })
}

/** @throws Refusal `audits.no-conflict`. */
export function justify(
  context: WriteContext,
  given: {
    readonly audit: AuditId
    readonly person: PersonId
    readonly key: string
    readonly reason: string
  },
): void {
  const { db, newId, today } = context
  const audit = requireDraft(db, given.audit)
  const named = conflictsOf(db, audit, today).some(
    ({ person, key }) => person === given.person && key === given.key,
  )
  if (!named) throw new Refusal('audits.no-conflict')
  db.insert(justifications)
    .values({ id: newId<'justification'>(), ...given, ...made(context) })
    .run()
}

/**
 * Signs a plan. It says everything that is asked, and whoever may not be impartial is justified (R-SD-1).
 *
 * @throws Refusal of the password, `audits.plan-incomplete` {missing}, `audits.unjustified` {names}.
 */
export async function approveAudit(
  task: TaskContext,
  { id, password }: { readonly id: AuditId; readonly password: string },
): Promise<Record<string, never>> {
  refuseUnready(task.db, id, task.today)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const { db, user, now, today } = context
    const audit = refuseUnready(db, id, today)
    const signature = sign(context, {
      record: `audits/audit/${id}`,
      meaning: 'audits.plan-signed',
      signedHash: sealOfPlan(db, audit),
    })
    db.update(audits)
      .set({
        state: requireNext(audit, 'approve'),
        signature,
        approvedBy: user,
        approvedAt: now,
        ...changed(context),
      })
      .where(eq(audits.id, id))
      .run()
    return {}
  })
}
/** What is signed of a plan: the questions by name, since their words are those of their edition. */
export function sealOfPlan(db: ReadDb, audit: Audit): string {
  const { id, number } = audit
  return sealOf({
    audit: { id, number, ...auditInput.parse(audit) },
    members: membersOf(db, audit.id),
    sessions: sessionsOf(db, audit.id),
    justifications: justificationsOf(db, audit.id),
    requirements: itemsOf(db, audit.id).map(({ requirement }) => requirement),
  })
}
function refuseUnready(db: ReadDb, id: AuditId, today: Day): Audit {
  const audit = requireAudit(db, id)
  const { number } = audit
  requireNext(audit, 'approve')
  const gaps = planGaps(audit, { sessions: sessionsOf(db, id), items: itemsOf(db, id).length })
  const missing = gaps.filter(({ severity }) => severity === 'blocks-report').length
  if (missing > 0) throw new Refusal('audits.plan-incomplete', { number, missing })
  const open = conflictsOf(db, audit, today).filter(({ justification }) => justification === null)
  if (open.length > 0)
    throw new Refusal('audits.unjustified', {
      number,
      names: [...new Set(open.map(({ name }) => name))].join(', '),
    })
  return audit
}

/** Back to a draft, before anything was answered; the signature no longer stands. */
export function reviseAudit(context: WriteContext, id: AuditId): void {
  const audit = requireAudit(context.db, id)
  context.db
    .update(audits)
    .set({
      state: requireNext(audit, 'revise'),
      signature: null,
      approvedBy: null,
      approvedAt: null,
      ...changed(context),
    })
    .where(eq(audits.id, id))
    .run()
}
export function cancelAudit(context: WriteContext, id: AuditId, reason: string): void {
  const audit = requireAudit(context.db, id)
  context.db
    .update(audits)
    .set({ state: requireNext(audit, 'cancel'), cancelReason: reason, ...changed(context) })
    .where(eq(audits.id, id))
    .run()
}

function nameOf(db: ReadDb, person: PersonId): string {
  return peopleById(db).get(person)?.name ?? '—'
}
