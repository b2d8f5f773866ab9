import { z } from 'zod'

import type { Figure } from '#shared/kernel/figure'
import { constant, differenceOf, named, quotientOf } from '#shared/kernel/figure-algebra'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

import { interest, yearlyCost } from './abatement.ts'
import { supplierId } from './supplier.ts'

export const appraisalId = idOf<'appraisal'>()
export type AppraisalId = z.output<typeof appraisalId>

/** A design (A.8.2.2) or a purchase (A.8.2.3). */
export const appraisalKinds = ['design', 'purchase'] as const
export const appraisalStates = ['draft', 'decided', 'waived'] as const

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().max(2000)
const positive = decimalText.refine((text) => !text.startsWith('-'))

/** One way to do it. */
export const option = z.object({
  name: words,
  /** CNY, once. */
  investment: positive.nullable(),
  /** CNY each year; below zero where it earns. */
  yearlyCost: decimalText.nullable(),
  /** Years of use. */
  lifetime: z.int().min(1).max(60).nullable(),
  /** tCO2e each year. */
  emission: decimalText.nullable(),
  supplier: supplierId.nullable(),
  note: line,
})
export type AppraisalOption = Readonly<z.output<typeof option>>

export const appraisalFacts = z.object({
  kind: z.enum(appraisalKinds),
  title: words,
  what: line,
  node: nodeId.nullable(),
  /** By what emission was taken into account, and how much it weighed. */
  criterion: line,
  weight: positive.nullable(),
  /** Interest in percent a year, by which investments are spread over their years. */
  rate: interest,
  reviewedOn: day,
  /** The first is what the others are compared with: as it is, or the usual way. */
  options: z.array(option).min(1).max(12),
})
export type AppraisalFacts = Readonly<z.output<typeof appraisalFacts>>

export const appraisal = appraisalFacts.extend({
  id: appraisalId,
  number: z.string(),
  state: z.enum(appraisalStates),
  /** The option that was chosen, by its place; null where none was, or the review was waived. */
  chosen: z.int().min(0).nullable(),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
})
export type Appraisal = Readonly<z.output<typeof appraisal>>

/** An option beside the first: null where something that it takes is not known, or it saves nothing. */
export const comparedOption = z.object({
  yearly: decimalText.nullable(),
  saved: decimalText.nullable(),
  perTonne: decimalText.nullable(),
  payback: decimalText.nullable(),
  path: z.string().nullable(),
})
export const shownAppraisal = appraisal.extend({ compared: z.array(comparedOption) })
export type ShownAppraisal = Readonly<z.output<typeof shownAppraisal>>

/** CNY each year: the investment spread over the lifetime, and what it costs or earns each year. */
export function yearlyOf(
  { investment, yearlyCost: running, lifetime }: AppraisalOption,
  rate: string,
): Figure<'CNY'> | null {
  if (investment === null || running === null || lifetime === null) return null
  return yearlyCost({ investment, yearlyCost: running, lifetime, expected: '0' }, rate)
}

/** tCO2e that an option emits less each year than the first. */
function savedFigure(first: AppraisalOption, other: AppraisalOption): Figure<'tCO2e'> | null {
  if (first.emission === null || other.emission === null) return null
  const emits = (of: AppraisalOption, emission: string) =>
    constant(emission, 'tCO2e', { code: 'performance.figure.option-emission', facts: { name: of.name } })
  return differenceOf(emits(first, first.emission), [emits(other, other.emission)], {
    code: 'performance.figure.option-saved',
    facts: { name: other.name },
  })
}

/** CNY for each tonne that is emitted less than by the first option: (Cᵢ − C₁) ÷ (E₁ − Eᵢ). */
export function optionCost(first: AppraisalOption, other: AppraisalOption, rate: string): Figure | null {
  const [base, own] = [yearlyOf(first, rate), yearlyOf(other, rate)]
  const saved = savedFigure(first, other)
  if (!base || !own || !saved || saved.value.lessThanOrEqualTo(0)) return null
  const more = differenceOf(own, [base], {
    code: 'performance.figure.option-more',
    facts: { name: other.name },
  })
  return named(quotientOf(more, saved), {
    code: 'performance.figure.option-cost',
    facts: { name: other.name },
  })
}

/** Years until what is spent more than on the first option has come back; null where it never does. */
function paybackOf(first: AppraisalOption, other: AppraisalOption): string | null {
  if (first.investment === null || other.investment === null) return null
  if (first.yearlyCost === null || other.yearlyCost === null) return null
  const more = new Decimal(other.investment).minus(first.investment)
  const back = new Decimal(first.yearlyCost).minus(other.yearlyCost)
  if (more.lessThanOrEqualTo(0) || back.lessThanOrEqualTo(0)) return null
  return more.div(back).toFixed()
}

/** Every option beside the first. `path` leads to the figure of the cost per tonne. */
export function compared({
  id,
  options,
  rate,
}: Pick<Appraisal, 'id' | 'options' | 'rate'>): z.output<typeof comparedOption>[] {
  const [first] = options
  if (!first) return []
  return options.map((other, at) => {
    const cost = at === 0 ? null : optionCost(first, other, rate)
    const saved = at === 0 ? null : savedFigure(first, other)
    return {
      yearly: yearlyOf(other, rate)?.value.toFixed() ?? null,
      saved: saved?.value.toFixed() ?? null,
      perTonne: cost?.value.toFixed() ?? null,
      payback: at === 0 ? null : paybackOf(first, other),
      path: cost ? `option/${id}/${at}` : null,
    }
  })
}
