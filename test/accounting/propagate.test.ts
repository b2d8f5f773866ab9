import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inventoryDocument } from '#shared/accounting/document'
import { draw, drawTask } from '#shared/accounting/draw'
import { account } from '#shared/accounting/engine'
import { propagate, subjectOf, subjectsIn, uncertainAccount } from '#shared/accounting/propagate'
import { uncertaintyBlocks } from '#shared/accounting/report-uncertainty'
import { evaluate } from '#shared/accounting/uncertain-function'
import type { StatedUncertainty } from '#shared/accounting/uncertainty-model'
import { Decimal } from '#shared/kernel/quantity'
import { replayWith } from '#shared/kernel/replay'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

/** What is stated of a parameter, ± per cent for one standard deviation unless the test says otherwise. */
const stated = (of: string, percent: string, more: Partial<StatedUncertainty> = {}): StatedUncertainty => ({
  subject: of,
  distribution: 'normal',
  percent,
  coverage: '1',
  months: 'same',
  shared: null,
  basis: 'test',
  ...more,
})
const amount = (id: string) => `parameter/${id}/activity`
const factor = 'factor/urn:tanbu:factors:test:1#grid'
const grid = usedFactor('grid', '0.5', 'tCO2/MWh')
const line = (id: string, activity: string, more: object = { factor: { factor: 'grid' } }) => ({
  ...source('factor', { activity: value(activity, 'MWh'), ...more }),
  id,
})
const plant = (...lines: object[]) => account(june(lines as never, { factors: [grid] }), library)
const one = plant(line('a', '20420'))
const two = plant(line('a', '200'), line('b', '200'))
const rounded = (text: string | null, decimals = 2) => new Decimal(text ?? 'NaN').toFixed(decimals)

describe('by slopes', () => {
  it('P1 an amount of ±2 % and a factor of ±5 % come to 5.39 %, ±550 of 10210, for one deviation as stated', () => {
    const { total } = propagate(one, [stated(amount('a'), '2'), stated(factor, '5')], '1')
    expect([total.value, rounded(total.percent), rounded(total.halfWidth, 0)]).toEqual([
      '10210',
      '5.39',
      '550',
    ])
  })
  it('P2 for two deviations the interval is 9110 to 11310; stated as 95 % half-widths it is 10210 ± 550', () => {
    const asDeviations = propagate(one, [stated(amount('a'), '2'), stated(factor, '5')], '2').total
    const [low, high] = [
      new Decimal(asDeviations.value).minus(asDeviations.halfWidth),
      new Decimal(asDeviations.value).plus(asDeviations.halfWidth),
    ]
    expect([low.toSignificantDigits(3).toFixed(), high.toSignificantDigits(4).toFixed()]).toEqual([
      '9110',
      '11310',
    ])
    const at95 = { coverage: '2' }
    const asHalfWidths = propagate(
      one,
      [stated(amount('a'), '2', at95), stated(factor, '5', at95)],
      '2',
    ).total
    expect(rounded(asHalfWidths.halfWidth, 0)).toBe('550')
  })
  it('P3 lines with meters of their own average out, a factor that both use does not', () => {
    const meters = propagate(two, [stated(amount('a'), '10'), stated(amount('b'), '10')], '1')
    expect(rounded(meters.total.percent, 4)).toBe('7.0711')
    expect(rounded(propagate(two, [stated(factor, '10')], '1').total.percent, 4)).toBe('10.0000')
  })
  it('P4 inputs of one meter deviate together; months may deviate on their own', () => {
    const shared = { shared: 'M-1' }
    const together = [stated(amount('a'), '10', shared), stated(amount('b'), '10', shared)]
    expect(rounded(propagate(two, together, '1').total.percent, 4)).toBe('10.0000')
    const months = Object.fromEntries(
      ['03', '04', '05', '06'].map((month) => [`2025-${month}`, { value: '100' }]),
    )
    const year = account(
      june([line('a', '1', { activity: { unit: 'MWh', months }, factor: { factor: 'grid' } })] as never, {
        factors: [grid],
        period: { by: 'month', from: '2025-03', to: '2025-06' },
      }),
      library,
    )
    expect(rounded(propagate(year, [stated(amount('a'), '10')], '1').total.percent, 4)).toBe('10.0000')
    const own = stated(amount('a'), '10', { months: 'own' })
    expect(rounded(propagate(year, [own], '1').total.percent, 4)).toBe('5.0000')
  })
  it('P5 a distribution that ends at its half-width has a deviation of it ÷ √3 or ÷ √6', () => {
    const percentOf = (distribution: 'uniform' | 'triangular') =>
      rounded(
        propagate(one, [stated(amount('a'), '3', { distribution, coverage: null })], '1').total.percent,
        4,
      )
    expect([percentOf('uniform'), percentOf('triangular')]).toEqual(['1.7321', '1.2247'])
  })
  it('P6 what is not stated is not zero: the share of the emission whose inputs all are stated is said with it', () => {
    const covered = (...subjects: string[]) =>
      propagate(
        two,
        subjects.map((each) => stated(each, '5')),
        '2',
      ).total.covered
    expect([
      covered(),
      covered(factor),
      covered(factor, amount('a')),
      covered(factor, amount('a'), amount('b')),
    ]).toEqual(['0', '0', '50', '100'])
  })
  it('P7 contributions come in order, sum to all of the variance, and say what halving one leaves', () => {
    const { contributions } = propagate(one, [stated(amount('a'), '3'), stated(factor, '4')], '1')
    expect(
      contributions.map(({ key, share, halved }) => [key, rounded(share, 4), rounded(halved.percent, 4)]),
    ).toEqual([
      [factor, '64.0000', '3.6056'],
      [amount('a'), '36.0000', '4.2720'],
    ])
  })
  it('P8 a potential is a convention, and the weights of a mean only weigh', () => {
    const codes = { origin: { kind: 'readings', parameter: 'p' } }
    expect(subjectOf({ ...codes, code: 'accounting.weight' } as never)).toBeNull()
    expect(subjectOf({ ...codes, code: 'accounting.gwp' } as never)).toBeNull()
    expect(subjectOf({ ...codes, code: 'accounting.activity' } as never)).toBe('parameter/p')
  })
})

