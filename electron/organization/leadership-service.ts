import { eq } from 'drizzle-orm'

import { allUsers, grantsOf, userById } from '#db/access/queries'
import { storeIdentity } from '#db/kernel/queries'
import {
  adoptionsOf,
  commitmentsOf,
  declarationsOf,
  postsOf,
  signedBy,
} from '#db/organization/leadership-queries'
import { organizationOf } from '#db/organization/queries'
import { acknowledgements, adoptions, commitments } from '#db/organization/system-tables'
import { signedIn } from '#electron/access/prove'
import type { Handlers, ReadContext, UserId, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { offerPaper } from '#electron/kernel/offer-file'
import type { PersonId } from '#shared/access/model'
import { canonical } from '#shared/kernel/canonical'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import { type Commitment, type CommitmentId, refuseVague } from '#shared/organization/commitment'
import { type Declaration, isPolicy } from '#shared/organization/declaration'
import { declarationPaper } from '#shared/organization/declaration-paper'
import type { leadershipContract } from '#shared/organization/system-contract'

import { changed } from './context-service.ts'
import { scopeBasisOf, shownDeclarations } from './declaration-standing.ts'
import {
  approveDeclaration,
  discardDeclaration,
  publish,
  requireDeclaration,
  returnDeclaration,
  saveDeclaration,
  submitDeclaration,
} from './declarations.ts'

/** What top management declares and decides (clauses 4.3, 5.1, 5.2). */
export const leadershipService: Handlers<typeof leadershipContract> = {
  adoptions: ({ db }) => adoptionsOf(db),
  decideSubsystem: (context, { subsystem, ...decided }) => {
    const row = { ...decided, ...changed(context) }
    context.db
      .insert(adoptions)
      .values({ subsystem, ...row })
      .onConflictDoUpdate({ target: adoptions.subsystem, set: row })
      .run()
    return {}
  },

  declarations: (context, { kind }) => shownDeclarations(context, kind),
  saveDeclaration,
  discardDeclaration: (context, { id }) => {
    discardDeclaration(context, id)
    return {}
  },
  submitDeclaration: (context, { id }) => {
    submitDeclaration(context, id)
    return {}
  },
  returnDeclaration: (context, { id, comment }) => {
    returnDeclaration(context, id, comment)
    return {}
  },
  approveDeclaration,
  publish: (context, input) => {
    publish(context, input)
    return {}
  },
  acknowledge: (context, { record }) => {
    const { personId } = signedIn(context.db, context.user)
    acknowledge(context, { record, person: personId, paper: null })
    return {}
  },
  acknowledgeFor: (context, input) => {
    acknowledge(context, input)
    return {}
  },
  printDeclaration: (task, { id, language }) => {
    const declaration = withBasis(task, requireDeclaration(task.db, id))
    const paper = declarationPaper({
      declaration,
      versions: declarationsOf(task.db).filter(
        ({ content, subsystem }) =>
          content.kind === declaration.content.kind && subsystem === declaration.subsystem,
      ),
      organization: organizationOf(task.db),
      approvedBy: userById(task.db, declaration.approvedBy as UserId)?.name ?? null,
      language,
      isSample: storeIdentity(task.db)?.isSample ?? false,
      madeOn: task.today,
      hash: sha256(canonical(declaration.content)),
    })
    return offerPaper(task, paper, 'docx')
  },

  commitments: ({ db }) => commitmentsOf(db),
  saveCommitment: (context, { id, ...facts }) => {
    const { db, newId } = context
    const row = { ...facts, ...changed(context) }
    if (id !== null) {
      requireState(context, id, 'draft')
      db.update(commitments).set(row).where(eq(commitments.id, id)).run()
      return requireCommitment(context, id)
    }
    const made = newId<'commitment'>()
    db.insert(commitments)
      .values({ id: made, state: 'draft', ...row })
      .run()
    return requireCommitment(context, made)
  },
  removeCommitment: (context, { id }) => {
    requireState(context, id, 'draft')
    context.db.delete(commitments).where(eq(commitments.id, id)).run()
    return {}
  },
  publishCommitment: (context, { id, place, on }) => {
    refuseVague(requireState(context, id, 'draft'))
    setCommitment(context, id, { state: 'published', place, publishedOn: on })
    return {}
  },
  withdrawCommitment: (context, { id, reason }) => {
    requireState(context, id, 'published')
    setCommitment(context, id, { state: 'withdrawn', endReason: reason })
    return {}
  },
  signedAtTop: ({ db }) =>
    signedBy(
      db,
      allUsers(db)
        .filter(({ id }) => grantsOf(db, id).some(({ role }) => role === 'top-management'))
        .map(({ id }) => id),
    ),
}

/** A scope that is not decided yet is printed with what it rests on today. */
function withBasis({ db, today }: ReadContext, declaration: Declaration): Declaration {
  const { basis } = declaration
  return isPolicy(declaration) || basis !== null
    ? declaration
    : { ...declaration, basis: scopeBasisOf(db, today) }
}

interface Acknowledged {
  readonly record: RecordRef
  readonly person: PersonId
  readonly paper: string | null
}
/** @throws Refusal `organization.not-approved`, `organization.not-appointed`, `organization.unknown-record`. */
function acknowledge(context: WriteContext, { record, person, paper }: Acknowledged): void {
  const { db, user, now } = context
  const [, kind, id] = record.split('/')
  if (kind === 'appointment') {
    const found = postsOf(db)
      .flatMap(({ appointments }) => appointments)
      .find((each) => each.id === id)
    if (found?.person !== person) throw new Refusal('organization.not-appointed')
  } else {
    const found = declarationsOf(db).find((each) => each.id === id && each.content.kind === kind)
    if (!found) throw new Refusal('organization.unknown-record')
    if (found.approvedAt === null) throw new Refusal('organization.not-approved')
  }
  db.insert(acknowledgements)
    .values({ record, person, paper, madeBy: signedIn(db, user).id, madeAt: now })
    .onConflictDoNothing()
    .run()
}

function requireCommitment({ db }: WriteContext, id: CommitmentId): Commitment {
  const found = commitmentsOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
/** @throws Refusal `organization.commitment-is.<state>`: what was made public is withdrawn, not rewritten. */
function requireState(context: WriteContext, id: CommitmentId, state: Commitment['state']): Commitment {
  const found = requireCommitment(context, id)
  if (found.state !== state) throw new Refusal(`organization.commitment-is.${found.state}`)
  return found
}
function setCommitment(context: WriteContext, id: CommitmentId, set: Partial<Commitment>): void {
  context.db
    .update(commitments)
    .set({ ...set, ...changed(context) })
    .where(eq(commitments.id, id))
    .run()
}
