import type { Wording } from '#shared/kernel/texts'
import type { Measure } from '#shared/kernel/units'

import type { FormulaParameter } from './definition.ts'

type More = Partial<Omit<FormulaParameter, 'name' | 'title' | 'unit' | 'rollUp'>>

/** An input that adds up over a month, called in the expression as in print unless `symbol` says otherwise. */
export function amount(name: string, title: Wording, unit: Measure, more: More = {}): FormulaParameter {
  return { name, symbol: name, title, unit, rollUp: 'sum', factorKinds: [], ...more }
}

/** An input of which a month has a mean. */
export function property(name: string, title: Wording, unit: Measure, more: More = {}): FormulaParameter {
  return { name, symbol: name, title, unit, rollUp: 'mean', factorKinds: [], ...more }
}

/** A share of at most one, which may be given in percent. */
export function share(name: string, title: Wording, more: More = {}): FormulaParameter {
  return property(name, title, 'ratio', more)
}
