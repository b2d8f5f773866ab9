import { asc, desc, eq, inArray } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelSignatures } from '#db/kernel/tables'
import { grouped } from '#shared/kernel/grouped'
import type { RecordRef } from '#shared/kernel/record'
import type { Adoption } from '#shared/organization/adoption'
import { type Subsystem, subsystems } from '#shared/organization/boundary'
import type { Commitment } from '#shared/organization/commitment'
import {
  type Declaration,
  type DeclarationId,
  isPolicy,
  isScope,
  type Policy,
  type ScopeVersion,
} from '#shared/organization/declaration'
import { type GroupRule, groupRule } from '#shared/organization/group-rules'
import type { Body, Post } from '#shared/organization/posts'

import {
  acknowledgements,
  adoptions,
  appointments,
  bodies,
  commitments,
  declarations,
  groupRules,
  posts,
  publications,
} from './system-tables.ts'

/** What was decided about each of the four subsystems; one of which nobody decided is taken up. */
export function adoptionsOf(db: ReadDb): Adoption[] {
  const decided = db.select().from(adoptions).all()
  return subsystems.map((subsystem) => {
    const row = decided.find((each) => each.subsystem === subsystem)
    if (!row) return { subsystem, isAdopted: true, reason: null, since: null }
    const { isAdopted, reason, since } = row
    return { subsystem, isAdopted, reason, since }
  })
}
/** The subsystems whose requirements count (clause 1 e). */
export function adoptedSubsystems(db: ReadDb): Subsystem[] {
  return adoptionsOf(db)
    .filter(({ isAdopted }) => isAdopted)
    .map(({ subsystem }) => subsystem)
}

/** Every version of every policy and of the scope, by number. */
export function declarationsOf(db: ReadDb): Declaration[] {
  const known = acknowledgedBy(db)
  const published = grouped(
    db.select().from(publications).orderBy(asc(publications.publishedOn)).all(),
    (row) => row.declaration,
  )
  return db
    .select()
    .from(declarations)
    .orderBy(asc(declarations.number))
    .all()
    .map((row) => {
      const { kind, signedText: _text, signature: _signature, changedBy: _by, changedAt: _at, ...said } = row
      return {
        ...said,
        publications: (published.get(row.id) ?? []).map(
          ({ declaration: _of, madeBy: _who, madeAt: _when, ...publication }) => publication,
        ),
        acknowledgements: known.get(`organization/${kind}/${row.id}`) ?? [],
      }
    })
}
export function policiesOf(db: ReadDb): Policy[] {
  return declarationsOf(db).filter(isPolicy)
}
export function scopesOf(db: ReadDb): ScopeVersion[] {
  return declarationsOf(db).filter(isScope)
}

/** The canonical JSON that was signed, with the signature over it; undefined while nothing was. */
export function signedDeclaration(db: ReadDb, id: DeclarationId) {
  return db
    .select({
      text: declarations.signedText,
      hash: kernelSignatures.signedHash,
      signer: kernelSignatures.signerId,
    })
    .from(declarations)
    .innerJoin(kernelSignatures, eq(kernelSignatures.id, declarations.signature))
    .where(eq(declarations.id, id))
    .get()
}

/** Who said that they read a policy or take on an appointment, by record. */
export function acknowledgedBy(db: ReadDb) {
  const rows = db.select().from(acknowledgements).orderBy(asc(acknowledgements.madeAt)).all()
  const known = rows.map(({ madeBy: _by, ...acknowledgement }) => acknowledgement)
  return new Map(
    [...grouped(known, ({ record }) => record)].map(([record, own]) => [
      record,
      own.map(({ record: _of, ...acknowledgement }) => acknowledgement),
    ]),
  )
}

export function commitmentsOf(db: ReadDb): Commitment[] {
  return db
    .select()
    .from(commitments)
    .orderBy(asc(commitments.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...commitment }) => commitment)
}

export function bodiesOf(db: ReadDb): Body[] {
  return db
    .select()
    .from(bodies)
    .orderBy(asc(bodies.position))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...body }) => body)
}

/** Every post with everybody who ever was appointed to it, oldest first. */
export function postsOf(db: ReadDb): Post[] {
  const known = acknowledgedBy(db)
  const own = grouped(
    db.select().from(appointments).orderBy(asc(appointments.validFrom), asc(appointments.id)).all(),
    (row) => row.post,
  )
  return db
    .select()
    .from(posts)
    .orderBy(asc(posts.position))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...post }) => ({
      ...post,
      appointments: (own.get(post.id) ?? []).map(({ changedBy: _who, changedAt: _when, ...each }) => ({
        ...each,
        acknowledgedAt: known.get(appointmentRecord(each.id))?.[0]?.madeAt ?? null,
      })),
    }))
}
export function appointmentRecord(id: string): RecordRef {
  return `organization/appointment/${id}`
}

export function groupRulesOf(db: ReadDb): GroupRule[] {
  return db
    .select()
    .from(groupRules)
    .all()
    .map((row) => groupRule.parse(row))
}

/** What these users signed, newest first. */
export function signedBy(db: ReadDb, users: readonly string[]) {
  const { record, signerId: signer, meaning, signedAt, signedHash } = kernelSignatures
  return db
    .select({ record, signer, meaning, signedAt, signedHash })
    .from(kernelSignatures)
    .where(inArray(signer, [...users]))
    .orderBy(desc(signedAt))
    .all()
}
