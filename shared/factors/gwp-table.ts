import { z } from 'zod'

import { Decimal, decimalText } from '#shared/kernel/quantity'

import { familyOf, gasFamilies, gases, isGas } from './gases.ts'
import { gwpEditions, type GwpSetName, gwpSetNames } from './gwp.ts'
import type { FactorLibrary } from './library.ts'
import { bilingual, factorPointer, verification } from './model.ts'

const cell = z.object({
  set: z.enum(gwpSetNames),
  value: decimalText,
  verification,
  from: factorPointer,
})
/** Every set side by side. A gas that a set does not have has no cell in it: it is not zero. */
export const gwpTable = z.object({
  sets: z.array(
    z.object({ name: z.enum(gwpSetNames), urn: z.string(), title: bilingual, document: z.string() }),
  ),
  rows: z.array(
    z.object({
      gas: z.enum(gases),
      /** The family it is reported in; null outside the seven. */
      family: z.enum(gasFamilies).nullable(),
      name: bilingual,
      cells: z.array(cell),
    }),
  ),
})
export type GwpTable = Readonly<z.output<typeof gwpTable>>
export type GwpRow = GwpTable['rows'][number]

/** Lays the sets out side by side, gases in the order of the report forms. */
export function gwpTableOf(library: FactorLibrary): GwpTable {
  const sets = gwpSetNames.flatMap((name) => {
    const edition = library.find(({ urn }) => urn === gwpEditions[name])
    return edition ? [{ name, edition }] : []
  })
  const rows = gases.flatMap((gas) => {
    const found = sets.flatMap(({ name, edition }) =>
      edition.factors
        .filter((factor) => factor.kind === 'gwp' && factor.gas === gas)
        .slice(0, 1)
        .map((factor) => ({ set: name, edition, factor })),
    )
    const [first] = found
    if (!first || !isGas(gas)) return []
    return [
      {
        gas,
        family: familyOf(gas),
        name: first.factor.name,
        cells: found.map(({ set, edition, factor }) => ({
          set,
          value: factor.value,
          verification: factor.verification,
          from: { urn: edition.urn, ref: factor.ref },
        })),
      },
    ]
  })
  return {
    sets: sets.map(({ name, edition: { urn, title, document } }) => ({ name, urn, title, document })),
    rows,
  }
}

/** Whether two sets say different things of a gas; silent where one of them has no value. */
export function differs(row: GwpRow, set: GwpSetName, from: GwpSetName): boolean {
  const valueIn = (name: GwpSetName) => row.cells.find((each) => each.set === name)?.value
  const [a, b] = [valueIn(set), valueIn(from)]
  return a !== undefined && b !== undefined && !new Decimal(a).equals(b)
}
