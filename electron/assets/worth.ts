import { termsOf } from '#db/assets/queries'
import type { ReadContext } from '#electron/kernel/context'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { Language } from '#shared/kernel/texts'

import { shippedPlans } from './plans.ts'

interface Price {
  readonly price: DecimalText
  readonly source: string
  readonly date: string
}

/** What amounts of tCO2e are worth in a year, CNY to the fen; null while no price is known. */
export function worthOf(
  context: Pick<ReadContext, 'db' | 'around' | 'today'>,
  {
    year,
    amounts,
    language,
  }: { readonly year: number; readonly amounts: readonly DecimalText[]; readonly language: Language },
): { readonly price: Price; readonly worth: DecimalText[] } | null {
  const price = priceOf(context, year, language)
  if (!price) return null
  return {
    price,
    worth: amounts.map((amount) => new Decimal(amount).times(price.price).toDecimalPlaces(2).toFixed()),
  }
}

/** The price that the plant settled on for the year, else the newest month of the list that comes with the program. */
function priceOf(
  { db, around, today }: Pick<ReadContext, 'db' | 'around' | 'today'>,
  year: number,
  language: Language,
): Price | null {
  const { price, priceSource, priceDate } = termsOf(db, year)
  if (price !== null) return { price, source: priceSource, date: priceDate ?? String(year) }
  const { prices } = shippedPlans(around)
  const newest = prices.months.findLast(({ month }) => month <= today.slice(0, 7))
  return newest ? { price: newest.averagePrice, source: prices.source[language], date: newest.month } : null
}
