import { z } from 'zod'

import type { MonthContributor } from '#electron/activity/month-closing'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { MonthAccount } from '#shared/accounting/account'
import { newInventory, type NewInventory } from '#shared/accounting/inventory'
import { textOf } from '#shared/kernel/figure'
import { decimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

import { everySource } from './kept-account.ts'
import { liveAccount } from './live.ts'
import { usualRules } from './usual-rules.ts'

/** The figures under a month's seal: by which rules, and what each source emitted; null where it had no result. */
const monthFigures = z.object({
  rules: newInventory,
  sources: z.record(
    z.string(),
    z.object({ mass: decimalText, unit: z.string(), emission: decimalText }).nullable(),
  ),
})

/** What this area puts under the seal of a month: the emission of every source of the facility. */
export function figuresOfMonth(around: Surroundings): MonthContributor {
  return {
    name: 'accounting',
    content: (db, { facility, month }, sealed) => {
      const rules = rulesOf(sealed) ?? usualRules({ db, around }, Number(month.slice(0, 4)), facility)
      if (!rules) return null
      const account = accountOrNone(() => liveAccount(db, around, rules).account)
      if (!account) return null
      const sources = everySource(account).map(({ source, months }) => [
        source.id,
        figureOf(months.find((each) => each.month === month)),
      ])
      return {
        rules: sealable(rules),
        sources: Object.fromEntries(sources) as Record<string, ReturnType<typeof figureOf>>,
      }
    },
    findings: (db, { facility, month }) => {
      const rules = usualRules({ db, around }, Number(month.slice(0, 4)), facility)
      const account = rules && accountOrNone(() => liveAccount(db, around, rules).account)
      if (!account) return []
      return everySource(account)
        .flatMap(({ months }) => months)
        .filter((each) => each.month === month && each.state === 'refused')
        .flatMap(({ findings }) => findings)
    },
  }
}

/** Rules without anything that takes over in the year are sealed as they were before editions could. */
function sealable({ editions = [], ...rules }: NewInventory) {
  return editions.length === 0 ? rules : { ...rules, editions }
}

function rulesOf(sealed: unknown): NewInventory | null {
  const parsed = monthFigures.safeParse(sealed)
  return parsed.success ? parsed.data.rules : null
}

/** A facility that is not inside the boundary has readings but no figures. */
function accountOrNone<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'accounting.no-facilities') return null
    throw error
  }
}

function figureOf(month: MonthAccount | undefined) {
  if (month?.state !== 'complete') return null
  const { mass, emission } = month
  return { mass: textOf(mass.value), unit: mass.unit, emission: textOf(emission.value) }
}
