import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Wording } from '#shared/kernel/texts'

import { programSources } from './sources.ts'

export interface Worded extends Wording {
  readonly code: string
  /** The room in whose file it stands. */
  readonly area: string
}

/** Every wording of every file of texts; one that a file takes over from another stands here twice. */
export async function everyWording(): Promise<Worded[]> {
  const files = programSources().filter(
    ({ path }) => /^shared\/[a-z]+\/.*texts\.ts$/.test(path) && path !== 'shared/kernel/texts.ts',
  )
  const found = await Promise.all(
    files.map(async ({ path, area }) => {
      const module = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>
      return Object.values(module)
        .filter(isTexts)
        .flatMap((texts) => Object.entries(texts).map(([code, wording]) => ({ code, area, ...wording })))
    }),
  )
  return found.flat()
}
function isTexts(value: unknown): value is Record<string, Wording> {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every(
    (entry) => typeof entry === 'object' && entry !== null && 'zh' in entry && 'en' in entry,
  )
}

/** The names of the facts that a wording leaves room for. */
export function roomsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted()
}
