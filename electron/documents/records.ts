import { bodiesOf, documentRecords, externalsOf } from '#db/documents/queries'
import type { ReadDb } from '#db/kernel/access'
import type { RecordSource, SignalSource } from '#electron/kernel/offers'
import { inForceOn, openVersion, reviewDueOn, type Version, type VersionId } from '#shared/documents/document'
import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import type { RequirementSignal } from '#shared/kernel/signal'

import { retainedOf } from './disposals.ts'
import { isOpeningLogged } from './known.ts'
import { readingsOf } from './show.ts'

const seenWith = 'documents.read'

/**
 * Documents and documents from outside, as other records name them. What is in confidential ones is no text to be
 * found: who may see it is not a matter of permission alone.
 */
export const documentRegister: RecordSource = (db) => {
  const bodies = bodiesOf(db)
  return [
    ...documentRecords(db).map(({ item, versions }) => {
      const lead = openVersion(versions)
      const last = versions.findLast(({ stage }) => stage === 'approved') ?? lead ?? versions.at(-1)
      return {
        record: `documents/document/${item.id}`,
        kind: 'documents.kind.document',
        title: item.title,
        number: item.number,
        state: stateCode(last, item.obsoleteOn !== null),
        path: `/documents/${item.id}`,
        seenWith,
        node: null,
        text: last && !isOpeningLogged(item.secrecy) ? (bodies.get(last.id) ?? '') : '',
      } as const
    }),
    ...externalsOf(db).map(
      ({ id, title, number, state, issuer, edition, usedFor }) =>
        ({
          record: `documents/external/${id}`,
          kind: 'documents.kind.external',
          title,
          number,
          state: `documents.external.state.${state}`,
          path: `/documents/external?open=${id}`,
          seenWith,
          node: null,
          text: [issuer, edition, usedFor, bodies.get(id as string as VersionId)].filter(Boolean).join('\n'),
        }) as const,
    ),
  ]
}
/** Without the day, by which an approved version may still wait: the register itself says that. */
function stateCode(last: Version | undefined, isObsolete: boolean): string | null {
  if (!last) return null
  if (isObsolete) return 'documents.state.obsolete'
  return `documents.state.${last.stage === 'approved' ? 'in-force' : last.stage}`
}

interface Said {
  readonly isMet: boolean
  readonly what: string
  readonly facts?: RequirementSignal['facts']
  readonly records?: RequirementSignal['records']
  readonly path?: string
}
function saidOf(
  about: RequirementSignal['about'],
  { isMet, what, facts, records, path }: Said,
): RequirementSignal {
  return {
    about,
    isMet,
    code: `documents.signal.${what}`,
    facts: facts ?? {},
    records: records ?? [],
    path: path ?? '/documents',
  }
}
const ofKind = (evidence: EvidenceKind) => ({ evidence, subsystem: 'all' }) as const
const refOf = ({ item }: { readonly item: { readonly id: string } }) => `documents/document/${item.id}`

/** What documents show of the requirements: 7.4 point by point, and every requirement that asks for a document. */
export const documentSignals: SignalSource = (db, { today }) => {
  const records = documentRecords(db)
  const inForce = records.flatMap((record) => {
    const version = inForceOn(record.versions, record.item, today)
    return version ? [{ ...record, version }] : []
  })
  const refs = inForce.map(refOf)
  const overdue = inForce.filter(({ item, version, reviews }) => {
    const due = reviewDueOn(item, version, reviews.at(-1)?.on ?? null)
    return due !== null && due < today
  })
  const unread = inForce.filter((record) => {
    const read = readingsOf(record, record.version)
    return record.readers.some(({ mustRead, endedAt, person }) => mustRead && !endedAt && !read.has(person))
  })
  const undisposed = retainedOf(records, today).filter(({ until }) => until !== null && until <= today)
  const isThere = inForce.length > 0
  const some: Said = isThere
    ? { isMet: true, what: 'in-force', facts: { count: inForce.length }, records: refs }
    : { isMet: false, what: 'none-in-force' }
  const fresh: Said =
    overdue.length > 0
      ? {
          isMet: false,
          what: 'review-overdue',
          facts: { count: overdue.length },
          records: overdue.map(refOf),
        }
      : some
  const spread: Said =
    unread.length > 0
      ? { isMet: false, what: 'unread', facts: { count: unread.length }, records: unread.map(refOf) }
      : inForce.some(({ readers }) => readers.length > 0)
        ? { isMet: true, what: 'all-read', records: refs }
        : { isMet: false, what: 'not-distributed' }
  const kept: Said =
    undisposed.length > 0
      ? {
          isMet: false,
          what: 'disposal-overdue',
          facts: { count: undisposed.length },
          path: '/documents/retention',
        }
      : { isMet: isThere, what: isThere ? 'retention-set' : 'none-in-force', records: refs }
  return [
    saidOf(ofKind('document'), some),
    saidOf({ requirement: '7.4.2-c' }, fresh),
    saidOf({ requirement: '7.4.3-1' }, spread),
    saidOf({ requirement: '7.4.3-4' }, kept),
    saidOf(ofKind('external-document'), externalSaid(db, today)),
  ]
}

function externalSaid(db: ReadDb, today: string): Said {
  const path = '/documents/external'
  const all = externalsOf(db).filter(({ state }) => state === 'current')
  const late = all.filter(({ checkDue }) => checkDue !== null && checkDue < today)
  const refs = (of: typeof all) => of.map(({ id }) => `documents/external/${id}`)
  if (late.length > 0)
    return { isMet: false, what: 'edition-overdue', facts: { count: late.length }, records: refs(late), path }
  if (all.length === 0) return { isMet: false, what: 'no-external', path }
  return { isMet: true, what: 'external-current', facts: { count: all.length }, records: refs(all), path }
}
