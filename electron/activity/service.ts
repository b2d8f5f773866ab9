import { eq } from 'drizzle-orm'

import { batchById, batches, mappingProfiles, rejectedRowsOf } from '#db/activity/batches'
import { subtotalFaults } from '#db/activity/check-subtotals'
import { sealsOf, yearsWithReadings } from '#db/activity/closing'
import { evidenceFiles, evidenceOfReadings, linkTarget, usesOfFile } from '#db/activity/evidence'
import { actById, historyOf, latestActs, readingById } from '#db/activity/readings'
import { evidenceLinks } from '#db/activity/tables'
import { watchFolderById } from '#db/activity/watch-queries'
import type { ReadDb } from '#db/kernel/access'
import { nodesOfParameters, parameterById, parametersBySeq } from '#db/monitoring/queries'
import { collectionHandlers } from '#electron/activity/collection-service'
import { correct, correctAll, submit, withdraw } from '#electron/activity/enter'
import { gridOf } from '#electron/activity/grid'
import { importFile, importInspect, importPreview, settleRows } from '#electron/activity/import'
import { laboratoryHandlers, laboratoryScopes } from '#electron/activity/laboratory-service'
import {
  type MonthContributor,
  monthStatus,
  reopen,
  seal,
  verifySeal,
} from '#electron/activity/month-closing'
import { requireReadingsOpen } from '#electron/activity/open-months'
import { removeProfile, renameProfile, saveProfile } from '#electron/activity/profiles'
import { prove, type Proven } from '#electron/activity/proofs'
import { qualityHandlers, type QualityParts, qualityScopes } from '#electron/activity/quality-service'
import { approve, check, sendBack } from '#electron/activity/review'
import { standingHandlers, standingScopes } from '#electron/activity/standing-service'
import { undo } from '#electron/activity/undo'
import { watchHandlers } from '#electron/activity/watch-service'
import { yearOverview } from '#electron/activity/year-overview'
import { type Handlers, serve, type WriteContext } from '#electron/kernel/context'
import { numberInText } from '#shared/activity/cell-number'
import { activityContract, type Selection } from '#shared/activity/contract'
import type { ActId, BatchId, EnteredValue, EvidenceLinkId, ReadingId } from '#shared/activity/model'
import type { WatchFolder } from '#shared/activity/watch'
import { Refusal } from '#shared/kernel/refusal'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

/**
 * @param contributors what later areas put under the seal of a month.
 * @param quality what later areas find, and what a value makes of an emission.
 */
export function createActivityService(contributors: readonly MonthContributor[], quality: QualityParts) {
  const handlers: Handlers<typeof activityContract> = {
    grid: ({ db, today }, { facility, year }) => gridOf(db, facility, year, today),
    years: ({ db }) => yearsWithReadings(db),
    months: ({ db, today }, input) => yearOverview(db, input, today),
    readings: ({ db }, { parameter: id, month }) => {
      const parameter = parameterById(db, id)
      if (!parameter) throw new Refusal('activity.no-such-parameter', { id })
      const rows = historyOf(db, parameter, month)
      return { readings: rows, evidence: evidenceOfReadings(db, rows) }
    },
    submit,
    correct,
    correctAll,
    withdraw,
    check,
    approve,
    sendBack,
    undo,
    acts: ({ db }, { limit }) => latestActs(db, limit),
    evidence: ({ db }) => evidenceFiles(db),
    evidenceUses: ({ db }, { sha256 }) => usesOfFile(db, sha256),
    addEvidence: (context, { to, proof }) => {
      const proven = provenBy(context.db, to)
      requireProvenOpen(context, proven)
      return { link: prove(context, proven, proof) }
    },
    removeEvidence: (context, { link, reason }) => {
      const { reading, act } = linkTarget(context.db, link) ?? {}
      if (reading === undefined || act === undefined)
        throw new Refusal('activity.no-such-evidence', { sha256: link })
      requireProvenOpen(context, reading === null ? { act: act ?? 0 } : { reading })
      context.note({ reason })
      context.db.delete(evidenceLinks).where(eq(evidenceLinks.id, link)).run()
      return {}
    },
    monthStatus: ({ db }, at) => monthStatus(db, at, contributors),
    seal: (context, input) => seal(context, input, contributors),
    reopen,
    seals: ({ db }, { facility }) => sealsOf(db, facility),
    verifySeal: ({ db }, { id }) => verifySeal(db, id, contributors),
    ...collectionHandlers,
    ...laboratoryHandlers,
    ...watchHandlers,
    ...qualityHandlers(quality),
    importInspect,
    importPreview,
    import: (context, request) => importFile(context, request),
    batches: ({ db }) => batches(db),
    rejectedRows: ({ db }, { batch }) => rejectedRowsOf(db, batch),
    settleRows,
    profiles: ({ db }) => mappingProfiles(db),
    saveProfile,
    removeProfile,
    renameProfile,
    ...standingHandlers,
    checkSubtotals: ({ db }) => Promise.resolve({ faults: subtotalFaults(db, everyReading) }),
  }
  return serve(activityContract, handlers, scopes)
}

/** What a text may stand for, whichever mark its file took for the decimal one. */
export function everyReading(text: string) {
  return (['point', 'comma'] as const).flatMap((decimalMark) => {
    const read = numberInText(text, { allowsNegative: true, decimalMark })
    return read.kind === 'value' ? [read.value] : []
  })
}

