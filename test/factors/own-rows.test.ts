import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Factor, factorKinds, factorRef } from '#shared/factors/model'
import { checkFactors } from '#shared/factors/own-edition'
import { factorsFromRows, rowOfFactor, type TypedRow } from '#shared/factors/own-rows'

import { shippedLibrary } from './shipped.ts'

const coal: TypedRow = {
  name: '入炉烟煤',
  kind: '低位发热量',
  value: '22.35',
  unit: 'GJ/t',
  subject: '烟煤',
  dataYear: '2025',
  source: '检测报告 JC-2025-014 第 2 页',
}
const read = (...changes: readonly TypedRow[]) => factorsFromRows(changes.map((row) => ({ ...coal, ...row })))
const only = (change: TypedRow): Partial<Factor> => read(change).factors[0] ?? {}
const troubles = (...changes: readonly TypedRow[]) =>
  read(...changes).troubles.map(({ row, column, code }) => `${row} ${column} ${code}`)

describe('A typed row', () => {
  it('becomes a factor that names fuel, kind and unit in the words of the program', () => {
    expect(only({})).toMatchObject({
      ref: 'bituminous/net-calorific-value/2025',
      subject: 'bituminous',
      kind: 'net-calorific-value',
      value: '22.35',
      unit: 'GJ/t',
      dataYear: 2025,
      verification: 'secondary-copy',
      name: { zh: '入炉烟煤', en: '入炉烟煤' },
    })
  })
  it.each([
    [{ kind: 'Net calorific value' }, { kind: 'net-calorific-value' }],
    [{ kind: 'net-calorific-value' }, { kind: 'net-calorific-value' }],
    [{ unit: '吉焦/吨' }, { unit: 'GJ/t' }],
    [{ value: '１２，345.60' }, { value: '12345.60' }],
    [{ value: '12,345.60' }, { value: '12345.60' }],
    [{ region: '华东' }, { region: 'CN-grid-east' }],
    [{ region: 'Henan' }, { region: 'CN-HA' }],
    [{ region: '某工业园' }, { region: '某工业园' }],
    [{ dataYear: '2025年' }, { dataYear: 2025 }],
    [
      { validFrom: '2025/1/1', validTo: '2026年1月1日' },
      { validFrom: '2025-01-01', validTo: '2026-01-01' },
    ],
    [{ verification: '已核对原文' }, { verification: 'verified' }],
    [{ subject: '三号炉渣' }, { subject: '三号炉渣' }],
    [
      { kind: '排放因子', unit: 'tCO₂/GJ', gas: 'ＣＯ₂' },
      { unit: 'tCO2/GJ', gas: 'CO2' },
    ],
  ] as const)('%o is understood', (typed, expected) => {
    expect(only(typed)).toMatchObject(expected)
  })
  it.each([
    [{ name: '' }, ['0 name factors.cell.empty']],
    [{ kind: '' }, ['0 kind factors.cell.empty']],
    [{ kind: '热值系数' }, ['0 kind factors.cell.unknown-word']],
    [{ value: '' }, ['0 value factors.cell.empty']],
    [{ value: '1.234,5' }, ['0 value factors.cell.no-number']],
    [{ value: '约22' }, ['0 value factors.cell.no-number']],
    [{ unit: '斤' }, ['0 unit factors.cell.unknown-unit']],
    [{ gas: 'HFCs' }, ['0 gas factors.cell.unknown-gas']],
    [{ dataYear: '25' }, ['0 dataYear factors.cell.no-year']],
    [{ validFrom: '2025-02-30' }, ['0 validFrom factors.cell.no-day']],
    [{ validFrom: '2025-02-01', validTo: '2025-02-01' }, ['0 validTo factors.cell.ends-before']],
    [{ source: '' }, ['0 source factors.cell.empty']],
    [{ ref: 'a b' }, ['0 ref factors.cell.no-key']],
    [{ dataYear: '' }, ['0 dataYear factors.no-year']],
    [{ unit: 'tCO2/t' }, ['0 unit factors.unit-unfit']],
    [{ value: '-1' }, ['0 value factors.out-of-range']],
  ] as const)('%o is told at its cell', (typed, expected) => {
    expect(troubles(typed)).toEqual(expected)
  })
  it('tells every trouble at once, each with its row', () => {
    expect(troubles({}, { value: 'x', unit: 'y', ref: 'b' }, { source: '', ref: 'c' })).toEqual([
      '1 value factors.cell.no-number',
      '1 unit factors.cell.unknown-unit',
      '2 source factors.cell.empty',
    ])
  })
  it('is passed over when nothing is typed in it', () => {
    expect(factorsFromRows([{}, { name: ' ' }, coal]).factors).toHaveLength(1)
  })
})

describe('Keys of rows', () => {
  it('are made where none is typed, and never twice', () => {
    expect(read({}, {}, {}).factors.map(({ ref }) => ref)).toEqual([
      'bituminous/net-calorific-value/2025',
      'bituminous/net-calorific-value/2025/2',
      'bituminous/net-calorific-value/2025/3',
    ])
  })
  it('that were typed stay, and typed twice are told', () => {
    expect(troubles({ ref: 'coal' }, { ref: 'coal' })).toEqual(['1 ref factors.row-twice'])
  })
  it('are fit whatever the thing is called', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => /[\p{L}\p{N}]/u.test(name))
    fc.assert(
      fc.property(text, (subject) => {
        const { factors } = read({ subject, name: 'x' })
        expect(factors.map(({ ref }) => factorRef.safeParse(ref).success)).toEqual([true])
      }),
    )
  })
})

it('a shipped factor that an own edition may hold is the same after it was written into the sheet and read again', () => {
  // What a table leaves open a user must state: the year.
  const all = shippedLibrary().flatMap(({ factors }) =>
    factors.map((factor) => ({ ...factor, dataYear: factor.dataYear ?? 2020 })),
  )
  const fit = all.filter((factor) => checkFactors([factor]).length === 0)
  expect(fit.length).toBeGreaterThan(800)
  expect(new Set(fit.map(({ kind }) => kind)).size).toBeGreaterThan(factorKinds.length / 2)
  for (const language of ['zh', 'en'] as const)
    for (const factor of fit) {
      const { factors, troubles: told } = factorsFromRows([rowOfFactor(factor, language)])
      expect(told).toEqual([])
      const { name: _name, per: _per, usedFor: _usedFor, note: _note, ...facts } = factors[0]!
      expect(factor).toMatchObject(facts)
    }
})
