import { z } from 'zod'

import { determinations } from '#shared/kernel/figure'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'

import { inventory, inventoryId } from './inventory.ts'
import type { Uncertainty } from './uncertainty.ts'

/**
 * What an uncertainty is stated of: a parameter of the register, for the readings of it, or a factor of the library,
 * for every line that uses it.
 */
export const subject = z.string().regex(/^(parameter\/.+|factor\/[^#]+#.+)$/)

export const distributions = ['normal', 'lognormal', 'uniform', 'triangular'] as const
export type Distribution = (typeof distributions)[number]
/** These end at their half-width; the others are stated for a number of standard deviations. */
const bounded: readonly Distribution[] = ['uniform', 'triangular']
export function isBounded(distribution: Distribution): boolean {
  return bounded.includes(distribution)
}

const above = decimalText.regex(/^[^-]*[1-9]/, 'accounting.uncertainty.above-zero')
/** How sure people are of an input. */
export const statedUncertainty = z.object({
  subject,
  distribution: z.enum(distributions),
  /** Half-width, in per cent of the value. */
  percent: above,
  /** How many standard deviations the half-width stands for; null where the distribution ends at it. */
  coverage: above.nullable(),
  /** `same`: one deviation all year, as of a meter that reads high; `own`: each month deviates on its own. */
  months: z.enum(['same', 'own']),
  /** Inputs with the same word here deviate together, as those of one meter do. */
  shared: z.string().trim().min(1).max(100).nullable(),
  /** Where it is from: the class of the meter, the certificate, the page of the guideline. */
  basis: z.string().trim().min(1).max(500),
})
export type StatedUncertainty = Readonly<z.output<typeof statedUncertainty>>

/** An input's half-width as a number of its standard deviations: a uniform one ends at √3 of them, a triangular at √6. */
export function uncertaintyOf({ distribution, percent, coverage }: StatedUncertainty): Uncertainty {
  const ends = { uniform: new Decimal(3).sqrt(), triangular: new Decimal(6).sqrt() }
  return {
    percent: new Decimal(percent),
    coverage:
      distribution === 'uniform' || distribution === 'triangular'
        ? ends[distribution]
        : new Decimal(coverage ?? 2),
  }
}

/** A result as a half-width: of the interval of 95 %, taken as two standard deviations, or of one of them. */
export const coverages = ['2', '1'] as const
const halfWidth = {
  /** tCO2e. */
  halfWidth: decimalText,
  /** Of the absolute value; null where it is zero. */
  percent: decimalText.nullable(),
}
const ofOutput = {
  value: decimalText,
  ...halfWidth,
  /** Per cent of the emission whose every input has an uncertainty stated; null where there is none. */
  covered: decimalText.nullable(),
}

/** What could be stated of an input, from what the register knows of its meters. */
export const suggestion = z.object({
  distribution: z.enum(distributions),
  percent: decimalText,
  from: z.enum(['accuracy', 'certificate']),
  tag: z.string(),
  /** What the plate or the certificate says. */
  says: z.string(),
  /** Whether the meter serves other inputs too, which then deviate with it. */
  isShared: z.boolean(),
})
export type Suggestion = Readonly<z.output<typeof suggestion>>

const name = z.object({ zh: z.string(), en: z.string() })
export const uncertainInput = z.object({
  subject,
  name,
  /** Names of the sources whose lines it enters. */
  sources: z.array(z.string()),
  determination: z.enum(determinations),
  /** tCO2e of the lines that it enters, and per cent of all. */
  emission: decimalText,
  share: decimalText.nullable(),
  stated: statedUncertainty.extend({ changedAt: instant }).nullable(),
  suggestion: suggestion.nullable(),
})
export type UncertainInput = Readonly<z.output<typeof uncertainInput>>

/** What an input, or inputs that deviate together, add to the uncertainty of the total. */
const contribution = z.object({
  key: z.string(),
  subjects: z.array(subject),
  halfWidth: decimalText,
  /** Per cent of the variance. */
  share: decimalText.nullable(),
  /** The whole uncertainty if this one were half as large. */
  halved: z.object(halfWidth),
})
export type Contribution = Readonly<z.output<typeof contribution>>

export const propagated = z.object({
  total: z.object(ofOutput),
  sources: z.array(z.object({ source: z.string(), name: z.string(), ...ofOutput })),
  contributions: z.array(contribution),
})
export type Propagated = Readonly<z.output<typeof propagated>>

/** What draws of one output came to, tCO2e: mean, standard deviation, percentiles, and bars between two of them. */
export const drawnOutput = z.object({
  key: z.string(),
  mean: decimalText,
  deviation: decimalText,
  /** 2.5, 50 and 97.5 %. */
  low: decimalText,
  median: decimalText,
  high: decimalText,
  histogram: z.object({ from: decimalText, to: decimalText, counts: z.array(z.int()) }),
})
export type DrawnOutput = Readonly<z.output<typeof drawnOutput>>

export const simulationId = idOf<'simulation'>()
export type SimulationId = z.output<typeof simulationId>
export const mostDraws = 1_000_000
/** Drawn by themselves when an inventory is frozen: enough for three digits, and a signature does not wait long. */
export const drawsOfFreezing = 200_000
export const seed = z.int().min(0).max(0xffffffff)
export const draws = z.int().min(1000).max(mostDraws).multipleOf(4)
/** A kept run: with seed, draws, inputs and the same engine anyone comes to the same digits. */
export const simulation = z.object({
  id: simulationId,
  inventory: inventoryId,
  seed,
  draws,
  engine: z.string(),
  /** SHA-256 of figures and inputs that it was drawn from. */
  digest: z.string(),
  covered: decimalText.nullable(),
  inputs: z.array(statedUncertainty),
  outputs: z.array(drawnOutput),
  madeBy: z.string(),
  madeAt: instant,
})
export type Simulation = Readonly<z.output<typeof simulation>>

export const uncertaintyAnalysis = z.object({
  inventory,
  /** Lines without a result: what they emit is in none of these numbers. */
  missingLines: z.int(),
  propagated,
  inputs: z.array(uncertainInput),
  /** The last run, and whether it was drawn from what stands here. */
  simulation: simulation.extend({ isCurrent: z.boolean() }).nullable(),
})
export type UncertaintyAnalysis = Readonly<z.output<typeof uncertaintyAnalysis>>
