import { and, asc, desc, eq, like } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelLinks } from '#db/kernel/tables'
import { grouped } from '#shared/kernel/grouped'
import type { RecordRef } from '#shared/kernel/record'
import type { Issue, IssueId, Strategy } from '#shared/organization/context'
import type { NeedId, Party, PartyId } from '#shared/organization/parties'

import { issues, needs, parties, reviews, strategies } from './system-tables.ts'

/** Every issue, ended ones too, in the order in which they were made. */
export function issuesOf(db: ReadDb): Issue[] {
  return db
    .select()
    .from(issues)
    .orderBy(asc(issues.id))
    .all()
    .map(({ changedBy: _by, ...issue }) => issue)
}
export function issueById(db: ReadDb, id: IssueId): Issue | undefined {
  return issuesOf(db).find((each) => each.id === id)
}

export function strategiesOf(db: ReadDb): Strategy[] {
  return db
    .select()
    .from(strategies)
    .orderBy(asc(strategies.id))
    .all()
    .map(({ changedBy: _by, ...strategy }) => strategy)
}

/** Every party, ended ones too, with its needs and the obligations that follow from them. */
export function partiesOf(db: ReadDb): Party[] {
  const obligations = grouped(linksToNeeds(db), ({ toRecord }) => toRecord)
  const own = grouped(db.select().from(needs).orderBy(asc(needs.position)).all(), (row) => row.party)
  return db
    .select()
    .from(parties)
    .orderBy(asc(parties.id))
    .all()
    .map(({ changedBy: _by, ...party }) => ({
      ...party,
      needs: (own.get(party.id) ?? []).map(({ party: _of, position: _at, ...need }) => ({
        ...need,
        obligations: (obligations.get(needRecord(need.id)) ?? []).map(({ fromRecord }) => fromRecord),
      })),
    }))
}
export function partyById(db: ReadDb, id: PartyId): Party | undefined {
  return partiesOf(db).find((each) => each.id === id)
}
export function needRecord(id: NeedId): RecordRef {
  return `organization/need/${id}`
}
function linksToNeeds(db: ReadDb) {
  return db
    .select()
    .from(kernelLinks)
    .where(and(like(kernelLinks.toRecord, 'organization/need/%'), eq(kernelLinks.relation, 'follows-from')))
    .orderBy(asc(kernelLinks.id))
    .all()
}

/** What was concluded about a record, newest first. */
export function reviewsOf(db: ReadDb, record: RecordRef) {
  return db
    .select({
      record: reviews.record,
      outcome: reviews.outcome,
      conclusion: reviews.conclusion,
      nextOn: reviews.nextOn,
      madeBy: reviews.madeBy,
      madeAt: reviews.madeAt,
    })
    .from(reviews)
    .where(eq(reviews.record, record))
    .orderBy(desc(reviews.madeAt), desc(reviews.id))
    .all()
}

/** When issues or parties changed last; null while there are none. */
export function contextChangedAt(db: ReadDb): string | null {
  const changes = [...issuesOf(db), ...partiesOf(db)].map(({ changedAt }) => changedAt)
  return changes.toSorted().at(-1) ?? null
}