it('P9 a total of nothing has a half-width and no percentage', () => {
  const amounts = ['100', '-100'].map((text, at) => ({
    ...source('stated', { amount: value(text, 'tCO2') }),
    id: `s${at}`,
  }))
  const inputs = [0, 1].map((at) => stated(`parameter/s${at}/amount`, '10'))
  const { total, sources } = propagate(plant(...amounts), inputs, '1')
  expect([total.value, rounded(total.halfWidth, 3), total.percent]).toEqual(['0', '14.142', null])
  expect(sources.map(({ percent }) => rounded(percent))).toEqual(['10.00', '10.00'])
})
it('P10 the report says ± how much, of how much of the emission, and the run that was kept', () => {
  const inputs = [stated(amount('a'), '2'), stated(factor, '5')]
  const outputs = draw(drawTask(uncertainAccount(one, inputs), 7, 4096))
  const simulation = { draws: 4096, seed: 7, engine: 'e/1', outputs } as never
  const known = { inputs, propagated: propagate(one, inputs, '2'), simulation }
  const [, said, drawn, table] = uncertaintyBlocks(known, 'en')
  expect(said).toMatchObject({ text: expect.stringContaining('±10.77 %') as string })
  expect(said).toMatchObject({ text: expect.stringContaining('100.00 % of the emission') as string })
  expect(drawn).toMatchObject({
    text: expect.stringMatching(/^Monte Carlo \(4,096 draws, seed 7, engine e\/1\)/) as string,
  })
  expect(table).toMatchObject({
    kind: 'table',
    totals: 1,
    rows: [['source', '10,210.00', '1,099.65', '10.77', '100.00'], { length: 5 }],
  })
  expect(uncertaintyBlocks(null, 'zh')).toEqual([])
})

