import { allUsers } from '#db/access/queries'
import { findingRegister } from '#electron/activity/finding-register'
import { ownFindings } from '#electron/activity/quality-service'
import type { ReadContext } from '#electron/kernel/context'
import type { ReportInput } from '#shared/accounting/report-input'
import { dayAt } from '#shared/kernel/period'
import type { Language } from '#shared/kernel/texts'

import { inventoryFindings } from './inventory-findings.ts'

/** The findings of a year that somebody explained as they stand today, and how many nobody has. */
export function explainedFindings(
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  year: number,
  language: Language,
): ReportInput['explained'] {
  const names = new Map<string, string | null>(allUsers(context.db).map(({ id, name }) => [id, name]))
  const { findings } = findingRegister(context, { facility: null, year }, language, [
    ...ownFindings,
    inventoryFindings,
  ])
  return {
    answers: findings.flatMap(({ state, words, answer }) =>
      state === 'answered' && answer
        ? [
            {
              words,
              reason: answer.reason,
              by: names.get(answer.by ?? '') ?? '—',
              on: dayAt(answer.at),
            },
          ]
        : [],
    ),
    open: findings.filter(({ state }) => state !== 'answered').length,
  }
}
