import { z } from 'zod'

import { textOf } from '#shared/kernel/figure'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

import { interest } from './abatement.ts'
import { measureId } from './measure.ts'

/** One measure as the choice knows it: all it costs and brings, and what it goes with or against. */
export const option = z.object({
  id: measureId,
  title: z.string(),
  /** tCO2e each year. */
  reduction: decimalText,
  /** CNY each year, over interest and lifetime. */
  yearly: decimalText,
  investment: decimalText,
  due: z.string().nullable(),
  group: z.string().nullable(),
  requires: z.array(measureId),
})
export type Option = Readonly<z.output<typeof option>>

export const choiceQuestion = z.object({
  rate: interest,
  /** tCO2e each year that must be saved at least. */
  reduction: decimalText.pipe(z.string().refine((text) => new Decimal(text).greaterThan(0))),
  /** CNY that may be invested at most; null is no bound. */
  budget: decimalText.refine((text) => !text.startsWith('-')).nullable(),
})
export type ChoiceQuestion = Readonly<z.output<typeof choiceQuestion>>
export interface Problem {
  readonly options: readonly Option[]
  readonly reduction: string
  readonly budget: string | null
}

/** A condition of the choice, how much of it is left over, and what one unit more of it would cost or save. */
export const bound = z.object({
  what: z.enum(['reduction', 'budget', 'group', 'requires']),
  /** Whose: the group, or the measure and what it requires. */
  of: z.string(),
  slack: decimalText,
  isBinding: z.boolean(),
  /**
   * Shadow price in the relaxation in which measures may be taken in part: CNY each year for one tonne more, or for
   * one CNY of budget more. A float of the solver, to show and not to reckon with. Null where there is none.
   */
  price: decimalText.nullable(),
})
export type Bound = Readonly<z.output<typeof bound>>

export const choice = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('chosen'),
    chosen: z.array(measureId),
    reduction: decimalText,
    yearly: decimalText,
    investment: decimalText,
    bounds: z.array(bound),
    /** Answers of the solver that did not stand up to exact decimals and were ruled out. */
    ruledOut: z.int(),
  }),
  /** No choice keeps all conditions; `most` tonnes could be had at best within the others. */
  z.object({ state: z.literal('impossible'), most: decimalText }),
])
export type Choice = Readonly<z.output<typeof choice>>

/** What a set of measures comes to, in exact decimals. */
export function totalsOf(chosen: readonly Option[]): {
  reduction: string
  yearly: string
  investment: string
} {
  const sum = (pick: (each: Option) => string) =>
    textOf(chosen.reduce((total, each) => total.plus(pick(each)), new Decimal(0)))
  return {
    reduction: sum((each) => each.reduction),
    yearly: sum((each) => each.yearly),
    investment: sum((each) => each.investment),
  }
}

/** The conditions that a set breaks, held in exact decimals: the solver reckons in floats and may be off by a hair. */
export function brokenBy(problem: Problem, chosen: readonly Option[]): Bound['what'][] {
  const { reduction, investment } = totalsOf(chosen)
  const ids = new Set<string>(chosen.map(({ id }) => id))
  const groups = chosen.flatMap(({ group }) => (group === null ? [] : [group]))
  return [
    ...(new Decimal(reduction).lessThan(problem.reduction) ? (['reduction'] as const) : []),
    ...(problem.budget !== null && new Decimal(investment).greaterThan(problem.budget)
      ? (['budget'] as const)
      : []),
    ...(new Set(groups).size < groups.length ? (['group'] as const) : []),
    ...(chosen.some(({ requires }) => requires.some((id) => !ids.has(id))) ? (['requires'] as const) : []),
  ]
}

/**
 * The problem as an integer program in the LP format. `x0` is one where the first option is taken.
 *
 * @param options.isRelaxed measures may be taken in part: for shadow prices.
 * @param options.isMost looks for the most tonnes instead of the least cost, without a bound on tonnes.
 * @param options.not sets that were found wanting.
 */
export function programOf(
  { options, reduction, budget }: Problem,
  {
    isRelaxed = false,
    isMost = false,
    not = [],
  }: {
    readonly isRelaxed?: boolean
    readonly isMost?: boolean
    readonly not?: readonly (readonly string[])[]
  } = {},
): string {
  const sum = (pick: (each: Option) => string) =>
    options.map((each, at) => `${signed(pick(each))} x${at}`).join(' ')
  const at = new Map<string, number>(options.map(({ id }, index) => [id, index]))
  const rows = [
    ...(isMost ? [] : [`reduction: ${sum((each) => each.reduction)} >= ${plain(reduction)}`]),
    ...(budget === null ? [] : [`budget: ${sum((each) => each.investment)} <= ${plain(budget)}`]),
    ...groupsOf(options).map(
      ({ members }, index) =>
        `group${index}: ${members.map((member) => `+ x${at.get(member)}`).join(' ')} <= 1`,
    ),
    ...options.flatMap(({ requires }, index) =>
      // What is not among the options cannot be had, and so neither can what needs it.
      requires.map(
        (id) =>
          `needs${index}_${at.get(id) ?? 'none'}: + x${index} ${at.has(id) ? `- x${at.get(id)}` : ''} <= 0`,
      ),
    ),
    ...not.map((set, index) => {
      const inside = new Set(set)
      const terms = options.map(({ id }, place) => `${inside.has(id) ? '-' : '+'} x${place}`)
      return `not${index}: ${terms.join(' ')} >= ${1 - inside.size}`
    }),
  ]
  const names = options.map((_each, index) => `x${index}`)
  return [
    isMost ? 'Maximize' : 'Minimize',
    ` obj: ${sum((each) => (isMost ? each.reduction : each.yearly))}`,
    'Subject To',
    ...rows.map((row) => ` ${row}`),
    ...(isRelaxed
      ? ['Bounds', ...names.map((name) => ` 0 <= ${name} <= 1`)]
      : ['Binary', ` ${names.join(' ')}`]),
    'End',
  ].join('\n')
}
/** A coefficient as the solver can hold it: fifteen digits, as a float has. */
function plain(text: string): string {
  return new Decimal(text).toSignificantDigits(15).toFixed()
}
function signed(text: string): string {
  const number = plain(text)
  return number.startsWith('-') ? `- ${number.slice(1)}` : `+ ${number}`
}

/** The groups of which at most one measure is taken, with two members or more. */
export function groupsOf(
  options: readonly Option[],
): { readonly group: string; readonly members: readonly string[] }[] {
  const names = [...new Set(options.flatMap(({ group }) => (group === null ? [] : [group])))]
  return names
    .map((group) => ({ group, members: options.filter((each) => each.group === group).map(({ id }) => id) }))
    .filter(({ members }) => members.length > 1)
}

/** @throws Refusal `performance.no-options` when no measure has all its numbers. */
export function refuseNothingToChoose(options: readonly Option[]): void {
  if (options.length === 0) throw new Refusal('performance.no-options')
}
