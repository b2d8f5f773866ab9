import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formulaOf } from '#renderer/accounting/figure-formula'
import { signed } from '#renderer/accounting/signed'
import { twoDecimals } from '#renderer/accounting/two-decimals'
import { choiceOf, type GuidelineChoice, usualChoice } from '#renderer/accounting/usual-choice'
import { sizeText } from '#renderer/ui/size-text'
import { emptyReportPlan } from '#shared/accounting/inventory'
import { isExpired, lackingParts } from '#shared/accounting/report-plan'
import { wordedFinding } from '#shared/accounting/worded-finding'
import { isBackupOld } from '#shared/exchange/backup-rotation'
import { type Figure, toRecord } from '#shared/kernel/figure'
import {
  constant,
  converted,
  interpolated,
  rounded,
  sumOf,
  weightedMean,
} from '#shared/kernel/figure-algebra'
import { replay } from '#shared/kernel/replay'

const tonnes = (value: string) => constant(value, 't', { code: 'x' })
const power = (value: string) => constant(value, 'MWh', { code: 'x' })
/** The formula as it is read, with the values in place. */
const read = (figure: Figure) => {
  const { operands } = toRecord(figure)
  return formulaOf(toRecord(figure))
    ?.map((piece) => (typeof piece === 'number' ? operands[piece]?.value : piece))
    .join(' ')
}

describe('a formula with its values in place', () => {
  it('writes out sums, means and lines between two points', () => {
    expect(read(sumOf('t', [tonnes('1'), tonnes('2')], { code: 'x' }))).toBe('1 + 2')
    const rows = [
      { value: tonnes('10'), weight: power('1') },
      { value: tonnes('20'), weight: power('3') },
    ]
    expect(read(weightedMean('t', rows, { code: 'x' }))).toBe('( 10 × 1 + 20 × 3 ) ÷ ( 1 + 3 )')
    const at = (x: string, y: string) => ({ x: tonnes(x), y: power(y) })
    expect(read(interpolated(tonnes('5'), at('0', '100'), at('10', '200'), { code: 'x' }))).toBe(
      '100 + ( 5 − 0 ) × ( 200 − 100 ) ÷ ( 10 − 0 )',
    )
  })
  it('names every operand of an operation once at least, and none that is not there', () => {
    const values = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(values, (each) => {
        const figure = sumOf(
          't',
          each.map((value) => tonnes(String(value))),
          { code: 'x' },
        )
        const named = new Set(formulaOf(toRecord(figure))?.filter((piece) => typeof piece === 'number'))
        expect(named).toEqual(new Set(each.map((_, index) => index)))
        expect(replay(figure)).toEqual([])
      }),
    )
  })
  it('has none for a leaf or for a sum of more lines than anybody reads in a row', () => {
    expect(formulaOf(toRecord(tonnes('1')))).toBeNull()
    const many = Array.from({ length: 7 }, () => tonnes('1'))
    expect(formulaOf(toRecord(sumOf('t', many, { code: 'x' })))).toBeNull()
  })
  it('shows what was converted and what was rounded', () => {
    expect(read(converted(power('5'), 'kWh'))).toBe('5')
    const rule = { ruleSet: 'r', step: 's', decimals: 1, mode: 'half-up' } as const
    expect(read(rounded(tonnes('1.25'), rule))).toBe('1.25')
  })
})

describe('numbers of an inventory', () => {
  it('line up at two decimals, and lose none', () => {
    expect(['218.9', '5', '0', '-1.5', '1.23456'].map((text) => twoDecimals(text))).toEqual([
      '218.90',
      '5.00',
      '0.00',
      '-1.50',
      '1.23456',
    ])
    expect(twoDecimals(null)).toBeNull()
  })
  it('show a change with its sign', () => {
    expect(['25', '-3.14159', '0', '0.04', '1234.5'].map(signed)).toEqual([
      '+25\u2009%',
      '−3.1\u2009%',
      '0\u2009%',
      '0\u2009%',
      '+1,234.5\u2009%',
    ])
  })
})

