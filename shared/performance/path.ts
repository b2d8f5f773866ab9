import { z } from 'zod'

import { textOf } from '#shared/kernel/figure'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'

import { choiceQuestion, option } from './choice.ts'
import { measureId } from './measure.ts'
import { reductionIn } from './pace.ts'

export const pathId = idOf<'abatement-path'>()
export type PathId = z.output<typeof pathId>

/** What a path is made from; the same inputs give the same path. */
export const pathInput = z.object({
  title: z.string().trim().min(1).max(200),
  question: choiceQuestion,
  /** The measures that are taken, chosen by the solver or by hand. */
  chosen: z.array(measureId).min(1),
  baseYear: z.int().min(1990).max(2100),
  /** tCO2e in the base year. */
  baseValue: decimalText,
  /** How the emission would grow each year without measures, in percent. */
  growth: decimalText,
  until: z.int().min(1990).max(2100),
})
export type PathInput = Readonly<z.output<typeof pathInput>>

export const pathYear = z.object({
  year: z.int(),
  without: decimalText,
  /** In the order of the chosen measures. */
  reductions: z.array(decimalText),
  with: decimalText,
})
export type PathYear = Readonly<z.output<typeof pathYear>>

/** A path that was kept, with the measures as they were then. */
export const path = z.object({
  id: pathId,
  input: pathInput,
  options: z.array(option),
  years: z.array(pathYear),
  totals: z.object({ reduction: decimalText, yearly: decimalText, investment: decimalText }),
  madeBy: z.string(),
  madeAt: instant,
})
export type Path = Readonly<z.output<typeof path>>

/** E(y) = E₀ × (1 + g)^(y − y₀) without measures, and less what each measure brings by then. */
export function pathYears(
  { baseYear, baseValue, growth, until }: Pick<PathInput, 'baseYear' | 'baseValue' | 'growth' | 'until'>,
  chosen: readonly { readonly reduction: string; readonly due: string | null }[],
): PathYear[] {
  const factor = new Decimal(growth).div(100).plus(1)
  return Array.from({ length: Math.max(0, until - baseYear) + 1 }, (_none, at) => {
    const year = baseYear + at
    const without = new Decimal(baseValue).times(factor.pow(at))
    const reductions = chosen.map(({ reduction, due }) => reductionIn({ expected: reduction, due }, year))
    const rest = reductions.reduce((left, each) => left.minus(each), without)
    return { year, without: textOf(without), reductions, with: textOf(rest) }
  })
}
