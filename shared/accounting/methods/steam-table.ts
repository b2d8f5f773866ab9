import type { SteamTable } from '#shared/factors/steam'
import type { Figure } from '#shared/kernel/figure'
import { interpolated, lookedUp, named } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

type Row = SteamTable['rows'][number]

/**
 * Enthalpy of dry saturated steam, by linear interpolation between the neighbouring pressures of the table.
 *
 * @throws Refusal `accounting.steam-outside-table` when the pressure is not within the table.
 */
export function saturatedEnthalpy(table: SteamTable, pressure: Figure<'MPa'>): Figure<'kJ/kg'> {
  const [low, high] = neighbours(table.pressures, pressure.value, 'pressure')
  const at = (row: Row) => ({
    x: axis(table, row.pressure, 'MPa', 'accounting.steam-pressure'),
    y: enthalpyAt(table, row),
  })
  const below = at(rowAt(table, low, null))
  if (low === high) return named(below.y, { code: 'accounting.steam-enthalpy' })
  return interpolated(pressure, below, at(rowAt(table, high, null)), { code: 'accounting.steam-enthalpy' })
}

/**
 * Enthalpy of superheated steam, by linear interpolation in temperature at the two neighbouring pressures and then in
 * pressure.
 *
 * The grid holds water below saturation. A neighbour that is water would make the line cross the heat of evaporation
 * and be wrong by far, so such a state is refused instead of interpolated.
 *
 * @throws Refusal `accounting.steam-outside-table`, `accounting.steam-near-saturation`.
 */
export function superheatedEnthalpy(
  table: SteamTable,
  saturated: SteamTable,
  pressure: Figure<'MPa'>,
  temperature: Figure<'°C'>,
): Figure<'kJ/kg'> {
  const [low, high] = neighbours(table.pressures, pressure.value, 'pressure')
  const [cool, hot] = neighbours(table.temperatures, temperature.value, 'temperature')
  const alongTemperature = (at: string): Figure<'kJ/kg'> => {
    const point = (degrees: string) => {
      requireSteam(saturated, at, degrees)
      return {
        x: axis(table, degrees, '°C', 'accounting.steam-temperature'),
        y: enthalpyAt(table, rowAt(table, at, degrees)),
      }
    }
    if (cool === hot) return point(cool).y
    return interpolated(temperature, point(cool), point(hot), { code: 'accounting.steam-enthalpy' })
  }
  const below = alongTemperature(low)
  if (low === high) return named(below, { code: 'accounting.steam-enthalpy' })
  const corner = (at: string) => axis(table, at, 'MPa', 'accounting.steam-pressure')
  return interpolated(
    pressure,
    { x: corner(low), y: below },
    { x: corner(high), y: alongTemperature(high) },
    { code: 'accounting.steam-enthalpy' },
  )
}

/** The state must lie above saturation: its temperature above that of saturated steam of the next lower pressure. */
function requireSteam(saturated: SteamTable, pressure: string, temperature: string): void {
  const boiling = saturated.rows.find((row) => new Decimal(row.pressure).gte(pressure))
  if (!boiling || new Decimal(temperature).lte(boiling.temperature))
    throw new Refusal('accounting.steam-near-saturation', { pressure, temperature })
}

/** The two values of an axis around `value`; both the same when it is on one. */
function neighbours(
  values: readonly string[],
  value: Decimal,
  of: 'pressure' | 'temperature',
): readonly [string, string] {
  const high = values.find((at) => value.lte(at))
  const low = values.findLast((at) => value.gte(at))
  if (high === undefined || low === undefined)
    throw new Refusal('accounting.steam-outside-table', { of, value: value.toFixed() })
  return [low, high]
}

function rowAt(table: SteamTable, pressure: string, temperature: string | null): Row {
  const found = table.rows.find(
    (row) =>
      new Decimal(row.pressure).eq(pressure) &&
      (temperature === null || new Decimal(row.temperature).eq(temperature)),
  )
  if (!found) throw new Error(`${table.urn} has no row at ${pressure} MPa, ${temperature ?? '-'} °C`)
  return found
}

function enthalpyAt(table: SteamTable, row: Row): Figure<'kJ/kg'> {
  return fromTable(
    table,
    row.enthalpy,
    'kJ/kg',
    'accounting.steam-enthalpy',
    `${row.pressure}/${row.temperature}`,
  )
}
function axis<U extends 'MPa' | '°C'>(table: SteamTable, value: string, unit: U, code: string): Figure<U> {
  return fromTable(table, value, unit, code, value)
}
function fromTable<U extends 'MPa' | '°C' | 'kJ/kg'>(
  { urn, title, source, verification }: SteamTable,
  value: string,
  unit: U,
  code: string,
  ref: string,
): Figure<U> {
  return lookedUp(
    value,
    unit,
    { code },
    { kind: 'factor', urn, ref, edition: title.zh, source, verification, year: null, purpose: null },
  )
}
