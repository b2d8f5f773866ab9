import { expect, it } from 'vitest'

import { countedBehind } from '#shared/kernel/english'
import { say, type Wording } from '#shared/kernel/texts'
import { texts } from '#shared/texts'

const en = (text: string, facts: Record<string, string | number>) => say({ zh: text, en: text }, 'en', facts)

it('says one in the singular, with its verb', () => {
  expect(en('{count} readings of {month}', { count: 1, month: '2025-01' })).toBe('1 reading of 2025-01')
  expect(en('{count} meters have no valid certificate', { count: '1' })).toBe(
    '1 meter has no valid certificate',
  )
  expect(en('{count} external documents are past their check', { count: 1 })).toBe(
    '1 external document is past their check',
  )
  expect(en('{count} items that must be settled', { count: 1 })).toBe('1 item that must be settled')
  expect(en('there are {count} deliveries', { count: 1 })).toBe('there is 1 delivery')
})
it('leaves every other number, and what is no number, as it is worded', () => {
  for (const [count, said] of [
    [0, '0 readings are'],
    [2, '2 readings are'],
    ['11', '11 readings are'],
    ['1.5', '1.5 readings are'],
  ] as const)
    expect(en('{count} readings are', { count })).toBe(said)
  expect(en('{name} is not what {count} of {all} kinds say', { name: 1, count: 1, all: 3 })).toBe(
    '1 is not what 1 of 3 kinds say',
  )
})

/** Words in s that follow a fact and are not counted by it. */
const others = new Set(
  `already always applies as basis belongs brings comes costs counts differs does emits ends falls follows goes has holds is its
  lacks leads leaves less lies makes names needs nevertheless owes points proves rates refuses rests s says serves sets signs
  stands stays takes this thus times us uses was rose ss`.split(/\s+/),
)

it('knows every word that a text counts, so that one of it is said in the singular', () => {
  const unknown = Object.entries<Wording>(texts).flatMap(([code, { en: text }]) =>
    [...text.matchAll(/\{\w+\}((?: [a-z’-]+)+)/g)].flatMap(([, behind = '']) => {
      const [first = ''] = behind.trim().split(' ')
      const isKnown = !first.endsWith('s') || others.has(first) || countedBehind(behind) !== null
      return isKnown ? [] : [`${code}: ${first}`]
    }),
  )
  expect(unknown).toEqual([])
})
