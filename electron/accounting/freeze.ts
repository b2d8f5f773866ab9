import { eq } from 'drizzle-orm'

import { inventoryById } from '#db/accounting/queries'
import { accountingContents, accountingInventories } from '#db/accounting/tables'
import { readingsText } from '#db/activity/digest'
import type { ReadDb, WriteDb } from '#db/kernel/access'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { assemble } from '#shared/accounting/assemble'
import { inventoryDocument, withReported } from '#shared/accounting/document'
import { account as accountOf } from '#shared/accounting/engine'
import { type Inventory, type InventoryId, newInventory } from '#shared/accounting/inventory'
import { canonical } from '#shared/kernel/canonical'
import { type Figure, fromRecord } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'
import { replay } from '#shared/kernel/replay'

import { engineLibrary } from './engine-library.ts'
import { gather } from './gather.ts'
import { damagedParts, engineVersion, keep, openKept, sealed, totalsOf } from './kept-account.ts'
import { liveAccount } from './live.ts'
import { drawnForFreezing, keepIfUnchanged } from './uncertainty.ts'

/** What an area after this one does before a year is closed; it may refuse. */
export type BeforeClosing = (task: TaskContext) => Promise<unknown>

export interface Difference {
  readonly path: string
  readonly frozen: string | null
  readonly now: string | null
}

/** @throws Refusal `accounting.unknown-inventory` */
export function requireInventory(db: ReadDb, id: InventoryId): Inventory {
  const found = inventoryById(db, id)
  if (!found) throw new Refusal('accounting.unknown-inventory', { id })
  return found
}
/** @throws Refusal `accounting.is-frozen` */
export function requireWorking(db: ReadDb, id: InventoryId): Inventory {
  const found = requireInventory(db, id)
  if (found.state !== 'working')
    throw new Refusal('accounting.is-frozen', { title: found.title, version: found.version })
  return found
}

/**
 * Freezes an inventory: the document with a digest of the readings behind each month, the tree of every line, and a
 * signature over both hashes. The version that it replaces is superseded. What is stated of the uncertainty of inputs
 * is drawn and kept with it.
 *
 * @throws Refusal `accounting.incomplete` {lines}, `accounting.is-frozen`, `access.wrong-password`.
 */
export const freezing =
  (beforeClosing: BeforeClosing) =>
  async (
    task: TaskContext,
    { id, password }: { readonly id: InventoryId; readonly password: string },
  ): Promise<Inventory> => {
    const working = requireWorking(task.db, id)
    await confirmPassword(task, password)
    await beforeClosing(task)
    const drawn = await drawnForFreezing(task, working)
    return task.promote((context) => {
      const frozen = freezeNow(context, id)
      keepIfUnchanged(context, frozen, drawn)
      return frozen
    })
  }

function freezeNow(context: WriteContext, id: InventoryId): Inventory {
  const { db, around, user, now } = context
  const working = requireWorking(db, id)
  const digests = (parameter: number, month: string) => sha256(readingsText(db, parameter, month))
  const assembled = assemble(gather(db, around, newInventory.parse(working), digests))
  const document = inventoryDocument.parse(withReported(assembled, working.reported))
  const account = accountOf(document, engineLibrary(db, around))
  if (account.total.state === 'incomplete')
    throw new Refusal('accounting.incomplete', { lines: account.total.lines })
  const frozenDocument = keepContent(db, document)
  const frozenAccount = keepContent(db, keep(account))
  const signature = sign(context, {
    record: `accounting/inventory/${id}`,
    meaning: 'accounting.signed-frozen',
    signedHash: sha256(canonical({ document: frozenDocument, account: frozenAccount })),
  })
  db.update(accountingInventories)
    .set({
      state: 'frozen',
      documentHash: frozenDocument,
      accountHash: frozenAccount,
      engine: engineVersion,
      frozenBy: user ?? 'system',
      frozenAt: now,
      signatureId: signature,
      changedBy: user ?? 'system',
      changedAt: now,
    })
    .where(eq(accountingInventories.id, id))
    .run()
  if (working.replaces !== null)
    db.update(accountingInventories)
      .set({ state: 'superseded' })
      .where(eq(accountingInventories.id, working.replaces))
      .run()
  return requireInventory(db, id)
}

function keepContent(db: WriteDb, content: unknown): string {
  const { body, sha256: hash } = sealed(content)
  db.insert(accountingContents).values({ sha256: hash, body }).onConflictDoNothing().run()
  return hash
}

/** A store and the program's own rules, which lie in the folder that `program` names. */
interface Program extends Pick<ReadContext, 'db'> {
  readonly around: Pick<ReadContext['around'], 'program'>
}

/** Computes a frozen inventory again from its kept document, and replays every kept tree from its leaves. */
export function recompute({ db, around }: Program, id: InventoryId) {
  const frozen = requireFrozen(db, id)
  const versions = { engine: frozen.engine ?? '', now: engineVersion }
  const damaged = damagedParts(db, frozen)
  if (damaged.length > 0) return { isIdentical: false, ...versions, damaged, faults: [], differences: [] }
  const { inventory, opened, library } = openFrozen(db, around, id)
  const again = keep(accountOf(opened.document, library))
  const faults = opened.kept.sources.flatMap((source) =>
    source.months.flatMap(({ month, emission }) =>
      replayFaults(fromRecord(emission), `source/${source.id}/${month}`),
    ),
  )
  const differences = differencesOf(opened.kept.totals, again.totals)
  const isIdentical = sealed(again).sha256 === inventory.accountHash && faults.length === 0
  return { isIdentical, ...versions, damaged, faults, differences }
}
function replayFaults(figure: Figure, path: string): string[] {
  return replay(figure).map(({ path: within }) => `${path} ${within}`)
}

/** What the registers say today against what was frozen, total by total. */
export function compareWithToday({ db, around }: ReadContext, id: InventoryId): Difference[] {
  const { inventory, opened } = openFrozen(db, around, id)
  const live = liveAccount(db, around, newInventory.parse(inventory))
  const today = Object.fromEntries(
    totalsOf(live.account).map(({ path, total }) => [
      path,
      total.state === 'complete' ? total.figure.value.toFixed() : '',
    ]),
  )
  return differencesOf(opened.kept.totals, today)
}

function requireFrozen(db: ReadDb, id: InventoryId): Inventory {
  const inventory = requireInventory(db, id)
  if (inventory.state === 'working') throw new Refusal('accounting.not-frozen', { title: inventory.title })
  return inventory
}
function openFrozen(db: ReadDb, around: Program['around'], id: InventoryId) {
  const inventory = requireFrozen(db, id)
  const library = engineLibrary(db, around)
  return { inventory, library, opened: openKept(db, inventory, library) }
}

function differencesOf(
  frozen: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Difference[] {
  const paths = [...new Set([...Object.keys(frozen), ...Object.keys(now)])]
  return paths
    .filter((path) => frozen[path] !== now[path])
    .map((path) => ({ path, frozen: frozen[path] ?? null, now: now[path] ?? null }))
}
