import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Account } from '#shared/accounting/account'
import { changeOf } from '#shared/accounting/change'
import { figureAt } from '#shared/accounting/check-published'
import { inventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { figureTexts } from '#shared/accounting/figure-texts'
import { findingTexts } from '#shared/accounting/finding-texts'
import type { Figure } from '#shared/kernel/figure'
import { roundBy } from '#shared/kernel/figure-algebra'
import { conversion, decimalText, measure } from '#shared/kernel/quantity'
import { replay } from '#shared/kernel/replay'
import { isConvertible } from '#shared/kernel/units'

import { library } from './library.ts'

/**
 * A published case: inventory documents, each a file that `tanbu calculate` takes as it is, with the figures that must
 * come out, to the last printed digit.
 */
const golden = z.strictObject({
  name: z.string(),
  source: z.string(),
  note: z.string().optional(),
  inventories: z.array(
    z.strictObject({
      expected: z.array(z.strictObject({ of: z.string(), value: decimalText, unit: measure })),
      findings: z.array(z.string()).optional(),
      beside: z.array(z.strictObject({ code: z.string(), value: decimalText, unit: measure })).optional(),
      document: z.string(),
    }),
  ),
  changes: z.array(z.strictObject({ of: z.string(), percent: decimalText })).optional(),
})

const files = readdirSync('test/golden/expected')
const json = (file: string): unknown => JSON.parse(readFileSync(`test/golden/${file}`, 'utf8'))

it('every document has its expectations', () => {
  const expected = files.flatMap((file) => golden.parse(json(`expected/${file}`)).inventories)
  const documents = readdirSync('test/golden').filter((file) => file.endsWith('.json'))
  expect(expected.map(({ document }) => document).toSorted()).toEqual(documents.toSorted())
})

describe.each(files)('%s', (file) => {
  const { inventories: cases, changes = [] } = golden.parse(json(`expected/${file}`))
  const inventories = cases.map((inventory) => ({
    ...inventory,
    document: inventoryDocument.parse(json(inventory.document)),
  }))
  const accounts = inventories.map(({ document }) => account(document, library))

  it.each(inventories.map((inventory, index) => [inventory.document.title, inventory, index] as const))(
    '%s reproduces to the last published digit',
    (_title, { expected, beside = [] }, index) => {
      const computed = accounts[index]!
      for (const { of, value, unit } of expected)
        expect([of, printed(figureOf(of, computed), unit, value)]).toEqual([of, value])
      const shown = computed.bySource.flatMap(({ months }) =>
        months.flatMap((month) => (month.state === 'complete' ? month.beside : [])),
      )
      for (const { code, value, unit } of beside) {
        const figure = shown.find((one) => one.code === code && one.unit === unit)!
        expect([code, printed(figure, unit, value)]).toEqual([code, value])
      }
    },
  )

  it('finds what the published figures get wrong, and words it', () => {
    for (const [index, { findings = [] }] of inventories.entries()) {
      const found = accounts[index]!.findings
      expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(findings))
      if (!findings.includes('accounting.published-differs'))
        expect(found.filter(({ code }) => code === 'accounting.published-differs')).toEqual([])
      for (const { code } of found) expect(findingTexts).toHaveProperty([code])
    }
  })

  it('agrees when it is replayed in exact fractions, and words every figure', () => {
    for (const { total } of accounts) {
      const figure = total.state === 'complete' ? total.figure : total.known
      expect(replay(figure)).toEqual([])
      for (const code of codesOf(figure)) expect(figureTexts).toHaveProperty([code])
    }
  })

  it.each(changes)('$of changed by $percent %', ({ of, percent }) => {
    const [before, after] = accounts
    const change = changeOf(figureOf(of, before!), figureOf(of, after!))!
    expect(printed(change, '%', percent)).toBe(percent)
  })
})

function figureOf(of: string, computed: Account): Figure {
  const apart = computed.apart.find(({ why }) => of === `apart/${why}`)
  const figure = apart?.total.state === 'complete' ? apart.total.figure : figureAt(of, computed)
  if (!figure) throw new Error(`${of} has no result: ${JSON.stringify(computed.findings)}`)
  return figure
}
function printed(figure: Figure, unit: z.output<typeof measure>, like: string): string {
  const decimals = like.split('.')[1]?.length ?? 0
  const from = isConvertible(figure.unit, unit) ? figure.unit : 'tCO2'
  return roundBy(conversion(from, unit).times(figure.value), { decimals, mode: 'half-up' }).toFixed(decimals)
}
function codesOf({ code, operands }: Figure): string[] {
  return [code, ...operands.flatMap(codesOf)]
}
