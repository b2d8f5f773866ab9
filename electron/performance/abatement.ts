import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { measuresOf, pathsOf } from '#db/performance/plan-queries'
import { paths } from '#db/performance/tables'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { textOf } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'
import {
  costedOf,
  costPerTonne,
  type Curve,
  inOrder,
  lackingCost,
  yearlyCost,
} from '#shared/performance/abatement'
import {
  brokenBy,
  type Choice,
  type ChoiceQuestion,
  type Option,
  type Problem,
  refuseNothingToChoose,
  totalsOf,
} from '#shared/performance/choice'
import type { Measure } from '#shared/performance/measure'
import { type Path, type PathId, type PathInput, pathYears } from '#shared/performance/path'

/** Measures that can still bring something: neither finished nor dropped. */
function openMeasures(db: ReadDb): Measure[] {
  return measuresOf(db).filter(({ state }) => ['draft', 'approved', 'running'].includes(state))
}

export function curveOf(db: ReadDb, rate: string): Curve {
  const open = openMeasures(db)
  const blocks = open.flatMap((measure) => {
    const costed = costedOf(measure)
    if (!costed) return []
    return [
      {
        measure: measure.id,
        title: measure.title,
        reduction: costed.expected,
        yearly: textOf(yearlyCost(costed, rate).value),
        investment: costed.investment,
        cost: textOf(costPerTonne(costed, rate).value),
        path: `cost/${measure.id}/${rate}`,
        group: measure.group,
      },
    ]
  })
  const left = open.flatMap((measure) => {
    const lacking = lackingCost(measure)
    return lacking.length > 0 ? [{ measure: measure.id, title: measure.title, lacking }] : []
  })
  return { blocks: inOrder(blocks), left }
}

/** What can be chosen from, with what each costs each year at a rate of interest. */
function optionsOf(db: ReadDb, rate: string): Option[] {
  const isThere = new Set(
    measuresOf(db).flatMap(({ id, state }) => (state === 'done' || state === 'verified' ? [id] : [])),
  )
  return openMeasures(db).flatMap((measure) => {
    const costed = costedOf(measure)
    if (!costed) return []
    const { id, title, due, group, requires } = measure
    // What is finished is there, and nobody has to take it again; what was dropped will never be.
    const pending = requires.filter((other) => !isThere.has(other))
    return [
      {
        id,
        title,
        reduction: costed.expected,
        yearly: textOf(yearlyCost(costed, rate).value),
        investment: costed.investment,
        due,
        group,
        requires: pending,
      },
    ]
  })
}

/** The choice of the solver, held to exact decimals. @throws Refusal `performance.no-options`. */
export async function choose(
  { db, job }: TaskContext,
  { rate, reduction, budget }: ChoiceQuestion,
): Promise<Choice> {
  const options = optionsOf(db, rate)
  refuseNothingToChoose(options)
  return job<Choice>('performance.choose', { options, reduction, budget } satisfies Problem)
}

/** @throws Refusal `performance.unknown-measure`, `performance.path-broken`. */
export function keepPath(context: WriteContext, input: PathInput): Path {
  const { db, newId, user, now } = context
  const all = optionsOf(db, input.question.rate)
  // Named twice, a measure still reduces once.
  const chosen = [...new Set(input.chosen)].map((id) => all.find((each) => each.id === id))
  const known = chosen.filter((each) => each !== undefined)
  if (known.length < chosen.length) throw new Refusal('performance.unknown-measure')
  const broken = brokenBy({ options: all, ...input.question }, known)
  // A path by hand may reach less or cost more than was asked; two of which only one can be built, it may not hold.
  if (broken.includes('group') || broken.includes('requires')) throw new Refusal('performance.path-broken')
  const row = {
    id: newId<'abatement-path'>(),
    title: input.title,
    input,
    options: known,
    madeBy: user ?? 'system',
    madeAt: now,
  }
  db.insert(paths).values(row).run()
  return shownPath(row)
}
export function keptPaths(db: ReadDb): Path[] {
  return pathsOf(db).map(shownPath)
}
export function dropPath({ db }: WriteContext, id: PathId): void {
  db.delete(paths).where(eq(paths.id, id)).run()
}
function shownPath({ title: _title, ...row }: ReturnType<typeof pathsOf>[number]): Path {
  return { ...row, years: pathYears(row.input, row.options), totals: totalsOf(row.options) }
}
