import { peopleById, userById } from '#db/access/queries'
import { auditById, itemWithAudit } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import type { ReadContext } from '#electron/kernel/context'
import type { PersonId } from '#shared/access/model'
import { type Audit, type AuditAct, auditAfter, type AuditId, type AuditState } from '#shared/audits/audit'
import type { Item, ItemId } from '#shared/audits/checklist'
import { Refusal } from '#shared/kernel/refusal'

/** @throws Refusal `audits.unknown-audit`. */
export function requireAudit(db: ReadDb, id: AuditId): Audit {
  const found = auditById(db, id)
  if (!found) throw new Refusal('audits.unknown-audit')
  return found
}
/** @throws Refusal `audits.unknown-person`. */
export function refuseUnknownPeople(db: ReadDb, people: readonly (PersonId | null)[]): void {
  const known = peopleById(db)
  if (people.some((id) => id !== null && !known.has(id))) throw new Refusal('audits.unknown-person')
}
/** @throws Refusal `audits.unknown-item`. */
export function requireItem(db: ReadDb, id: ItemId): { readonly item: Item; readonly audit: Audit } {
  const found = itemWithAudit(db, id)
  if (!found) throw new Refusal('audits.unknown-item')
  return found
}

/** @throws Refusal `audits.cannot` where the audit has not come so far, or further. */
export function requireNext({ state, number }: Audit, act: AuditAct): AuditState {
  const next = auditAfter(state, act)
  if (next === null) throw new Refusal('audits.cannot', { act, state, number })
  return next
}

/** Only a draft is rewritten. @throws Refusal `audits.plan-approved`. */
export function requireDraft(db: ReadDb, id: AuditId): Audit {
  const audit = requireAudit(db, id)
  if (audit.state !== 'draft') throw new Refusal('audits.plan-approved', { number: audit.number })
  return audit
}

/** Who the signed-in user is among the people. */
export function personOf({ db, user }: Pick<ReadContext, 'db' | 'user'>): PersonId | null {
  return user === null ? null : (userById(db, user)?.personId ?? null)
}

/** By whom and when a row was changed. */
export function changed({ user, now }: Pick<ReadContext, 'user' | 'now'>) {
  return { changedBy: user, changedAt: now }
}
export function made({ user, now }: Pick<ReadContext, 'user' | 'now'>) {
  return { madeBy: user ?? 'system', madeAt: now }
}
