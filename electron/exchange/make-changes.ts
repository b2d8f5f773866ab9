import { join } from 'node:path'

import { peopleById } from '#db/access/queries'
import { lastRestore, linesAfter, positionBefore } from '#db/exchange/change-queries'
import { type ReadDb, readDb } from '#db/kernel/access'
import type { RowChange } from '#db/kernel/changes'
import { openReader } from '#db/kernel/open'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { organizationOf } from '#db/organization/queries'
import { baselinesOf } from '#db/performance/plan-queries'
import { indicatorsOf } from '#db/performance/queries'
import { beginOf } from '#electron/access/past'
import type { TaskContext } from '#electron/kernel/context'
import { scryptCost } from '#electron/kernel/crypto'
import { hashOfFile } from '#electron/kernel/evidence-store'
import type { OfferedFile } from '#electron/kernel/offer-file'
import { rowsThen } from '#electron/kernel/rows-then'
import { sealPackage } from '#electron/kernel/sealed-package'
import type { Spine } from '#electron/kernel/spine'
import { offerDownload } from '#electron/kernel/uploads'
import { changeKindFacts, changeKinds } from '#shared/exchange/change-kinds'
import {
  type ChangedRecord,
  type ChangePackage,
  type Fields,
  type TrailPosition,
  trailPosition,
} from '#shared/exchange/changes'
import { canonical } from '#shared/kernel/canonical'
import { isSameValue } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'

import { everyTravelling } from './travelling.ts'

export const changesKind = 'change-package'

/** The last line that the trail of this folder has in common with the one from whose backup it was restored. */
export function restoredFrom(db: ReadDb): (TrailPosition & { readonly at: string }) | null {
  const found = lastRestore(db)
  if (!found) return null
  const { notes } = JSON.parse(found.detail) as { readonly notes: readonly Record<string, unknown>[] }
  const note = notes.find(({ code }) => code === 'exchange.restored')
  const shared = trailPosition.safeParse({ seq: note?.['seq'], hash: note?.['head'] })
  return shared.success ? { ...shared.data, at: found.at } : null
}

interface Wanted {
  /** The first day on which the copy was a folder of its own; null where the trail tells it. */
  readonly since: string | null
  readonly passphrase: string
}

/**
 * Seals what was changed in this folder since it was a copy of another, for the one who keeps the other.
 *
 * @throws Refusal `exchange.changes-no-base` where nothing says from when on, `exchange.changes-nothing`.
 */
export async function makeChanges(
  { dayAt }: Pick<Spine, 'dayAt'>,
  task: TaskContext,
  { since, passphrase }: Wanted,
): Promise<OfferedFile> {
  const { folder, now, around } = task
  const shared = since === null ? restoredFrom(task.db) : positionBefore(task.db, beginOf(since, dayAt))
  if (!shared) throw new Refusal('exchange.changes-no-base')
  task.report({ step: 'exchange.changes.step-gathering', done: 0, total: null })
  const content = contentOf(task, { seq: shared.seq, hash: shared.hash })
  if (content.records.length === 0) throw new Refusal('exchange.changes-nothing')
  const identity = storeIdentity(task.db)
  const head = chainHead(task.db)
  const download = task.newId<'export'>()
  const path = join(folder, 'exports', download)
  const bytes = Buffer.from(canonical(content))
  await sealPackage(
    path,
    { kind: changesKind, id: content.id, passphrase, cost: around.passwordCost ?? scryptCost },
    { storeId: identity?.storeId ?? '', deviceId: identity?.deviceId ?? '', head, madeAt: now },
    [{ path: 'content.json', content: bytes }],
  )
  task.signal.throwIfAborted()
  const fileName = `${content.organization.replace(/[\\/:*?"<>|\s]+/g, '_')}-${task.today}.tanbu-changes`
  offerDownload(folder, download, {
    name: fileName,
    type: 'application/octet-stream',
    sha256: hashOfFile(path),
  })
  task.promote(({ note }) =>
    note({
      code: 'exchange.changes-made',
      package: content.id,
      records: content.records.length,
      seq: head.seq,
      hash: head.hash,
    }),
  )
  return { download, fileName }
}

