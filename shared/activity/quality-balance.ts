import type { Finding } from '#shared/kernel/finding'
import { endOf, monthAfter, monthsOf } from '#shared/kernel/period'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'

/** The value of a month in one unit; null while it is missing. */
export type ValueIn = (month: string) => DecimalText | null

/** A fuel with what was bought and what lay in store at the end of each month, all in one unit. */
export interface FuelStock {
  readonly source: string
  readonly name: string
  readonly unit: string
  readonly consumed: ValueIn
  readonly purchased: ValueIn
  /** At the end of the month. */
  readonly closing: ValueIn
}

/** Purchases and stock are measured less well than what is burnt. */
const stockTolerance = new Decimal('0.02')

/**
 * Opening stock + purchases − closing stock is what must have been burnt; checked month by month and, where all of
 * them are known, over the year, to ±2 % of what is said to have been burnt.
 */
export function checkStock(fuel: FuelStock, year: number): Finding[] {
  const months = monthsOf(year)
  const balances = months.flatMap((month) => {
    const found = balanceOf(fuel, month)
    return found ? [{ month, ...found }] : []
  })
  const monthly = balances.flatMap(({ month, expected, consumed }) => apart(fuel, month, expected, consumed))
  if (balances.length < months.length) return monthly
  const sum = (of: (balance: (typeof balances)[number]) => Decimal) =>
    balances.reduce((total, balance) => total.plus(of(balance)), new Decimal(0))
  return [
    ...monthly,
    ...apart(
      fuel,
      String(year),
      sum(({ expected }) => expected),
      sum(({ consumed }) => consumed),
    ),
  ]
}

function balanceOf({ consumed, purchased, closing }: FuelStock, month: string) {
  const [opening, bought, left, burnt] = [
    closing(monthAfter(month, -1)),
    purchased(month),
    closing(month),
    consumed(month),
  ]
  if (opening === null || bought === null || left === null || burnt === null) return null
  return { expected: new Decimal(opening).plus(bought).minus(left), consumed: new Decimal(burnt) }
}

function apart(
  { source, name, unit }: FuelStock,
  period: string,
  expected: Decimal,
  consumed: Decimal,
): Finding[] {
  const difference = consumed.minus(expected)
  if (difference.abs().lte(consumed.abs().times(stockTolerance))) return []
  return [
    {
      severity: 'explain',
      code: 'activity.stock-differs',
      where: `${source}/${period}`,
      facts: {
        name,
        unit,
        month: period,
        expected: expected.toFixed(),
        consumed: consumed.toFixed(),
        ...percentOf(difference, consumed),
      },
    },
  ]
}
function percentOf(difference: Decimal, of: Decimal): { readonly percent: string } {
  return {
    percent: of.isZero() ? '—' : difference.abs().div(of.abs()).times(100).toDecimalPlaces(1).toFixed(),
  }
}

/** An amount of the plant that its units have as well, all in one unit. */
export interface PlantTotal {
  readonly parameter: string
  readonly name: string
  readonly unit: string
  readonly whole: ValueIn
  readonly parts: readonly { readonly name: string; readonly value: ValueIn }[]
}

/** Meters of their own may differ a little from the plant's. */
const unitsTolerance = new Decimal('0.005')

/** What the units add up to has to be what the plant says, to ±0.5 %. */
export function checkUnits({ parameter, name, unit, whole, parts }: PlantTotal, year: number): Finding[] {
  return monthsOf(year).flatMap((month): Finding[] => {
    const plant = whole(month)
    const values = parts.map(({ value }) => value(month))
    if (plant === null || values.length === 0 || values.some((value) => value === null)) return []
    const sum = values.reduce((total, value) => total.plus(value ?? 0), new Decimal(0))
    const difference = sum.minus(plant)
    if (difference.abs().lte(new Decimal(plant).abs().times(unitsTolerance))) return []
    const facts = {
      name,
      unit,
      month,
      value: plant,
      sum: sum.toFixed(),
      ...percentOf(difference, new Decimal(plant)),
    }
    return [{ severity: 'explain', code: 'activity.units-differ', where: `${parameter}/${month}`, facts }]
  })
}

/** A product as table E.6 states it for the year, and the months that the plant enters of the same amount. */
export interface StatedProduct {
  readonly parameter: string
  readonly name: string
  readonly unit: string
  readonly output: DecimalText
  readonly monthly: ValueIn
}

/** Twelve known months have to come to the stated output of the year, to the decimals in which it is stated. */
export function checkProduct(
  { parameter, name, unit, output, monthly }: StatedProduct,
  year: number,
): Finding[] {
  const values = monthsOf(year).flatMap((month) => monthly(month) ?? [])
  if (values.length < 12) return []
  const sum = values.reduce((total, value) => total.plus(value), new Decimal(0))
  const difference = sum.toDecimalPlaces(new Decimal(output).decimalPlaces()).minus(output)
  if (difference.isZero()) return []
  const facts = {
    name,
    unit,
    month: String(year),
    value: output,
    sum: sum.toFixed(),
    ...percentOf(difference, sum),
  }
  return [{ severity: 'explain', code: 'activity.product-differs', where: `${parameter}/${year}`, facts }]
}

/** One parameter after another that play the same part in a source, in the order of their validity. */
export interface InTurn {
  readonly parameters: readonly {
    readonly id: string
    readonly name: string
    readonly determination: 'measured' | 'calculated' | 'supplier' | 'default'
    readonly validFrom: string
  }[]
}
const priority = ['measured', 'calculated', 'supplier', 'default'] as const

/** Within a year, data may not come from a lesser origin than before: meter, ledger, settlement slip, default. */
export function checkPriority({ parameters }: InTurn, year: number): Finding[] {
  return parameters.flatMap((parameter, at): Finding[] => {
    const before = parameters[at - 1]
    if (!before || !parameter.validFrom.startsWith(String(year))) return []
    if (priority.indexOf(parameter.determination) <= priority.indexOf(before.determination)) return []
    const { id, name, determination, validFrom } = parameter
    const facts = { name, before: before.determination, now: determination, from: validFrom }
    return [
      { severity: 'explain', code: 'activity.priority-down', where: `${id}/${validFrom.slice(0, 7)}`, facts },
    ]
  })
}

/** Days after the end of a month within which its data and proofs have to be in and closed. */
export const closingDays = 40

/** The last day on which a month may be closed. */
export function closingDeadline(month: string): string {
  const end = new Date(`${endOf(month)}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + closingDays - 1)
  return end.toISOString().slice(0, 10)
}

/** Whole days from one day to another; less than nothing where it is past. */
export function daysUntil(day: string, from: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Months with data that were not closed in time. */
export function checkClosedInTime(
  facility: { readonly id: string; readonly name: string },
  months: readonly { readonly month: string; readonly sealedOn: string | null }[],
  today: string,
): Finding[] {
  return months.flatMap(({ month, sealedOn }): Finding[] => {
    const deadline = closingDeadline(month)
    const late = daysUntil(sealedOn ?? today, deadline)
    if (late <= 0) return []
    return [
      {
        severity: sealedOn === null ? 'explain' : 'note',
        code: sealedOn === null ? 'activity.not-closed-in-time' : 'activity.closed-late',
        where: `${facility.id}/${month}`,
        facts: {
          name: facility.name,
          month,
          deadline,
          ...(sealedOn === null ? {} : { sealedOn, days: late }),
        },
      },
    ]
  })
}
