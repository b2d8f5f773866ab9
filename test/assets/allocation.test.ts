import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { allocate, inputsNeeded, type UnitFacts, type UnitYear } from '#shared/assets/allocation'
import { adjustment, allocateIndustry } from '#shared/assets/industry'
import { loadFactor } from '#shared/assets/load-factor'
import { type IndustryPlan, plan, type Plan, planOf, type PowerPlan } from '#shared/assets/plan'
import {
  borrowable,
  carriedOver,
  gapOf,
  obligation,
  preAllocated,
  usableCredits,
} from '#shared/assets/settlement'
import type { Figure } from '#shared/kernel/figure'
import { constant } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'
import type { Measure } from '#shared/kernel/units'

const folder = 'resources/assets/plans'
const plans: Plan[] = readdirSync(folder).map((file) =>
  plan.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
)
const power = (year: number): PowerPlan => {
  const found = planOf(plans, 'power', year)
  if (!found) throw new Error(`no plan for ${year}`)
  return found
}
const industry = (): IndustryPlan => {
  const found = planOf(plans, 'industry', 2025)
  if (!found) throw new Error('no plan')
  return found
}
const of = <M extends Measure>(value: string, unit: M) =>
  constant(value, unit, { code: 'figure.number-of-formula' })
const tonnes = (value: string) => of(value, 'tCO2e')

const unit: UnitFacts = {
  name: '1 号机组',
  unitClass: 'I',
  cooling: 'water',
  isBackPressure: false,
  isCondensing: false,
}
const made: UnitYear = {
  gross: of('3000000', 'MWh'),
  supplied: of('2800000', 'MWh'),
  heat: of('500000', 'GJ'),
  heatRatio: of('0.1', 'ratio'),
  load: of('0.6', 'ratio'),
}
const allowances = (year: number, facts: Partial<UnitFacts> = {}, known: Partial<UnitYear> = {}): string => {
  const allocated = allocate(power(year), year, { ...unit, ...facts }, { ...made, ...known })
  if (allocated.state === 'incomplete') return `missing ${allocated.missing.join()}`
  expect(replay(allocated.figure)).toEqual([])
  return allocated.figure.value.toFixed()
}

describe('the plan of each year', () => {
  it('is found for every year from 2019 to 2026, the draft being marked as one', () => {
    for (let year = 2019; year <= 2026; year += 1) expect(power(year).years).toContain(year)
    expect([power(2024).status, power(2025).status]).toEqual(['final', 'draft'])
    expect(planOf(plans, 'power', 2018)).toBeUndefined()
  })

  it('has benchmarks for every class in every year', () => {
    for (const each of plans)
      if (each.kind === 'power')
        for (const year of each.years)
          expect(Object.keys(each.benchmarks[String(year)] ?? {})).toEqual(['I', 'II', 'III', 'IV'])
  })
})

describe('the correction for a low load', () => {
  const at = (rule: PowerPlan['load'], load: string) => loadFactor(rule, of(load, 'ratio')).value

  it('runs through its bands as the 2019 to 2022 plan writes it', () => {
    const published = {
      '0.9': '1',
      '0.85': '1',
      '0.8': '1.007',
      '0.75': '1.015',
      '0.7': '1.0302',
      '0.65': '1.0457',
    }
    for (const [load, factor] of Object.entries(published))
      expect(at('bands-from-85', load).toDecimalPlaces(4).toFixed(), load).toBe(factor)
  })

  it('is continuous at the joints of 2019 to 2022: both sides agree to the printed three decimals', () => {
    for (const joint of ['0.85', '0.80', '0.75']) {
      const below = at('bands-from-85', (Number(joint) - 1e-9).toFixed(9))
      expect(below.minus(at('bands-from-85', joint)).abs().lt('0.0000001'), joint).toBe(true)
    }
  })

  it('jumps at 65 % in 2023 and 2024: 1 from there on, 1.0457 just below', () => {
    expect(at('power-below-65', '0.65').toFixed()).toBe('1')
    expect(at('power-below-65', '0.6499999').toFixed(4)).toBe('1.0457')
  })

  it('is what the tests of the draft publish, and jumps at 50 %', () => {
    const published = {
      '49.99': '1.100',
      '45': '1.126',
      '40': '1.160',
      '30': '1.281',
      '20': '1.609',
      '10': '2.747',
    }
    for (const [percent, factor] of Object.entries(published))
      expect(at('exponential-below-50', of(percent, 'ratio').value.div(100).toFixed()).toFixed(3)).toBe(
        factor,
      )
    expect(at('exponential-below-50', '0.5').toFixed()).toBe('1')
  })

  it('never falls as the load falls, in any generation', () => {
    const rules = fc.constantFrom('bands-from-85', 'power-below-65', 'exponential-below-50' as const)
    const load = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(rules, load, load, (rule, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((part) => (part / 1000).toFixed(3))
        return at(rule, low ?? '').gte(at(rule, high ?? ''))
      }),
    )
  })
})

