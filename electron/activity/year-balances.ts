import type { MonthEntry } from '#db/activity/queries'
import { monthEntries } from '#db/activity/queries'
import type { ReadDb } from '#db/kernel/access'
import { allSources } from '#db/monitoring/queries'
import { allParameters } from '#db/monitoring/queries'
import { nodesOf, productsOf } from '#db/organization/queries'
import { shownValue } from '#shared/activity/amounts'
import {
  checkPriority,
  checkProduct,
  checkStock,
  checkUnits,
  type ValueIn,
} from '#shared/activity/quality-balance'
import { stockRoleOf, stockRoles } from '#shared/activity/stock'
import type { Finding } from '#shared/kernel/finding'
import { conversion, Decimal } from '#shared/kernel/quantity'
import { isConvertible, type Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'
import { pathOf } from '#shared/organization/tree'

/** What amounts have to agree with each other: fuel with stock, the plant with its units, products with their months, a year with one origin. */
export function balanceFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  known: readonly MonthEntry[],
  year: number,
): Finding[] {
  const valueIn = valuesOf(known)
  return [
    ...stockFindings(db, parameters, valueIn, year),
    ...unitFindings(db, parameters, valueIn, year),
    ...productFindings(db, parameters, valueIn, year),
    ...priorityFindings(parameters, year),
  ]
}

/** The value of a parameter by month, in another unit if need be. */
type ValuesIn = (parameter: Parameter, unit: Measure) => ValueIn
function valuesOf(known: readonly MonthEntry[]): ValuesIn {
  const byKey = new Map(known.map((entry) => [`${entry.parameter}/${entry.month}`, entry]))
  return ({ id, unit: own }, unit) =>
    (month) => {
      const amount = byKey.get(`${id}/${month}`)?.amount
      const value = amount ? shownValue(amount) : null
      if (value === null || own === unit) return value
      return new Decimal(value).times(conversion(own, unit)).toFixed()
    }
}

function stockFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  valueIn: ValuesIn,
  year: number,
): Finding[] {
  return allSources(db).flatMap((source) => {
    const [purchased, closing] = stockRoles.map((role) =>
      parameters.find((parameter) => parameter.role === stockRoleOf(role, source.id)),
    )
    const fuels = parameters.filter(
      (parameter) => parameter.source === source.id && parameter.role === 'fuel',
    )
    const [fuel] = fuels
    if (!purchased || !closing || !fuel) return []
    const { unit } = fuel
    if (![purchased, closing, ...fuels].every((each) => isConvertible(each.unit, unit))) return []
    // Where one scale took over from another, each counts in its own months.
    const consumed: ValueIn = (month) => {
      const values = fuels.flatMap((each) => valueIn(each, unit)(month) ?? [])
      return values.length === 0
        ? null
        : values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed()
    }
    const stock = { purchased: valueIn(purchased, unit), closing: valueIn(closing, unit) }
    return checkStock({ source: source.id, name: source.name, unit, consumed, ...stock }, year)
  })
}

/** An amount of a site or facility itself that places below it have under the same role. */
function unitFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  valueIn: ValuesIn,
  year: number,
): Finding[] {
  const isAmount = ({ source, rollUp, role }: Parameter) =>
    source === null && rollUp === 'sum' && !role.startsWith('stock-')
  const wholes = parameters.filter(isAmount)
  if (wholes.length === 0) return []
  const nodes = nodesOf(db)
  const isBelow = (node: Parameter['node'], of: Parameter['node']) =>
    node !== of && pathOf(nodes, node).some(({ id }) => id === of)
  const everywhere = allParameters(db).filter(isAmount)
  return wholes.flatMap((whole) => {
    const below = everywhere.filter(
      ({ role, unit, node }) =>
        role === whole.role && isConvertible(unit, whole.unit) && isBelow(node, whole.node),
    )
    // A unit's own parts are counted with the unit.
    const parts = below.filter(({ node }) => !below.some((other) => isBelow(node, other.node)))
    if (parts.length === 0) return []
    const own = monthEntries(db, parts, { from: String(year), to: String(year + 1) })
    const partIn = valuesOf(own)
    const { id, name, unit } = whole
    return checkUnits(
      {
        parameter: id,
        name,
        unit,
        whole: valueIn(whole, unit),
        parts: parts.map((part) => ({ name: part.name, value: partIn(part, unit) })),
      },
      year,
    )
  })
}

/** A product that bears the name of an amount of its facility is that amount, and has its months. */
function productFindings(
  db: ReadDb,
  parameters: readonly Parameter[],
  valueIn: ValuesIn,
  year: number,
): Finding[] {
  return productsOf(db, year).flatMap(({ facility, name, unit, output }) => {
    const parameter = parameters.find(
      (each) => each.source === null && each.node === facility && each.name === name && each.rollUp === 'sum',
    )
    if (!parameter || output === null || !isConvertible(parameter.unit, unit)) return []
    return checkProduct(
      { parameter: parameter.id, name, unit, output, monthly: valueIn(parameter, unit) },
      year,
    )
  })
}

function priorityFindings(parameters: readonly Parameter[], year: number): Finding[] {
  const ofSources = parameters.filter(({ source }) => source !== null)
  return [...Map.groupBy(ofSources, ({ source, role }) => `${source} ${role}`).values()].flatMap((own) => {
    const inTurn = own.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    return checkPriority({ parameters: inTurn }, year)
  })
}
