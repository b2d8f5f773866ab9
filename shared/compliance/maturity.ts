import { z } from 'zod'

import { grouped } from '#shared/kernel/grouped'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { subsystem, type Subsystem } from '#shared/kernel/subsystem'

import type { ConformityState } from './conformity.ts'
import { type Weight, weights } from './tree.ts'

/**
 * The scale of maturity. The standard names maturity and gives no scale, so this one is ours and has a version:
 * score = (rows in full + ½ × rows in part) ÷ applicable rows of what must be; a level begins at `from` per cent.
 */
export const scale = {
  version: '1',
  levels: [
    { level: 1, from: 0 },
    { level: 2, from: 20 },
    { level: 3, from: 50 },
    { level: 4, from: 80 },
    { level: 5, from: 95 },
  ],
} as const

/** How many requirements there are and how they stand; what does not apply is in none of these numbers. */
export const tally = z.object({
  asked: z.int(),
  full: z.int(),
  part: z.int(),
  failing: z.int(),
})
export type Tally = Readonly<z.output<typeof tally>>
export const nothingAsked: Tally = { asked: 0, full: 0, part: 0, failing: 0 }

export function addTallies(all: readonly Tally[]): Tally {
  return all.reduce(
    (sum, each) => ({
      asked: sum.asked + each.asked,
      full: sum.full + each.full,
      part: sum.part + each.part,
      failing: sum.failing + each.failing,
    }),
    nothingAsked,
  )
}

/** A requirement as it is counted. */
export interface Counted {
  readonly id: string
  readonly chapter: string
  readonly subsystem: Subsystem
  readonly weight: Weight
  readonly state: ConformityState
}

export const cell = z.object({
  chapter: z.string(),
  subsystem,
  tallies: z.object({ must: tally, advised: tally, allowed: tally }),
  notApplicable: z.int(),
})
export type Cell = Readonly<z.output<typeof cell>>

/** Counts rows by chapter and subsystem. Each weight is counted apart: what is allowed never lowers anything. */
export function cellsOf(rows: readonly Counted[]): Cell[] {
  const groups = grouped(rows, ({ chapter, subsystem: of }) => `${chapter}\n${of}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const [must, advised, allowed] = weights.map((weight) =>
      tallyOf(group.filter((row) => row.weight === weight)),
    )
    const notApplicable = group.filter(({ state }) => state === 'not-applicable').length
    const tallies = {
      must: must ?? nothingAsked,
      advised: advised ?? nothingAsked,
      allowed: allowed ?? nothingAsked,
    }
    return [{ chapter: first.chapter, subsystem: first.subsystem, tallies, notApplicable }]
  })
}

export function tallyOf(rows: readonly Pick<Counted, 'state'>[]): Tally {
  const count = (state: ConformityState) => rows.filter((row) => row.state === state).length
  return {
    asked: rows.length - count('not-applicable'),
    full: count('conforming'),
    part: count('in-place'),
    failing: count('nonconforming'),
  }
}

export const maturity = z.object({
  tally,
  /** In per cent with one decimal, for reading; levels are decided on the exact fraction. Null: nothing applies. */
  score: decimalText.nullable(),
  level: z.int().min(1).max(5).nullable(),
  next: z
    .object({
      level: z.int(),
      from: z.int(),
      /** The fewest requirements that must be brought to full for it. */
      rows: z.int(),
      /** Which, those that fail first, then those not begun, then those in part. */
      candidates: z.array(z.string()),
    })
    .nullable(),
})
export type Maturity = Readonly<z.output<typeof maturity>>

/** How many candidates are named. */
const named = 12

/** Score and level of the rows that must be, and the shortest way to the next level. */
export function maturityOf(rows: readonly Counted[]): Maturity {
  const must = rows.filter(({ weight }) => weight === 'must')
  const counts = tallyOf(must)
  const { asked } = counts
  if (asked === 0) return { tally: counts, score: null, level: null, next: null }
  const halves = 2 * counts.full + counts.part
  const reached = scale.levels.filter(({ from }) => halves * 100 >= from * 2 * asked)
  const next = scale.levels[reached.length]
  return {
    tally: counts,
    score: scoreOf(counts),
    level: reached.at(-1)?.level ?? null,
    next: next ? { ...next, ...wayTo(next.from, must, counts) } : null,
  }
}

/** In per cent, cut after the first decimal, so that it never reads as a level that is not reached. */
export function scoreOf({ asked, full, part }: Tally): string | null {
  if (asked === 0) return null
  return new Decimal(2 * full + part).times(50).div(asked).toFixed(1, Decimal.ROUND_DOWN)
}

/** A row not begun is worth two halves when it is brought to full, one in part is worth one. */
function wayTo(from: number, must: readonly Counted[], { asked, full, part }: Tally) {
  const lacking = ceilingOf(from * 2 * asked, 100) - (2 * full + part)
  const state = (wanted: ConformityState) => must.filter((row) => row.state === wanted)
  const whole = [...state('nonconforming'), ...state('not-started')]
  const ofWhole = Math.min(whole.length, ceilingOf(lacking, 2))
  const ofPart = Math.max(0, lacking - 2 * ofWhole)
  const chosen = [...whole.slice(0, ofWhole), ...state('in-place').slice(0, ofPart)]
  return { rows: ofWhole + ofPart, candidates: chosen.slice(0, named).map(({ id }) => id) }
}
function ceilingOf(part: number, whole: number): number {
  return (part + whole - 1 - ((part + whole - 1) % whole)) / whole
}
