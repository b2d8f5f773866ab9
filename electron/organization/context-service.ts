import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { storeIdentity } from '#db/kernel/queries'
import {
  issueById,
  issuesOf,
  partiesOf,
  partyById,
  reviewsOf,
  strategiesOf,
} from '#db/organization/context-queries'
import { policiesOf } from '#db/organization/leadership-queries'
import { organizationOf } from '#db/organization/queries'
import { declarations, issues, needs, parties, reviews, strategies } from '#db/organization/system-tables'
import { signedIn } from '#electron/access/prove'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { offerPaper } from '#electron/kernel/offer-file'
import type { PersonId } from '#shared/access/model'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import {
  contextFindings,
  type Issue,
  type IssueId,
  refuseOddCombination,
  type Strategy,
  type StrategyInput,
} from '#shared/organization/context'
import { contextPaper } from '#shared/organization/context-paper'
import {
  type Party,
  partyFindings,
  type PartyId,
  partyInput,
  type PartyInput,
} from '#shared/organization/parties'
import type { contextContract } from '#shared/organization/system-contract'

/** Context and interested parties: the register, what was concluded about it, and when it is looked at again. */
export const contextService: Handlers<typeof contextContract> = {
  context: ({ db, today }) => {
    const known = { issues: issuesOf(db), strategies: strategiesOf(db) }
    return { ...known, findings: contextFindings(known.issues, known.strategies, today) }
  },
  saveIssue: (context, { id, seen, ...facts }) => {
    const { db, newId } = context
    if (id !== null) {
      const merged = mergedEdit(facts, seen, requireIssue(context, id))
      db.update(issues)
        .set({ ...merged, ...changed(context) })
        .where(eq(issues.id, id))
        .run()
      refuseBrokenStrategies(context, id)
      return requireIssue(context, id)
    }
    const made = newId<'issue'>()
    db.insert(issues)
      .values({ id: made, ...facts, ...changed(context) })
      .run()
    return requireIssue(context, made)
  },
  endIssue: (context, { id, on, reason }) => {
    requireIssue(context, id)
    setIssue(context, id, { endedOn: on, endReason: reason })
    return {}
  },
  reopenIssue: (context, { id }) => {
    requireIssue(context, id)
    setIssue(context, id, { endedOn: null, endReason: null })
    return {}
  },
  removeIssue: (context, { id }) => {
    const { title } = requireIssue(context, id)
    const isUsed = strategiesOf(context.db).some(({ issues: own }) => own.includes(id))
    if (isUsed || isReviewed(context, `organization/issue/${id}`))
      throw new Refusal('organization.still-used', { title })
    context.db.delete(issues).where(eq(issues.id, id)).run()
    return {}
  },
  saveStrategy,
  removeStrategy: ({ db }, { id }) => {
    if (db.delete(strategies).where(eq(strategies.id, id)).run().changes === 0)
      throw new Refusal('organization.unknown-record')
    return {}
  },

  parties: ({ db, today }) => {
    const known = partiesOf(db)
    return { parties: known, findings: partyFindings(known, today) }
  },
  saveParty,
  endParty: (context, { id, on, reason }) => {
    requireParty(context, id)
    setParty(context, id, { endedOn: on, endReason: reason })
    return {}
  },
  reopenParty: (context, { id }) => {
    requireParty(context, id)
    setParty(context, id, { endedOn: null, endReason: null })
    return {}
  },
  removeParty: (context, { id }) => {
    const { db } = context
    const { name, needs: own } = requireParty(context, id)
    const isUsed = own.some(({ obligations }) => obligations.length > 0)
    if (isUsed || isReviewed(context, `organization/party/${id}`))
      throw new Refusal('organization.still-used', { title: name })
    db.delete(needs).where(eq(needs.party, id)).run()
    db.delete(parties).where(eq(parties.id, id)).run()
    return {}
  },

  review: (context, { records, outcome, conclusion, next }) => {
    const { db, user, now, newId, today } = context
    if (next <= today) throw new Refusal('organization.review-not-ahead', { next })
    const madeBy = signedIn(db, user).id
    for (const record of records) {
      setReviewDay(context, record, next)
      db.insert(reviews)
        .values({ id: newId<'review'>(), record, outcome, conclusion, nextOn: next, madeBy, madeAt: now })
        .run()
    }
    return {}
  },
  reviews: ({ db }, { record }) => reviewsOf(db, record),
  printContext: (task, { language }) => {
    const { db, today } = task
    const people = peopleById(db)
    const paper = contextPaper({
      issues: issuesOf(db),
      strategies: strategiesOf(db),
      parties: partiesOf(db),
      nameOf: (person) => people.get(person as PersonId)?.name ?? '—',
      organization: organizationOf(db),
      language,
      isSample: storeIdentity(db)?.isSample ?? false,
      madeOn: today,
    })
    return offerPaper(task, paper, 'docx')
  },
}

