import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadDb } from '#db/kernel/access'
import { factorLibraryOf, shippedEditions, steamTables } from '#electron/factors/library'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Guideline } from '#shared/accounting/guideline'
import { guidelineLibrary, type Library, roundingLibrary } from '#shared/accounting/library'
import type { RoundingRuleSet } from '#shared/accounting/rounding'
import { candidatesOf, potentialsOf } from '#shared/accounting/used-factor'
import type { FactorLibrary } from '#shared/factors/library'

type Program = Pick<Surroundings, 'program'>

interface RuleFiles {
  readonly guidelines: readonly Guideline[]
  readonly rounding: readonly RoundingRuleSet[]
}
/** The program's own rule files, which do not change while it runs. */
const read = new Map<string, RuleFiles>()

/** Guideline editions and rounding rule sets as shipped, read once per process. */
export function ruleFiles({ program }: Program): RuleFiles {
  const known = read.get(program)
  if (known) return known
  const file = (name: string): unknown =>
    JSON.parse(readFileSync(join(program, 'resources/accounting', name), 'utf8'))
  const files = {
    guidelines: guidelineLibrary.parse(
      readdirSync(join(program, 'resources/accounting/guidelines'))
        .filter((name) => name.endsWith('.json'))
        .toSorted(byWeight)
        .map((name) => file(join('guidelines', name))),
    ),
    rounding: roundingLibrary.parse(file('rounding.json')),
  }
  read.set(program, files)
  return files
}

/** In the order in which people choose: the ministry's own guidelines first, then by name. */
function byWeight(a: string, b: string): number {
  const isMinistry = (name: string) => Number(name.startsWith('mee-'))
  return isMinistry(b) - isMinistry(a) || (a < b ? -1 : 1)
}

/** What the engine needs beside a document: rules, steam tables, potentials, and factors that could explain a figure. */
export function engineLibrary(db: ReadDb, around: Program): Library {
  return libraryOver(factorLibraryOf(db, around), around)
}

/** The same without a database: shipped editions only. */
export function engineLibraryOf(around: Program): Library {
  return libraryOver(shippedEditions(around), around)
}

/** What was made of each library, by where the program lies: a library is read again when something of it changes. */
const made = new WeakMap<FactorLibrary, Map<string, Library>>()
function libraryOver(editions: FactorLibrary, around: Program): Library {
  const here = made.get(editions) ?? new Map<string, Library>()
  made.set(editions, here)
  const before = here.get(around.program)
  if (before) return before
  const library = {
    ...ruleFiles(around),
    steam: steamTables(around),
    gwp: potentialsOf(editions),
    candidates: candidatesOf(editions),
  }
  here.set(around.program, library)
  return library
}
