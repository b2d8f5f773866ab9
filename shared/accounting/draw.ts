import { Decimal } from '#shared/kernel/quantity'
import { exponential, fillUniform, logarithm, normalQuantile } from '#shared/kernel/random'
import { unreachable } from '#shared/kernel/refusal'

import { short, type UncertainAccount } from './propagate.ts'
import { evaluate, type UncertainFunction } from './uncertain-function.ts'
import { type DrawnOutput, isBounded, type StatedUncertainty, uncertaintyOf } from './uncertainty-model.ts'

/** The spread of an input around 1: half-width where it ends, standard deviation where it does not. */
interface Spread {
  readonly distribution: StatedUncertainty['distribution']
  readonly width: number
  /** The number of its stream of draws. */
  readonly stream: number
}

/** A simulation as plain data. */
export interface DrawTask {
  readonly of: UncertainFunction
  readonly spreads: readonly (readonly [variable: string, spread: Spread])[]
  readonly seed: number
  readonly draws: number
}

export function drawTask({ of, variables }: UncertainAccount, seed: number, draws: number): DrawTask {
  const streams = [...new Set([...variables.values()].map(({ stream }) => stream))].toSorted()
  const spreads = [...variables.values()].map(({ name, stated, stream }) => {
    const { percent, coverage } = uncertaintyOf(stated)
    const width = (isBounded(stated.distribution) ? percent : percent.div(coverage)).div(100).toNumber()
    return [name, { distribution: stated.distribution, width, stream: streams.indexOf(stream) }] as const
  })
  return { of, spreads, seed, draws }
}

const block = 4096

/**
 * Monte Carlo: every input drawn from its distribution, every output computed from the draws, in doubles. The same
 * task gives the same digits on any machine.
 */
export function draw(
  { of, spreads, seed, draws }: DrawTask,
  report: (done: number) => void = () => undefined,
): DrawnOutput[] {
  const byVariable = new Map(spreads)
  const samples = of.outputs.map(() => new Float64Array(draws))
  for (let first = 0; first < draws; first += block) {
    const size = Math.min(block, draws - first)
    const outputs = evaluate(of, size, (variable, into) => {
      const spread = byVariable.get(variable)
      if (!spread) throw new Error(`Nothing is known of ${variable}`)
      fillUniform(into, seed, spread.stream, first)
      spreadOut(into, spread)
    })
    for (const [at, values] of outputs.entries()) samples[at]?.set(values, first)
    report(first + size)
  }
  return of.outputs.map(({ key }, at) => summary(key, samples[at] ?? new Float64Array()))
}

/** Turns numbers between 0 and 1 into ratios of mean 1. */
function spreadOut(into: Float64Array, { distribution, width }: Spread): void {
  const ratio = ratioOf(distribution, width)
  for (let at = 0; at < into.length; at += 1) into[at] = ratio(into[at] ?? 0.5)
}
function ratioOf(distribution: Spread['distribution'], width: number): (uniform: number) => number {
  switch (distribution) {
    case 'normal':
      return (uniform) => 1 + width * normalQuantile(uniform)
    case 'uniform':
      return (uniform) => 1 + width * (2 * uniform - 1)
    case 'triangular':
      return (uniform) =>
        1 + width * (uniform < 0.5 ? Math.sqrt(2 * uniform) - 1 : 1 - Math.sqrt(2 * (1 - uniform)))
    case 'lognormal': {
      const square = logarithm(1 + width * width)
      const deviation = Math.sqrt(square)
      return (uniform) => exponential(deviation * normalQuantile(uniform) - square / 2)
    }
    default:
      return unreachable(distribution)
  }
}

const bars = 40
/** So much at either end is left out of the picture, where a few draws would stretch it. */
const tail = 0.0005

function summary(key: string, samples: Float64Array): DrawnOutput {
  samples.sort()
  const count = samples.length
  const mean = sumOf(samples, (value) => value) / count
  const variance = sumOf(samples, (value) => (value - mean) * (value - mean)) / Math.max(count - 1, 1)
  const [from, to] = [quantile(samples, tail), quantile(samples, 1 - tail)]
  return {
    key,
    mean: text(mean),
    deviation: text(Math.sqrt(variance)),
    low: text(quantile(samples, 0.025)),
    median: text(quantile(samples, 0.5)),
    high: text(quantile(samples, 0.975)),
    histogram: { from: text(from), to: text(to), counts: countsBetween(samples, from, to) },
  }
}
function sumOf(samples: Float64Array, part: (value: number) => number): number {
  let sum = 0
  for (const value of samples) sum += part(value)
  return sum
}

/** Between the two nearest draws, as spreadsheets do it. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? 0
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}

/** How many draws are in each bar; none where all are one number. */
function countsBetween(samples: Float64Array, from: number, to: number): number[] {
  const counts = Array.from({ length: bars }, () => 0)
  if (to <= from) return []
  for (const value of samples) {
    const bar = Math.floor(((value - from) / (to - from)) * bars)
    if (value === to) counts[bars - 1] = (counts[bars - 1] ?? 0) + 1
    else if (bar >= 0 && bar < bars) counts[bar] = (counts[bar] ?? 0) + 1
  }
  return counts
}

function text(value: number): string {
  return short(new Decimal(value))
}
