import type { ReadDb } from '#db/kernel/access'
import type { MonthLine } from '#shared/activity/checks'
import type { Finding } from '#shared/kernel/finding'
import { endOf, firstDay } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { doubtFindings, doubtsIn } from './doubts.ts'
import { planMarks } from './plan-marks.ts'

/** What meters and the monitoring plan say of a month, for its check list. */
export function monthMarks(
  db: ReadDb,
  { facility, month }: { readonly facility: NodeId; readonly month: string },
  parameters: readonly Parameter[],
  lines: readonly Pick<MonthLine, 'parameter' | 'month' | 'count'>[],
): Finding[] {
  const end = endOf(month)
  const plan = planMarks(db, facility, end)
  const byId = new Map<string, Parameter>(parameters.map((parameter) => [parameter.id, parameter]))
  const doubted = doubtFindings(doubtsIn(db, parameters, { from: month.slice(0, 4), to: `${month}~` }, end))
  const present = parameters.filter(
    ({ validFrom, validTo }) => validFrom < end && (validTo === null || validTo > firstDay(month)),
  )
  return [
    ...lines.flatMap(({ parameter: id, month: key, count }) => {
      const parameter = byId.get(id)
      return parameter ? [...doubted(parameter, key), ...plan.findings(parameter, key, count)] : []
    }),
    ...plan.gone(present, month),
  ]
}
