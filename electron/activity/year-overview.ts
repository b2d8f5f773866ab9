import { closingNodes, parametersClosedAt, sealsInForce } from '#db/activity/closing'
import type { ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import { entriesOf, isExpected, lineOf } from '#electron/activity/grid'
import { checkMonth } from '#shared/activity/checks'
import { closingMonthOf } from '#shared/activity/model'
import { type MonthOverview, timeOf } from '#shared/activity/year-overview'
import { monthsOf } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import type { Node, NodeId } from '#shared/organization/model'

/** The end of time: what is expected of a month, whether it is over or not. */
const ever = '9999-12-31'

/** The months of a year of a facility, or of every place whose months are closed. */
export function yearOverview(
  db: ReadDb,
  { year, facility }: { readonly year: number; readonly facility: NodeId | null },
  today: string,
): MonthOverview[] {
  const sealed = new Set(sealsInForce(db).map((seal) => `${seal.facility}/${seal.month}`))
  return placesWithParameters(db)
    .filter(({ id }) => facility === null || id === facility)
    .flatMap(({ id, name }) => {
      const parameters = parametersClosedAt(db, id)
      const entries = entriesOf(db, parameters, year)
      return monthsOf(year).map((month) => ({
        facility: id,
        name,
        month,
        time: timeOf(month, today),
        ...countsOf(parameters, month, entries),
        isSealed: sealed.has(`${id}/${month}`),
      }))
    })
}

function placesWithParameters(db: ReadDb): Node[] {
  const closedAt = closingNodes(db)
  const places = allParameters(db).flatMap(({ node }) => closedAt(node) ?? [])
  return [...new Map(places.map((place) => [place.id, place])).values()]
}

function countsOf(parameters: readonly Parameter[], month: string, entries: ReturnType<typeof entriesOf>) {
  const keys = [month, month.slice(0, 4)].filter((key) => closingMonthOf(key) === month)
  const lines = parameters.flatMap((parameter) =>
    keys
      .filter((key) => isExpected(parameter, key, ever) || (entries(parameter, key)?.count ?? 0) > 0)
      .map((key) => lineOf(parameter, key, entries)),
  )
  const findings = lines.flatMap(checkMonth)
  const worded = (code: string) => findings.filter((finding) => finding.code === code).length
  const entered = lines.filter(({ count }) => count > 0).length
  const missing = worded('activity.missing')
  return {
    expected: entered + missing,
    missing,
    entered,
    unchecked: worded('activity.still-submitted'),
    unapproved: worded('activity.still-checked'),
    odd: findings.filter(({ severity }) => severity === 'explain').length,
  }
}
