import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

import { sha256Stream } from '#electron/kernel/crypto'
import type { Surroundings } from '#electron/kernel/surroundings'

import { engineVersion } from './kept-account.ts'

/** A program does not change while it runs. */
const known = new Map<string, string>()

/**
 * SHA-256 over everything that the program brings to an answer: its version, its code, its migrations, and its own
 * factors and rules. Another program of the same version has another digest.
 */
export function programDigest({ program, name }: Pick<Surroundings, 'program' | 'name'>): string {
  const key = `${name}\n${program}`
  const digest = known.get(key) ?? digestOf(program, name)
  known.set(key, digest)
  return digest
}

function digestOf(program: string, name: string): string {
  const isSource = import.meta.url.endsWith('.ts')
  const code = isSource
    ? ['shared', 'db', 'electron'].map((part) => join(program, part))
    : [import.meta.dirname]
  const folders = [...code, join(program, 'db', 'migrations'), join(program, 'resources')]
  const hash = sha256Stream()
  hash.add(`${engineVersion}\n${name}\n`)
  for (const file of folders.flatMap(filesIn)) {
    const bytes = readFileSync(file)
    hash.add(`${file.split(sep).at(-1)}\n${bytes.length}\n`)
    hash.add(bytes)
  }
  return hash.end()
}

/** Code, migrations and data below a folder, in one order everywhere; pictures and type faces bear on no number. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return /\.(js|ts|json|sql)$/.test(entry.name) ? [path] : []
    })
}
