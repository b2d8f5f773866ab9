import type { Figure } from '#shared/kernel/figure'
import { converted } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { isConvertible } from '#shared/kernel/units'

import type { Account, MonthAccount, SourceAccount } from './account.ts'

/** Coal holds about as much carbon for each unit of its heat, whatever its ash and water. */
const band = { from: '0.022', to: '0.031', unit: 'tC/GJ' } as const

/**
 * Carbon against calorific value: where both were measured, carbon as received over the calorific value lies between
 * 0.022 and 0.031 tC/GJ. Outside of it one of the two is wrong, or they are not of the same sample.
 */
export function checkCoal({ bySource }: Account): Finding[] {
  return bySource.flatMap((source) =>
    source.source.method === 'fuel-by-element-carbon' && source.source.fuelClass === 'coal'
      ? source.months.flatMap((month) => outsideOfHeat(source, month))
      : [],
  )
}

function outsideOfHeat({ source }: SourceAccount, month: MonthAccount): Finding[] {
  if (month.state !== 'complete') return []
  const figures = [month.emission, ...month.beside].flatMap(figuresIn)
  const carbon = figures.find(
    ({ code, unit }) => code === 'accounting.carbon-received' && isConvertible(unit, 'tC/t'),
  )
  const heat = figures.find(
    ({ code, unit }) => code === 'accounting.calorific-value' && isConvertible(unit, 'GJ/t'),
  )
  if (!carbon || !heat || heat.value.isZero()) return []
  const perHeat = converted(carbon, 'tC/t').value.div(converted(heat, 'GJ/t').value)
  if (perHeat.gte(band.from) && perHeat.lte(band.to)) return []
  const facts = {
    source: source.name,
    month: month.month,
    value: perHeat.toSignificantDigits(6).toFixed(),
    from: band.from,
    to: band.to,
    unit: band.unit,
  }
  return [
    { severity: 'explain', code: 'accounting.carbon-per-heat', where: `${source.id}/${month.month}`, facts },
  ]
}

function figuresIn(figure: Figure): Figure[] {
  return [figure, ...figure.operands.flatMap(figuresIn)]
}
