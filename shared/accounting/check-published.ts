import { type Figure, textOf } from '#shared/kernel/figure'
import { roundBy } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { conversion, Decimal } from '#shared/kernel/quantity'
import { replayWith } from '#shared/kernel/replay'
import { isConvertible } from '#shared/kernel/units'

import type { Account } from './account.ts'
import type { InventoryDocument, ReportedFigure, UsedFactor } from './document.ts'

/**
 * Compares what someone published with what the document gives, to the last printed digit. Where they differ, every
 * known factor of the same kind is tried in place of the stated one: the finding says which would give the printed
 * figure.
 */
export function checkPublished(
  { reported = [] }: InventoryDocument,
  computed: Account,
  candidates: readonly UsedFactor[],
): Finding[] {
  return reported.flatMap((published) => compare(published, computed, candidates))
}

function compare(published: ReportedFigure, computed: Account, candidates: readonly UsedFactor[]): Finding[] {
  const of = placeName(published.of, computed)
  const facts = {
    of,
    published: published.value,
    unit: published.unit,
    source: published.source,
  }
  const ours = figureAt(published.of, computed)
  if (!ours)
    return [{ severity: 'explain', code: 'accounting.published-not-computed', where: published.of, facts }]
  if (isPrinted(ours.value, ours, published)) return []
  const value = inPublishedUnit(ours.value, ours, published)
  const differs: Finding = {
    severity: 'explain',
    code: 'accounting.published-differs',
    where: published.of,
    facts: { ...facts, computed: printed(value, published) },
  }
  return [differs, ...explanations(published, ours, candidates, of)]
}

/** The factors that would give the printed figure. */
function explanations(
  published: ReportedFigure,
  ours: Figure,
  candidates: readonly UsedFactor[],
  of: string,
): Finding[] {
  return lookups(ours).flatMap((stated) =>
    candidates.flatMap(({ urn, ref, value, unit, edition, year }): Finding[] => {
      if (!isConvertible(unit, stated.unit)) return []
      const other = conversion(unit, stated.unit).times(value)
      if (other.eq(stated.value)) return []
      const instead = replayWith(ours, (leaf) => (isSameLookup(leaf, stated) ? textOf(other) : null))
      if (!instead || !isPrinted(instead, ours, published)) return []
      const facts = {
        of,
        published: published.value,
        stated: stated.value.toFixed(),
        factor: `${urn}#${ref}`,
        value: other.toFixed(),
        unit: stated.unit,
        edition: year === null ? edition : `${edition} · ${year}`,
        year,
      }
      return [{ severity: 'explain', code: 'accounting.other-factor-fits', where: published.of, facts }]
    }),
  )
}

/** `total`, `source/<id>` or `source/<id>/<month>`; null where there is no result to compare with. */
export function figureAt(of: string, { total, bySource, apart }: Account): Figure<'tCO2e'> | null {
  if (of === 'total') return total.state === 'complete' ? total.figure : null
  const [, id = '', month] = of.split('/')
  const parts = [...bySource, ...apart.flatMap(({ sources }) => sources)].filter(
    ({ source }) => source.id === id,
  )
  const [source] = parts
  if (!source) return null
  if (month === undefined) return source.total.state === 'complete' ? source.total.figure : null
  const at = parts.flatMap(({ months }) => months).find((one) => one.month === month)
  return at?.state === 'complete' ? at.emission : null
}

/** `total`, or the source by its name with the month behind it. */
function placeName(of: string, { bySource, apart }: Account): string {
  const [, id, month] = of.split('/')
  const source = [...bySource, ...apart.flatMap(({ sources }) => sources)].find((at) => at.source.id === id)
  if (!source) return of
  return [source.source.name, month].filter((part) => part !== undefined).join(' ')
}

/** Rounded to the decimals that were printed, ours must be what was printed. A tie may have gone either way. */
function isPrinted(value: Decimal, ours: Figure, published: ReportedFigure): boolean {
  const decimals = decimalsOf(published.value)
  const stated = new Decimal(published.value)
  const inUnit = inPublishedUnit(value, ours, published)
  return (['half-up', 'half-even'] as const).some((mode) => roundBy(inUnit, { decimals, mode }).eq(stated))
}
function printed(value: Decimal, published: ReportedFigure): string {
  const decimals = decimalsOf(published.value)
  return roundBy(value, { decimals, mode: 'half-up' }).toFixed(decimals)
}
function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}
/** Published figures of carbon dioxide alone are in tCO2; their potential is one. */
function inPublishedUnit(value: Decimal, ours: Figure, { unit }: ReportedFigure): Decimal {
  if (isConvertible(ours.unit, unit)) return conversion(ours.unit, unit).times(value)
  return conversion('tCO2', unit).times(value)
}

function isSameLookup(leaf: Figure, stated: Figure): boolean {
  if (leaf.origin?.kind !== 'factor' || stated.origin?.kind !== 'factor') return false
  return (
    leaf.origin.urn === stated.origin.urn &&
    leaf.origin.ref === stated.origin.ref &&
    leaf.value.eq(stated.value)
  )
}

/** The factors at the leaves of a figure, each once. */
function lookups(figure: Figure): Figure[] {
  const found = new Map<string, Figure>()
  const visit = (at: Figure) => {
    if (at.origin?.kind === 'factor') found.set(`${at.origin.urn} ${at.origin.ref} ${at.value.toFixed()}`, at)
    for (const operand of at.operands) visit(operand)
  }
  visit(figure)
  return [...found.values()]
}
