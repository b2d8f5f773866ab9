import { parseExpression } from '#shared/kernel/expression'
import { figureOf } from '#shared/kernel/expression-figure'
import type { Figure } from '#shared/kernel/figure'
import { constant, named, powerOf } from '#shared/kernel/figure-algebra'

import type { LoadRule } from './plan.ts'

/** e to 60 digits: the draft's formula is written with it. */
const euler = '2.71828182845904523536028747135266249775724709369995957496697'

/**
 * The correction for a low load, as each generation of the plan writes it. `load` is the load rate F as a share.
 *
 * - 2019–2022 (conventional coal, condensing): 1 from 85 %; 1 + 0.0014 × (85 − 100F) from 80 %;
 *   1.007 + 0.0016 × (80 − 100F) from 75 %; 1.015^(16 − 20F) below. The joints are continuous.
 * - 2023–2024 (conventional coal): 1.015^(16 − 20F) below 65 %, otherwise 1: it jumps at the joint.
 * - 2025–2026, draft: 7.254 − 0.633 × (1 − e^(−F/29.822)) − 5.643 × (1 − e^(−F/6.871)) with F in percent below 50 %,
 *   otherwise 1: it jumps at the joint.
 */
export function loadFactor(rule: LoadRule, load: Figure<'ratio'>): Figure<'ratio'> {
  const reason = { code: 'assets.figure.load-factor', facts: { rule } }
  return named(ruled(rule, load), reason)
}

function ruled(rule: LoadRule, load: Figure<'ratio'>): Figure<'ratio'> {
  const isBelow = (limit: string) => load.value.lt(limit)
  switch (rule) {
    case 'bands-from-85':
      if (!isBelow('0.85')) return one
      if (!isBelow('0.80')) return written('1 + 0.0014 * (85 - 100 * F)', { F: load })
      if (!isBelow('0.75')) return written('1.007 + 0.0016 * (80 - 100 * F)', { F: load })
      return lowLoadPower(load)
    case 'power-below-65':
      return isBelow('0.65') ? lowLoadPower(load) : one
    case 'exponential-below-50':
      return isBelow('0.5') ? exponential(load) : one
  }
}

const one = constant('1', 'ratio', { code: 'assets.figure.no-correction' })

function lowLoadPower(load: Figure<'ratio'>): Figure<'ratio'> {
  const base = constant('1.015', 'ratio', { code: 'figure.number-of-formula' })
  return powerOf(base, written('16 - 20 * F', { F: load }), { code: 'assets.figure.power' })
}

function exponential(load: Figure<'ratio'>): Figure<'ratio'> {
  const decay = (width: string) =>
    powerOf(
      constant(euler, 'ratio', { code: 'assets.figure.euler' }),
      written(`0 - 100 * F / ${width}`, { F: load }),
      { code: 'assets.figure.power' },
    )
  return written('7.254 - 0.633 * (1 - a) - 5.643 * (1 - b)', { a: decay('29.822'), b: decay('6.871') })
}

/** A formula over pure numbers, all of them given. */
function written(text: string, names: Readonly<Record<string, Figure<'ratio'>>>): Figure<'ratio'> {
  const figure = figureOf(parseExpression(text), (name) => names[name] ?? null)
  if (!figure || !isRatio(figure)) throw new Error(`Not a pure number: ${text}`)
  return figure
}
function isRatio(figure: Figure): figure is Figure<'ratio'> {
  return figure.unit === 'ratio'
}
