import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

/**
 * `audit-anchor.json` beside the store: the head of the audit chain, written anew after each commit. The chain
 * alone cannot show that its end was cut off, or that somebody wrote all of it again; the anchor can. After a
 * power cut it may stand behind the chain, never ahead of it, because the commit comes first.
 */
export const anchorShape = z.object({ seq: z.int().positive(), hash: z.string().length(64) })
export type Anchor = Readonly<z.output<typeof anchorShape>>

const file = (folder: string) => join(folder, 'audit-anchor.json')

/** Null when there is none: a new folder, or one that came from a backup. A damaged one counts as none. */
export function readAnchor(folder: string): Anchor | null {
  if (!existsSync(file(folder))) return null
  try {
    return anchorShape.parse(JSON.parse(readFileSync(file(folder), 'utf8')))
  } catch {
    return null
  }
}

/**
 * Called after a commit, which stands whether or not the anchor can be written: an older one stays true. Written in one
 * piece over the old one, which is as long and fits into one sector: a new file under its name would make the disk
 * sync a second time for each change.
 */
export function writeAnchor(folder: string, head: Anchor): void {
  try {
    const handle = openSync(file(folder), constants.O_WRONLY | constants.O_CREAT, 0o600)
    try {
      writeSync(handle, JSON.stringify(head).padEnd(length), 0)
    } finally {
      closeSync(handle)
    }
  } catch {
    // A full disk or a folder on a stick that was pulled: the next command says so itself.
  }
}
/** The longest that an anchor can be, and a line. */
const length = 120
