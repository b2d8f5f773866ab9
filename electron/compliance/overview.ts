import { progressOf } from '#db/compliance/queries'
import { assess, isGap, wordOfRecords } from '#shared/compliance/conformity'
import type { NextStep } from '#shared/compliance/conformity-contract'
import { cellsOf, maturityOf } from '#shared/compliance/maturity'
import { countsOf, type Progress } from '#shared/compliance/progress'
import { canonical } from '#shared/kernel/canonical'
import { grouped } from '#shared/kernel/grouped'
import type { RequirementSignal } from '#shared/kernel/signal'
import { subsystems } from '#shared/kernel/subsystem'

import { type At, excludedSubsystems, type Standing, type StandingOf } from './conformity.ts'

/** How many steps and how many examples of each are named. */
const most = { steps: 12, examples: 5 } as const

/** Everything that a manager reads in a minute: numbers by chapter and subsystem, levels, gaps and what comes next. */
export function overviewOf(standingOf: StandingOf, at: At, id: string) {
  const { tree, rows } = standingOf(at, id)
  const counted = rows.map((each) => each.counted)
  const cells = cellsOf(counted)
  const counting = rows.filter(({ row }) => !row.isExcluded)
  const owned = counting.filter(({ row }) => row.owner !== null && isGap(row))
  const present = subsystems.filter((each) => counted.some(({ subsystem }) => subsystem === each))
  return {
    edition: tree.edition,
    cells,
    total: maturityOf(counted),
    subsystems: present.map((each) => ({
      subsystem: each,
      maturity: maturityOf(counted.filter(({ subsystem }) => subsystem === each)),
    })),
    excluded: exclusionsOf(at, rows),
    contradictions: counting.filter(({ row }) => row.isContradicted).length,
    stale: counting.filter(({ row }) => row.isStale).length,
    owned: owned.length,
    late: owned.filter(({ row }) => row.dueOn !== null && row.dueOn < at.today).length,
    steps: stepsOf(counting),
    progress: upToNow(progressOf(at.db, id, at.today), { day: at.today, counts: countsOf(cells) }),
  }
}

/** What was left out, and how many requirements went with it. */
export function exclusionsOf({ db }: At, rows: readonly Standing[]) {
  return excludedSubsystems(db).map((each) => ({
    ...each,
    rows: rows.filter(({ requirement }) => requirement.subsystem === each.subsystem).length,
  }))
}

/**
 * What is wanting, by the register that says so: first what brings most requirements to full by itself. Only what must
 * be is counted.
 */
function stepsOf(rows: readonly Standing[]): NextStep[] {
  const owed = rows.filter(({ counted, row }) => counted.weight === 'must' && isGap(row))
  const wanting = owed.flatMap((standing) => {
    const unmet = grouped(
      standing.signals.filter(({ isMet }) => !isMet),
      keyOf,
    )
    return [...unmet].flatMap(([key, [signal]]) =>
      signal ? [{ key, signal, id: standing.row.id, isEnough: wouldConform(standing, key) }] : [],
    )
  })
  return [...grouped(wanting, ({ key }) => key).values()]
    .flatMap((group): NextStep[] => {
      const [first] = group
      if (!first) return []
      const { code, facts, path } = first.signal
      const examples = group.slice(0, most.examples).map(({ id }) => id)
      const completes = group.filter(({ isEnough }) => isEnough).length
      return [{ code, facts, path, touches: group.length, completes, examples }]
    })
    .toSorted((a, b) => b.completes - a.completes || b.touches - a.touches)
    .slice(0, most.steps)
}
/** Two signals that say the same of the same place are one thing to be mended. */
function keyOf({ code, facts, path }: RequirementSignal): string {
  return canonical([code, facts, path])
}

/** Whether a requirement would be met if one thing that is wanting were there. */
function wouldConform({ requirement, signals, row }: Standing, mended: string): boolean {
  const then = signals.map((signal) => (keyOf(signal) === mended ? { ...signal, isMet: true } : signal))
  const judged = row.isStale ? null : row.judged
  const hasUnmet = then.some(({ isMet }) => !isMet)
  return assess(requirement, wordOfRecords(requirement, then), hasUnmet, judged).state === 'conforming'
}

/** The curve up to this very moment, whatever was kept of today. */
function upToNow(kept: readonly Progress[], now: Progress): Progress[] {
  return [...kept.filter(({ day }) => day !== now.day), now]
}
