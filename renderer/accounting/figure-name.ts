import type { FigureRecord } from '#shared/kernel/figure'
import type { Facts } from '#shared/kernel/refusal'

import type { Say } from '../kernel/say.ts'

/** What sets a figure apart from its like, where its wording does not say it: whose, when, which delivery. */
const telling = ['source', 'month', 'label', 'gas'] as const

/**
 * The name of a figure. Beside its like in a total it says what tells it apart; what the figure above says already
 * is not repeated.
 */
export function figureName(
  say: Say,
  { code, facts }: Pick<FigureRecord, 'code' | 'facts'>,
  above: Facts = {},
): string {
  const worded = say.of({ code, facts: { ...facts, ...namedKey(say, code, facts) } })
  const rest = telling.flatMap((name) => {
    const fact = facts[name]
    const isSaid =
      fact === undefined || fact === null || fact === above[name] || worded.includes(String(fact))
    return isSaid || name === 'gas' ? [] : [String(fact)]
  })
  return rest.length === 0 ? worded : `${worded} · ${rest.join(' ')}`
}

/** Groups carry their key; a category's and an apart group's have words. */
function namedKey(say: Say, code: string, { key, why }: Facts): Facts {
  if (code === 'accounting.category-total') return { key: say.of({ code: `accounting.category.${key}` }) }
  if (code === 'accounting.apart-total') return { why: say.of({ code: `accounting.apart.${why}` }) }
  return {}
}
