import { join } from 'node:path'

import { eq } from 'drizzle-orm'

import { recordedIn } from '#db/activity/batches'
import { closingNodes } from '#db/activity/closing'
import { collectionRuleOf } from '#db/activity/collection-queries'
import { collectionRules } from '#db/activity/tables'
import type { ReadDb } from '#db/kernel/access'
import { parameterById } from '#db/monitoring/queries'
import { collectionsOf, ruleOf } from '#electron/activity/collection'
import { collectionKey, daysOfPeriod } from '#electron/activity/collection-keys'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { writeKept } from '#electron/kernel/kept-bytes'
import { printXlsx } from '#electron/kernel/print-xlsx'
import { offerDownload } from '#electron/kernel/uploads'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import type { Collection } from '#shared/activity/collection'
import type { collectionContract } from '#shared/activity/collection-contract'
import { collectionSheet, type WantedCell } from '#shared/activity/collection-sheet'
import { collectionTexts } from '#shared/activity/collection-texts'
import { daysIn, type Month, monthAfter, monthOf } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { type Language, say } from '#shared/kernel/texts'
import type { NodeId } from '#shared/organization/model'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Who has to bring what by when, and the workbooks for it. */
export const collectionHandlers: Handlers<typeof collectionContract> = {
  collections: ({ db, today }, { year, facility }) => {
    const begun = monthAfter(monthOf(today))
    const to = begun < `${year + 1}-01` ? begun : `${year + 1}-01`
    return collectionsOf(db, { from: `${year}-01`, to, facility }, workCalendarOf(db))
  },
  collectionRule: ({ db, today }, { facility }) => ({
    ...ruleOf(db, facility, monthOf(today)),
    isOwn: collectionRuleOf(db, facility) !== null,
  }),
  saveCollectionRule: ({ db, user, now }, { facility, ...rule }) => {
    if (closingNodes(db)(facility)?.id !== facility) throw new Refusal('activity.no-such-facility')
    const facts = { ...rule, changedBy: user, changedAt: now }
    db.insert(collectionRules)
      .values({ facility, ...facts })
      .onConflictDoUpdate({ target: collectionRules.facility, set: facts })
      .run()
    return {}
  },
  removeCollectionRule: ({ db }, { facility }) => {
    db.delete(collectionRules).where(eq(collectionRules.facility, facility)).run()
    return {}
  },
  collectionWorkbook: makeWorkbook,
}

interface Wanted {
  readonly facility: NodeId
  readonly department: string | null
  readonly month: Month
  readonly language: Language
}

/** The workbook of a department and month, with a row for every value that is not recorded yet. */
async function makeWorkbook(
  { db, folder, newId }: TaskContext,
  { facility, department, month, language }: Wanted,
): Promise<{ download: string; name: string; rows: number }> {
  const span = { from: month, to: monthAfter(month), facility }
  const found = collectionsOf(db, span, workCalendarOf(db)).find((each) => each.department === department)
  const facts = { month, department: department ?? '—' }
  if (!found) throw new Refusal('activity.nothing-to-collect', facts)
  const missing = found.parameters.filter(({ isPresent }) => !isPresent)
  const hourly = missing.filter((line) => comesAsFile(db, line)).map(({ name }) => name)
  const wanted = missing.filter((line) => !comesAsFile(db, line)).flatMap((line) => wantedCells(db, line))
  if (wanted.length === 0 && hourly.length > 0)
    throw new Refusal('activity.collection-hourly', { ...facts, names: hourly.join('、') })
  if (wanted.length === 0) throw new Refusal('activity.collection-complete', facts)
  const sheet = collectionSheet(found, wanted, hourly, language)
  const bytes = await printXlsx([sheet], { title: sheet.title, footer: `${sheet.title} · ${month}` })
  const download = newId<'export'>()
  const parts = [found.place, department, month, say(collectionTexts['activity.workbook.sheet'], language)]
  const name = `${parts
    .filter((part) => part !== null)
    .join('-')
    .replaceAll(/[\\/:*?"<>|]/g, '_')}.xlsx`
  writeKept(join(folder, 'exports', download), bytes)
  offerDownload(folder, download, { name, type: xlsx, sha256: sha256(bytes) })
  return { download, name, rows: wanted.length }
}

/**
 * Hours that a method multiplies hour by hour, or whose mean it takes, come as the file of an instrument: no sum of a
 * day stands for them. Hourly amounts do add up to days.
 */
function comesAsFile(db: ReadDb, { id, frequency }: Collection['parameters'][number]): boolean {
  return frequency === 'hour' && parameterById(db, id)?.rollUp !== 'sum'
}

/** The cells of a parameter that are still empty: days for what is asked for by day or hour, else its month or year. */
function wantedCells(db: ReadDb, line: Collection['parameters'][number]): WantedCell[] {
  const parameter = parameterById(db, line.id)
  if (!parameter) return []
  const recorded = recordedIn(db, parameter.seq, line.key)
  const isEmpty = (period: string): boolean => {
    const { from, to } = daysOfPeriod(period)
    return !recorded.some((reading) => reading.from < to && reading.to > from)
  }
  const isByDay = line.frequency === 'day' || line.frequency === 'hour'
  const periods = isByDay ? daysOf(line.key) : [line.key]
  return periods.filter(isEmpty).map((period) => ({ key: collectionKey(parameter, period), period, line }))
}

function daysOf(month: Month): string[] {
  return Array.from({ length: daysIn(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}
