import { z } from 'zod'

import { Decimal, decimalText } from '#shared/kernel/quantity'
import { philox } from '#shared/kernel/random'

/**
 * Samples that anybody can draw again. Two words of 32 bits belong to each item: Philox4x32-10 over the counter
 * (place of the item among all, ordered by key; 0; 0; 0) with the key (seed, 0). Only whole numbers are used, so that
 * every language gives the same sample; `sample.py` in the package is the same in Python.
 *
 * - `random`: the items with the smallest draws.
 * - `stratified`: the same within each stratum; its share of the sample follows its number of items by the largest
 *   remainders, and each stratum gets at least one: small strata may so make the sample larger than was asked.
 * - `size`: by size, as in monetary-unit sampling. Sizes are whole millionths; with `I = ⌊total ÷ n⌋` and the start
 *   `⌊draw of item 0 × I ÷ 2³²⌋`, whatever holds the unit `start + k·I` is taken. Items of `I` and more always are.
 */
export const sampleMethods = ['random', 'stratified', 'size'] as const
export const sampleMethod = z.enum(sampleMethods)

export const sampleItem = z.object({ key: z.string(), stratum: z.string(), size: decimalText })
export type SampleItem = Readonly<z.output<typeof sampleItem>>
export const sampling = z.object({
  method: sampleMethod,
  size: z.int().min(1).max(10_000),
  seed: z.int().min(0).max(4_294_967_295),
})
export type Sampling = Readonly<z.output<typeof sampling>>

/** The chosen items, ordered by key. Equal items, method, size and seed choose the same ones. */
export function sampleOf(items: readonly SampleItem[], { method, size, seed }: Sampling): SampleItem[] {
  const ordered = items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const drawn = ordered.map((item, at) => ({ item, at, draw: drawOf(seed, at) }))
  const chosen = {
    random: () => smallest(drawn, size),
    stratified: () => byStratum(drawn, size),
    size: () => bySize(drawn, size, seed),
  }[method]()
  return chosen.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}

interface Drawn {
  readonly item: SampleItem
  readonly at: number
  readonly draw: bigint
}

/** Both words of an item's draw as one number of 64 bits. */
function drawOf(seed: number, at: number): bigint {
  const words = new Uint32Array([at, 0, 0, 0])
  philox(words, seed, 0)
  return (BigInt(words[0] ?? 0) << 32n) | BigInt(words[1] ?? 0)
}

function smallest(drawn: readonly Drawn[], size: number): Drawn[] {
  return drawn.toSorted((a, b) => (a.draw < b.draw ? -1 : a.draw > b.draw ? 1 : a.at - b.at)).slice(0, size)
}

function byStratum(drawn: readonly Drawn[], size: number): Drawn[] {
  const strata = [...Map.groupBy(drawn, ({ item }) => item.stratum)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const wanted = Math.max(size, strata.length)
  const whole = strata.map(([, within]) => Math.max(1, Math.floor((wanted * within.length) / drawn.length)))
  const order = strata
    .map(([, within], at) => ({ at, rest: (wanted * within.length) % drawn.length }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (
    let left = wanted - whole.reduce((sum, count) => sum + count, 0), at = 0;
    left > 0 && at < order.length;
    at += 1
  ) {
    const next = order[at]
    if (!next) break
    whole[next.at] = (whole[next.at] ?? 0) + 1
    left -= 1
  }
  return strata.flatMap(([, within], at) => smallest(within, whole[at] ?? 0))
}

function bySize(drawn: readonly Drawn[], size: number, seed: number): Drawn[] {
  const sized = drawn.map((each) => ({ ...each, units: unitsOf(each.item.size) }))
  const total = sized.reduce((sum, { units }) => sum + units, 0n)
  const interval = total / BigInt(size)
  if (interval === 0n) return smallest(drawn, size)
  let next = ((drawOf(seed, 0) >> 32n) * interval) >> 32n
  let end = 0n
  return sized.filter(({ units }) => {
    end += units
    if (next >= end) return false
    while (next < end) next += interval
    return true
  })
}

/** Size in whole millionths, cut off; what is below zero counts by its amount. */
function unitsOf(size: string): bigint {
  return BigInt(new Decimal(size).abs().times(1_000_000).toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed())
}
