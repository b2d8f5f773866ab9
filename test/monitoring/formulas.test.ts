import { describe, expect, it } from 'vitest'

import { parameter as inventoryParameter } from '#shared/accounting/parameter'
import { type Gas, massUnitOf } from '#shared/factors/gases'
import { namesIn, parseExpression } from '#shared/kernel/expression'
import { figureOf } from '#shared/kernel/expression-figure'
import { constant } from '#shared/kernel/figure-algebra'
import { isConvertible, isMeasure } from '#shared/kernel/units'
import { formulaById, formulas } from '#shared/monitoring/formulas/all'
import type { FormulaDefinition } from '#shared/monitoring/formulas/definition'

/**
 * What the formula comes to with a number for every input that is unlike any other, so that no difference is zero by
 * chance. Shares that are taken from one another stay below one.
 */
function evaluated({ expression, parameters }: FormulaDefinition) {
  const values = new Map(
    parameters.map(({ name, unit }, index) => [
      name,
      constant(`0.${index + 1}${index + 7}`, unit, { code: 'figure.number-of-formula' }),
    ]),
  )
  return figureOf(parseExpression(expression), (name) => values.get(name) ?? null)
}

it('M20 every formula has an id of its own, by which it is found', () => {
  expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length)
  for (const formula of formulas) expect(formulaById(formula.id)).toBe(formula)
  expect(() => formulaById('nonsense')).toThrow('No such formula')
})

/** What an inventory of a formula comes to with plain numbers, each in the unit of its input. */
function worked(id: string, values: Readonly<Record<string, string>>): string {
  const { expression, parameters } = formulaById(id)
  const figure = figureOf(parseExpression(expression), (name) => {
    const unit = parameters.find((each) => each.name === name)?.unit
    return unit === undefined ? null : constant(values[name]!, unit, { code: 'figure.number-of-formula' })
  })!
  return `${figure.value.toDecimalPlaces(9).toFixed()} ${figure.unit}`
}

it('M22 the overvoltage method: coefficient × overvoltage ÷ efficiency in percent × aluminium', () => {
  // 1.16 kg CF4 for a tonne and a millivolt, 1.5 mV, 95 %: 1.16 × 1.5 ÷ 95 = 0.018315789… kg/t
  // 25,000 t × 0.018315789… kg/t = 457.894737 kg of CF4
  const cell = { P: '25000', OVC: '0.00116', AEO: '1.5', CE: '0.95' }
  expect(worked('anode-effect-cf4-overvoltage-ipcc-2006', cell)).toBe('0.457894737 tPFC')
  // 457.894737 kg × 0.121 = 55.405263 kg of C2F6
  const other = { ...cell, F: '0.121' }
  expect(worked('anode-effect-c2f6-overvoltage-ipcc-2006', other)).toBe('0.055405263 tPFC')
})

it('M22 overvoltage and slope tell of the same anode effects in the same order of size', () => {
  // A minute a day at 20 V above the working voltage is a mean of 20,000 mV ÷ 1,440 = 13.9 mV.
  const byMinutes = worked('anode-effect-cf4-slope-ipcc-2006', { P: '1000', S: '0.000143', AEM: '1' })
  const cell = { P: '1000', OVC: '0.00116', AEO: '13.9', CE: '0.95' }
  const byVoltage = worked('anode-effect-cf4-overvoltage-ipcc-2006', cell)
  expect([byMinutes, byVoltage]).toEqual(['0.143 tPFC', '0.169726316 tPFC'])
})

describe.each(formulas.map((formula) => [formula.id, formula] as const))('%s', (id, formula) => {
  const { parameters, expression, gases } = formula

  it('M20 names its edition, and its inputs are exactly the names in its expression', () => {
    expect(id).toMatch(/^[a-z0-9.]+(-[a-z0-9.]+)*-\d{4}$/)
    expect(namesIn(parseExpression(expression)).toSorted()).toEqual(
      parameters.map(({ name }) => name).toSorted(),
    )
  })

  it('M20 gives the mass of each of its gases', () => {
    const { unit } = evaluated(formula)!
    const massOf = (gas: Gas) => (formula.ofAnySubstance ? 't' : massUnitOf(gas))
    for (const gas of gases) expect([gas, isConvertible(unit, massOf(gas))]).toEqual([gas, true])
    expect(gases.length).toBeGreaterThan(0)
  })

  it('M20 is told in both languages', () => {
    for (const { zh, en } of [formula.title, ...parameters.map(({ title }) => title)]) {
      expect(zh).toMatch(/[\p{Script=Han}]|^[A-Z]/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('M20 weights means by an amount of its own, and names no input like a key of the document', () => {
    for (const { name, weightedBy, rollUp, unit } of parameters) {
      expect(isMeasure(unit)).toBe(true)
      expect(Object.keys(inventoryParameter.shape)).not.toContain(name)
      if (weightedBy === undefined) continue
      expect(rollUp).toBe('mean')
      expect(parameters.find((each) => each.name === weightedBy)?.rollUp).toBe('sum')
    }
  })
})
