import type { Figure } from '#shared/kernel/figure'
import { conversion, Decimal } from '#shared/kernel/quantity'
import type { SheetCell } from '#shared/kernel/sheet'
import { isConvertible, symbolOf } from '#shared/kernel/units'
import type { ReportedFuel } from '#shared/monitoring/fuels'

import type { Account, SourceAccount } from './account.ts'
import type { ReportInput } from './report-input.ts'
import type { ReportCode } from './report-texts.ts'
import { asEntered, figuresOf, leavesOf, originInWords, type Words } from './report-words.ts'

export function sourcesBurning(
  fuel: ReportedFuel,
  input: ReportInput,
  account: Account | null,
): SourceAccount[] {
  return allSources(account).filter(
    ({ source }) => source.category === 'fuel-combustion' && input.fuelOf(source.id) === fuel,
  )
}
export function ofCategory(account: Account | null, category: string): SourceAccount[] {
  return allSources(account).filter(({ source }) => source.category === category)
}
/** Annex E asks for desulfurization too, where the guideline of the report leaves it out of the total. */
function allSources(account: Account | null): SourceAccount[] {
  return account ? [...account.bySource, ...account.apart.flatMap(({ sources }) => sources)] : []
}

export function originsOf(sources: readonly SourceAccount[], codes: readonly string[], words: Words): string {
  const figures = sources.flatMap(({ months }) =>
    months.flatMap((month) => (month.state === 'complete' ? [month.mass, ...month.beside] : [])),
  )
  const leaves = figures
    .flatMap((figure) => codes.flatMap((code) => figuresOf(figure, code)))
    .flatMap(leavesOf)
  return [
    ...new Set(leaves.filter(({ origin }) => origin !== null).map((leaf) => originInWords(leaf, words))),
  ].join(words('report.comma'))
}

export const fuelCodes = {
  coal: 'report.fuel-coal',
  'crude-oil': 'report.fuel-crude-oil',
  'fuel-oil': 'report.fuel-fuel-oil',
  gasoline: 'report.fuel-gasoline',
  diesel: 'report.fuel-diesel',
  'refinery-dry-gas': 'report.fuel-refinery-dry-gas',
  'other-petroleum': 'report.fuel-other-petroleum',
  'natural-gas': 'report.fuel-natural-gas',
  'coke-oven-gas': 'report.fuel-coke-oven-gas',
  'other-coal-gas': 'report.fuel-other-coal-gas',
} as const satisfies Record<ReportedFuel, ReportCode>

/** The year's amount over sources and months; null while any month of them has no result. */
export function sumAmounts(sources: readonly SourceAccount[], code: string): Figure | null {
  const figures = sources.flatMap(({ months }) =>
    months.map((month) =>
      month.state === 'complete' ? (find([month.mass, ...month.beside], code) ?? null) : null,
    ),
  )
  const [first] = figures
  if (!first) return null
  let value = new Decimal(0)
  for (const figure of figures) {
    if (figure === null || !isConvertible(figure.unit, first.unit)) return null
    value = value.plus(figure.value.times(conversion(figure.unit, first.unit)))
  }
  return { ...first, value }
}
function find(figures: readonly Figure[], code: string): Figure | undefined {
  for (const figure of figures) {
    const [found] = figuresOf(figure, code)
    if (found) return found
  }
  return undefined
}

/** One value where all months have the same; the lowest and highest where the plant measured it. */
export function factorRange(
  sources: readonly SourceAccount[],
  code: string,
): { readonly unit: string; readonly cell: SheetCell } | null {
  const figures = sources
    .flatMap(({ months }) =>
      months.flatMap((month) => (month.state === 'complete' ? [month.mass, ...month.beside] : [])),
    )
    .flatMap((figure) => figuresOf(figure, code))
  const [first] = figures
  if (!first) return null
  const same = figures.filter(({ unit }) => unit === first.unit).map(({ value }) => value)
  const [low, high] = [Decimal.min(...same), Decimal.max(...same)]
  const cell = low.eq(high) ? asEntered(low) : `${asEntered(low).number} – ${asEntered(high).number}`
  return { unit: symbolOf(first.unit), cell }
}

/** A gas as it is written, `CO₂`; families have no index to lower. */
export function lowered(gas: string): string {
  return /^(CO2e?|CH4|N2O|SF6|NF3)$/.test(gas)
    ? gas.replace(/\d/, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit)
    : gas
}
