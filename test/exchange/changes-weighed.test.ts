import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type ChangedRecord, merged, undecided, weigh } from '#shared/exchange/changes'

describe('weighing one record', () => {
  const names = ['name', 'note', 'code', 'methodReason'] as const
  const fields = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('a', 'b', 'c')])))
  const record = (base: object | null, there: object | null) =>
    ({ kind: 'source', id: '', title: '', by: null, at: null, base, there }) as never as ChangedRecord
  const choose = (side: 'here' | 'there', of: ChangedRecord, here: object) =>
    Object.fromEntries(undecided(weigh(of, here as never)).map((field) => [field, side]))

  it('C1 every field is as one of both sides has it, and what one side alone changed is never lost', () => {
    fc.assert(
      fc.property(
        fields,
        fields,
        fields,
        fc.constantFrom('here' as const, 'there' as const),
        (b, h, t, side) => {
          const of = record(b, t)
          const made = merged(weigh(of, h), h, t, choose(side, of, h)) ?? h
          for (const name of names) {
            const [was, here, there] = [b[name], h[name], t[name]]
            if (here === was) expect(made[name]).toBe(there)
            else if (there === was) expect(made[name]).toBe(here)
            else expect(made[name]).toBe(side === 'here' ? here : there)
          }
        },
      ),
    )
  })
  it('C2 where nothing clashes it does not matter which side is brought to which', () => {
    fc.assert(
      fc.property(fields, fields, fields, (b, h, t) => {
        fc.pre(undecided(weigh(record(b, t), h)).length === 0)
        const there = merged(weigh(record(b, t), h), h, t, {}) ?? h
        const back = merged(weigh(record(b, h), t), t, h, {}) ?? t
        expect(there).toEqual(back)
      }),
    )
  })
  it('C3 twice is once: against what was agreed nothing is left to take', () => {
    fc.assert(
      fc.property(
        fields,
        fields,
        fields,
        fc.constantFrom('here' as const, 'there' as const),
        (b, h, t, side) => {
          const of = record(b, t)
          const made = merged(weigh(of, h), h, t, choose(side, of, h)) ?? h
          const again = weigh(record(t, t), made)
          expect(undecided(again)).toEqual([])
          expect(merged(again, made, t, {})).toBeNull()
        },
      ),
    )
  })
  it('C4 considerations of an objective are weighed one by one', () => {
    const like = (considerations: object) => ({ title: 'x', considerations })
    const [b, h, t] = [
      { a: '', b: '' },
      { a: 'here', b: '' },
      { a: '', b: 'there' },
    ].map(like) as never as [never, never, never]
    const of = { ...record(b, t), kind: 'objective' as const }
    expect(merged(weigh(of, h), h, t, {})).toEqual(like({ a: 'here', b: 'there' }))
  })
})
