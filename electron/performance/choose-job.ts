import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import load from 'highs'

import { textOf } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import {
  type Bound,
  brokenBy,
  type Choice,
  groupsOf,
  type Option,
  type Problem,
  programOf,
  totalsOf,
} from '#shared/performance/choice'

/** Answers that did not stand up to exact decimals; more than this and something is wrong with the numbers. */
const mostRuledOut = 20
/** So that a hard problem ends, in seconds. */
const timeLimit = 60

/**
 * Solves the choice as an integer program and holds the answer to exact decimals. An answer that a float let through
 * is ruled out and the solver asked again. Shadow prices come from the relaxation in which measures may be taken in part.
 *
 * @throws Error when the solver gives no answer in time.
 */
export async function chooseJob(problem: Problem): Promise<Choice> {
  const highs = await load({ wasmBinary: wasm() })
  const solve = (text: string) =>
    highs.solve(text, { random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: timeLimit } as object)
  const not: string[][] = []
  for (;;) {
    const answer = solve(programOf(problem, { not }))
    if (answer.Status === 'Infeasible') return { state: 'impossible', most: most(problem, solve) }
    if (answer.Status !== 'Optimal') throw new Error(`The solver ended with ${answer.Status}`)
    const chosen = chosenIn(problem, answer.Columns)
    if (brokenBy(problem, chosen).length === 0)
      return {
        state: 'chosen',
        chosen: chosen.map(({ id }) => id),
        ...totalsOf(chosen),
        bounds: boundsOf(problem, chosen, solve(programOf(problem, { isRelaxed: true }))),
        ruledOut: not.length,
      }
    not.push(chosen.map(({ id }) => id))
    if (not.length > mostRuledOut)
      throw new Error('The solver gave no answer that stands up to exact decimals')
  }
}

type Solution = ReturnType<Awaited<ReturnType<typeof load>>['solve']>

/** The library reads its own file beside its code; it is handed over, because it is not found inside an archive. */
function wasm(): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve('highs/runtime'))
}

function chosenIn({ options }: Problem, columns: Solution['Columns']): Option[] {
  return options.filter((_each, at) => {
    const column = columns[`x${at}`]
    return column !== undefined && 'Primal' in column && Number(column.Primal) > 0.5
  })
}

function most(problem: Problem, solve: (text: string) => Solution): string {
  const answer = solve(programOf(problem, { isMost: true }))
  return answer.Status === 'Optimal' ? totalsOf(chosenIn(problem, answer.Columns)).reduction : '0'
}

/** Slack in exact decimals; prices are the duals of the relaxation, which are floats. */
function boundsOf(problem: Problem, chosen: readonly Option[], relaxed: Solution): Bound[] {
  const { reduction, investment } = totalsOf(chosen)
  const price = (row: string) => dualOf(relaxed, row)
  const ids = new Set<string>(chosen.map(({ id }) => id))
  const titles = new Map<string, string>(problem.options.map(({ id, title }) => [id, title]))
  const at = (what: Bound['what'], of: string, slack: Decimal, row: string): Bound => ({
    what,
    of,
    slack: textOf(slack),
    isBinding: slack.isZero() || !isNothing(price(row)),
    price: price(row),
  })
  return [
    at('reduction', '', new Decimal(reduction).minus(problem.reduction), 'reduction'),
    ...(problem.budget === null
      ? []
      : [at('budget', '', new Decimal(problem.budget).minus(investment), 'budget')]),
    ...groupsOf(problem.options).map(({ group, members }, index) =>
      at('group', group, new Decimal(members.some((id) => ids.has(id)) ? 0 : 1), `group${index}`),
    ),
    ...problem.options.flatMap(({ title, id, requires }, index) =>
      requires.map((other) => {
        const place = problem.options.findIndex((each) => each.id === other)
        const slack = new Decimal(ids.has(other) ? 1 : 0).minus(ids.has(id) ? 1 : 0)
        return at(
          'requires',
          `${title} → ${titles.get(other) ?? ''}`,
          slack,
          `needs${index}_${place < 0 ? 'none' : place}`,
        )
      }),
    ),
  ]
}
function isNothing(price: string | null): boolean {
  return price === null || new Decimal(price).isZero()
}

/** Eight digits of a float are more than a price needs. */
function dualOf({ Rows }: Solution, name: string): string | null {
  const row = Rows.find((each) => 'Name' in each && each.Name === name)
  if (!row || !('Dual' in row) || typeof row.Dual !== 'number' || !Number.isFinite(row.Dual)) return null
  return textOf(new Decimal(row.Dual).toSignificantDigits(8))
}
