import { expect, it } from 'vitest'

import { dayAt } from '#shared/kernel/period'

import { programSources } from './sources.ts'

/** An instant that is cut to its first ten signs gives the day of UTC, which in China begins at eight in the morning. */
const cut = /(?:\b\w*At|\b(?:at|now|since)|new Date\(\)\.toISOString\(\))\)?\??\.slice\(0, 10\)/g

it('no instant is cut to a day: the plant’s day begins eight hours before that of UTC', () => {
  const odd = programSources().flatMap(({ path, text }) =>
    [...text.matchAll(cut)].map(([found]) => `${path}: ${found}`),
  )
  expect(odd).toEqual([])
})

it('what is done before eight in the morning is of that day', () => {
  expect(dayAt('2026-03-31T23:59:59.000Z')).toBe('2026-04-01')
  expect(dayAt('2026-03-31T15:59:59.999Z')).toBe('2026-03-31')
  expect(dayAt('2026-04-01')).toBe('2026-04-01')
})

it('this rule sees what it forbids', () => {
  expect('begins: each.madeAt.slice(0, 10)'.match(cut)).toEqual(['madeAt.slice(0, 10)'])
  expect('now?.slice(0, 10)'.match(cut)).toHaveLength(1)
})
