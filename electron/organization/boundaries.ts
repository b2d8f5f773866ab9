import { eq } from 'drizzle-orm'

import { grantsOf, userById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { kernelSignatures } from '#db/kernel/tables'
import { boundariesOf, boundaryById, boundaryInForce, signedTextOf } from '#db/organization/boundary-queries'
import { nodeById, nodesOf, organizationOf } from '#db/organization/queries'
import { boundaries, boundaryExclusions, boundaryMembers } from '#db/organization/tables'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, UserId, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import type { Finding } from '#shared/kernel/finding'
import { isValidOn } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import {
  type ApprovedBoundary,
  boundaryContent,
  type BoundaryContent,
  type BoundaryId,
  type BoundaryVersion,
} from '#shared/organization/boundary'
import { contentOf } from '#shared/organization/boundary-edit'
import { boundaryGaps, takeOver, unwatchedFacilities } from '#shared/organization/boundary-rules'
import type { Node, NodeId, SourceAtNode } from '#shared/organization/model'
import { droppedNodes } from '#shared/organization/standing'

import { requireOrganization } from './facts.ts'
import { openSourcesOf, refuseOpenSources, type SourceRegister } from './source-registers.ts'

/**
 * @throws Refusal `organization.none-yet`, `organization.unknown-node`, `organization.unknown-boundary`,
 *   `organization.boundary-ends-early`.
 */
export function draftBoundary(context: WriteContext, content: BoundaryContent): BoundaryVersion {
  const { db, newId } = context
  const organization = requireOrganization(context)
  refuseUnfit(db, content)
  const id = newId<'boundary'>()
  const number = (boundariesOf(db).at(-1)?.number ?? 0) + 1
  db.insert(boundaries)
    .values({ id, organization, number, state: 'draft', ...rowOf(context, content) })
    .run()
  writeParts(db, id, content)
  return requireBoundary(db, id)
}

/** @throws Refusal `organization.already-decided` and those of drafting. */
export function editBoundary(
  context: WriteContext,
  { id, ...content }: BoundaryContent & { readonly id: BoundaryId },
): BoundaryVersion {
  const { db } = context
  requireDraft(db, id)
  refuseUnfit(db, content)
  db.update(boundaries).set(rowOf(context, content)).where(eq(boundaries.id, id)).run()
  removeParts(db, id)
  writeParts(db, id, content)
  return requireBoundary(db, id)
}

/** @throws Refusal `organization.already-decided`, `organization.unknown-boundary`. */
export function discardBoundary({ db }: WriteContext, id: BoundaryId): void {
  requireDraft(db, id)
  removeParts(db, id)
  db.delete(boundaries).where(eq(boundaries.id, id)).run()
}

export interface BoundaryCheck {
  readonly gaps: Finding[]
  readonly openSources: SourceAtNode[]
}

/** What stands between a draft and its approval. */
export function checkBoundary(
  db: ReadDb,
  registers: readonly SourceRegister[],
  version: BoundaryVersion,
): BoundaryCheck {
  const organization = organizationOf(db)
  const nodes = nodesOf(db, version.validFrom)
  const before = organization && boundaryInForce(db, organization.id, dayBefore(version.validFrom))
  const dropped = before ? idsOf(droppedNodes(nodes, before, version)) : []
  return {
    gaps: [
      ...boundaryGaps(version, nodes),
      ...unwatchedFacilities(version, nodes, openSourcesOf(registers, db, idsOf(nodes), version.validFrom)),
    ],
    openSources: openSourcesOf(registers, db, dropped, version.validFrom),
  }
}

/**
 * Top management signs: the version comes into force from its first day and the one before it ends there. The content
 * is kept as it was signed, byte for byte, beside its hash.
 *
 * @throws Refusal of the password, `organization.needs-top-management`, `organization.already-decided`, `organization.boundary-incomplete`,
 * `organization.open-sources`, `organization.boundary-overlaps`.
 */
export async function approveBoundary(
  task: TaskContext,
  { id, password }: { readonly id: BoundaryId; readonly password: string },
  registers: readonly SourceRegister[],
): Promise<BoundaryVersion> {
  requireDraft(task.db, id)
  requireTopManagement(task)
  await confirmPassword(task, password)
  return task.promote((context) => signBoundary(context, id, registers))
}

/** The signing itself, by whoever is signed in and was asked already. @throws Refusal as `approveBoundary`. */
export function signBoundary(
  context: WriteContext,
  id: BoundaryId,
  registers: readonly SourceRegister[],
): BoundaryVersion {
  const { db } = context
  const version = requireDraft(db, id)
  const { gaps, openSources } = checkBoundary(db, registers, version)
  const missing = gaps.filter(({ severity }) => severity === 'blocks-report').length
  if (missing > 0) throw new Refusal('organization.boundary-incomplete', { title: version.title, missing })
  refuseOpenSources(openSources)
  endEarlier(context, version)
  return approve(context, version)
}

/** The boundary is what top management answers for; the permission alone, which others hold as well, is not enough. */
export function requireTopManagement({ db, user, today }: TaskContext): void {
  const grants = user === null ? [] : grantsOf(db, user)
  const isTop = grants.some(
    (grant) => grant.role === 'top-management' && grant.nodeId === null && isValidOn(grant, today),
  )
  if (!isTop) throw new Refusal('organization.needs-top-management')
}

function endEarlier({ db, user, now }: WriteContext, version: BoundaryVersion): void {
  const approved = boundariesOf(db).filter((other): other is ApprovedBoundary => other.state !== 'draft')
  const { ends, conflicts } = takeOver(approved, version)
  const [conflict] = conflicts
  if (conflict)
    throw new Refusal('organization.boundary-overlaps', {
      number: conflict.number,
      title: conflict.title,
      from: conflict.validFrom,
      to: conflict.validTo,
    })
  for (const { id, on } of ends)
    db.update(boundaries)
      .set({ state: 'superseded', validTo: on, changedBy: user, changedAt: now })
      .where(eq(boundaries.id, id))
      .run()
}

function approve(context: WriteContext, version: BoundaryVersion): BoundaryVersion {
  const { db, user, now } = context
  const signedText = canonical(whatIsSigned(version))
  const signature = sign(context, {
    record: `organization/boundary/${version.id}`,
    meaning: 'organization.boundary-approved',
    signedHash: sha256(signedText),
  })
  db.update(boundaries)
    .set({ state: 'approved', approvedBy: user, approvedAt: now, signature, signedText })
    .where(eq(boundaries.id, version.id))
    .run()
  return requireBoundary(db, version.id)
}

/**
 * Whether a signature still covers what the version says. Only its end may differ: it comes later, when another version
 * takes over.
 */
export function signatureHolds(db: ReadDb, id: BoundaryId): boolean {
  const version = requireBoundary(db, id)
  const text = signedTextOf(db, id)
  if (version.state === 'draft' || text === undefined) return false
  const [kept] = db.select().from(kernelSignatures).where(eq(kernelSignatures.id, version.signature)).all()
  if (kept?.signedHash !== sha256(text) || kept.signerId !== version.approvedBy) return false
  const { validTo } = boundaryContent.parse(JSON.parse(text))
  return canonical(whatIsSigned({ ...version, validTo })) === text
}
function whatIsSigned(version: BoundaryVersion) {
  return { ...contentOf(version), id: version.id, number: version.number }
}

function idsOf(nodes: readonly Node[]): NodeId[] {
  return nodes.map(({ id }) => id)
}

export function requireBoundary(db: ReadDb, id: BoundaryId): BoundaryVersion {
  const found = boundaryById(db, id)
  if (!found) throw new Refusal('organization.unknown-boundary')
  return found
}
/** A second approver learns who was first and when. */
function requireDraft(db: ReadDb, id: BoundaryId): BoundaryVersion {
  const found = requireBoundary(db, id)
  if (found.state === 'draft') return found
  throw new Refusal('organization.already-decided', {
    number: found.number,
    by: userById(db, found.approvedBy as UserId)?.name ?? null,
    at: found.approvedAt,
  })
}

function refuseUnfit(
  db: ReadDb,
  { members, exclusions, replaces, validFrom, validTo }: BoundaryContent,
): void {
  if (validTo !== null && validTo < validFrom) throw new Refusal('organization.boundary-ends-early')
  for (const { node } of [...members, ...exclusions])
    if (node !== null && !nodeById(db, node)) throw new Refusal('organization.unknown-node', { id: node })
  if (replaces !== null && requireBoundary(db, replaces).state === 'draft')
    throw new Refusal('organization.unknown-boundary')
}

function rowOf({ user, now }: WriteContext, content: BoundaryContent) {
  const { members: _members, exclusions: _exclusions, ...said } = content
  return { ...said, changedBy: user, changedAt: now }
}
function writeParts(
  db: WriteContext['db'],
  boundary: BoundaryId,
  { members, exclusions }: BoundaryContent,
): void {
  for (const member of members)
    db.insert(boundaryMembers)
      .values({ boundary, ...member })
      .run()
  for (const [position, { size, ...exclusion }] of exclusions.entries())
    db.insert(boundaryExclusions)
      .values({ boundary, position, ...exclusion, size: size?.value ?? null, sizeUnit: size?.in ?? null })
      .run()
}
function removeParts(db: WriteContext['db'], id: BoundaryId): void {
  db.delete(boundaryMembers).where(eq(boundaryMembers.boundary, id)).run()
  db.delete(boundaryExclusions).where(eq(boundaryExclusions.boundary, id)).run()
}

function dayBefore(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