describe('by draws', () => {
  const inputs = [stated(amount('a'), '2'), stated(factor, '5')]
  const drawn = (seed: number, of = inputs, draws = 100_000) =>
    draw(drawTask(uncertainAccount(one, of), seed, draws))[0]!

  it('D1 the same seed gives the same digits, another seed others', () => {
    expect(drawn(1, inputs, 4096)).toEqual(drawn(1, inputs, 4096))
    expect(drawn(1, inputs, 4096).mean).not.toBe(drawn(2, inputs, 4096).mean)
    expect(drawn(20251, inputs, 4096)).toMatchObject(fixedDigits)
  })
  it('D2 draws agree with slopes where the function is nearly straight', () => {
    const { mean, deviation, low, high, median } = drawn(7)
    expect(new Decimal(mean).minus(10210).abs().lt(10)).toBe(true)
    expect(new Decimal(deviation).div(549.83).minus(1).abs().lt(0.01)).toBe(true)
    expect(
      new Decimal(high)
        .minus(low)
        .div(2)
        .div(1.959964 * 549.83)
        .minus(1)
        .abs()
        .lt(0.01),
    ).toBe(true)
    expect(new Decimal(median).minus(10210).abs().lt(15)).toBe(true)
  })
  it('D3 every distribution has mean 1 and the deviation that slopes count with', () => {
    for (const distribution of ['normal', 'lognormal', 'uniform', 'triangular'] as const) {
      const isBounded = distribution === 'uniform' || distribution === 'triangular'
      const own = stated(amount('a'), '30', { distribution, coverage: isBounded ? null : '1' })
      const { mean, deviation } = drawn(3, [own])
      const slope = propagate(one, [own], '1').total.halfWidth
      expect(new Decimal(mean).div(10210).minus(1).abs().lt(0.005)).toBe(true)
      expect(new Decimal(deviation).div(slope).minus(1).abs().lt(0.01)).toBe(true)
    }
  })
  it('D4 a lognormal input keeps the result above zero, and its interval is not symmetric', () => {
    const { low, high, median } = drawn(5, [stated(amount('a'), '80', { distribution: 'lognormal' })])
    expect(new Decimal(low).gt(0)).toBe(true)
    expect(new Decimal(high).minus(median).gt(new Decimal(median).minus(low).times(2))).toBe(true)
  })
  it('D5 the bars hold all draws but the outermost thousandth', () => {
    const { counts } = drawn(1).histogram
    expect(counts).toHaveLength(40)
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(99_900)
  })
})

/** Kept so that a change of generator, order or function shows. */
const fixedDigits = { mean: '10207.70086', low: '9167.993137' }

describe('the reduced function', () => {
  const documents = readdirSync('resources/accounting/golden')
    .filter((file) => file.endsWith('.json'))
    .map((file) =>
      inventoryDocument.parse(JSON.parse(readFileSync(`resources/accounting/golden/${file}`, 'utf8'))),
    )

  it('F1 is what the whole tree gives when its leaves change, in every published inventory', () => {
    for (const document of documents) {
      const known = account({ ...document, rounding: 'none' }, library)
      const figure = known.total.state === 'complete' ? known.total.figure : known.total.known
      const subjects = [...subjectsIn(figure)]
      const uncertain = uncertainAccount(
        known,
        subjects.map((each) => stated(each, '1')),
      )
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 90, max: 110 }), {
            minLength: subjects.length,
            maxLength: subjects.length,
          }),
          (percents) => {
            const ratios = new Map(subjects.map((each, at) => [each, (percents[at] ?? 100) / 100]))
            const exact = replayWith(figure, (leaf) => {
              const ratio = ratios.get(subjectOf(leaf) ?? '')
              return ratio === undefined ? null : leaf.value.times(ratio).toFixed()
            })!
            const [values] = evaluate(uncertain.of, 1, (variable, into) =>
              into.fill(ratios.get(variable) ?? Number.NaN),
            )
            expect(Math.abs(values![0]! - exact.toNumber())).toBeLessThanOrEqual(
              1e-9 * (1 + Math.abs(exact.toNumber())),
            )
          },
        ),
        { numRuns: 5 },
      )
    }
  })
})
