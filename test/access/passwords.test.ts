import fc from 'fast-check'
import { expect, it } from 'vitest'

import { oneMoreFailure, passwordTrouble, secondsToWait } from '#shared/access/passwords'

it.each([
  ['correct horse 7', null],
  ['short one', 'access.password-too-short'],
  ['一二三四五六七八九十', null],
  ['xxWANGxxyyzz', 'access.password-is-login'],
  ['aaaaaaaaaaaa', 'access.password-too-simple'],
])('the password “%s” of wang: %s', (password, trouble) => {
  expect(passwordTrouble(password, 'wang')).toBe(trouble)
})

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 30) + seconds * 1000).toISOString()
function failed(times: number) {
  let found: ReturnType<typeof oneMoreFailure> | undefined
  for (let time = 0; time < times; time++) found = oneMoreFailure(found, at(0))
  return found
}

it('two failures cost nothing, then the wait doubles up to fifteen minutes', () => {
  const waits = Array.from({ length: 14 }, (_, times) => secondsToWait(failed(times), at(0)))
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900])
})
it('failures are forgotten after a day', () => {
  expect(oneMoreFailure(failed(9), at(24 * 3600)).failures).toBe(1)
  expect(oneMoreFailure(failed(9), at(24 * 3600 - 1)).failures).toBe(10)
})
it('nobody ever waits longer than fifteen minutes, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: -1e8, max: 1e8 }), (times, later) => {
      const wait = secondsToWait(failed(times), at(later))
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(900)
    }),
  )
})
