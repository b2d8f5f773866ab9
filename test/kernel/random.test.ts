import { expect, it } from 'vitest'

import { exponential, fillUniform, logarithm, normalQuantile, philox } from '#shared/kernel/random'

/** The words that follow from a counter and a key, as they are printed. */
const words = (counter: readonly number[], key: readonly [number, number]) => {
  const block = Uint32Array.from(counter)
  philox(block, ...key)
  return [...block].map((word) => word.toString(16).padStart(8, '0')).join(' ')
}

it('R1 the generator gives the published numbers of Philox4x32-10', () => {
  const all = 0xffffffff
  expect(words([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8')
  expect(words([all, all, all, all], [all, all])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd')
  const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
  expect(words(pi, [0xa4093822, 0x299f31d0])).toBe('d16cfe09 94fdcceb 5001e420 24126ea1')
})

it('R2 a draw is the same wherever the block around it begins, and another seed or stream is another', () => {
  const draws = (length: number, seed: number, stream: number, first: number) => {
    const into = new Float64Array(length)
    fillUniform(into, seed, stream, first)
    return [...into]
  }
  expect(draws(16, 7, 3, 0).slice(8)).toEqual(draws(8, 7, 3, 8))
  expect(draws(4, 7, 3, 0)).not.toEqual(draws(4, 8, 3, 0))
  expect(draws(4, 7, 3, 0)).not.toEqual(draws(4, 7, 4, 0))
})

it('R3 quantiles of the normal distribution agree with the tables', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
  expect(normalQuantile(0.5)).toBe(0)
  expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015007687, 12)
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 13)
})

it('R4 logarithm and exponential are those of mathematics', () => {
  for (const x of [1e-10, 0.03, 0.7, 1, 1.5, 20, 12345.678]) {
    expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(Math.log(x))))
    expect(exponential(logarithm(x)) / x).toBeCloseTo(1, 13)
  }
  expect(exponential(0)).toBe(1)
})
