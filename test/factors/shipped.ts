import { readdirSync, readFileSync } from 'node:fs'

import { factorLibrary, type FactorLibrary } from '#shared/factors/library'

const folder = new URL('../../resources/', import.meta.url)

export function resource(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}

/** Every edition that ships with the program, read through its schema. */
export function shippedLibrary(): FactorLibrary {
  const names = readdirSync(new URL('factors/', folder)).filter((name) => !name.startsWith('steam-'))
  return factorLibrary.parse(names.map((name) => resource(`factors/${name}`)))
}
