import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { inventoriesOf } from '#db/accounting/queries'
import type { ReadDb } from '#db/kernel/access'
import { migrationsIn } from '#db/kernel/migrate'
import { openReader, requireCurrent } from '#db/kernel/open'
import { reportInput } from '#electron/accounting/report-input'
import { accountOfInventory } from '#electron/accounting/service'
import { usualRules } from '#electron/accounting/usual-rules'
import { bytesOfExport } from '#electron/exchange/make-exports'
import { type Anchor, readAnchor } from '#electron/kernel/anchor'
import { dayIn } from '#electron/kernel/backend'
import { sha256 } from '#electron/kernel/crypto'
import { anchorsIn, givenAnchors } from '#electron/kernel/given-anchors'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { verifyChain } from '#electron/kernel/verify-chain'
import { emptyReportPlan, type Inventory, type InventoryId } from '#shared/accounting/inventory'
import { fileNameOf } from '#shared/accounting/report'
import { type ReportKind, reportKinds } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'
import { grouped } from '#shared/kernel/sheet'

import { jsonOf, tellAccount } from './calculate.ts'
import { type Ending, type Talk, Usage, worded } from './talk.ts'

const quietly = () => {}

/** Opens a data folder for reading, also beside a running program, and closes it again. */
async function reading<T>(folder: string, work: (db: ReadDb) => T | Promise<T>): Promise<T> {
  const reader = openReader(folder)
  try {
    requireCurrent(reader.read, migrationsIn(join(nodeSurroundings().program, 'db', 'migrations')))
    return await work(reader.read)
  } finally {
    reader.close()
  }
}

/** The newest inventory of a year or, while none is kept, the year by the plant's usual rules. */
function inventoryOf(db: ReadDb, year: number): Inventory {
  const kept = inventoriesOf(db).find((inventory) => inventory.year === year)
  if (kept) return kept
  const rules = usualRules({ db, around: nodeSurroundings() }, year, null)
  if (!rules) throw new Refusal('accounting.no-organization')
  return {
    ...rules,
    id: '' as InventoryId,
    version: 1,
    state: 'working',
    plan: emptyReportPlan,
    reported: [],
    documentHash: null,
    accountHash: null,
    engine: null,
    frozenBy: null,
    frozenAt: null,
    replaces: null,
    changedAt: nodeSurroundings().now().toISOString(),
  }
}

/** Prints the inventory of a year. */
export function inventory(talk: Talk, folder: string, year: number, asJson: boolean): Promise<Ending> {
  return reading(folder, (db) => {
    const around = nodeSurroundings()
    const { account, document, findings } = accountOfInventory({ db, around }, inventoryOf(db, year))
    if (asJson) talk.out(jsonOf(document, { ...account, findings }))
    else {
      const { total } = account
      if (total.state === 'complete')
        talk.out(worded(talk, 'cli.total', { year, value: grouped(total.figure.value.toFixed()) }))
      tellAccount(talk, document.title, account, findings)
    }
    return account.total.state === 'complete' ? 'done' : 'incomplete'
  })
}

/** Makes the files of a year in a folder; the data folder itself is only read. */
export async function exportFiles(
  talk: Talk,
  folder: string,
  year: number,
  to: string,
  kinds: readonly string[],
): Promise<Ending> {
  const wanted = kinds.map(kindOf)
  await reading(folder, async (db) => {
    const around = nodeSurroundings()
    const now = around.now()
    const context = { db, around, now: now.toISOString(), today: dayIn(now, 'Asia/Shanghai') }
    const chosen = inventoryOf(db, year)
    const input = reportInput(context, chosen, talk.language)
    const { document } = accountOfInventory(context, chosen)
    mkdirSync(to, { recursive: true })
    for (const kind of wanted) {
      const bytes = await bytesOfExport(kind, { input, document, head: readAnchor(folder) }, around.program)
      const file = join(to, `${fileNameOf(input)}.${kind}`)
      await writeFile(file, bytes, { flush: true })
      talk.out(worded(talk, 'cli.wrote', { file, sha256: sha256(bytes) }))
    }
  })
  return 'done'
}
function kindOf(text: string): ReportKind {
  const kind = reportKinds.find((each) => each === text)
  if (!kind) throw new Usage('export DIR --year YEAR --to DIR [--kinds xlsx,docx,pdf,json]')
  return kind
}

/**
 * Verifies the audit chain of a data folder and names the first broken link. Every head that the folder remembers to have
 * given out is compared, and those that are handed in: as they are printed, or in a file that holds them.
 */
export function auditVerify(talk: Talk, folder: string, handed: readonly string[] = []): Promise<Ending> {
  const anchors = [...givenAnchors(folder), ...handed.flatMap(anchorsFrom)]
  return reading(folder, (db) => {
    const { lines, head, firstBreak, hasAnchor } = verifyChain(db, readAnchor(folder), quietly, anchors)
    if (!hasAnchor) talk.err(worded(talk, 'cli.chain-no-anchor'))
    if (firstBreak === null) {
      talk.out(worded(talk, 'cli.chain-whole', { lines, head }))
      if (anchors.length > 0) talk.out(worded(talk, 'cli.chain-anchors', { anchors: anchors.length }))
      return 'done'
    }
    talk.out(
      worded(talk, 'cli.chain-broken', {
        seq: firstBreak.seq,
        what: worded(talk, `cli.break-${firstBreak.what}`),
      }),
    )
    return 'check-failed'
  })
}

/** @throws Usage where neither an anchor nor a file that holds one was given. */
function anchorsFrom(text: string): Anchor[] {
  const found = anchorsIn(existsSync(text) ? readFileSync(text, 'utf8') : text)
  if (found.length === 0) throw new Usage(auditUsage)
  return found
}
export const auditUsage = 'audit verify DIR [--anchor SEQ:HASH | FILE]'