function provenBy(
  db: ReadDb,
  to:
    | { readonly kind: 'reading'; readonly reading: ReadingId }
    | { readonly kind: 'act'; readonly act: ActId },
): Proven {
  if (to.kind === 'act') {
    const act = actById(db, to.act)
    if (!act) throw new Refusal('activity.no-such-act', { id: to.act })
    return { act: act.seq }
  }
  const reading = readingById(db, to.reading)
  if (!reading) throw new Refusal('activity.no-such-reading', { id: to.reading })
  return { reading: reading.seq }
}

/** Evidence is part of what a seal covers: it cannot come or go in a sealed month. */
function requireProvenOpen({ db }: WriteContext, proven: Proven): void {
  if ('act' in proven) requireReadingsOpen(db, 'r.entered_act = ?', proven.act)
  if ('reading' in proven) requireReadingsOpen(db, 'r.seq = ?', proven.reading)
}

/** The nodes that a request touches, for grants that reach only part of the plant. */
const scopes = {
  ...qualityScopes,
  grid: nodeOfFacility,
  months: (_db: ReadDb, { facility }: { readonly facility: NodeId | null }) =>
    facility === null ? null : [facility],
  readings: (db: ReadDb, { parameter }: { readonly parameter: ParameterId }) =>
    nodesOfParameters(db, [parameter]),
  submit: (db: ReadDb, { readings }: { readonly readings: readonly EnteredValue[] }) =>
    nodesOfParameters(
      db,
      readings.map(({ parameter }) => parameter),
    ),
  correct: (db: ReadDb, { reading }: { readonly reading: ReadingId }) => nodesOfReadings(db, [reading]),
  correctAll: (
    db: ReadDb,
    { corrections }: { readonly corrections: readonly { readonly reading: ReadingId }[] },
  ) =>
    nodesOfReadings(
      db,
      corrections.map(({ reading }) => reading),
    ),
  withdraw: (db: ReadDb, { readings }: { readonly readings: readonly ReadingId[] }) =>
    nodesOfReadings(db, readings),
  check: nodesOfSelection,
  approve: nodesOfSelection,
  sendBack: nodesOfSelection,
  undo: (db: ReadDb, { act }: { readonly act: ActId }) => nodesOfAct(db, act),
  addEvidence: (
    db: ReadDb,
    { to }: { readonly to: { readonly reading?: ReadingId; readonly act?: ActId } },
  ) => (to.reading ? nodesOfReadings(db, [to.reading]) : to.act ? nodesOfAct(db, to.act) : null),
  removeEvidence: (db: ReadDb, { link }: { readonly link: EvidenceLinkId }) => {
    const target = linkTarget(db, link)
    if (!target) return null
    return nodesWhere(db, target.reading === null ? 'entered_act' : 'seq', [
      target.reading ?? target.act ?? 0,
    ])
  },
  monthStatus: nodeOfFacility,
  seal: nodeOfFacility,
  reopen: nodeOfFacility,
  collections: (_db: ReadDb, { facility }: { readonly facility: NodeId | null }) =>
    facility === null ? null : [facility],
  collectionRule: nodeOfFacility,
  saveCollectionRule: nodeOfFacility,
  removeCollectionRule: nodeOfFacility,
  collectionWorkbook: nodeOfFacility,
  saveWatchFolder: (
    db: ReadDb,
    { id, facility }: { readonly id: WatchFolder['id'] | null; readonly facility: NodeId },
  ) => [facility, ...nodesOfWatched(db, id)],
  removeWatchFolder: (db: ReadDb, { id }: { readonly id: WatchFolder['id'] }) => nodesOfWatched(db, id),
  ...laboratoryScopes,
  importInspect: nodeOfFacility,
  importPreview: nodeOfFacility,
  import: nodeOfFacility,
  settleRows: (db: ReadDb, { batch }: { readonly batch: BatchId }) => {
    const found = batchById(db, batch)
    return found ? nodesWhere(db, 'entered_act', [found.seq]) : null
  },
  seals: nodeOfFacility,
  ...standingScopes,
}

function nodesOfWatched(db: ReadDb, id: WatchFolder['id'] | null): NodeId[] {
  const folder = watchFolderById(db, id)
  return folder ? [folder.facility] : []
}
function nodeOfFacility(_db: ReadDb, { facility }: { readonly facility: NodeId }): NodeId[] {
  return [facility]
}
function nodesOfReadings(db: ReadDb, ids: readonly ReadingId[]): NodeId[] {
  return nodesWhere(
    db,
    'seq',
    ids.flatMap((id) => readingById(db, id)?.seq ?? []),
  )
}
function nodesOfAct(db: ReadDb, id: ActId): NodeId[] | null {
  const act = actById(db, id)
  return act ? nodesWhere(db, 'entered_act', [act.seq]) : null
}
function nodesOfSelection(db: ReadDb, { select }: { readonly select: Selection }): readonly NodeId[] | null {
  if (select.by === 'month') return [select.facility]
  return select.by === 'act' ? nodesOfAct(db, select.act) : nodesOfReadings(db, select.readings)
}
function nodesWhere(db: ReadDb, column: 'seq' | 'entered_act', values: readonly number[]): NodeId[] {
  const rows = db.ask<{ parameter: number }>(
    `SELECT DISTINCT parameter FROM activity_readings WHERE ${column} IN (SELECT value FROM json_each(?))`,
    JSON.stringify(values),
  )
  const parameters = parametersBySeq(
    db,
    rows.map(({ parameter }) => parameter),
  )
  return [...new Set(parameters.map(({ node }) => node))]
}
