import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  converted,
  entered,
  isConvertibleTo,
  lookedUp,
  share,
  sumOf,
  weightedMean,
} from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'

import type { Missing } from './account.ts'
import type { UsedFactor } from './document.ts'
import type { FigureCode } from './figure-texts.ts'
import { factorIn, type MonthValue, type Parameter } from './parameter.ts'
import { roundedAt, type RoundingStep } from './rounding.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'

/** Where a line reads: one source in one month. Collects all that is missing, and what a reader should look at. */
export interface Reading {
  readonly source: Pick<Source, 'id' | 'name'>
  readonly month: string
  readonly settings: Settings
  readonly missing: Missing[]
  readonly findings: Finding[]
}

/** An input of a method: its place in the source and what it is called in a figure. */
export interface Input {
  readonly path: string
  readonly code: FigureCode
  readonly parameter: Parameter
  /** The step at which a weighted mean is rounded, if any. */
  readonly meanStep?: RoundingStep
}

/** The input in the unit it is given in; null if the month has none, which is then noted in `missing`. */
export function readAsGiven(input: Input, at: Reading): Figure | null {
  const { parameter, path } = input
  const given = parameter.months?.[at.month]
  if (given && !('factor' in given)) return ownValue(given, input, at)
  const factor = given?.factor ?? factorIn(parameter, at.month)
  if (factor !== undefined) return factorFigure(factor, input, at)
  at.missing.push({ parameter: `${at.source.id}/${path}`, month: at.month })
  return null
}

/**
 * The input converted into `unit`; null if the month has none.
 *
 * @throws Refusal `accounting.unit-mismatch` when it measures something else, `accounting.negative-input` below zero.
 */
export function readIn<M extends Measure>(input: Input, unit: M, at: Reading): Figure<M> | null {
  const figure = readAsGiven(input, at)
  return figure && inUnit(figure, unit, input, at)
}

/** Converts an input into the unit that the method needs. @throws Refusal as `readIn`. */
export function inUnit<M extends Measure>(figure: Figure, unit: M, input: Input, at: Reading): Figure<M> {
  if (figure.value.isNegative() && !figure.value.isZero())
    throw new Refusal('accounting.negative-input', {
      ...factsOf(input, at),
      value: figure.value.toFixed(),
    })
  return inUnitOfAnySign(figure, unit, input, at)
}
function inUnitOfAnySign<M extends Measure>(figure: Figure, unit: M, input: Input, at: Reading): Figure<M> {
  if (isConvertibleTo(figure, unit)) return converted(figure, unit)
  throw new Refusal('accounting.unit-mismatch', {
    ...factsOf(input, at),
    unit: figure.unit,
    expected: unit,
  })
}
function factsOf({ path, code }: Input, { source, month }: Reading) {
  return { source: source.name, parameter: code.startsWith('accounting.input.') ? code : path, month }
}

/** As `readIn`, for what may be below zero, such as a change of stock. */
export function readSigned<M extends Measure>(input: Input, unit: M, at: Reading): Figure<M> | null {
  const figure = readAsGiven(input, at)
  return figure && inUnitOfAnySign(figure, unit, input, at)
}

/** A carbon content by mass, which laboratories state in percent, as tonnes of carbon per tonne. */
export function readMassFraction(input: Input, at: Reading): Figure<'tC/t'> | null {
  const figure = readAsGiven(input, at)
  if (!figure) return null
  if (!isConvertibleTo(figure, 'ratio')) return inUnit(figure, 'tC/t', input, at)
  const one = constant('1', 'tC/t', { code: 'accounting.carbon-per-mass' })
  return share(one, readShareFigure(figure, input, at))
}

/**
 * A share between 0 and 1, given as a number or in percent.
 *
 * @throws Refusal `accounting.share-above-one`: 98 without a percent sign is asked about, not guessed.
 */
