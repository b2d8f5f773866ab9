import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'

import type { Account, SourceAccount } from './account.ts'
import { parametersOf } from './source.ts'

/**
 * How much of the total rests on values that nobody took: the emission of every source and month in which something
 * stands in, in tCO2e and as a share. One finding for each source, and one for the whole.
 */
export function checkSubstituted({ bySource, total }: Account): Finding[] {
  const found = bySource.flatMap((source) => {
    const months = substitutedMonths(source)
    if (months.length === 0) return []
    const amount = emissionOf(source, new Set(months.map(({ month }) => month)))
    return [{ source, months, amount }]
  })
  if (found.length === 0) return []
  const whole = total.state === 'complete' ? total.figure.value : total.known.value
  const sum = found.reduce((all, { amount }) => all.plus(amount), new Decimal(0))
  return [
    {
      severity: 'explain',
      code: 'accounting.substituted-total',
      where: 'total',
      facts: { amount: printed(sum), percent: share(sum, whole) },
    },
    ...found.map(({ source: { source }, months, amount }): Finding => ({
      severity: 'explain',
      code: 'accounting.substituted',
      where: source.id,
      facts: {
        source: source.name,
        inputs: eachOnce(months.map(({ name }) => name)),
        months: eachOnce(months.map(({ month }) => month)),
        amount: printed(amount),
        percent: share(amount, whole),
      },
    })),
  ]
}

function substitutedMonths({ source }: SourceAccount) {
  return parametersOf(source).flatMap(({ path, parameter: { name = path, months = {} } }) =>
    Object.entries(months).flatMap(([month, given]) =>
      'substituted' in given && given.substituted !== undefined ? [{ month, name }] : [],
    ),
  )
}

function emissionOf({ months }: SourceAccount, wanted: ReadonlySet<string>): Decimal {
  return months.reduce(
    (sum, month) =>
      month.state === 'complete' && wanted.has(month.month) ? sum.plus(month.emission.value) : sum,
    new Decimal(0),
  )
}

function eachOnce(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(' ')
}
function printed(amount: Decimal): string {
  return amount.toDecimalPlaces(2).toFixed(2)
}
function share(amount: Decimal, whole: Decimal): string {
  return whole.isZero() ? '—' : amount.div(whole).times(100).toDecimalPlaces(2).toFixed(2)
}
