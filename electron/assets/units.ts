import { and, eq, isNull } from 'drizzle-orm'

import { unitById } from '#db/assets/queries'
import { plannedValues, units, years } from '#db/assets/tables'
import { parameterById } from '#db/monitoring/queries'
import { nodeById } from '#db/organization/queries'
import type { WriteContext } from '#electron/kernel/context'
import {
  type NewUnit,
  type Planned,
  plannedUnits,
  type Unit,
  type UnitId,
  type YearTerms,
} from '#shared/assets/model'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'

/** Registers a unit. @throws Refusal `assets.unknown-node`, `assets.unknown-parameter`, `assets.unit-of-parameter`. */
export function addUnit(context: WriteContext, facts: NewUnit): Unit {
  refuseOdd(context, facts)
  const { db, newId, user, now } = context
  const id = newId<'allowance-unit'>()
  db.insert(units)
    .values({ id, ...rowOf(facts), changedBy: user, changedAt: now })
    .run()
  return requireUnit(context, id)
}

/** @throws Refusal `assets.unknown-unit`, and those of `addUnit`. */
export function editUnit(
  context: WriteContext,
  { id, facts }: { readonly id: UnitId; readonly facts: NewUnit },
): Unit {
  requireUnit(context, id)
  refuseOdd(context, facts)
  const { db, user, now } = context
  db.update(units)
    .set({ ...rowOf(facts), changedBy: user, changedAt: now })
    .where(eq(units.id, id))
    .run()
  return requireUnit(context, id)
}

/** Takes a unit out with what was planned for it; its readings stay where they are. */
export function removeUnit(context: WriteContext, id: UnitId): void {
  requireUnit(context, id)
  context.db.delete(plannedValues).where(eq(plannedValues.unit, id)).run()
  context.db.delete(units).where(eq(units.id, id)).run()
}

export function requireUnit({ db }: Pick<WriteContext, 'db'>, id: UnitId): Unit {
  const found = unitById(db, id)
  if (!found) throw new Refusal('assets.unknown-unit')
  return found
}

/** Sets or takes back what is expected of months: all or none. @throws Refusal `assets.unknown-unit`. */
export function setPlanned(
  context: WriteContext,
  values: readonly (Omit<Planned, 'value'> & { readonly value: string | null })[],
): void {
  const { db, newId, user, now } = context
  for (const { unit, item, month, value } of values) {
    if (unit !== null) requireUnit(context, unit)
    const ofUnit = unit === null ? isNull(plannedValues.unit) : eq(plannedValues.unit, unit)
    db.delete(plannedValues)
      .where(and(ofUnit, eq(plannedValues.item, item), eq(plannedValues.month, month)))
      .run()
    if (value === null) continue
    db.insert(plannedValues)
      .values({ id: newId<'planned-value'>(), unit, item, month, value, changedBy: user, changedAt: now })
      .run()
  }
}

/** States what a year is settled with. */
export function setTerms({ db, user, now }: WriteContext, terms: YearTerms): YearTerms {
  const { year, ...facts } = terms
  const row = { ...facts, changedBy: user, changedAt: now }
  db.insert(years)
    .values({ year, ...row })
    .onConflictDoUpdate({ target: years.year, set: row })
    .run()
  return terms
}

function rowOf(facts: NewUnit): Omit<typeof units.$inferInsert, 'id' | 'changedBy' | 'changedAt'> {
  const none = {
    unitClass: null,
    cooling: null,
    isBackPressure: false,
    isCondensing: false,
    capacity: null,
    keepsVerified: false,
    gross: null,
    supplied: null,
    heat: null,
    heatRatio: null,
    hours: null,
    output: null,
  }
  return { ...none, ...facts }
}

/** Every parameter must be there and measure what it is taken for. */
function refuseOdd({ db }: WriteContext, facts: NewUnit): void {
  if (!nodeById(db, facts.node)) throw new Refusal('assets.unknown-node')
  if (facts.validTo !== null && facts.validTo <= facts.validFrom)
    throw new Refusal('assets.ends-before-it-begins', { name: facts.name })
  const { gross, supplied, heat, heatRatio, hours } =
    facts.kind === 'power' ? facts : { gross: null, supplied: null, heat: null, heatRatio: null, hours: null }
  const output = facts.kind === 'industry' ? facts.output : null
  for (const [item, id] of Object.entries({ gross, supplied, heat, heatRatio, hours, output })) {
    if (id === null) continue
    const parameter = parameterById(db, id)
    if (!parameter) throw new Refusal('assets.unknown-parameter')
    const unit = plannedUnits[item as keyof typeof plannedUnits]
    if (!isConvertible(parameter.unit, unit))
      throw new Refusal('assets.unit-of-parameter', {
        name: parameter.name,
        unit: parameter.unit,
        expected: unit,
      })
  }
}
