import { recordedIn } from '#db/activity/batches'
import { samplesOf } from '#db/activity/laboratory-queries'
import type { ReadDb } from '#db/kernel/access'
import { parametersOfSource, sourceById } from '#db/monitoring/queries'
import { amountIn } from '#shared/activity/amounts'
import { weightedMean } from '#shared/activity/coal-bases'
import type { LabSample } from '#shared/activity/laboratory'
import type { labWeightings } from '#shared/activity/laboratory-contract'
import { type LabRole, labRoles, labValue, numberIn } from '#shared/activity/laboratory-values'
import { endOf, firstDay, type Month, overlaps } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'
import type { Parameter, Source } from '#shared/monitoring/model'

export interface SourceMonth {
  readonly source: Source['id']
  readonly month: Month
}

/** A parameter that the laboratory serves, with what each sample says of it and the coal that this is weighted with. */
export interface Served {
  readonly parameter: Parameter
  readonly role: LabRole
  readonly unit: Measure
  readonly rows: readonly {
    readonly sample: LabSample
    readonly value: Decimal
    readonly weight: Decimal | null
  }[]
}

export interface MonthOfSamples {
  readonly source: Source
  readonly samples: readonly LabSample[]
  /** Those of them with a result for any parameter. */
  readonly telling: readonly LabSample[]
  readonly weighting: (typeof labWeightings)[number]
  readonly served: readonly Served[]
}

/** The samples of a fuel in a month and what they say of its parameters, with the weights that there are. */
export function monthOfSamples(db: ReadDb, { source: id, month }: SourceMonth): MonthOfSamples {
  const source = sourceById(db, id)
  if (!source) throw new Refusal('activity.lab.no-source', { id })
  const samples = samplesOf(db, id, month)
  const parameters = parametersOfSource(db, id).filter((parameter) =>
    overlaps(parameter, { validFrom: firstDay(month), validTo: endOf(month) }),
  )
  const roles = labRoles.filter((role) => parameters.some((parameter) => parameter.role === role))
  // A sample whose report is not there yet says nothing, and needs no weight.
  const telling = samples.filter((sample) =>
    roles.some((role) => labValue(role, sample, source.calculation) !== null),
  )
  const { weighting, weightOf } = weightsIn(db, parameters, telling, month)
  const served = roles.flatMap((role): Served[] => {
    const parameter = parameters.find((each) => each.role === role)
    if (!parameter) return []
    const found = telling.flatMap((sample) => {
      const said = labValue(role, sample, source.calculation)
      return said ? [{ sample, ...said, weight: weightOf(sample) }] : []
    })
    const unit = found[0]?.unit ?? parameter.unit
    return [{ parameter, role, unit, rows: found }]
  })
  return { source, samples, telling, weighting, served }
}

/** What the month comes to in a parameter; one sample needs no weight. Null while a weight is missing. */
export function meanOfSamples({ rows }: Served): Decimal | null {
  const [first, ...others] = rows
  if (first && others.length === 0) return first.value
  const weighted = rows.flatMap(({ value, weight }) => (weight === null ? [] : [{ value, weight }]))
  return weighted.length < rows.length ? null : weightedMean(weighted)
}

/**
 * The coal of each sample: what is recorded in its own period where that is so for every one of them and no two speak of
 * the same days; else the amounts beside the samples.
 */
function weightsIn(
  db: ReadDb,
  parameters: readonly Parameter[],
  samples: readonly LabSample[],
  month: Month,
): Pick<MonthOfSamples, 'weighting'> & { readonly weightOf: (sample: LabSample) => Decimal | null } {
  const fuel = parameters.find(({ role }) => role === 'fuel')
  const recorded = fuel ? recordedIn(db, fuel.seq, month) : []
  const inPeriod = ({ from, to }: LabSample): Decimal | null => {
    const within = recorded.filter((reading) => reading.from >= from && reading.to <= to)
    if (within.length === 0 || !fuel) return null
    return within.reduce((sum, reading) => sum.plus(amountIn(reading, fuel.unit)), new Decimal(0))
  }
  const beside = (sample: LabSample) => numberIn(sample, 'amount')
  const isApart = samples.every(
    (sample, index) =>
      !samples.some((other, at) => at !== index && other.from < sample.to && other.to > sample.from),
  )
  const hasAll = (weightOf: typeof inPeriod) => samples.every((sample) => weightOf(sample)?.gt(0) === true)
  if (isApart && (hasAll(inPeriod) || samples.length === 1))
    return { weighting: 'readings', weightOf: inPeriod }
  if (hasAll(beside)) return { weighting: 'amounts', weightOf: beside }
  return { weighting: 'none', weightOf: beside }
}
