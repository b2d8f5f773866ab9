import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import type { Mapping } from '#shared/activity/mapping'
import { type Gap, offersFor } from '#shared/activity/substitution'
import { Decimal } from '#shared/kernel/quantity'
import { type CoalPlant, startCoalPlant } from '#test/activity/coal-plant'
import { inMonth } from '#test/activity/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: CoalPlant
beforeAll(async () => {
  plant = await startCoalPlant()
  for (const month of ['2025-01', '2025-02', '2025-03']) {
    await plant.type(plant.coal, month, '1000')
    await plant.type(plant.heat, month, '20')
  }
  await plant.type(plant.carbon, '2025-01', '0.0270')
  await plant.type(plant.carbon, '2025-03', '0.0274')
})
afterAll(() => plant.backend.close())

const gap = (facts: Partial<Gap>): Gap => ({
  month: '2025-06',
  gapRule: 'none',
  isDeduction: false,
  known: [],
  guidelineDefault: null,
  ...facts,
})
const values = (given: Partial<Gap>) =>
  Object.fromEntries(offersFor(gap(given)).map(({ rule, value }) => [rule, value]))
const allowed = (gapRule: Gap['gapRule']) =>
  offersFor(gap({ gapRule }))
    .filter(({ isAllowed }) => isAllowed)
    .map(({ rule }) => rule)

it('S1 each rule makes its value from what is known around', () => {
  const known = [
    { month: '2024-03', value: '99' },
    { month: '2025-03', value: '10' },
    { month: '2025-05', value: '11.5' },
    { month: '2025-08', value: '13' },
  ]
  expect(values({ known, guidelineDefault: { label: 'GB', value: '15' } })).toEqual({
    'guideline-default': '15',
    'nearest-valid': '11.5',
    'mean-of-neighbours': '12.25',
    'mean-of-year': '11.5',
    'conservative-high': '13',
    'supplier-value': null,
  })
  expect(values({ known, isDeduction: true })).toMatchObject({ 'conservative-low': '10' })
  expect(values({ known: known.slice(0, 3) })).toMatchObject({ 'mean-of-neighbours': null })
})

it('S2 a plan allows what its gap rule says, and the default of the guideline always', () => {
  expect(allowed('none')).toEqual(['guideline-default'])
  expect(allowed('mean-of-month')).toEqual(['guideline-default', 'mean-of-neighbours', 'mean-of-year'])
  expect(allowed('last-month')).toEqual(['guideline-default', 'nearest-valid'])
  expect(allowed('supplier-value')).toEqual(['guideline-default', 'supplier-value'])
})

it('S3 a mean lies between what it was made from, and no order of the months changes it', () => {
  const months = fc.uniqueArray(
    fc.integer({ min: 1, max: 12 }).filter((at) => at !== 6),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(
      months,
      fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 12, maxLength: 12 }),
      (at, all) => {
        const known = at.map((month) => ({
          month: `2025-${String(month).padStart(2, '0')}`,
          value: String(all[month - 1]),
        }))
        const plain = values({ known })
        expect(values({ known: known.toReversed() })).toEqual(plain)
        const mean = new Decimal(plain['mean-of-year']!)
        expect(mean.gte(Decimal.min(...known.map(({ value }) => value)))).toBe(true)
        expect(mean.lte(Decimal.max(...known.map(({ value }) => value)))).toBe(true)
      },
    ),
  )
})

const february = { month: '2025-02' }
const gaps = () => plant.api.activity.gaps({ facility: plant.facility, year: 2025 })

it('S4 a gap is offered with what each value would make of the emission', async () => {
  const own = (await gaps()).filter(({ parameter }) => parameter === plant.carbon.id)
  expect(own).toHaveLength(10)
  expect(own[0]).toMatchObject({ month: '2025-02', applied: null, source: '燃煤锅炉' })
  const offers = await plant.api.activity.offers({ parameter: plant.carbon.id, ...february })
  const mean = offers.find(({ rule }) => rule === 'mean-of-neighbours')
  // 1000 t × 20 GJ/t × 0.0272 tC/GJ × 0.99 × 44/12
  expect(mean).toMatchObject({ value: '0.0272', isAllowed: true, effect: { before: null, after: '1974.72' } })
  const punitive = offers.find(({ rule }) => rule === 'guideline-default')
  // 1000 t × 20 GJ/t × 0.03085 tC/GJ × 0.99 × 44/12
  expect(punitive).toMatchObject({ value: '0.03085', effect: { after: '2239.71' } })
})

