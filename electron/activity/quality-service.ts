import { join } from 'node:path'

import { eq } from 'drizzle-orm'

import { answerById, fileTraces, unreadFiles } from '#db/activity/quality-queries'
import { fileTraces as traceTable, findingAnswers } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import { nodesOfParameters, parameterById, parametersOfSource, sourceById } from '#db/monitoring/queries'
import type { ReadTrace } from '#electron/activity/evidence-traces-job'
import {
  findingRegister,
  type FindingSource,
  type RegisterQuestion,
} from '#electron/activity/finding-register'
import { findingSheet } from '#electron/activity/finding-sheet'
import { exportMonitoring } from '#electron/activity/monitoring-report'
import { registerOfSources } from '#electron/activity/register-findings'
import { type EffectOf, gapsOf, offersOf, substitute } from '#electron/activity/substitution-service'
import { activityFindings } from '#electron/activity/year-findings'
import type { Handlers, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { evidencePath } from '#electron/kernel/evidence-store'
import { spelledHead } from '#electron/kernel/given-anchors'
import { writeKept } from '#electron/kernel/kept-bytes'
import { printXlsx } from '#electron/kernel/print-xlsx'
import { offerDownload } from '#electron/kernel/uploads'
import { addParameter } from '#electron/monitoring/parameters'
import type { FindingAnswerId } from '#shared/activity/finding-register'
import type { qualityContract } from '#shared/activity/quality-contract'
import { activityQualityTexts } from '#shared/activity/quality-texts'
import { stockRoleOf, stockRoles } from '#shared/activity/stock'
import { Refusal } from '#shared/kernel/refusal'
import { anchoredSheets } from '#shared/kernel/sheet'
import { type Language, say } from '#shared/kernel/texts'
import type { ParameterId, SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

/** What later areas bring to the quality of data. */
export interface QualityParts {
  readonly findings: readonly FindingSource[]
  readonly effectOf: EffectOf
}

/** The findings of this area and of those before it. */
export const ownFindings: readonly FindingSource[] = [registerOfSources, activityFindings]

/** Handlers of findings, of values that stand in, and of what files say of themselves. */
export function qualityHandlers({
  findings: later,
  effectOf,
}: QualityParts): Handlers<typeof qualityContract> {
  const sources = [...ownFindings, ...later]
  return {
    findings: (context, { language, ...question }) => findingRegister(context, question, language, sources),
    findingCounts: (context, question) => {
      const { findings } = findingRegister(context, question, 'zh', sources)
      const count = (state: string) =>
        findings.filter((finding) => finding.state === state && finding.severity !== 'note').length
      return { open: count('open'), changed: count('changed') }
    },
    answerFinding: (context, answer) => answerFinding(context, answer, sources),
    withdrawAnswer: (context, { id }) => {
      withdrawAnswer(context, id)
      return {}
    },
    exportFindings: (context, wish) => exportFindings(context, wish, sources),
    exportMonitoring,
    gaps: (context, question) => gapsOf(context, question),
    offers: (context, at) => offersOf(context, at, effectOf),
    substitute,
    addStock,
    traces: ({ db }) => ({ traces: fileTraces(db), unread: unreadFiles(db).length }),
    readTraces,
  }
}

interface Answer extends RegisterQuestion {
  readonly code: string
  readonly where: string
  readonly fingerprint: string
  readonly reason: string
}

/** Keeps what a person says to a finding as it stands now; an earlier answer to the same one is put aside. */
function answerFinding(
  context: WriteContext,
  { code, where, fingerprint, reason, ...question }: Answer,
  sources: readonly FindingSource[],
): { readonly id: FindingAnswerId } {
  const inLanguage = (language: Language) =>
    findingRegister(context, question, language, sources).findings.find(
      (finding) => finding.code === code && finding.where === where,
    )
  const [zh, en] = [inLanguage('zh'), inLanguage('en')]
  if (!zh || !en) throw new Refusal('activity.no-such-finding')
  if (zh.fingerprint !== fingerprint) throw new Refusal('activity.finding-changed')
  if (zh.answer) withdrawAnswer(context, zh.answer.id)
  const id: FindingAnswerId = context.newId<'finding-answer'>()
  const { db, user, now } = context
  const { year } = question
  const words = { zh: zh.words, en: en.words }
  db.insert(findingAnswers)
    .values({ id, year, code, place: where, fingerprint, words, reason, by: user, at: now })
    .run()
  return { id }
}

function withdrawAnswer({ db, user, now }: WriteContext, id: FindingAnswerId): void {
  if (!answerById(db, id)?.isOpen) throw new Refusal('activity.no-such-answer')
  db.update(findingAnswers)
    .set({ withdrawnBy: user, withdrawnAt: now })
    .where(eq(findingAnswers.id, id))
    .run()
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function exportFindings(
  context: TaskContext,
  { language, ...question }: RegisterQuestion & { readonly language: Language },
  sources: readonly FindingSource[],
): Promise<{ readonly download: string; readonly fileName: string }> {
  const register = findingRegister(context, question, language, sources)
  const sheet = findingSheet(context.db, register, question, language)
  const bytes = await printXlsx(anchoredSheets([sheet], spelledHead(context.folder)), {
    title: sheet.title,
    footer: sheet.name,
  })
  const download = context.newId<'export'>()
  const path = join(context.folder, 'exports', download)
  writeKept(path, bytes)
  const fileName = `${sheet.title}.xlsx`
  offerDownload(context.folder, download, { name: fileName, type: xlsx, sha256: sha256(bytes) })
  context.report({ step: 'activity.reading-file', done: bytes.length, total: null })
  return { download, fileName }
}

/** Sets up purchases and closing stock of a fuel as parameters of its place, entered month by month. */
function addStock(
  context: WriteContext,
  { source: id, language }: { readonly source: SourceId; readonly language: Language },
): { readonly parameters: ParameterId[] } {
  const { db } = context
  const source = sourceById(db, id)
  const fuel = source && parametersOfSource(db, id).findLast(({ role }) => role === 'fuel')
  if (!source || !fuel) throw new Refusal('activity.stock-without-fuel', { name: source?.name ?? '' })
  const known = db.ask(
    'SELECT 1 FROM monitoring_parameters WHERE role = ? LIMIT 1',
    stockRoleOf('closing', id),
  )
  if (known.length > 0) throw new Refusal('activity.stock-set-up', { name: source.name })
  return {
    parameters: stockRoles.map((role) => {
      const { name, node } = source
      const { unit, responsible, department, position, validFrom } = fuel
      return addParameter(context, {
        node,
        source: null,
        role: stockRoleOf(role, id),
        name: say(activityQualityTexts[`activity.stock.${role}`], language, { name }),
        unit,
        determination: 'measured',
        rollUp: role === 'closing' ? 'mean' : 'sum',
        weightedBy: null,
        meter: null,
        factor: null,
        frequency: 'month',
        gapRule: 'none',
        bandLow: null,
        bandHigh: null,
        mayBeNegative: false,
        responsible,
        department,
        position,
        validFrom,
        validTo: null,
      }).id
    }),
  }
}

/** Reads what nobody has read yet on a thread of its own, and keeps it: a file under a hash never changes. */
async function readTraces(context: TaskContext): Promise<{ readonly read: number }> {
  const { db, folder, job, promote, now } = context
  const files = unreadFiles(db).map(({ sha256: hash, name }) => ({
    sha256: hash,
    name,
    path: evidencePath(folder, hash),
  }))
  if (files.length === 0) return { read: 0 }
  const read = await job<readonly ReadTrace[]>('activity.read-traces', { files })
  promote((write) => {
    for (const trace of read)
      write.db
        .insert(traceTable)
        .values({ ...trace, readAt: now })
        .onConflictDoNothing()
        .run()
  })
  return { read: read.length }
}

/** The nodes that these requests touch, for grants that reach only part of the plant. */
export const qualityScopes = {
  findings: ofFacility,
  answerFinding: ofFacility,
  exportFindings: ofFacility,
  exportMonitoring: ofFacility,
  gaps: ofFacility,
  offers: ofParameter,
  substitute: ofParameter,
  addStock: (db: ReadDb, { source }: { readonly source: SourceId }) => {
    const found = sourceById(db, source)
    return found ? [found.node] : null
  },
}
function ofFacility(_db: ReadDb, { facility }: { readonly facility: NodeId | null }): NodeId[] | null {
  return facility === null ? null : [facility]
}
function ofParameter(db: ReadDb, { parameter }: { readonly parameter: ParameterId }): NodeId[] {
  return parameterById(db, parameter) ? nodesOfParameters(db, [parameter]) : []
}
