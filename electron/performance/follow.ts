import { objectiveById } from '#db/performance/plan-queries'
import { textOf } from '#shared/kernel/figure'
import { converted } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { isConvertible, type Measure } from '#shared/kernel/units'
import { addsUp } from '#shared/performance/history'
import type { Indicator } from '#shared/performance/indicator'
import type { TargetId } from '#shared/performance/objective'
import { type Known, type Pace, paceOf, type Running } from '#shared/performance/pace'

import { requireIndicator } from './indicators.ts'
import { requireTarget } from './objectives.ts'
import { monthsSoFar, spanOf, valueOf, versionIn } from './values.ts'
import { type YearAsking, type YearData, yearData } from './year-data.ts'

/** How a target is followed; null while it has no indicator or no unit. */
export function paceOfTarget(context: YearAsking, id: TargetId): Pace | null {
  const { db, today } = context
  const target = requireTarget(db, id)
  const { unit } = target
  if (target.indicator === null || unit === null) return null
  const indicator = requireIndicator(db, target.indicator)
  const data = yearData(context)
  const known = data.years
    .filter((year) => year < data.runningYear || monthsSoFar(year, today).length === 12)
    .flatMap((year) => knownYear(data, indicator, String(year), unit) ?? [])
  return {
    unit,
    ...paceOf({
      target,
      known,
      running: runningYear(data, indicator, today, unit),
      measures: objectiveById(db, target.objective)?.measures ?? [],
      better: indicator.better,
    }),
  }
}

function knownYear(data: YearData, indicator: Indicator, period: string, unit: Measure): Known | null {
  const version = versionIn(indicator, period, null)
  if (!version || !isConvertible(version.unit, unit)) return null
  const { figure } = valueOf(data, indicator, version, spanOf(period))
  if (!figure) return null
  return {
    year: Number(period),
    value: textOf(converted(figure, unit).value),
    path: `value/${indicator.id}/${version.number}/${period}`,
  }
}

/** An amount of n months × 12 ÷ n; a share or a value for each of something is that of the months so far. */
function runningYear(data: YearData, indicator: Indicator, today: string, unit: Measure): Running | null {
  const year = data.runningYear
  const version = versionIn(indicator, String(year), null)
  if (!version || !isConvertible(version.unit, unit)) return null
  const months = monthsSoFar(year, today).filter(
    (month) => valueOf(data, indicator, version, { year, months: [month] }).figure !== null,
  )
  if (months.length === 0) return null
  const { figure } = valueOf(data, indicator, version, { year, months })
  if (!figure) return null
  const value = converted(figure, unit).value
  const whole = addsUp(unit) ? value.times(12).div(new Decimal(months.length)) : value
  return { year, months: months.length, value: textOf(whole) }
}