it('S5 what the plan does not allow, or nothing is known for, is refused', async () => {
  const wish = { parameter: plant.carbon.id, ...february, text: null, proofs: [], reason: '化验室停电' }
  const high = plant.api.activity.substitute({ ...wish, rule: 'conservative-high' })
  expect((await refusalOf(high)).code).toBe('activity.rule-not-allowed')
  const later = plant.api.activity.substitute({ ...wish, month: '2025-05', rule: 'mean-of-neighbours' })
  expect((await refusalOf(later)).code).toBe('activity.rule-without-value')
})

it('S6 what stands in is seen in the cell, the list, the findings and the report with its share of the total', async () => {
  const { reading } = await plant.api.activity.substitute({
    parameter: plant.carbon.id,
    ...february,
    rule: 'mean-of-neighbours',
    text: null,
    proofs: [],
    reason: '化验室停电',
  })
  const { readings } = await plant.api.activity.readings({ parameter: plant.carbon.id, ...february })
  expect(readings).toMatchObject([
    {
      id: reading,
      origin: 'substituted',
      value: '0.0272',
      entered: { reason: '化验室停电' },
      substitution: {
        rule: 'mean-of-neighbours',
        inputs: [
          { label: '2025-01', value: '0.027' },
          { label: '2025-03', value: '0.0274' },
        ],
      },
    },
  ])
  const { findings } = await plant.api.activity.findings({ facility: null, year: 2025, language: 'zh' })
  expect(findings.find(({ code }) => code === 'activity.substituted')?.period).toBe('2025-02')
  const share = findings.find(({ code }) => code === 'accounting.substituted')
  expect(share?.words).toContain('涉及排放量 1974.72 tCO₂e')
  expect(findings.some(({ code }) => code === 'accounting.substituted-total')).toBe(true)
  const again = plant.api.activity.substitute({
    parameter: plant.carbon.id,
    ...february,
    rule: 'mean-of-year',
    text: null,
    proofs: [],
    reason: '再来一次',
  })
  expect((await refusalOf(again)).code).toBe('activity.not-a-gap')
})

it('S7 the real value takes its place at once, typed or from a file, and undoing brings it back', async () => {
  const { act } = await plant.api.activity.submit({
    readings: [inMonth(plant.carbon.id, '2025-02', '0.0271')],
    proofs: [],
    reason: null,
  })
  const live = async () => {
    const { readings } = await plant.api.activity.readings({ parameter: plant.carbon.id, ...february })
    return readings.filter((each) => each.live).map(({ text, origin }) => `${text} ${origin}`)
  }
  expect(await live()).toEqual(['0.0271 typed'])
  await plant.api.activity.undo({ act, reason: null })
  expect(await live()).toEqual(['0.0272 substituted'])
  const upload = stage('月份,单位热值含碳量(tC/GJ)\n2025-02,0.0273')
  const { facility } = plant
  const mapping: Mapping = {
    layout: 'wide-parameters',
    sheet: '化验',
    header: { from: 1, to: 1 },
    lastRow: null,
    year: null,
    parameters: {},
    units: {},
    decimalMark: 'point',
    hiddenRows: 'leave-out',
    period: { column: 0, precision: 'month' },
    values: [{ column: 1, parameter: plant.carbon.id, unit: 'tC/GJ' }],
    note: null,
  }
  await finish(
    plant.api.activity.import({
      upload,
      choice: { sheet: null, encoding: null, delimiter: null },
      facility,
      mapping,
      period: null,
      acceptRepairs: [],
      take: 'all',
      again: false,
      isRecord: false,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
  expect(await live()).toEqual(['0.0273 import'])
})

function stage(text: string): string {
  const path = join(plant.backend.folder, 'staging', 'late-report')
  writeFileSync(path, text)
  const side = { name: '化验.csv', type: 'text/csv', size: Buffer.byteLength(text), sha256: sha256(text) }
  writeFileSync(`${path}.json`, JSON.stringify(side))
  return 'late-report'
}

it('S8 a stock balance is set up in one act, and finds what does not add up', async () => {
  const { parameters } = await plant.api.activity.addStock({ source: plant.boiler.id, language: 'zh' })
  const [purchased, closing] = parameters
  const enter = (parameter: typeof purchased, month: string, text: string) =>
    plant.api.activity.submit({ readings: [inMonth(parameter!, month, text)], proofs: [], reason: null })
  await enter(closing, '2025-01', '500')
  await enter(purchased, '2025-02', '1300')
  await enter(closing, '2025-02', '700')
  const { findings } = await plant.api.activity.findings({ facility: null, year: 2025, language: 'zh' })
  expect(findings.filter(({ code }) => code === 'activity.stock-differs')).toMatchObject([
    { period: '2025-02', subject: '燃煤锅炉', facts: { expected: '1100', consumed: '1000', percent: '10' } },
  ])
  const twice = plant.api.activity.addStock({ source: plant.boiler.id, language: 'zh' })
  expect((await refusalOf(twice)).code).toBe('activity.stock-set-up')
})
