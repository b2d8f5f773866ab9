import { dayAt, type Day, type Month, monthAfter, monthOf, monthsBetween } from '#shared/kernel/period'

import type { Improvement } from './improvement.ts'
import { type Case, type CaseSource, caseSources, isCaseLate } from './model.ts'

type Counted = Pick<Case, 'state' | 'source' | 'requirements' | 'foundOn' | 'due' | 'steps'>

export interface MonthCount {
  readonly month: Month
  readonly found: number
  readonly closed: number
}

/** The day on which a case was closed last; null while it is not. */
export function closedOn({ state, steps }: Pick<Case, 'state' | 'steps'>): Day | null {
  if (state !== 'closed') return null
  const last = steps.findLast(({ act }) => act === 'close')
  return last ? dayAt(last.madeAt) : null
}

/** How many cases were found and closed in each of the months up to that of a day. */
export function monthlyCounts(cases: readonly Counted[], today: Day, months = 12): MonthCount[] {
  const end = monthAfter(monthOf(today))
  const counted = cases.map((each) => ({ found: monthOf(each.foundOn), closed: closedOn(each) }))
  return monthsBetween(monthAfter(end, -months), end).map((month) => ({
    month,
    found: counted.filter(({ found }) => found === month).length,
    closed: counted.filter(({ closed }) => closed !== null && monthOf(closed) === month).length,
  }))
}

export function sourceCounts(cases: readonly Counted[]): { source: CaseSource; count: number }[] {
  return caseSources
    .map((source) => ({ source, count: cases.filter((each) => each.source === source).length }))
    .filter(({ count }) => count > 0)
}

/** A requirement such as `9.1.1-p1` belongs to its clause `9.1.1`. */
export function clauseOf(requirement: string): string {
  return requirement.split('-')[0] ?? requirement
}

/** Cases by the clauses they offend against, the most frequent first, year by year. */
export function clauseCounts(
  cases: readonly Counted[],
): { readonly clause: string; readonly years: ReadonlyMap<number, number>; readonly count: number }[] {
  const found = new Map<string, Map<number, number>>()
  for (const { requirements, foundOn } of cases) {
    const year = Number(foundOn.slice(0, 4))
    for (const clause of new Set(requirements.map(clauseOf))) {
      const years = found.get(clause) ?? new Map<number, number>()
      found.set(clause, years.set(year, (years.get(year) ?? 0) + 1))
    }
  }
  return [...found]
    .map(([clause, years]) => ({
      clause,
      years,
      count: [...years.values()].reduce((sum, count) => sum + count, 0),
    }))
    .toSorted((a, b) => b.count - a.count || a.clause.localeCompare(b.clause, 'en', { numeric: true }))
}

export function lateCases<C extends Counted>(cases: readonly C[], today: Day): C[] {
  return cases.filter((each) => isCaseLate(each, today))
}

/** What became of the ideas of each year. */
export interface IdeaYear {
  readonly year: number
  readonly proposed: number
  readonly accepted: number
  readonly refused: number
  readonly done: number
  readonly effective: number
}
export function ideaYears(all: readonly Improvement[]): IdeaYear[] {
  const counted = all.filter(({ state }) => state !== 'withdrawn')
  const years = [...new Set(counted.map(({ raisedOn }) => Number(raisedOn.slice(0, 4))))].toSorted(
    (a, b) => a - b,
  )
  return years.map((year) => {
    const own = counted.filter(({ raisedOn }) => Number(raisedOn.slice(0, 4)) === year)
    const count = (...states: readonly Improvement['state'][]) =>
      own.filter(({ state }) => states.includes(state)).length
    return {
      year,
      proposed: own.length,
      accepted: count('accepted', 'done', 'judged'),
      refused: count('refused'),
      done: count('done', 'judged'),
      effective: own.filter(({ isEffective }) => isEffective === true).length,
    }
  })
}
