import { asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import {
  emptyTerms,
  newUnit,
  type Planned,
  type Unit,
  type UnitId,
  type YearTerms,
  yearTerms,
} from '#shared/assets/model'

import { plannedValues, units, years } from './tables.ts'

/** Every unit that is given allowances, in the order in which they were registered. */
export function unitsOf(db: ReadDb): Unit[] {
  return db.select().from(units).orderBy(asc(units.id)).all().map(asUnit)
}
export function unitById(db: ReadDb, id: UnitId): Unit | undefined {
  const [row] = db.select().from(units).where(eq(units.id, id)).all()
  return row && asUnit(row)
}

function asUnit(row: typeof units.$inferSelect): Unit {
  const { id, changedAt, kind, node, name, validFrom, validTo } = row
  const common = { kind, node, name, validFrom, validTo }
  const {
    unitClass,
    cooling,
    isBackPressure,
    isCondensing,
    capacity,
    gross,
    supplied,
    heat,
    heatRatio,
    hours,
  } = row
  const { output, keepsVerified } = row
  const own =
    kind === 'power'
      ? {
          unitClass,
          cooling,
          isBackPressure,
          isCondensing,
          capacity,
          gross,
          supplied,
          heat,
          heatRatio,
          hours,
        }
      : { output, keepsVerified }
  return { ...newUnit.parse({ ...common, ...own }), id, changedAt }
}

/** What is expected of the months of a year. */
export function plannedOf(db: ReadDb, year: number): Planned[] {
  return allPlanned(db).filter(({ month }) => month.startsWith(String(year)))
}
export function allPlanned(db: ReadDb): Planned[] {
  return db
    .select()
    .from(plannedValues)
    .orderBy(asc(plannedValues.month))
    .all()
    .map(({ unit, item, month, value }) => ({ unit, item, month, value }))
}

/** The years of which somebody said anything, newest first. */
export function yearsSettled(
  db: ReadDb,
): Pick<typeof years.$inferSelect, 'year' | 'allowancesHeld' | 'priceSource'>[] {
  return db.select().from(years).orderBy(desc(years.year)).all()
}

/** What a year is settled with; nothing known where nobody has said anything. */
export function termsOf(db: ReadDb, year: number): YearTerms {
  const [row] = db.select().from(years).where(eq(years.year, year)).all()
  return row ? yearTerms.parse(row) : emptyTerms(year)
}
