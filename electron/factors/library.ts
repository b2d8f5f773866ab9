import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { libraryStamp, marksInForce, ownEditions } from '#db/factors/queries'
import type { ReadDb } from '#db/kernel/access'
import type { Surroundings } from '#electron/kernel/surroundings'
import { type FactorEdition, factorLibrary, type FactorLibrary } from '#shared/factors/library'
import { withMarks } from '#shared/factors/marks'
import { factorIndex, type FactorIndex } from '#shared/factors/search'
import { steamTable, type SteamTable } from '#shared/factors/steam'

type Program = Pick<Surroundings, 'program'>

/**
 * All editions that can be used: the shipped ones and the released own ones. A value that someone compared with the
 * official text stands as `verified`, whatever the shipped file says; the file itself is never touched.
 *
 * Read once per process and again only when something was released, marked or withdrawn.
 */
export function factorLibraryOf(db: ReadDb, around: Program): FactorLibrary {
  return readingOf(db, around).library
}

/** The same library made ready for searching. */
export function factorIndexOf(db: ReadDb, around: Program): FactorIndex {
  const reading = readingOf(db, around)
  reading.index ??= factorIndex(reading.library)
  return reading.index
}

export interface SteamTables {
  readonly saturated: SteamTable
  readonly superheated: SteamTable
}

/** The enthalpy tables of water and steam, read once per process. */
export function steamTables(around: Program): SteamTables {
  const known = steam.get(around.program)
  if (known) return known
  const read = (name: string) => steamTable.parse(shippedFile(around, `steam-${name}.json`))
  const tables = { saturated: read('saturated'), superheated: read('superheated') }
  steam.set(around.program, tables)
  return tables
}

interface Reading {
  readonly stamp: string
  readonly library: FactorLibrary
  index: FactorIndex | null
}
/** What was read of the program's own files, which do not change while it runs. */
const shipped = new Map<string, FactorLibrary>()
const steam = new Map<string, SteamTables>()
/** The last reading for each program folder. Its stamp is made of content, so that no data folder is shown another's. */
const readings = new Map<string, Reading>()

function readingOf(db: ReadDb, around: Program): Reading {
  const stamp = libraryStamp(db)
  const last = readings.get(around.program)
  if (last?.stamp === stamp) return last
  const own = ownEditions(db).filter(({ state }) => state === 'released')
  const editions = [...shippedEditions(around), ...own.map(({ edition }) => edition)]
  const reading = { stamp, library: withMarks(editions, marksInForce(db)), index: null }
  readings.set(around.program, reading)
  return reading
}

/** The editions that came with the program, as they are in its files. */
export function shippedEditions(around: Program): FactorLibrary {
  const known = shipped.get(around.program)
  if (known) return known
  const names = readdirSync(folderOf(around))
    .filter((name) => name.endsWith('.json') && !name.startsWith('steam-'))
    .toSorted()
  const editions: readonly FactorEdition[] = factorLibrary.parse(
    names.map((name) => shippedFile(around, name)),
  )
  shipped.set(around.program, editions)
  return editions
}

function shippedFile(around: Program, name: string): unknown {
  return JSON.parse(readFileSync(join(folderOf(around), name), 'utf8'))
}
function folderOf({ program }: Program): string {
  return join(program, 'resources', 'factors')
}
