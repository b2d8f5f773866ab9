import { clearanceOf, type DocumentRecord } from '#db/documents/queries'
import { isSinglePerson } from '#electron/access/alone'
import type { ReadContext } from '#electron/kernel/context'
import type { PersonId } from '#shared/access/model'
import type { DocumentSummary, Reader, ShownDocument, ShownVersion } from '#shared/documents/contract'
import {
  endOf,
  inForceOn,
  openVersion,
  reaches,
  retainedUntil,
  reviewDueOn,
  stateOf,
  type Version,
} from '#shared/documents/document'
import type { Day } from '#shared/kernel/period'

import { isOpeningLogged } from './known.ts'

/** Who asks, and on which day. */
export interface Asking {
  readonly today: Day
  readonly person: PersonId
  readonly clearance: ReturnType<typeof clearanceOf>
}
export function askingOf({ db, today }: ReadContext, person: PersonId): Asking {
  return { today, person, clearance: clearanceOf(db, person) }
}

/** The version that counts most: in force, else on its way or waiting, else the last. */
export function leading({ item, versions }: DocumentRecord, today: Day): Version | null {
  const waiting = versions.findLast((each) => stateOf(each, versions, item, today) === 'waiting')
  return inForceOn(versions, item, today) ?? openVersion(versions) ?? waiting ?? versions.at(-1) ?? null
}

/** When the version in force was read, by person. */
export function readingsOf(
  { readings }: DocumentRecord,
  inForce: Version | null,
): ReadonlyMap<PersonId, string> {
  return new Map(
    readings.filter(({ version }) => version === inForce?.id).map(({ person, readAt }) => [person, readAt]),
  )
}

export function summaryOf(record: DocumentRecord, { today, person, clearance }: Asking): DocumentSummary {
  const { item, versions, readers, reviews } = record
  const { changedBy: _by, changedAt: _at, obsoleteOn: _on, obsoleteReason: _why, ...facts } = item
  const inForce = inForceOn(versions, item, today)
  const lead = leading(record, today)
  const open = openVersion(versions)
  const read = readingsOf(record, inForce)
  const asked = readers.filter(({ endedAt, mustRead }) => endedAt === null && mustRead)
  return {
    ...facts,
    state: lead && stateOf(lead, versions, item, today),
    label: lead?.label ?? null,
    inForceFrom: lead?.inForceFrom ?? null,
    next: open && open !== lead ? stateOf(open, versions, item, today) : null,
    reviewDue: reviewDueOn(item, inForce, reviews.at(-1)?.on ?? null),
    readers: {
      asked: inForce ? asked.length : 0,
      done: asked.filter((each) => read.has(each.person)).length,
    },
    isOpenToMe: reaches(clearance, item.secrecy),
    isForMe: inForce !== null && asked.some((each) => each.person === person && !read.has(person)),
  }
}

export function shownDocument(context: ReadContext, record: DocumentRecord, asking: Asking): ShownDocument {
  const { item, versions, readers, reviews } = record
  const summary = summaryOf(record, asking)
  const read = readingsOf(record, inForceOn(versions, item, asking.today))
  const open = openVersion(versions)
  const named = open?.stage === 'review' ? open.reviewer : open?.stage === 'approval' ? open.approver : null
  return {
    ...summary,
    obsoleteOn: item.obsoleteOn,
    obsoleteReason: item.obsoleteReason,
    versions: versions.map((each) => shownVersion(each, record, asking)).toReversed(),
    distribution: readers.map(({ addedBy: _by, endedBy: _ended, document: _of, ...reader }): Reader => ({
      ...reader,
      readAt: reader.endedAt === null ? (read.get(reader.person) ?? null) : null,
    })),
    reviews: reviews.map(({ document: _of, ...review }) => review).toReversed(),
    isAlone: isSinglePerson(context.db),
    isMyStep: named === asking.person,
  }
}

function shownVersion(version: Version, { item, versions }: DocumentRecord, asking: Asking): ShownVersion {
  const { today, clearance } = asking
  const endedOn = endOf(version, versions, item)
  const shown = {
    ...version,
    state: stateOf(version, versions, item, today),
    endedOn,
    retainedUntil: retainedUntil(item, endedOn),
    sha256: version.disposedOn !== null || isOpeningLogged(item.secrecy) ? null : version.sha256,
  }
  if (reaches(clearance, item.secrecy)) return shown
  return { ...shown, sha256: null, change: '', fileName: '', type: '', reviewNote: null, returnReason: null }
}
