import { ownEditionAt, ownEditions } from '#db/factors/queries'
import type { Handlers } from '#electron/kernel/context'
import type { factorsContract } from '#shared/factors/contract'
import { gwpTableOf } from '#shared/factors/gwp-table'
import { type FactorEdition, trustFindings } from '#shared/factors/library'
import { factorAt } from '#shared/factors/lookup'
import { factorChoices, searchFactors } from '#shared/factors/search'
import { Refusal } from '#shared/kernel/refusal'

import { factorIndexOf, factorLibraryOf } from './library.ts'
import { finder, markHistory, summaryOf, toOwnRecord } from './records.ts'

type Questions =
  | 'search'
  | 'choices'
  | 'editions'
  | 'edition'
  | 'factor'
  | 'factors'
  | 'gwpSets'
  | 'ownEditions'

/** What can be asked of the library. */
export const factorQuestions: Pick<Handlers<typeof factorsContract>, Questions> = {
  search: ({ db, around }, { offset, limit, ...query }) => {
    const found = searchFactors(factorIndexOf(db, around), query)
    const toFound = finder(db, factorLibraryOf(db, around))
    const hits = found.slice(offset, offset + limit).map(({ edition, row }) => toFound(edition, row))
    return { total: found.length, hits }
  },
  choices: ({ db, around }) => factorChoices(factorLibraryOf(db, around)),
  editions: ({ db, around }) => {
    const library = factorLibraryOf(db, around)
    return library.toSorted(newestFirst).map((edition) => summaryOf(edition, library))
  },
  edition: ({ db, around }, { urn }) => {
    const library = factorLibraryOf(db, around)
    const released = library.find((edition) => edition.urn === urn)
    const edition = released ?? ownEditionAt(db, urn)?.edition
    if (!edition) throw new Refusal('factors.unknown-edition', { urn })
    const marks = edition.factors.flatMap((factor) => markHistory(db, { urn, ref: factor.ref }, factor))
    return { edition, summary: summaryOf(edition, library, released ? 'released' : 'draft'), marks }
  },
  factor: ({ db, around }, pointer) => {
    const library = factorLibraryOf(db, around)
    const { edition, factor } = factorAt(library, pointer)
    return {
      factor,
      edition: summaryOf(edition, library),
      marks: markHistory(db, pointer, factor),
      findings: trustFindings(`${pointer.urn}/${pointer.ref}`, factor),
    }
  },
  factors: ({ db, around }, { pointers }) => {
    const library = factorLibraryOf(db, around)
    const toFound = finder(db, library)
    return pointers.map(({ urn, ref }) => {
      const edition = library.find((each) => each.urn === urn)
      const factor = edition?.factors.find((each) => each.ref === ref)
      return edition && factor ? toFound(edition, factor) : null
    })
  },
  gwpSets: ({ db, around }) => gwpTableOf(factorLibraryOf(db, around)),
  ownEditions: ({ db, around }) => {
    const library = factorLibraryOf(db, around)
    return ownEditions(db)
      .map((own) => toOwnRecord(db, own, library))
      .toReversed()
  },
}

function newestFirst(a: FactorEdition, b: FactorEdition): number {
  const [one, other] = [a.published ?? '', b.published ?? '']
  if (one === other) return a.urn < b.urn ? -1 : 1
  return one < other ? 1 : -1
}