function contentOf(task: TaskContext, shared: TrailPosition): ChangePackage {
  const { db, folder, user } = task
  const reader = openReader(folder)
  const tables = changeKinds.flatMap((kind) => changeKindFacts[kind].tables)
  const then = rowsThen(reader.sqlite, tables, shared.seq)
  try {
    const lines = linesAfter(db, shared)
    const records = changedSince(readDb(then), reader.read, touchedIn(lines), nameBehind(db))
    const nameOf = titlesIn(reader.read, readDb(then))
    const ids = new Set(canonical(records).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
    return {
      format: 1,
      id: task.newId<'change-package'>(),
      organization: organizationOf(db)?.name ?? '',
      shared,
      branch: lines[0]?.hash ?? shared.hash,
      madeBy: { user, name: nameBehind(db)(user) },
      records,
      rest: restIn(lines, tables),
      names: Object.fromEntries(
        [...ids].flatMap((id) => (nameOf.has(id) ? [[id, nameOf.get(id) ?? '']] : [])),
      ),
    }
  } finally {
    then.close()
    reader.close()
  }
}

interface Touch {
  readonly actor: string
  readonly at: string
}
type Line = ReturnType<typeof linesAfter>[number]
const changesOf = ({ outcome, detail }: Line) =>
  outcome === 'done' ? (JSON.parse(detail) as { changes: readonly RowChange[] }).changes : []

/** Who changed a row last, by its id. */
function touchedIn(lines: readonly Line[]): ReadonlyMap<unknown, Touch> {
  return new Map(
    lines.flatMap((line) =>
      changesOf(line).map(({ before, after }) => [(after ?? before)?.['id'], line] as const),
    ),
  )
}

/** Tables that belong to the machine and not to the plant. */
const ofMachine = /^(exchange_|kernel_(numbers|store|signatures)|access_(sessions|throttle))/

/** How many rows of other tables were changed: they stay where they are, and that is said. */
function restIn(lines: readonly Line[], travelling: readonly string[]): ChangePackage['rest'] {
  const rows = new Map<string, Set<string>>()
  for (const change of lines.flatMap(changesOf)) {
    if (travelling.includes(change.table) || ofMachine.test(change.table)) continue
    const row = change.after ?? change.before ?? {}
    const known = rows.get(change.table) ?? new Set()
    rows.set(change.table, known.add(canonical(row['id'] ?? row)))
  }
  return [...rows].map(([table, { size }]) => ({ table, rows: size })).toSorted((a, b) => b.rows - a.rows)
}

function changedSince(
  then: ReadDb,
  now: ReadDb,
  touched: ReadonlyMap<unknown, Touch>,
  nameOf: (user: string) => string,
): ChangedRecord[] {
  return everyTravelling.flatMap(({ kind, all, title }) => {
    const before = new Map(all(then).map(({ id, fields }) => [id, fields]))
    const after = new Map(all(now).map(({ id, fields }) => [id, fields]))
    // Those that stand, in their own order, then those that were removed.
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
      const [base, there] = [before.get(id) ?? null, after.get(id) ?? null]
      if (isSameValue(base, there)) return []
      const touch = touched.get(id)
      const by = touch ? { user: touch.actor, name: nameOf(touch.actor) } : null
      const shown: Fields = there ?? base ?? {}
      return [{ kind, id, title: title(shown), base, there, by, at: touch?.at ?? null } as ChangedRecord]
    })
  })
}

/** What records that facts can point at are called, also those that are there no more. */
function titlesIn(now: ReadDb, then: ReadDb): ReadonlyMap<string, string> {
  const ofKinds = (db: ReadDb) =>
    everyTravelling.flatMap(({ all, title }) => all(db).map(({ id, fields }) => [id, title(fields)] as const))
  const indicators = new Map(indicatorsOf(now).map(({ id, name }) => [id, name]))
  return new Map<string, string>([
    ...ofKinds(then),
    ...ofKinds(now),
    ...indicators,
    ...baselinesOf(now).map(({ id, indicator }) => [id, indicators.get(indicator) ?? ''] as const),
  ])
}

function nameBehind(db: ReadDb): (user: string | null) => string {
  const names = new Map([...peopleById(db).values()].map(({ userId, name }) => [userId, name]))
  return (user) => (user === null ? '' : (names.get(user as never) ?? ''))
}