describe('the allowances of a generating unit', () => {
  it('2019: supplied power × benchmark × cooling × heat-supply factor, and heat × benchmark', () => {
    // 2,800,000 × 0.877 × 1 × (1 − 0.22 × 0.1) + 500,000 × 0.126:
    // 2,800,000 × 0.877 = 2,455,600; × 0.978 = 2,401,576.8; + 63,000 = 2,464,576.8 → 2,464,577
    expect(allowances(2019)).toBe('2464577')
  })

  it('2022: air cooling adds five percent, a back-pressure unit does not get it', () => {
    // 2,800,000 × 0.8177 = 2,289,560; × 1.05 = 2,404,038; × 0.978 = 2,351,149.164; + 55,250 = 2,406,399.164
    expect(allowances(2022, { cooling: 'air' })).toBe('2406399')
    // 2,289,560 × 0.978 = 2,239,189.68; + 55,250 = 2,294,439.68
    expect(allowances(2022, { cooling: 'air', isBackPressure: true })).toBe('2294440')
  })

  it('2021: a condensing unit of conventional coal is corrected for its load', () => {
    // 2,800,000 × 0.8218 = 2,301,040; × 1.015^4 (1.061363550625) = 2,442,239.984…; heat 500,000 × 0.1111 = 55,550
    expect(allowances(2021, { isCondensing: true }, { heatRatio: null })).toBe('2497790')
  })

  it('2024: gross generation, no cooling or heat-supply factor, correction below 65 %', () => {
    // 3,000,000 × 0.791 = 2,373,000; × 1.015^4 = 2,518,615.705…; + 500,000 × 0.1033 = 51,650 → 2,570,265.7
    expect(allowances(2024)).toBe('2570266')
    // At 65 %: 2,373,000 + 51,650
    expect(allowances(2024, {}, { load: of('0.65', 'ratio') })).toBe('2424650')
    // A gas unit has no correction: 3,000,000 × 0.3288 + 500,000 × 0.0533 = 986,400 + 26,650
    expect(allowances(2024, { unitClass: 'IV' }, { load: null })).toBe('1013050')
  })

  it('2026, draft: 3,000,000 × 0.7894 × 1 + 500,000 × 0.1021 at 60 % load', () => {
    expect(allowances(2026)).toBe('2419250')
  })

  it('are not known while something of them is missing, and say what', () => {
    expect(allowances(2024, {}, { heat: null, load: null })).toBe('missing heat,load')
    expect(allowances(2019, {}, { supplied: null })).toBe('missing supplied')
    expect(inputsNeeded(power(2024), { ...unit, unitClass: 'IV' })).toEqual(['gross', 'heat'])
  })

  it('are rounded as the setting says', () => {
    const exact = allocate(power(2019), 2019, unit, made, { decimals: 1, mode: 'half-even' })
    expect(exact.state === 'complete' && exact.figure.value.toFixed()).toBe('2464576.8')
  })
})

