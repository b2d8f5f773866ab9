import { expect, it } from 'vitest'

import { account } from '#shared/accounting/engine'
import { writtenFormula } from '#shared/accounting/formula-texts'
import { wordedFinding } from '#shared/accounting/worded-finding'
import type { Figure } from '#shared/kernel/figure'
import { replay } from '#shared/kernel/replay'

import { june, source, usedFactor, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

const refrigerant = (inputs: Input, more: Input = {}) =>
  source('formula', { formula: 'hcfc22-hfc23-ndrc-2015', gas: 'HFC-23', inputs, ...more })
const computed = (of: Input, more: Input = {}) => account(june([of], { gwpSet: 'AR5', ...more }), library)
const leavesOf = (figure: Figure): Figure[] =>
  figure.operands.length === 0 ? [figure] : figure.operands.flatMap(leavesOf)
const made = { P: value('10000', 't'), r: value('0.015', 'tHFC/t') }

it('F1 takes every input in its unit and gives the mass of the gas, times its potential', () => {
  const { total } = computed(refrigerant({ P: value('1', '10^4 t'), r: value('15', 'kgHFC/t') }))
  expect(total.state === 'complete' && total.figure.value.toFixed()).toBe('1860000') // 150 × 12400
})

it('F2 opens down to its inputs by their own names, says which clause prescribes it, and can be replayed', () => {
  const { total } = computed(refrigerant({ ...made, D: value('20', 'tHFC') }))
  if (total.state !== 'complete') throw new Error('no total')
  const leaves = leavesOf(total.figure)
  expect(leaves.map(({ code }) => code)).toContain('accounting.input.hcfc22-hfc23-ndrc-2015.P')
  const own = (figure: Figure): Figure | undefined =>
    figure.code === 'accounting.formula.hcfc22-hfc23-ndrc-2015'
      ? figure
      : figure.operands.map(own).find((each) => each !== undefined)
  expect(own(total.figure)?.basis).toEqual({ method: 'formula', clause: '发改办气候〔2015〕1722号' })
  expect(writtenFormula(own(total.figure)?.code ?? '')).toEqual(['E = P × EF ⟦− R⟧ ⟦− D⟧'])
  expect(writtenFormula('accounting.total')).toBeNull()
  expect(replay(total.figure)).toEqual([])
})

it('F3 puts the number of the formula for what the source does not register, and says so', () => {
  const { total, findings } = computed(refrigerant(made))
  if (total.state !== 'complete') throw new Error('no total')
  const recovered = leavesOf(total.figure).find(({ code }) => code.endsWith('.R'))
  expect([recovered?.operation, recovered?.value.toFixed(), recovered?.basis.note]).toEqual([
    'constant',
    '0',
    'accounting.input-not-registered',
  ])
  expect(findings.map(({ code }) => code)).not.toContain('accounting.missing')
})

it('F4 a registered input without a reading is missing, not left out, and everything missing is told at once', () => {
  const { total, findings } = computed(refrigerant({ R: {}, D: {} }))
  expect(total.state).toBe('incomplete')
  const missing = findings.filter(({ code }) => code === 'accounting.missing')
  const names = missing.map((finding) => wordedFinding(finding, 'zh', () => undefined).facts['parameter'])
  expect(names).toEqual(['HCFC-22 产量 P', 'HFC-23 生成因子 EF', 'HFC-23 回收量 R', 'HFC-23 销毁量 D'])
})

it('F5 refuses another gas, an input that it does not know, a unit that does not fit and a share above one', () => {
  const codes = (of: Input) =>
    computed(of)
      .findings.filter(({ severity }) => severity === 'blocks-report')
      .map(({ code }) => code)
  expect(codes(refrigerant(made, { gas: 'HFC-32' }))).toContain('accounting.formula-not-for-gas')
  expect(codes(refrigerant({ ...made, p: value('1', 't') }))).toContain('accounting.formula-has-no-input')
  expect(codes(refrigerant({ ...made, P: value('1', 'MWh') }))).toContain('accounting.unit-mismatch')
  const carbonate = { M: value('1', 't'), EF: value('0.44', 'tCO2/t') }
  const decomposed = (inputs: Input) =>
    source('formula', { formula: 'carbonate-decomposition-ndrc-2015', inputs: { ...carbonate, ...inputs } })
  expect(codes(decomposed({ F: value('98', 'ratio') }))).toContain('accounting.share-above-one')
  expect(codes(decomposed({ M: value('-1', 't') }))).toContain('accounting.negative-input')
  expect(codes(decomposed({ F: value('98', '%') }))).toEqual([])
})

it('F6 what is taken off is below zero without a question; what is not asks why', () => {
  const codes = (of: Input) => computed(of).findings.map(({ code }) => code)
  const kept = source('formula', {
    formula: 'carbon-in-product-ndrc-2013',
    category: 'recovery',
    inputs: { P: value('100', 't'), EF: value('0.037', 'tCO2/t') },
  })
  expect(codes(kept)).not.toContain('accounting.below-zero')
  expect(codes(refrigerant({ ...made, D: value('200', 'tHFC') }))).toContain('accounting.below-zero')
})

it('F7 a factor of an edition may stand for an input, and a formula from memory is told of once', () => {
  const dolomite = (id: string) =>
    source('formula', {
      id,
      formula: 'dolomite-calcination-ndrc-2013',
      inputs: { M: value('1000', 't'), w: value('98', '%'), EF: { factor: 'dolomite' } },
    })
  const { total, findings } = account(
    june([dolomite('kiln-1'), dolomite('kiln-2')], { factors: [usedFactor('dolomite', '0.478', 'tCO2/t')] }),
    library,
  )
  expect(total.state === 'complete' && total.figure.value.toFixed()).toBe('936.88') // 2 × 1000 × 0.98 × 0.478
  const recalled = findings.filter(({ code }) => code === 'accounting.formula-recalled')
  expect(recalled).toHaveLength(1)
  const { facts } = wordedFinding(recalled[0]!, 'en', () => undefined)
  expect(facts).toMatchObject({ formula: 'Calcination of dolomite', document: '发改办气候〔2013〕2526号' })
})
