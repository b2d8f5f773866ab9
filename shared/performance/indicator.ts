import { z } from 'zod'

import { expressionText, namesIn, parseExpression } from '#shared/kernel/expression'
import { figureOf, inMeasure } from '#shared/kernel/expression-figure'
import { constant } from '#shared/kernel/figure-algebra'
import { idOf } from '#shared/kernel/id'
import { instant, month } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'
import { categories, parameterId, sourceId } from '#shared/monitoring/model'
import { nodeId, type NodeKind } from '#shared/organization/model'

export const indicatorId = idOf<'indicator'>()
export type IndicatorId = z.output<typeof indicatorId>
export const referenceId = idOf<'reference-value'>()
export type ReferenceId = z.output<typeof referenceId>
export const reviewId = idOf<'indicator-review'>()
export type ReviewId = z.output<typeof reviewId>

/** What an indicator tells (A.6.2): an emission, an emission or an energy use for each of something, or its own. */
export const indicatorKinds = [
  'emission',
  'per-product',
  'per-output-value',
  'per-energy',
  'energy',
  'free',
] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** The four levels of A.6.2 a to d. */
export const levels = ['organization', 'site', 'process', 'equipment'] as const
export type Level = (typeof levels)[number]
/** At which level a place of the organization's tree stands; null is the whole of it. */
export function levelOf(kind: NodeKind | null): Level {
  const at = { site: 'site', facility: 'site', unit: 'process', equipment: 'equipment' } as const
  return kind === null ? 'organization' : at[kind]
}

export const carriers = ['all', 'fuel', 'electricity', 'heat'] as const
/** Electricity counted by the heat in it, or by the fuel that was burnt somewhere for it (GB/T 2589). */
export const electricityBases = ['equivalent', 'equal-value'] as const

/** What a name in a formula stands for. */
export const item = z.discriminatedUnion('kind', [
  /** Emission in tCO2e of the sources that fit all that is said; nothing said is the total of the inventory. */
  z.object({
    kind: z.literal('emission'),
    node: nodeId.nullable(),
    category: z.enum(categories).nullable(),
    scope: z.int().min(1).max(3).nullable(),
    source: sourceId.nullable(),
  }),
  /** Energy in tonnes of standard coal. */
  z.object({
    kind: z.literal('energy'),
    node: nodeId.nullable(),
    carrier: z.enum(carriers),
    electricity: z.enum(electricityBases),
  }),
  /** Readings of a parameter that adds up, such as the electricity a plant generates. */
  z.object({ kind: z.literal('reading'), parameter: parameterId }),
  /** The output of a main product in a year. */
  z.object({ kind: z.literal('product'), facility: nodeId, name: z.string().trim().min(1).max(300) }),
  /** The gross output value of a year in 10^4 CNY. */
  z.object({ kind: z.literal('output-value') }),
])
export type Item = Readonly<z.output<typeof item>>

export const term = z.object({
  name: z
    .string()
    .trim()
    .max(60)
    .regex(/^\p{L}[\p{L}\p{N}_]*$/u),
  item,
})
export type Term = Readonly<z.output<typeof term>>

const words = z.string().trim().min(1).max(300)
const told = z.string().trim().min(1).max(1000)

/** How an indicator is computed; `unit` is what the formula's answer is converted into. */
const method = {
  formula: expressionText,
  unit: measure,
  terms: z.array(term).min(1).max(20),
}
/** The next way to compute it, in force from a month on. */
export const newVersion = z.object({ ...method, validFrom: month, reason: told })
export type NewVersion = Readonly<z.output<typeof newVersion>>
export const version = z.object({
  ...method,
  number: z.int().positive(),
  validFrom: month,
  reason: z.string(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Version = Readonly<z.output<typeof version>>

const facts = {
  name: words,
  kind: z.enum(indicatorKinds),
  /** Null: of the whole organization. */
  node: nodeId.nullable(),
  /** Whether less or more of it is the better. */
  better: z.enum(['less', 'more']),
  /** Who answers for it. */
  owner: words.nullable(),
  /** What drives it, in words (6.2 a): output, load, weather. */
  driver: z.string().trim().max(300).nullable(),
}
export const indicatorFacts = z.object(facts)
export type IndicatorFacts = Readonly<z.output<typeof indicatorFacts>>
export const newIndicator = indicatorFacts.extend({ version: newVersion })
export type NewIndicator = Readonly<z.output<typeof newIndicator>>

/** Where a value to compare with is from. The own best is not written down: it is computed. */
export const referenceKinds = ['benchmark', 'domestic-advanced', 'international-advanced'] as const
export const newReference = z.object({
  indicator: indicatorId,
  kind: z.enum(referenceKinds),
  value: decimalText,
  /** In a unit that can be converted into the indicator's. */
  unit: measure,
  year: z.int().min(1990).max(2100),
  source: words,
})
export type NewReference = Readonly<z.output<typeof newReference>>
export const reference = newReference.extend({ id: referenceId })
export type Reference = Readonly<z.output<typeof reference>>

export const indicator = z.object({
  id: indicatorId,
  ...facts,
  level: z.enum(levels),
  /** Oldest first. */
  versions: z.array(version),
  references: z.array(reference),
  /** Null while it is in use. */
  retiredOn: z.string().nullable(),
})
export type Indicator = Readonly<z.output<typeof indicator>>

/** The version by which a period is computed: the last that was in force when the period began, else the first. */
export function versionFor(versions: readonly Version[], period: string): Version | undefined {
  const from = period.length === 4 ? `${period}-01` : period
  return versions.findLast(({ validFrom }) => validFrom <= from) ?? versions[0]
}

/**
 * Whether the formula can be computed: every name said, every name used, and an answer in the unit that is asked for.
 *
 * @param unitOf the unit in which an item comes.
 * @throws Refusal `performance.name-unknown`, `performance.name-twice`, `performance.name-unused`, and those of
 *   formulas: `expression.units-differ`, `expression.no-measure`.
 */
export function refuseWrongMethod(
  { formula, unit, terms }: Pick<NewVersion, 'formula' | 'unit' | 'terms'>,
  unitOf: (item: Item) => Measure,
): void {
  const expression = parseExpression(formula)
  const names = namesIn(expression)
  const given = new Map(terms.map(({ name, item: of }) => [name, of]))
  if (given.size < terms.length) {
    const twice = terms.find(({ name }, at) =>
      terms.some((other, place) => place > at && other.name === name),
    )
    throw new Refusal('performance.name-twice', { name: twice?.name ?? '' })
  }
  for (const name of names) if (!given.has(name)) throw new Refusal('performance.name-unknown', { name })
  for (const { name } of terms)
    if (!names.includes(name)) throw new Refusal('performance.name-unused', { name })
  // Odd numbers, so that a difference below a fraction does not happen to be nothing.
  const tried = (name: string) => {
    const of = given.get(name)
    return of
      ? constant(`${names.indexOf(name) * 7 + 3}.${names.indexOf(name)}3719`, unitOf(of), {
          code: 'figure.number-of-formula',
        })
      : null
  }
  const answer = figureOf(expression, tried)
  if (answer) inMeasure(answer, unit)
}
