import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { inventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { figureTexts } from '#shared/accounting/figure-texts'
import { findingTexts } from '#shared/accounting/finding-texts'
import { goldenCase, proveCase } from '#shared/accounting/golden'
import type { Figure } from '#shared/kernel/figure'

import { library } from './library.ts'

const folder = 'resources/accounting/golden'
const files = readdirSync(`${folder}/expected`)
const json = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
const documentOf = (file: string) => inventoryDocument.parse(json(file))

it('every document has its expectations', () => {
  const expected = files.flatMap((file) => goldenCase.parse(json(`expected/${file}`)).inventories)
  const documents = readdirSync(folder).filter((file) => file.endsWith('.json'))
  expect(expected.map(({ document }) => document).toSorted()).toEqual(documents.toSorted())
})

describe.each(files)('%s', (file) => {
  const golden = goldenCase.parse(json(`expected/${file}`))

  it('reproduces to the last published digit, and agrees when it is replayed in exact fractions', () => {
    const proven = proveCase(golden, documentOf, library)
    expect(proven.filter(({ published, computed }) => published !== computed)).toEqual([])
    expect(proven.length).toBeGreaterThan(golden.inventories.length)
  })

  it('is seen not to agree as soon as one published digit is another', () => {
    const [first, ...others] = golden.inventories
    const [figure, ...rest] = first!.expected
    const another = figure!.value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    const changed = { ...first!, expected: [{ ...figure!, value: another }, ...rest] }
    const proven = proveCase({ ...golden, inventories: [changed, ...others] }, documentOf, library)
    expect(proven.filter(({ published, computed }) => published !== computed)).toEqual([
      expect.objectContaining({ of: figure!.of, published: another, computed: figure!.value }),
    ])
  })

  it('finds nothing wrong with published figures but what is named, and words all it says', () => {
    for (const { document, findings = [] } of golden.inventories) {
      const { findings: found, total } = account(documentOf(document), library)
      if (!findings.includes('accounting.published-differs'))
        expect(found.filter(({ code }) => code === 'accounting.published-differs')).toEqual([])
      for (const { code } of found) expect(findingTexts).toHaveProperty([code])
      for (const code of codesOf(total.state === 'complete' ? total.figure : total.known))
        expect(figureTexts).toHaveProperty([code])
    }
  })
})

function codesOf({ code, operands }: Figure): string[] {
  return [code, ...operands.flatMap(codesOf)]
}