describe('steel, cement and aluminium', () => {
  const line = { name: '1 号窑', keepsVerified: false }
  const against = (intensity: string) => ({
    intensity: of(intensity, 'tCO2e/t'),
    balance: of('0.8', 'tCO2e/t'),
  })
  const allocated = (year: number, intensity: string | null, keepsVerified = false): string => {
    const found = allocateIndustry(
      industry(),
      year,
      { ...line, keepsVerified },
      tonnes('100000.4'),
      intensity === null ? null : against(intensity),
    )
    return found.state === 'complete' ? found.figure.value.toFixed() : 'incomplete'
  }

  it('get their verified emission in the first year, and special lines in the second', () => {
    expect(allocated(2024, null)).toBe('100000')
    expect(allocated(2025, null, true)).toBe('100000')
    expect(allocated(2025, null)).toBe('incomplete')
  })

  it('are corrected by 0.15 of what they beat the balance by, and by 3 % beyond a fifth', () => {
    // X = (0.8 − 0.76) ÷ 0.8 = 0.05; α = 0.0075; 100,000.4 × 1.0075 = 100,750.403
    expect(allocated(2025, '0.76')).toBe('100750')
    // X = −0.05: × 0.9925 = 99,250.397
    expect(allocated(2025, '0.84')).toBe('99250')
    expect(allocated(2025, '0.6')).toBe('103000')
    expect(allocated(2025, '1.2')).toBe('97000')
  })

  it('are corrected the same on both sides of the joint at a fifth', () => {
    expect(adjustment(industry(), against('0.640001')).value.toFixed(6)).toBe('0.030000')
    expect(adjustment(industry(), against('0.64')).value.toFixed()).toBe('0.03')
  })
})

describe('settling', () => {
  const settled = (figure: Figure) => {
    expect(replay(figure)).toEqual([])
    return figure.value.toFixed()
  }

  it('caps what must be surrendered at the allocation and a fifth of the emission', () => {
    expect(settled(obligation(power(2024), tonnes('1000000.2'), tonnes('700000'), false))).toBe('900001')
    expect(settled(obligation(power(2024), tonnes('1000000.2'), tonnes('990000'), false))).toBe('1000001')
  })

  it('lets a plant of gas units alone off what exceeds its allocation', () => {
    expect(settled(obligation(power(2024), tonnes('1000000'), tonnes('990000'), true))).toBe('990000')
    expect(settled(obligation(power(2025), tonnes('1000000'), tonnes('990000'), true))).toBe('1000000')
  })

  it('lets credits stand for five percent, no more than are held or needed (published cases)', () => {
    const usable = (verified: string, free: string, held: string) => {
      const gap = gapOf(tonnes(verified), [tonnes(free)], 'assets.figure.gap')
      const used = usableCredits(power(2024), tonnes(held), tonnes(verified), gap)
      return [settled(gap), settled(used), settled(gapOf(gap, [used], 'assets.figure.gap-after-credits'))]
    }
    expect(usable('1200', '800', '50')).toEqual(['400', '50', '350'])
    expect(usable('2000', '1500', '200')).toEqual(['500', '100', '400'])
    expect(usable('1000', '1200', '0')).toEqual(['-200', '0', '-200'])
  })

  it('lets 2021 and 2022 borrow half of a gap of at least a tenth', () => {
    const borrow = (year: number, gap: string) => borrowable(power(year), tonnes(gap), tonnes('1000'))
    expect(borrow(2022, '99')).toBeNull()
    expect(borrow(2022, '101')?.value.toFixed()).toBe('50')
    expect(borrow(2024, '500')).toBeNull()
  })

  it('gives a share of an earlier output’s allowances beforehand', () => {
    expect(settled(preAllocated(power(2024), tonnes('1000001')))).toBe('700001')
  })

  it('carries over a base and half as much again of what was sold on balance (published case, 10⁴ t)', () => {
    const { most, carried, toSell } = carriedOver(tonnes('10'), {
      holding: tonnes('20'),
      sold: tonnes('4'),
      bought: tonnes('0'),
    })
    expect([most, carried, toSell].map(settled)).toEqual(['16', '16', '1.6'])
  })

  it('once sold, what is to be sold lets all the rest be carried over, and nothing less does', () => {
    const whole = fc.integer({ min: 0, max: 1000 }).map(String)
    fc.assert(
      fc.property(whole, whole, whole, (held, sold, bought) => {
        const after = (less: string, of: string) => {
          const rest = tonnes(new Decimal(held).minus(less).toFixed())
          const { most } = carriedOver(tonnes('100'), {
            holding: rest,
            sold: tonnes(new Decimal(sold).plus(of).toFixed()),
            bought: tonnes(bought),
          })
          return rest.value.minus(most.value)
        }
        const { toSell } = carriedOver(tonnes('100'), {
          holding: tonnes(held),
          sold: tonnes(sold),
          bought: tonnes(bought),
        })
        const exact = toSell.value.toFixed()
        expect(after(exact, exact).lte(0)).toBe(true)
        if (toSell.value.isZero()) return
        const tooFew = toSell.value.minus('0.001').toFixed()
        expect(after(tooFew, tooFew).gt(0)).toBe(true)
      }),
    )
  })
})
