import { itemFigure } from '#electron/performance/items'
import type { YearData } from '#electron/performance/year-data'
import { monthsOfYear, type MonthValue } from '#shared/assets/forecast'
import { type Planned, type PlannedItem, plannedUnits, type UnitId, type UnitOf } from '#shared/assets/model'
import type { Figure } from '#shared/kernel/figure'
import { constant, converted } from '#shared/kernel/figure-algebra'
import { endOf, firstDay, monthsOf, overlaps, type Validity } from '#shared/kernel/period'
import type { ParameterId } from '#shared/monitoring/model'

/** The months of the year of one item in its unit; those in which a unit was not there yet or any more are left out. */
export type Series<I extends PlannedItem> = readonly MonthValue<UnitOf<I>>[]

export interface Wanted {
  readonly data: YearData
  readonly year: number
  readonly planned: readonly Planned[]
}

/** The months of what a parameter reads, measured, planned or estimated, as long as the unit was there. */
export function seriesOfParameter<I extends PlannedItem>(
  wanted: Wanted,
  unit: Validity & { readonly id: UnitId },
  item: I,
  parameter: ParameterId | null,
): Series<I> {
  const read = (year: number) =>
    monthsOf(year).flatMap((month) => {
      const figure =
        parameter && itemFigure(wanted.data, { kind: 'reading', parameter }, { year, months: [month] })
      return figure ? [[month, converted(figure, plannedUnits[item])] as const] : []
    })
  return seriesFrom(wanted, unit.id, item, read, (month) =>
    overlaps(unit, { validFrom: firstDay(month), validTo: endOf(month) }),
  )
}

/** The months of the emission that is settled, of the whole plant or (`unit`) of a line. */
export function seriesOfEmission(
  wanted: Wanted,
  unit: UnitId | null,
  read: (year: number) => ReadonlyMap<string, Figure<'tCO2e'>>,
): Series<'emission'> {
  return seriesFrom(wanted, unit, 'emission', (year) => [...read(year)])
}

function seriesFrom<I extends PlannedItem>(
  { data, year, planned }: Wanted,
  unit: UnitId | null,
  item: I,
  read: (year: number) => readonly (readonly [string, Figure<UnitOf<I>>])[],
  isThere: (month: string) => boolean = () => true,
): Series<I> {
  const measure: UnitOf<I> = plannedUnits[item]
  const typed = planned
    .filter((each) => each.unit === unit && each.item === item)
    .map(({ month, value }) => {
      const figure = constant(value, measure, { code: 'assets.figure.planned', facts: { month } })
      return [month, figure] as const
    })
  return monthsOfYear({
    unit: measure,
    months: monthsOf(year).filter(isThere),
    actual: new Map(read(year)),
    before: new Map(read(year - 1)),
    planned: new Map(typed),
    isRunning: year >= data.runningYear,
  })
}
