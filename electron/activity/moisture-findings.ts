import type { MonthEntry } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { allSources } from '#db/monitoring/queries'
import type { Finding } from '#shared/kernel/finding'
import { monthsOf } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'

/**
 * Months whose carbon was found in a dried sample, and whose total moisture was not measured: without it the carbon as
 * received is a guess.
 */
export function moistureFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  known: readonly MonthEntry[],
  year: number,
): Finding[] {
  const byKey = new Map(known.map((entry) => [`${entry.parameter}/${entry.month}`, entry]))
  const isMeasured = (parameter: Parameter | undefined, month: string) => {
    const entry = parameter && byKey.get(`${parameter.id}/${month}`)
    return entry !== undefined && entry.count > 0 && entry.substituted === null
  }
  return allSources(db).flatMap((source): Finding[] => {
    const { calculation, name } = source
    if (calculation.method !== 'fuel-by-element-carbon' || calculation.carbonBasis === 'received') return []
    const own = parameters.filter((parameter) => parameter.source === source.id)
    const carbons = own.filter(({ role }) => role === 'carbon')
    const moistures = own.filter(({ role }) => role === 'moistureReceived')
    return monthsOf(year).flatMap((month): Finding[] => {
      const carbon = carbons.find((parameter) => isMeasured(parameter, month))
      if (!carbon || moistures.some((parameter) => isMeasured(parameter, month))) return []
      const facts = { name, month, basis: calculation.carbonBasis }
      return [
        { severity: 'explain', code: 'activity.no-total-moisture', where: `${carbon.id}/${month}`, facts },
      ]
    })
  })
}