function saveStrategy(context: WriteContext, { id, ...facts }: StrategyInput): Strategy {
  const { db, newId } = context
  refuseOddCombination(facts, issuesOf(db))
  const row = { ...facts, ...changed(context) }
  const made = id ?? newId<'strategy'>()
  const isThere = strategiesOf(db).some((each) => each.id === made)
  if (id !== null && !isThere) throw new Refusal('organization.unknown-record')
  if (isThere) db.update(strategies).set(row).where(eq(strategies.id, made)).run()
  else
    db.insert(strategies)
      .values({ id: made, ...row })
      .run()
  return { id: made, ...facts, changedAt: context.now }
}

/** Another field would leave a strategy that combines it with what it says of itself no longer true. */
function refuseBrokenStrategies({ db }: WriteContext, id: IssueId): void {
  const known = issuesOf(db)
  for (const each of strategiesOf(db).filter(({ issues: own }) => own.includes(id)))
    refuseOddCombination(each, known)
}

function saveParty(context: WriteContext, { id, seen, ...typed }: PartyInput): Party {
  const { db, newId } = context
  const before = id === null ? null : requireParty(context, id)
  const { needs: wanted, ...facts } = before ? mergedEdit(typed, seen, partyInput.parse(before)) : typed
  const party = before?.id ?? newId<'party'>()
  const row = { ...facts, ...changed(context) }
  if (before) db.update(parties).set(row).where(eq(parties.id, party)).run()
  else
    db.insert(parties)
      .values({ id: party, ...row })
      .run()
  saveNeeds(context, party, before?.needs ?? [], wanted)
  return requireParty(context, party)
}

/** @throws Refusal `organization.need-has-obligation` {what}: it would leave an obligation without its reason. */
function saveNeeds(
  { db, newId }: WriteContext,
  party: PartyId,
  before: Party['needs'],
  after: PartyInput['needs'],
): void {
  const kept = new Set(after.map(({ id }) => id))
  for (const { id, what, obligations } of before.filter((each) => !kept.has(each.id))) {
    if (obligations.length > 0) throw new Refusal('organization.need-has-obligation', { what })
    db.delete(needs).where(eq(needs.id, id)).run()
  }
  for (const [position, { id, ...need }] of after.entries()) {
    const known = before.find((each) => each.id === id)
    if (id !== null && !known) throw new Refusal('organization.unknown-record')
    if (known && known.obligations.length > 0 && need.isObligation !== true)
      throw new Refusal('organization.need-has-obligation', { what: known.what })
    if (known)
      db.update(needs)
        .set({ position, ...need })
        .where(eq(needs.id, known.id))
        .run()
    else
      db.insert(needs)
        .values({ id: newId<'need'>(), party, position, ...need })
        .run()
  }
}

/** Sets the day on which a record is looked at again, without calling it changed. */
function setReviewDay(context: WriteContext, record: RecordRef, next: string): void {
  const { db } = context
  const [, kind, id] = record.split('/')
  const set = { reviewOn: next }
  if (kind === 'issue' && issueById(db, id as IssueId)) {
    db.update(issues)
      .set(set)
      .where(eq(issues.id, id as IssueId))
      .run()
    return
  }
  if (kind === 'party' && partyById(db, id as PartyId)) {
    db.update(parties)
      .set(set)
      .where(eq(parties.id, id as PartyId))
      .run()
    return
  }
  const policy = policiesOf(db).find((each) => each.id === id)
  if (kind !== 'policy' || policy?.state !== 'approved') throw new Refusal('organization.unknown-record')
  db.update(declarations).set(set).where(eq(declarations.id, policy.id)).run()
}

function requireIssue({ db }: Pick<WriteContext, 'db'>, id: IssueId): Issue {
  const found = issueById(db, id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
function requireParty({ db }: Pick<WriteContext, 'db'>, id: PartyId): Party {
  const found = partyById(db, id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
function setIssue(context: WriteContext, id: IssueId, end: Pick<Issue, 'endedOn' | 'endReason'>): void {
  context.db
    .update(issues)
    .set({ ...end, ...changed(context) })
    .where(eq(issues.id, id))
    .run()
}
function setParty(context: WriteContext, id: PartyId, end: Pick<Party, 'endedOn' | 'endReason'>): void {
  context.db
    .update(parties)
    .set({ ...end, ...changed(context) })
    .where(eq(parties.id, id))
    .run()
}
/** Whether somebody concluded something about it, or about what belongs to it. */
function isReviewed({ db }: WriteContext, record: RecordRef): boolean {
  return reviewsOf(db, record).length > 0
}
export function changed({ user, now }: Pick<WriteContext, 'user' | 'now'>) {
  return { changedBy: user, changedAt: now }
}
