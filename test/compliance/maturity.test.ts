import fc from 'fast-check'
import { expect, it } from 'vitest'

import { conformityStates, type ConformityState } from '#shared/compliance/conformity'
import { type Counted, maturityOf, scale, scoreOf, tallyOf } from '#shared/compliance/maturity'

/** Rows that must be met: so many conforming, in place, failing, not begun and not applicable. */
function plant(full: number, part: number, failing = 0, open = 0, out = 0): Counted[] {
  const many = (state: ConformityState, count: number) => Array.from({ length: count }, () => state)
  const states = [
    ...many('conforming', full),
    ...many('in-place', part),
    ...many('nonconforming', failing),
    ...many('not-started', open),
    ...many('not-applicable', out),
  ]
  return states.map((state, at) => ({
    id: `r${at}`,
    chapter: '4',
    subsystem: 'core',
    weight: 'must',
    state,
  }))
}
const read = (rows: Counted[]) => {
  const { score, level, next } = maturityOf(rows)
  return `${score} % level ${level}${next ? `, ${next.rows} to ${next.level}` : ''}`
}

it('a row in part counts half, and one that does not apply not at all', () => {
  expect(read(plant(3, 2, 0, 5, 10))).toBe('40.0 % level 2, 1 to 3')
})
it('levels begin at 20, 50, 80 and 95 per cent, decided on the exact fraction', () => {
  expect(read(plant(19, 0, 0, 81))).toBe('19.0 % level 1, 1 to 2')
  expect(read(plant(20, 0, 0, 80))).toBe('20.0 % level 2, 30 to 3')
  expect(read(plant(79, 1, 0, 20))).toBe('79.5 % level 3, 1 to 4')
  expect(read(plant(95, 0, 5, 0))).toBe('95.0 % level 5')
})
it('a score never reads as a level that is not reached', () => {
  expect(scoreOf(tallyOf(plant(4999, 1, 0, 1250)))).toBe('79.9')
  expect(read(plant(4999, 1, 0, 1250))).toContain('level 3')
})
it('nothing that applies is no score, which is not zero', () => {
  expect(read(plant(0, 0, 0, 0, 3))).toBe('null % level null')
})

const states = fc.array(fc.constantFrom(...conformityStates), { minLength: 1, maxLength: 60 })
const rowsOf = (of: readonly ConformityState[]): Counted[] =>
  of.map((state, at) => ({ id: `r${at}`, chapter: '4', subsystem: 'core', weight: 'must', state }))

it('as many rows as are named reach the next level, and one fewer never does', () => {
  fc.assert(
    fc.property(states, (of) => {
      const rows = rowsOf(of)
      const { next, level } = maturityOf(rows)
      if (!next || level === null) return
      const order: readonly ConformityState[] = ['nonconforming', 'not-started', 'in-place']
      const best = order.flatMap((state) => rows.filter((row) => row.state === state))
      const after = (count: number) => {
        const mended = new Set(best.slice(0, count).map(({ id }) => id))
        return maturityOf(rows.map((row) => (mended.has(row.id) ? { ...row, state: 'conforming' } : row)))
          .level
      }
      expect(after(next.rows)).toBeGreaterThanOrEqual(next.level)
      expect(after(next.rows - 1)).toBeLessThan(next.level)
    }),
  )
})

it('what is allowed or recommended never changes level or score', () => {
  fc.assert(
    fc.property(states, states, (of, beside) => {
      const more = rowsOf(beside).map((row) => ({ ...row, id: `m${row.id}`, weight: 'allowed' as const }))
      expect(maturityOf([...rowsOf(of), ...more])).toEqual(maturityOf(rowsOf(of)))
    }),
  )
})

it('the published scale rises', () => {
  expect(scale.levels.map(({ from }) => from)).toEqual([0, 20, 50, 80, 95])
})
