import { parametersClosedAt } from '#db/activity/closing'
import { monthEntries } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { allSources } from '#db/monitoring/queries'
import type { ImportParameter } from '#electron/activity/import-job'
import { shownValue } from '#shared/activity/amounts'
import { Decimal } from '#shared/kernel/quantity'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

/** The parameters that names in a file may mean, with what their months usually come to. */
export function knownParameters(db: ReadDb, facility: NodeId, year: number): ImportParameter[] {
  const parameters = parametersClosedAt(db, facility)
  const sources = new Map(allSources(db).map((source) => [source.id, source]))
  const usual = usualRanges(db, parameters, year)
  return parameters.map((parameter) => {
    const { id, seq, name, unit, mayBeNegative, frequency, source: sourceId } = parameter
    const source = sourceId === null ? undefined : sources.get(sourceId)
    return {
      id,
      seq,
      name,
      aliases: source ? [`${source.name}${name}`, `${source.name} ${name}`, `${source.code} ${name}`] : [],
      unit,
      allowsNegative: mayBeNegative,
      typical: usual(parameter),
      frequency,
    }
  })
}

/** The range that was stated, or else that of the months of this year and the last. */
function usualRanges(
  db: ReadDb,
  parameters: readonly Parameter[],
  year: number,
): (parameter: Parameter) => ImportParameter['typical'] {
  const values = new Map<string, Decimal[]>()
  for (const { parameter, month, amount } of monthEntries(db, parameters, {
    from: String(year - 1),
    to: String(year + 1),
  })) {
    const value = amount ? shownValue(amount) : null
    if (value !== null && month.length === 7)
      values.set(parameter, [...(values.get(parameter) ?? []), new Decimal(value)])
  }
  return ({ id, bandLow, bandHigh, rollUp }) => {
    if (bandLow !== null && bandHigh !== null) return { low: bandLow, high: bandHigh }
    const known = values.get(id) ?? []
    if (known.length === 0 || rollUp !== 'sum') return null
    return { low: Decimal.min(...known).toFixed(), high: Decimal.max(...known).toFixed() }
  }
}
