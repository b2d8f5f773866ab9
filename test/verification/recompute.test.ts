import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

import { graphOf, graphOfFigures } from '#electron/verification/figure-graph'
import { inventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { type Figure, operations } from '#shared/kernel/figure'
import {
  converted,
  differenceOf,
  entered,
  greatestOf,
  interpolated,
  leastOf,
  over,
  powerOf,
  rounded,
  share,
  sumOf,
  weightedMean,
} from '#shared/kernel/figure-algebra'
import { library } from '#test/accounting/library'

const program = 'resources/verification/package/recompute.py'
const hasPython = spawnSync('python3', ['--version']).status === 0
/** Counted as skipped where Python is missing, never as passed. */
const withPython = it.skipIf(!hasPython)
const folder = mkdtempSync(join(tmpdir(), 'tanbu-recompute-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Result {
  readonly figures: number
  readonly total: string | null
  readonly troubles: readonly string[]
}
/** What the second program says of each graph, by one run. */
function recompute(graphs: readonly unknown[]): Result[] {
  const files = graphs.map((graph, at) => {
    const file = join(folder, `figures-${at}.json`)
    writeFileSync(file, JSON.stringify(graph))
    return file
  })
  const { stdout, stderr } = spawnSync('python3', [program, ...files, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (stderr !== '') throw new Error(stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Result)
}

const goldens = readdirSync('resources/accounting/golden').filter((name) => name.endsWith('.json'))
const graphOfGolden = (name: string) =>
  graphOf(
    account(
      inventoryDocument.parse(JSON.parse(readFileSync(`resources/accounting/golden/${name}`, 'utf8'))),
      library,
    ),
  )

withPython('agrees with every golden document to the last digit', () => {
  const graphs = goldens.map(graphOfGolden)
  for (const [at, { troubles, total, figures }] of recompute(graphs).entries()) {
    const { nodes, roots } = graphs[at]!
    const root = roots['total']
    expect([goldens[at], troubles]).toEqual([goldens[at], []])
    expect(figures).toBe(nodes.length)
    expect(total).toBe(root === undefined ? null : nodes[root]!.value)
  }
})

const origin = {
  kind: 'readings' as const,
  parameter: 'p',
  month: '2025-01',
  count: 1,
  digest: null,
  determination: 'measured' as const,
  evidence: [],
}
const one = (value: string) => entered(value, 'ratio', { code: 'x' }, origin)
const reason = { code: 'x' }
const rule = { ruleSet: 'r', step: 's', decimals: 2, mode: 'half-even' } as const
const alone = (figure: Figure) => graphOfFigures({ total: figure })

withPython('agrees with every operation, also where digits are lost', () => {
  const figures: Figure[] = [
    sumOf('ratio', [one('1'), over(one('1'), one('3')), over(one('-4'), one('3'))], reason),
    over(one('1'), one('3')),
    differenceOf(one('1'), [over(one('2'), one('7'))], reason),
    share(share(one('0.1'), over(one('1'), one('7'))), over(one('1'), one('13'))),
    converted(over(entered('1', 'kcal/kg', reason, origin), one('3')), 'GJ/t'),
    converted(entered('12.345', 'lbCO2', reason, origin), 'tCO2'),
    weightedMean(
      'ratio',
      ['1', '2', '4'].map((value) => ({ value: one(value), weight: over(one(value), one('7')) })),
      reason,
    ),
    interpolated(one('1.3'), { x: one('1'), y: one('5') }, { x: one('1.7'), y: one('6') }, reason),
    rounded(over(one('0.6'), one('48')), rule),
    rounded(over(one('-1'), one('8')), { ...rule, mode: 'half-up' }),
    rounded(one('1.001'), { ...rule, mode: 'up' }),
    rounded(one('-1.009'), { ...rule, mode: 'down' }),
    leastOf([one('3'), one('2'), one('2')], reason),
    greatestOf([one('3'), one('-2')], reason),
    powerOf(one('1.0123456789'), one('0.37'), reason),
  ]
  const results = recompute(figures.map(alone))
  expect(results.map(({ troubles }) => troubles)).toEqual(figures.map(() => []))
  expect(new Set(figures.map(({ operation }) => operation)).size).toBe(operations.length - 3)
})

withPython('finds a figure, a leaf, a unit and a rounding that were changed', () => {
  const mean = weightedMean('ratio', [{ value: one('1'), weight: one('3') }], reason)
  const good = alone(rounded(sumOf('ratio', [mean, one('0.127')], reason), rule))
  const changed = (at: number, facts: object) => ({
    ...good,
    nodes: good.nodes.map((node, index) => (index === at ? { ...node, ...facts } : node)),
  })
  const last = good.nodes.length - 1
  const results = recompute([
    good,
    changed(last, { value: '1.14' }),
    changed(0, { value: '1.000000000000000000000000000000000000000000000000000001' }),
    changed(last - 1, { unit: 'GJ' }),
    changed(last, { basis: { rounding: { ...rule, decimals: 1 } } }),
    changed(last, { operands: [last] }),
  ])
  expect(results.map(({ troubles }) => troubles.length > 0)).toEqual([false, true, true, true, true, true])
})
