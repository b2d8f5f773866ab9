import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  differenceOf,
  greatestOf,
  leastOf,
  named,
  over,
  rounded,
  share,
  sumOf,
} from '#shared/kernel/figure-algebra'

import type { Plan, PowerPlan } from './plan.ts'

/** What has to be surrendered for an emission, in whole tonnes rounded up, by the caps of the plan. */
export function obligation(
  plan: Plan,
  emission: Figure<'tCO2e'>,
  allocation: Figure<'tCO2e'>,
  isAllGas: boolean,
): Figure<'tCO2e'> {
  const limits = [emission]
  if (plan.kind === 'power' && plan.shortfallCap !== null) {
    const part = constant(plan.shortfallCap, 'ratio', { code: 'assets.figure.cap-share' })
    limits.push(sumOf('tCO2e', [allocation, share(emission, part)], { code: 'assets.figure.shortfall-cap' }))
  }
  if (plan.kind === 'power' && plan.gasRelief && isAllGas) limits.push(allocation)
  const least = limits.length === 1 ? emission : leastOf(limits, { code: 'assets.figure.capped' })
  return rounded(named(least, { code: 'assets.figure.obligation' }), {
    ruleSet: plan.id,
    step: 'obligation',
    decimals: 0,
    mode: 'up',
  })
}

/** The base that the limit of credits is a share of; sources differ, so it is a setting. */
export const creditBases = ['obligation', 'emission'] as const

/** min(credits held, share of the base, gap), never below nothing, in whole credits. */
export function usableCredits(
  plan: Plan,
  held: Figure<'tCO2e'>,
  base: Figure<'tCO2e'>,
  gap: Figure<'tCO2e'>,
): Figure<'tCO2e'> {
  const part = constant(plan.ccer.share, 'ratio', { code: 'assets.figure.credit-share' })
  const limit = rounded(named(share(base, part), { code: 'assets.figure.credit-limit' }), {
    ruleSet: plan.id,
    step: 'credit-limit',
    decimals: 0,
    mode: 'down',
  })
  const least = leastOf([held, limit, gap], { code: 'assets.figure.usable-credits' })
  return greatestOf([none, least], { code: 'assets.figure.usable-credits' })
}
const none = constant('0', 'tCO2e', { code: 'assets.figure.nothing' })

/** Obligation less what is at hand: above zero something has to be bought, below something is left. */
export function gapOf(
  needed: Figure<'tCO2e'>,
  atHand: readonly Figure<'tCO2e'>[],
  code: 'assets.figure.gap' | 'assets.figure.gap-after-credits',
): Figure<'tCO2e'> {
  return differenceOf(needed, atHand, { code })
}

/** What may be borrowed from the next year: a share of the gap, where the gap is a large enough part of the obligation. */
export function borrowable(
  plan: PowerPlan,
  gap: Figure<'tCO2e'>,
  needed: Figure<'tCO2e'>,
): Figure<'tCO2e'> | null {
  if (!plan.borrowing || gap.value.lte(0)) return null
  if (gap.value.lt(needed.value.times(plan.borrowing.leastGap))) return null
  const part = constant(plan.borrowing.share, 'ratio', { code: 'assets.figure.borrowing-share' })
  return rounded(named(share(gap, part), { code: 'assets.figure.borrowable' }), {
    ruleSet: plan.id,
    step: 'borrowing',
    decimals: 0,
    mode: 'down',
  })
}

/** What is given out beforehand: a share of what an earlier year's output comes to by the benchmarks. */
export function preAllocated(plan: PowerPlan, byEarlierOutput: Figure<'tCO2e'>): Figure<'tCO2e'> {
  const part = constant(plan.preAllocation.share, 'ratio', { code: 'assets.figure.pre-share' })
  return rounded(named(share(byEarlierOutput, part), { code: 'assets.figure.pre-allocated' }), {
    ruleSet: plan.id,
    step: 'pre-allocation',
    decimals: 0,
    mode: 'half-up',
  })
}

/** Allowances of 2019 to 2024 that may be carried over: min(holding, base + 1.5 × net sold), net sold not below zero. */
export function carriedOver(
  base: Figure<'tCO2e'>,
  { holding, sold, bought }: Readonly<Record<'holding' | 'sold' | 'bought', Figure<'tCO2e'>>>,
): { readonly most: Figure<'tCO2e'>; readonly carried: Figure<'tCO2e'>; readonly toSell: Figure<'tCO2e'> } {
  const balance = differenceOf(sold, [bought], { code: 'assets.figure.sold-less-bought' })
  const net = greatestOf([none, balance], { code: 'assets.figure.net-sold' })
  const times15 = share(net, constant('1.5', 'ratio', { code: 'figure.number-of-formula' }))
  const most = sumOf('tCO2e', [base, times15], { code: 'assets.figure.most-carried' })
  const carried = leastOf([holding, most], { code: 'assets.figure.carried' })
  const excess = greatestOf([none, differenceOf(holding, [most], { code: 'assets.figure.excess' })], {
    code: 'assets.figure.excess',
  })
  return { most, carried, toSell: toSellFor(excess, balance) }
}

/**
 * What still has to be sold so that the rest may be kept. Each tonne sold leaves one less and lets 1.5 more be kept,
 * but for those that only make up for what was bought before: (excess + 1.5 × bought on balance) ÷ 2.5, and never
 * more than the excess itself.
 */
function toSellFor(excess: Figure<'tCO2e'>, balance: Figure<'tCO2e'>): Figure<'tCO2e'> {
  const number = (value: string) => constant(value, 'ratio', { code: 'figure.number-of-formula' })
  const bought = greatestOf([none, differenceOf(none, [balance], { code: 'assets.figure.net-bought' })], {
    code: 'assets.figure.net-bought',
  })
  const sum = sumOf('tCO2e', [excess, share(bought, number('1.5'))], { code: 'assets.figure.excess' })
  return leastOf([excess, named(over(sum, number('2.5')), { code: 'assets.figure.to-sell' })], {
    code: 'assets.figure.to-sell',
  })
}
