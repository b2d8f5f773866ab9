import { eq } from 'drizzle-orm'

import { userById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { declarationsOf } from '#db/organization/leadership-queries'
import { declarations, publications } from '#db/organization/system-tables'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword, signedIn } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, UserId, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import {
  type Declaration,
  type DeclarationId,
  type DeclarationInput,
  isPolicy,
} from '#shared/organization/declaration'

import { requireTopManagement } from './boundaries.ts'
import { changed } from './context-service.ts'
import { gapsOf, scopeBasisOf, whatIsSigned } from './declaration-standing.ts'

/** @throws Refusal `organization.declaration-waits`, `organization.declaration-decided`. */
export function saveDeclaration(context: WriteContext, input: DeclarationInput): DeclarationId {
  const { db, user, newId } = context
  const { id, subsystem, content, reason, validFrom, reviewOn } = input
  const author = signedIn(db, user).id
  const row = { content, reason, validFrom, reviewOn, ...changed(context) }
  if (id !== null) {
    const before = requireUndecided(db, id)
    if (before.state === 'submitted') throw new Refusal('organization.declaration-waits')
    if (before.content.kind !== content.kind || before.subsystem !== subsystem)
      throw new Refusal('organization.unknown-record')
    const authors = [...new Set([...before.authors, author])]
    db.update(declarations)
      .set({ ...row, authors })
      .where(eq(declarations.id, id))
      .run()
    return id
  }
  const kind = content.kind
  const series = declarationsOf(db).filter(
    (each) => each.content.kind === kind && each.subsystem === subsystem,
  )
  if (series.some(({ approvedAt }) => approvedAt === null))
    throw new Refusal('organization.declaration-waits')
  const made = newId<'declaration'>()
  const number = (series.at(-1)?.number ?? 0) + 1
  db.insert(declarations)
    .values({ id: made, kind, subsystem, number, state: 'draft', ...row, authors: [author] })
    .run()
  return made
}

export function discardDeclaration({ db }: WriteContext, id: DeclarationId): void {
  requireUndecided(db, id)
  db.delete(declarations).where(eq(declarations.id, id)).run()
}

export function submitDeclaration(context: WriteContext, id: DeclarationId): void {
  const { db, user, now } = context
  const before = requireUndecided(db, id)
  if (before.state === 'submitted') throw new Refusal('organization.declaration-waits')
  db.update(declarations)
    .set({ state: 'submitted', submittedAt: now, submittedBy: user, returned: null, ...changed(context) })
    .where(eq(declarations.id, id))
    .run()
}

/** @throws Refusal `organization.declaration-decided`, `organization.not-submitted`. */
export function returnDeclaration(context: WriteContext, id: DeclarationId, comment: string): void {
  const { db, user, now } = context
  requireSubmitted(db, id)
  db.update(declarations)
    .set({
      state: 'draft',
      returned: { by: signedIn(db, user).id, at: now, comment },
      ...changed(context),
    })
    .where(eq(declarations.id, id))
    .run()
}

interface Approval {
  readonly id: DeclarationId
  readonly password: string
  readonly alone: string | null
}

/**
 * Top management approves and signs. Nobody approves what they wrote themselves (R-SD-2), but for whoever runs the
 * plant alone, and then with the reason.
 *
 * @throws Refusal of the password, `organization.needs-top-management`, `organization.declaration-decided`,
 * `organization.not-submitted`, the code of the first gap, `organization.own-declaration`, `organization.alone-why`.
 */
export async function approveDeclaration(
  task: TaskContext,
  { id, password, alone }: Approval,
): Promise<Record<string, never>> {
  refuseUnfit(task, requireSubmitted(task.db, id), alone)
  requireTopManagement(task)
  await confirmPassword(task, password)
  return task.promote((context) => signDeclaration(context, id, alone))
}

/** The signing itself, by whoever is signed in and was asked already. @throws Refusal as `approveDeclaration`. */
export function signDeclaration(
  context: WriteContext,
  id: DeclarationId,
  alone: string | null,
): Record<string, never> {
  const { db, user, now, today } = context
  const version = requireSubmitted(db, id)
  const why = refuseUnfit(context, version, alone)
  endEarlier(context, version)
  const basis = isPolicy(version) ? null : scopeBasisOf(db, today)
  const signedText = canonical(whatIsSigned({ ...version, basis }))
  const signature = sign(context, {
    record: `organization/${version.content.kind}/${id}`,
    meaning: `organization.${version.content.kind}-approved`,
    signedHash: sha256(signedText),
  })
  db.update(declarations)
    .set({
      state: 'approved',
      basis,
      alone: why,
      signedText,
      signature,
      approvedBy: user,
      approvedAt: now,
      ...changed(context),
    })
    .where(eq(declarations.id, id))
    .run()
  return {}
}

/** @returns why the approver signs his own text, null where it is another's. */
function refuseUnfit(context: ReadContext, version: Declaration, alone: string | null): string | null {
  const { db, today } = context
  const gaps = gapsOf(version, scopeBasisOf(db, today))
  const [first] = gaps
  if (first) throw new Refusal(first.code, { ...first.facts, missing: gaps.length })
  return refuseOwnWork(context, 'declaration', { by: version.authors, reason: alone })
}

/** @throws Refusal `organization.declaration-backwards`: a version begins after the one that it follows. */
function endEarlier(context: WriteContext, { content, subsystem, validFrom }: Declaration): void {
  const { db } = context
  const before = declarationsOf(db).find(
    (each) => each.content.kind === content.kind && each.subsystem === subsystem && each.state === 'approved',
  )
  if (!before) return
  if (validFrom <= before.validFrom)
    throw new Refusal('organization.declaration-backwards', { from: before.validFrom })
  db.update(declarations)
    .set({ state: 'superseded', validTo: validFrom, ...changed(context) })
    .where(eq(declarations.id, before.id))
    .run()
}

export function publish(
  context: WriteContext,
  {
    id,
    ...facts
  }: { readonly id: DeclarationId } & Pick<
    typeof publications.$inferInsert,
    'audience' | 'place' | 'recipients' | 'publishedOn'
  >,
): void {
  const { db, user, now, newId } = context
  if (requireDeclaration(db, id).approvedAt === null) throw new Refusal('organization.not-approved')
  db.insert(publications)
    .values({
      id: newId<'publication'>(),
      declaration: id,
      ...facts,
      madeBy: signedIn(db, user).id,
      madeAt: now,
    })
    .run()
}

export function requireDeclaration(db: ReadDb, id: DeclarationId): Declaration {
  const found = declarationsOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
/** A second decider learns who was first and when. */
function requireUndecided(db: ReadDb, id: DeclarationId): Declaration {
  const found = requireDeclaration(db, id)
  if (found.approvedAt === null) return found
  throw new Refusal('organization.declaration-decided', {
    by: found.approvedBy === null ? null : (userById(db, found.approvedBy as UserId)?.name ?? null),
    at: found.approvedAt,
  })
}
function requireSubmitted(db: ReadDb, id: DeclarationId): Declaration {
  const found = requireUndecided(db, id)
  if (found.state === 'submitted') return found
  const { returned } = found
  if (returned === null) throw new Refusal('organization.not-submitted')
  throw new Refusal('organization.declaration-returned', {
    by: userById(db, returned.by as UserId)?.name ?? null,
    at: returned.at,
  })
}
