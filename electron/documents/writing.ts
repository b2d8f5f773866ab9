import { eq } from 'drizzle-orm'

import { documentRecords, ownWritingsOf } from '#db/documents/queries'
import { ownWritings } from '#db/documents/tables'
import type { ReadDb } from '#db/kernel/access'
import { adoptedSubsystems } from '#db/organization/leadership-queries'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import type { SignalSource } from '#electron/kernel/offers'
import { stateOf } from '#shared/documents/document'
import {
  type OwnWriting,
  requiredCodes,
  requiredOf,
  type Writing,
  writingStateOf,
} from '#shared/documents/required'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { Subsystem } from '#shared/kernel/subsystem'

import { leading } from './show.ts'

/** What must be in writing and what there is of it: controlled documents, and what the records of other areas show. */
export function writingOf(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  sources: readonly SignalSource[],
): Writing[] {
  const signals = sources.flatMap((source) => source(db, { today }))
  const adopted: ReadonlySet<string> = new Set(['core', ...adoptedSubsystems(db)])
  const serving = servingDocuments(db, today)
  const required = requiredCodes.map((code): Writing => {
    const { clause, subsystem, holding, evidence } = requiredOf(code)
    const records = signals
      .filter((signal) => speaksOf(signal, evidence, subsystem))
      .map(({ isMet, code: said, facts, path }) => ({ isMet, code: said, facts, path }))
    const shown = { documents: serving.get(code) ?? [], records }
    const state = adopted.has(subsystem) ? writingStateOf(shown) : 'not-adopted'
    return { code, title: null, clause, subsystem, holding, state, ...shown }
  })
  const own = ownWritingsOf(db).map(({ code, title, clause }): Writing => {
    const shown = { documents: serving.get(code) ?? [], records: [] }
    return { code, title, clause, subsystem: 'core', holding: null, state: writingStateOf(shown), ...shown }
  })
  return [...required, ...own]
}

function speaksOf({ about }: RequirementSignal, evidence: readonly string[], subsystem: Subsystem): boolean {
  if (!('evidence' in about) || !evidence.includes(about.evidence)) return false
  return about.subsystem === 'all' || about.subsystem === subsystem
}

/** Documents by what they serve. */
function servingDocuments(db: ReadDb, today: Day): ReadonlyMap<string, Writing['documents']> {
  const serving = new Map<string, Writing['documents']>()
  for (const record of documentRecords(db)) {
    const { item, versions } = record
    const lead = leading(record, today)
    const state = lead && stateOf(lead, versions, item, today)
    for (const code of item.serves)
      serving.set(code, [
        ...(serving.get(code) ?? []),
        { id: item.id, number: item.number, title: item.title, state },
      ])
  }
  return serving
}

export function addWriting({ db, newId, user, now }: WriteContext, facts: OwnWriting): string {
  const code = newId<'writing'>()
  db.insert(ownWritings)
    .values({ code, ...facts, changedBy: user, changedAt: now })
    .run()
  return code
}
/** @throws Refusal `documents.writing-served` while a document is said to be it. */
export function removeWriting(
  { db }: WriteContext,
  { code }: { readonly code: string },
): Record<string, never> {
  const found = documentRecords(db).find(({ item }) => item.serves.includes(code))
  if (found) throw new Refusal('documents.writing-served', { number: found.item.number })
  db.delete(ownWritings).where(eq(ownWritings.code, code)).run()
  return {}
}