describe('the rules of a new inventory', () => {
  const edition = (id: string, more: Partial<GuidelineChoice>): GuidelineChoice => ({
    id,
    urn: `urn:${id}:2015`,
    validFrom: null,
    validTo: null,
    rounding: 'none',
    gwpSet: 'AR5',
    ...more,
  })
  const guidelines = [
    edition('power', { rounding: 'power', gwpSet: 'AR5', validTo: '2026-10-01' }),
    edition('carbon-management-annex-f', { rounding: 'house-2-decimals', gwpSet: 'AR6' }),
    edition('power-2026', { urn: 'urn:power:2026', rounding: 'none', validFrom: '2026-10-01' }),
  ]
  it('are those of the guideline that the boundary names', () => {
    expect(usualChoice(guidelines, 'power', 2025)).toMatchObject({
      guideline: 'power',
      gwpSet: 'AR5',
      view: 'guideline',
    })
  })
  it('are the general ones where the boundary names none', () => {
    expect(usualChoice(guidelines, null, 2025)).toMatchObject({
      guideline: 'carbon-management-annex-f',
      rounding: 'house-2-decimals',
      view: 'iso-14064-1',
    })
  })
  it('follow the edition that takes over in the year, and are its own from the next year on', () => {
    expect(usualChoice(guidelines, 'power', 2026)).toMatchObject({
      guideline: 'power',
      editions: [{ from: '2026-10', guideline: 'power-2026', rounding: 'none' }],
    })
    expect(usualChoice(guidelines, 'power', 2027)).toMatchObject({ guideline: 'power-2026', editions: [] })
  })
  it('fall back to a set that exists', () => {
    expect(choiceOf(edition('x', { gwpSet: 'AR99' })).gwpSet).toBe('AR6')
  })
})

describe('findings in plain words', () => {
  const finding = {
    severity: 'explain',
    code: 'x',
    where: 'source/fuel',
    facts: {
      parameter: 'inputs/1/carbon',
      factor: 'urn:a#diesel/oxidation-rate',
      value: '0.123456789012',
      unit: 'tCO2',
    },
  } as const
  it('name inputs, factors and units as people do', () => {
    const name = { zh: '柴油碳氧化率', en: 'Oxidation rate of diesel' }
    expect(wordedFinding(finding, 'zh', () => name).facts).toEqual({
      parameter: '含碳量 2',
      factor: '柴油碳氧化率',
      value: '0.12345679',
      unit: 'tCO₂',
    })
  })
  it('keep the key of a factor that the library has no longer', () => {
    expect(wordedFinding(finding, 'en', () => undefined).facts).toMatchObject({
      parameter: 'Carbon content 2',
      factor: 'diesel/oxidation-rate',
    })
  })
})

describe('the plan of a report', () => {
  it('lacks the parts in which something is not written', () => {
    expect(lackingParts(emptyReportPlan)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    const written = {
      ...emptyReportPlan,
      purpose: '公开披露',
      preparedBy: '甲',
      checkedBy: '乙',
      validUntil: '2027-06-30',
    }
    expect(lackingParts(written)).toEqual(['b', 'c', 'd', 'f', 'g', 'h'])
  })
  it('may be quoted on its last day and no longer after it', () => {
    const plan = { validUntil: '2026-06-30' }
    expect([isExpired(plan, '2026-06-30'), isExpired(plan, '2026-07-01')]).toEqual([false, true])
    expect(isExpired({ validUntil: null }, '2099-01-01')).toBe(false)
  })
})

describe('files and backups', () => {
  it('have a size that people can read', () => {
    expect([0, 1023, 1024, 1536, 5 * 1024 ** 2, 3 * 1024 ** 3].map(sizeText)).toEqual([
      '0\u2009B',
      '1023\u2009B',
      '1.0\u2009KiB',
      '1.5\u2009KiB',
      '5.0\u2009MiB',
      '3.0\u2009GiB',
    ])
  })
  it('a backup is old after as many days as the plant says', () => {
    const week = { warnAfter: 7 }
    expect(isBackupOld('2026-06-01T00:00:00.000Z', '2026-06-08T00:00:00.000Z', week)).toBe(false)
    expect(isBackupOld('2026-06-01T00:00:00.000Z', '2026-06-08T00:00:00.001Z', week)).toBe(true)
  })
})
