import Sqlite from 'better-sqlite3'

import type { ReadDb } from '#db/kernel/access'
import type { Anchor } from '#electron/kernel/anchor'
import { type AuditLine, chainStart, hashOfLine } from '#electron/kernel/audit'
import type { Progress } from '#shared/kernel/contract'

/** Where a chain breaks first, and what differs there. */
export interface Break {
  readonly seq: number
  readonly what:
    | 'missing' // there is no line with this number
    | 'changed' // the line's content does not give its hash
    | 'unlinked' // the line does not name the hash of the line before
    | 'cut-off' // the anchor knows this line, the chain ends before it
    | 'rewritten' // the chain is whole, but this line is not the one that the anchor knows
    | 'unreadable' // the file is damaged here
}
export interface ChainReport {
  /** Lines that were read and agree. */
  readonly lines: number
  /** Hash of the last of them, to be noted down elsewhere: whoever holds it can tell this chain from any other. */
  readonly head: string
  readonly firstBreak: Break | null
  readonly hasAnchor: boolean
  /** How many heads that were given out were compared with their lines. */
  readonly anchors: number
}

type StoredLine = AuditLine & { readonly hash: string }

/**
 * Recomputes the whole chain from its first line and compares it with the anchor, and with every head that was given out
 * before: who writes the history anew, with all of its hashes, cannot write those anew as well.
 *
 * @param report is told every 1,000 lines.
 */
export function verifyChain(
  db: ReadDb,
  anchor: Anchor | null,
  report: (progress: Progress) => void,
  given: readonly Anchor[] = [],
): ChainReport {
  const wanted = Map.groupBy(given, ({ seq }) => seq)
  let rewritten: number | null = null
  let lines = 0
  let head = chainStart
  let anchored = anchor === null ? '' : chainStart
  const broken = (what: Break['what'], seq = lines + 1): ChainReport => ({
    lines,
    head,
    firstBreak: { seq, what },
    hasAnchor: anchor !== null,
    anchors: given.length,
  })
  try {
    const total = db.ask<{ count: number }>('SELECT count(*) AS count FROM kernel_audit')[0]?.count ?? 0
    for (const line of db.each<StoredLine>('SELECT * FROM kernel_audit ORDER BY seq')) {
      const trouble = breakOf(line, lines + 1, head)
      if (trouble) return broken(trouble)
      lines += 1
      head = line.hash
      if (line.seq === anchor?.seq) anchored = line.hash
      if (wanted.get(line.seq)?.some(({ hash }) => hash !== line.hash) === true) rewritten ??= line.seq
      if (lines % 1000 === 0) report({ step: 'access.verifying', done: lines, total })
    }
    report({ step: 'access.verifying', done: lines, total })
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CORRUPT'))
      return broken('unreadable')
    throw error
  }
  if (rewritten !== null) return broken('rewritten', rewritten)
  if (anchor && anchor.seq > lines) return broken('cut-off')
  if (given.some(({ seq }) => seq > lines)) return broken('cut-off')
  if (anchor && anchored !== anchor.hash) return broken('rewritten', anchor.seq)
  return { lines, head, firstBreak: null, hasAnchor: anchor !== null, anchors: given.length }
}

function breakOf(line: StoredLine, expected: number, head: string): Break['what'] | null {
  if (line.seq !== expected) return 'missing'
  if (hashOfLine(line) !== line.hash) return 'changed'
  if (line.previous !== head) return 'unlinked'
  return null
}

/** The quick look at every opening: does the anchor's line stand where it should? */
export function headTrouble(db: ReadDb, anchor: Anchor | null): Break | null {
  if (!anchor) return null
  const line = db.ask<{ hash: string }>('SELECT hash FROM kernel_audit WHERE seq = ?', anchor.seq)[0]
  if (!line) return { seq: anchor.seq, what: 'cut-off' }
  return line.hash === anchor.hash ? null : { seq: anchor.seq, what: 'rewritten' }
}
