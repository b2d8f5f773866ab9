import { eq } from 'drizzle-orm'

import { equalValues } from '#db/performance/tables'
import type { WriteContext } from '#electron/kernel/context'
import { type Figure, textOf } from '#shared/kernel/figure'
import { quotientOf } from '#shared/kernel/figure-algebra'
import { type EnergyRow, energyRows, type EnergyYear, type EqualValue } from '#shared/performance/energy'
import type { Item } from '#shared/performance/indicator'

import { carrierOf, itemFigure } from './items.ts'
import type { YearData } from './year-data.ts'

const units: Readonly<Record<EnergyRow, string>> = {
  fuel: 'tce',
  electricity: 'tce',
  heat: 'tce',
  equivalent: 'tce',
  'equal-value': 'tce',
  'emission-per-energy': 'tCO2e/tce',
  'energy-per-output-value': 'tce/10^4 CNY',
}

/** The energy side of every year that has readings. */
export function energyYears(data: YearData): EnergyYear[] {
  return data.years.map((year) => ({
    year,
    rows: energyRows.map((what) => {
      const figure = energyFigure(data, what, year)
      return {
        what,
        state: figure
          ? ('known' as const)
          : isUsed(data, what, year)
            ? ('missing' as const)
            : ('none' as const),
        value: figure && textOf(figure.value),
        unit: units[what],
        path: `energy/${what}/${year}`,
      }
    }),
  }))
}

/** Whether a plant has a carrier at all in a year: what is not there is not missing. */
function isUsed(data: YearData, what: string, year: number): boolean {
  const isCarrier = ['fuel', 'electricity', 'heat'].includes(what)
  return !isCarrier || data.energySources(year).some((source) => carrierOf(source) === what)
}

/** One row of a year; null where something is not known, or the row does not exist. */
export function energyFigure(data: YearData, what: string, year: number): Figure | null {
  const of = (item: Item) => itemFigure(data, item, { year, months: null })
  const energy = (
    carrier: 'all' | 'fuel' | 'electricity' | 'heat',
    electricity: 'equivalent' | 'equal-value',
  ) => of({ kind: 'energy', node: null, carrier, electricity })
  switch (what) {
    case 'fuel':
    case 'electricity':
    case 'heat':
      return energy(what, 'equivalent')
    case 'equivalent':
    case 'equal-value':
      return energy('all', what)
    case 'emission-per-energy':
      return per(
        of({ kind: 'emission', node: null, category: null, scope: null, source: null }),
        energy('all', 'equivalent'),
      )
    case 'energy-per-output-value':
      return per(energy('all', 'equivalent'), of({ kind: 'output-value' }))
    default:
      return null
  }
}
function per(above: Figure | null, below: Figure | null): Figure | null {
  return above && below && !below.value.isZero() ? quotientOf(above, below) : null
}

export function setEqualValue({ db, user, now }: WriteContext, { year, value, source }: EqualValue): void {
  const row = { value, source, changedBy: user, changedAt: now }
  db.insert(equalValues)
    .values({ year, ...row })
    .onConflictDoUpdate({ target: equalValues.year, set: row })
    .run()
}
export function dropEqualValue({ db }: WriteContext, year: number): void {
  db.delete(equalValues).where(eq(equalValues.year, year)).run()
}
