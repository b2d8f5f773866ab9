import { readdirSync, readFileSync } from 'node:fs'

import { guidelineLibrary, type Library, roundingLibrary } from '#shared/accounting/library'
import { candidatesOf, potentialsOf } from '#shared/accounting/used-factor'
import { factorEdition } from '#shared/factors/library'
import { steamTable } from '#shared/factors/steam'

function read(name: string): unknown {
  return JSON.parse(readFileSync(`resources/${name}.json`, 'utf8'))
}

/** The editions that the product ships. */
export const editions = readdirSync('resources/factors')
  .filter((file) => file.endsWith('.json') && !file.startsWith('steam-'))
  .map((file) => factorEdition.parse(read(`factors/${file.replace('.json', '')}`)))

/** Everything the product ships that an inventory is computed by. */
export const library: Library = {
  guidelines: guidelineLibrary.parse(
    readdirSync('resources/accounting/guidelines')
      .toSorted()
      .map((file) => read(`accounting/guidelines/${file.replace('.json', '')}`)),
  ),
  rounding: roundingLibrary.parse(read('accounting/rounding')),
  steam: {
    saturated: steamTable.parse(read('factors/steam-saturated')),
    superheated: steamTable.parse(read('factors/steam-superheated')),
  },
  gwp: potentialsOf(editions),
  candidates: candidatesOf(editions),
}
