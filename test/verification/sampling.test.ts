import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'

import { type SampleItem, sampleMethods, sampleOf } from '#shared/verification/sampling'

const folder = mkdtempSync(join(tmpdir(), 'tanbu-sample-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const withPython = it.skipIf(spawnSync('python3', ['--version']).status !== 0)

const items = Array.from({ length: 120 }, (_, at): SampleItem => ({
  key: `source/${String.fromCharCode(97 + (at % 5))}/${2000 + at}`,
  stratum: String.fromCharCode(97 + (at % 5)),
  size: `${(at * 7919) % 1000}.${at}`,
}))
const keys = (from: readonly SampleItem[]) => from.map(({ key }) => key)

it('the same seed draws the same sample, in whichever order the lines come; another seed another one', () => {
  for (const method of sampleMethods) {
    const first = keys(sampleOf(items, { method, size: 12, seed: 7 }))
    expect(keys(sampleOf(items.toReversed(), { method, size: 12, seed: 7 }))).toEqual(first)
    expect(keys(sampleOf(items, { method, size: 12, seed: 8 }))).not.toEqual(first)
  }
})

it('a stratified sample takes something of every stratum, in proportion', () => {
  const sample = sampleOf(items, { method: 'stratified', size: 20, seed: 1 })
  const counts = Map.groupBy(sample, ({ stratum }) => stratum)
  expect([...counts.values()].map((own) => own.length)).toEqual([4, 4, 4, 4, 4])
  expect(
    new Set(sampleOf(items, { method: 'stratified', size: 2, seed: 1 }).map((row) => row.stratum)).size,
  ).toBe(5)
})

it('a sample by size always takes what is as large as the interval, and never what is nothing', () => {
  const odd = [
    ...items,
    { key: 'large', stratum: 'z', size: '20000' },
    { key: 'nothing', stratum: 'z', size: '0' },
  ]
  for (let seed = 0; seed < 20; seed += 1) {
    const sample = keys(sampleOf(odd, { method: 'size', size: 5, seed }))
    expect(sample).toContain('large')
    expect(sample).not.toContain('nothing')
  }
})

it('a sample is part of the lines, none of them twice, and more than asked only by strata that get their one', () => {
  const item = fc.record({
    key: fc.string({ minLength: 1 }),
    stratum: fc.constantFrom('a', 'b', 'c'),
    size: fc.integer({ min: 0, max: 1_000_000 }).map(String),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { selector: ({ key }) => key, minLength: 1, maxLength: 60 }),
      fc.constantFrom(...sampleMethods),
      fc.integer({ min: 1, max: 70 }),
      fc.nat(4_294_967_295),
      (all, method, size, seed) => {
        const sample = keys(sampleOf(all, { method, size, seed }))
        expect(new Set(sample).size).toBe(sample.length)
        expect(all.map(({ key }) => key)).toEqual(expect.arrayContaining(sample))
        const strata = new Set(all.map(({ stratum }) => stratum)).size
        const most = method === 'stratified' ? Math.max(size, strata) + strata - 1 : size
        expect(sample.length).toBeLessThanOrEqual(most)
      },
    ),
  )
})

withPython('the Python program of the package draws the same', () => {
  const file = join(folder, 'items.json')
  writeFileSync(file, JSON.stringify(items))
  for (const method of sampleMethods)
    for (const [size, seed] of [
      [1, 0],
      [10, 2026],
      [37, 4_294_967_295],
    ] as const) {
      const { stdout } = spawnSync(
        'python3',
        ['resources/verification/package/sample.py', method, String(size), String(seed), file],
        { encoding: 'utf8' },
      )
      expect([method, size, stdout.trim().split('\n')]).toEqual([
        method,
        size,
        keys(sampleOf(items, { method, size, seed })),
      ])
    }
})