export function readShare(input: Input, at: Reading): Figure<'ratio'> | null {
  const figure = readAsGiven(input, at)
  return figure && readShareFigure(figure, input, at)
}
function readShareFigure(figure: Figure, input: Input, at: Reading): Figure<'ratio'> {
  const part = inUnit(figure, 'ratio', input, at)
  if (part.value.gt(1))
    throw new Refusal('accounting.share-above-one', { ...factsOf(input, at), value: figure.value.toFixed() })
  return part
}

function factorFigure(id: string, input: Input, at: Reading): Figure {
  const factor = at.settings.factors.get(id)
  if (!factor) throw new Refusal('accounting.unknown-factor', { source: at.source.name, factor: id })
  return figureOfFactor(factor, input.code)
}

/** A factor as the leaf of a figure, with all that is known of where it came from. */
export function figureOfFactor(factor: UsedFactor, code: FigureCode): Figure {
  const leaves = leavesOf.get(factor) ?? new Map<FigureCode, Figure>()
  leavesOf.set(factor, leaves)
  const before = leaves.get(code)
  if (before) return before
  const leaf = leafOfFactor(factor, code)
  leaves.set(code, leaf)
  return leaf
}
/** The leaf of each factor under each name that it has had: every line and month of a source stands on the same one. */
const leavesOf = new WeakMap<UsedFactor, Map<FigureCode, Figure>>()
function leafOfFactor(factor: UsedFactor, code: FigureCode): Figure {
  const { urn, ref, edition, source, verification, year, purpose, value, unit } = factor
  return lookedUp(
    value,
    unit,
    { code, facts: { factor: factor.id } },
    { kind: 'factor', urn, ref, edition, source, verification, year, purpose },
  )
}

type OwnValue = Exclude<MonthValue, { readonly factor: string }>

function ownValue(given: OwnValue, input: Input, at: Reading): Figure {
  const unit = given.unit ?? input.parameter.unit
  if (!unit) throw new Error(`${input.path} of ${at.source.id} has a value without a unit`)
  const leaf = leafOf(given, input, at)
  if ('value' in given) return leaf(given.value, unit, given.count ?? 1)
  if ('sum' in given) {
    const rows = given.sum.map(({ value, label }) => leaf(value, unit, 1, label))
    return sumOf(unit, rows, { code: input.code, facts: { source: at.source.name, month: at.month } })
  }
  if ('weighted' in given) return meanOf(given, unit, input, at)
  throw new Refusal('accounting.hourly-not-expected', factsOf(input, at))
}

function meanOf(
  given: Extract<OwnValue, { readonly weighted: unknown }>,
  unit: Measure,
  input: Input,
  at: Reading,
): Figure {
  const leaf = leafOf(given, input, at)
  const rows = given.weighted.map(({ value, weight, label }) => ({
    value: leaf(value, unit, 1, label),
    weight: { ...leaf(weight, given.weightUnit, 1, label), code: 'accounting.weight' },
  }))
  if (rows.every(({ weight }) => weight.value.isZero()))
    throw new Refusal('accounting.no-weight', factsOf(input, at))
  const mean = weightedMean(unit, rows, {
    code: input.code,
    facts: { source: at.source.name, month: at.month },
  })
  return input.meanStep ? roundedAt(mean, input.meanStep, at.settings.rules) : mean
}

function leafOf(given: OwnValue, { code, path, parameter }: Input, { source, month }: Reading) {
  return (value: string, unit: Measure, count: number, label?: string): Figure =>
    entered(
      value,
      unit,
      {
        code,
        facts: label === undefined ? { source: source.name, month } : { source: source.name, month, label },
      },
      {
        kind: 'readings',
        parameter: parameter.id ?? `${source.id}/${path}`,
        month,
        count,
        digest: given.digest ?? null,
        determination: given.determination ?? parameter.determination ?? 'measured',
        evidence: given.evidence ?? [],
      },
    )
}
