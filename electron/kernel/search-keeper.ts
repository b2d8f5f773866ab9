import type { WriteDb } from '#db/kernel/access'
import { indexedRecords } from '#db/kernel/search-queries'
import { sha256 } from '#electron/kernel/crypto'
import type { Offers } from '#electron/kernel/offers'
import { runCommand, type Spine } from '#electron/kernel/spine'
import { canonical } from '#shared/kernel/canonical'
import type { RecordEntry } from '#shared/kernel/record'
import { indexedWords } from '#shared/kernel/search-words'

type Records = Offers['records']

/**
 * Brings the index to what areas offer now. Writes only what differs; a second run changes nothing. It is derived
 * from records that have audit lines of their own, and so has none.
 *
 * @param areas the areas that changed; null for all.
 * @returns how many rows changed.
 */
export function keepSearch(spine: Spine, records: Records, areas: readonly string[] | null): number {
  const { read } = spine.store()
  const wanted = areas === null ? null : areas.filter((area) => Object.hasOwn(records, area))
  if (wanted?.length === 0) return 0
  const known = indexedRecords(read, wanted)
  const offered = new Map(
    Object.entries(records)
      .filter(([area]) => wanted?.includes(area) ?? true)
      .flatMap(([, source]) => source(read, spine.around))
      .map((entry) => [entry.record, { entry, digest: sha256(canonical(entry)) }]),
  )
  const changed = [...offered.values()].filter(
    ({ entry, digest }) => known.get(entry.record)?.digest !== digest,
  )
  const gone = [...known].filter(([record]) => !offered.has(record)).map(([, { id }]) => id)
  if (changed.length + gone.length === 0) return 0
  runCommand(spine, { ...byItself, now: spine.around.now() }, ({ db, bulk }) =>
    bulk({ area: 'kernel' }, () => {
      for (const id of gone) forget(db, id)
      for (const { entry, digest } of changed) {
        const before = known.get(entry.record)
        if (before) forget(db, before.id)
        index(db, entry, digest)
      }
    }),
  )
  return changed.length + gone.length
}

/** The keeper for `byItself`: everything once for each store, and then what changed. */
export function searchKeeper(records: () => Records) {
  const whole = new WeakSet<object>()
  return (spine: Spine, areas: readonly string[] | null): void => {
    const { sqlite } = spine.store()
    const isFirst = !whole.has(sqlite)
    keepSearch(spine, records(), isFirst ? null : areas)
    whole.add(sqlite)
  }
}

/** Throws the index away and makes it again. @returns how many records it holds. */
export function rebuildIndex(db: WriteDb, records: Records, around: Spine['around']): number {
  db.run('DELETE FROM kernel_search')
  db.run(`INSERT INTO kernel_search_words (kernel_search_words) VALUES ('delete-all')`)
  const entries = Object.values(records).flatMap((source) => source(db, around))
  for (const entry of entries) index(db, entry, sha256(canonical(entry)))
  return entries.length
}

const byItself = {
  procedure: 'desk.keepSearch',
  meta: { kind: 'command', permission: 'signed-in', audit: false },
  window: 'search',
  signal: undefined,
  user: null,
} as const

function index(db: WriteDb, entry: RecordEntry, digest: string): void {
  const { record, kind, title, number, state, path, seenWith, node, text } = entry
  db.run(
    `INSERT INTO kernel_search (record, kind, title, number, state, path, seen_with, node, body, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record,
    kind,
    title,
    number,
    state,
    path,
    seenWith,
    node,
    text,
    digest,
  )
  db.run(
    `INSERT INTO kernel_search_words (rowid, title, body)
     SELECT id, ?, ? FROM kernel_search WHERE record = ?`,
    indexedWords(`${number ?? ''} ${title}`),
    indexedWords(text),
    record,
  )
}
function forget(db: WriteDb, id: number): void {
  db.run('DELETE FROM kernel_search_words WHERE rowid = ?', id)
  db.run('DELETE FROM kernel_search WHERE id = ?', id)
}
