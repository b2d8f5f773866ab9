import { z } from 'zod'

import { fillUniform } from '#shared/kernel/random'

export const sampleInput = z
  .object({
    /** What was counted: `approved readings of 2025`. */
    population: z.string().trim().min(1).max(300),
    count: z.int().min(1).max(1_000_000),
    size: z.int().min(1).max(1000),
    seed: z.int().min(0).max(4_294_967_295),
  })
  .refine(({ count, size }) => size <= count, { message: 'audits.sample-too-large', path: ['size'] })
export type SampleInput = Readonly<z.output<typeof sampleInput>>
export const sample = z.object({ ...sampleInput.shape, chosen: z.array(z.int()), drawnBy: z.string() })
export type Sample = Readonly<z.output<typeof sample>>

/**
 * The places, from 1, of a random sample without repetition: the first `size` steps of a Fisher–Yates shuffle whose
 * draw `i` is the `i`-th uniform number of stream 0 of the seed. Whoever has count, size and seed draws the same.
 */
export function drawSample({
  count,
  size,
  seed,
}: Pick<SampleInput, 'count' | 'size' | 'seed'>): readonly number[] {
  const draws = new Float64Array(size)
  fillUniform(draws, seed, 0, 0)
  const moved = new Map<number, number>()
  const at = (place: number) => moved.get(place) ?? place
  const chosen = [...draws].map((draw, step) => {
    const other = step + Math.floor(draw * (count - step))
    const taken = at(other)
    moved.set(other, at(step))
    return taken + 1
  })
  return chosen.toSorted((a, b) => a - b)
}
