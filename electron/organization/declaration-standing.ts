import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { boundaryInForce } from '#db/organization/boundary-queries'
import { contextChangedAt, reviewsOf } from '#db/organization/context-queries'
import { adoptionsOf, declarationsOf, signedDeclaration } from '#db/organization/leadership-queries'
import { nodesOf, organizationOf, productsOf } from '#db/organization/queries'
import { isSinglePerson } from '#electron/access/alone'
import type { ReadContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import type { Finding } from '#shared/kernel/finding'
import { type Declaration, type DeclarationKind, isPolicy } from '#shared/organization/declaration'
import { policyGaps } from '#shared/organization/policy'
import { hasMoved, type ScopeBasis, scopeGaps } from '#shared/organization/scope'
import { standingsOf } from '#shared/organization/standing'
import { pathOf } from '#shared/organization/tree'

/** What a scope document says today from the registers. */
export function scopeBasisOf(db: ReadDb, today: string): ScopeBasis {
  const organization = organizationOf(db)
  const boundary = organization && boundaryInForce(db, organization.id, today)
  const nodes = nodesOf(db, today)
  const standings = boundary ? standingsOf(nodes, boundary) : null
  const inside = nodes.filter(
    ({ id, kind }) =>
      (kind === 'site' || kind === 'facility') &&
      ['in', 'shared'].includes(standings?.get(id)?.standing ?? ''),
  )
  const year = Number(today.slice(0, 4))
  const products = [year, year - 1].map((each) => productsOf(db, each)).find(({ length }) => length > 0)
  return {
    boundary: boundary && {
      id: boundary.id,
      number: boundary.number,
      title: boundary.title,
      approach: boundary.approach,
      validFrom: boundary.validFrom,
      exclusions: boundary.exclusions.map(({ what, reason, size, node }) => ({
        what: what === '' ? (nodes.find(({ id }) => id === node)?.name ?? '') : what,
        reason,
        size,
      })),
    },
    places: inside.map(({ id, name }) => ({
      name,
      depth: pathOf(nodes, id).length - 1,
      share: boundary?.members.find(({ node }) => node === id)?.share ?? null,
    })),
    products: [...new Set((products ?? []).map(({ name }) => name))],
    adoptions: adoptionsOf(db),
  }
}

/** What stands between a version and its approval. */
export function gapsOf(of: Declaration, basis: ScopeBasis): Finding[] {
  return isPolicy(of) ? policyGaps(of.subsystem, of.content) : scopeGaps(basis)
}

/** Since when what an approved version rests on is no longer so, as an instant; null while it is (R-RV-6). */
export function outdatedSince(db: ReadDb, of: Declaration, basis: ScopeBasis): string | null {
  if (of.state !== 'approved' || of.approvedAt === null) return null
  if (!isPolicy(of)) return of.basis !== null && hasMoved(of.basis, basis) ? of.approvedAt : null
  const moved = contextChangedAt(db)
  return moved !== null && moved > lookedAt(db, of) ? moved : null
}
/** When a policy was last approved or reviewed. */
export function lookedAt(db: ReadDb, { id, approvedAt }: Declaration): string {
  return reviewsOf(db, `organization/policy/${id}`)[0]?.madeAt ?? approvedAt ?? ''
}

/** Every version of a kind with what it lacks, whether it is out of date, and who has not read it. */
export function shownDeclarations({ db, user, today }: ReadContext, kind: DeclarationKind) {
  const basis = scopeBasisOf(db, today)
  return declarationsOf(db)
    .filter(({ content }) => content.kind === kind)
    .map((each) => ({
      ...each,
      basis: kind === 'scope' ? (each.basis ?? basis) : null,
      gaps: each.approvedAt === null ? gapsOf(each, basis) : [],
      isOutdated: outdatedSince(db, each, basis) !== null,
      unread: unreadBy(db, each),
      signatureHolds: each.approvedAt === null ? null : signatureHolds(db, each),
      ownWork: ownWork(db, user, each),
    }))
}

/** Whether a user wrote in a version, and then whether they are the only one who could approve it (R-SD-2). */
export function ownWork(
  db: ReadDb,
  user: string | null,
  { authors }: Declaration,
): 'no' | 'alone' | 'blocked' {
  if (user === null || !authors.includes(user)) return 'no'
  return isSinglePerson(db) ? 'alone' : 'blocked'
}

/** Those who can sign in and have not said that they read a policy in force that was made known. */
export function unreadBy(db: ReadDb, of: Declaration) {
  if (of.state !== 'approved' || of.publications.length === 0) return []
  const read = new Set(of.acknowledgements.map(({ person }) => person))
  return [...peopleById(db).values()]
    .filter(({ userId, personId, name }) => userId !== null && name !== null && !read.has(personId))
    .map(({ personId }) => personId)
}

/** What a signature under a version covers. */
export function whatIsSigned({
  id,
  number,
  subsystem,
  content,
  reason,
  validFrom,
  reviewOn,
  basis,
}: Declaration) {
  return { id, number, subsystem, content, reason, validFrom, reviewOn, basis }
}
/** Whether the signature still covers what the version says. The day of its next review moves on with each review. */
export function signatureHolds(db: ReadDb, of: Declaration): boolean {
  const kept = signedDeclaration(db, of.id)
  if (!kept?.text || kept.hash !== sha256(kept.text) || kept.signer !== of.approvedBy) return false
  const { reviewOn } = JSON.parse(kept.text) as Pick<Declaration, 'reviewOn'>
  return canonical(whatIsSigned({ ...of, reviewOn })) === kept.text
}
