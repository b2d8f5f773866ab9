import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Names that a file has only while it is being written, by the part of the data folder that they occur in. */
const halfMade = { evidence: /\.new$/, backups: /\.incomplete$/ } as const

/**
 * Removes what was being written when the program died. Only the holder of the folder's lock may call this: then
 * nobody else is writing, and no record names such a file.
 */
export function clearHalfMade(folder: string): void {
  for (const [part, pattern] of Object.entries(halfMade))
    for (const name of readdirSync(join(folder, part)))
      if (pattern.test(name)) rmSync(join(folder, part, name), { force: true })
}
