import { closingNodes } from '#db/activity/closing'
import type { EffectOf } from '#electron/activity/substitution-service'
import type { MonthAccount } from '#shared/accounting/account'
import { stepsOf } from '#shared/accounting/document'
import { accountMonth } from '#shared/accounting/month'
import type { Source } from '#shared/accounting/source'
import { textOf } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'

import { everySource } from './kept-account.ts'
import { liveAccount } from './live.ts'
import { usualRules } from './usual-rules.ts'

/** What the emission of a source in a month is, and what it would be with another value of one of its parameters. */
export const emissionWith: EffectOf = ({ db, around }, { parameter, month, value }) => {
  if (parameter.source === null) return null
  const facility = closingNodes(db)(parameter.node)?.id ?? null
  const rules = usualRules({ db, around }, Number(month.slice(0, 4)), facility)
  if (!rules) return null
  try {
    const { account, document, settings } = liveAccount(db, around, rules)
    const found = everySource(account).find(({ source }) => source.id === parameter.source)
    if (!found || !stepsOf(found.source, document.period).includes(month)) return null
    const changed = withValue(found.source, parameter.id, month, value) as Source
    return {
      before: emissionOf(found.months.find((each) => each.month === month)),
      after: emissionOf(accountMonth(changed, month, settings)),
    }
  } catch (error) {
    // A place outside the boundary has readings, and no emission.
    if (error instanceof Refusal && error.code === 'accounting.no-facilities') return null
    throw error
  }
}

function emissionOf(month: MonthAccount | undefined): string | null {
  return month?.state === 'complete' ? textOf(month.emission.value) : null
}

/** The source with one month of one parameter as if it had been read. */
function withValue(part: unknown, id: string, month: string, value: string): unknown {
  if (Array.isArray(part)) return part.map((inner: unknown) => withValue(inner, id, month, value))
  if (typeof part !== 'object' || part === null) return part
  if ('id' in part && part.id === id && ('months' in part || 'determination' in part)) {
    const months = 'months' in part && typeof part.months === 'object' ? part.months : {}
    return { ...part, months: { ...months, [month]: { value, count: 1 } } }
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, withValue(inner, id, month, value)]),
  )
}
