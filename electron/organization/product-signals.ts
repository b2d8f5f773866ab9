import { productsOf } from '#db/organization/queries'
import type { SignalSource } from '#electron/kernel/offers'

/** Main products are on record for this year or the last. */
export const productSignals: SignalSource = (db, { today }) => {
  const year = Number(today.slice(0, 4))
  const known = [year, year - 1].map((each) => ({ year: each, count: productsOf(db, each).length }))
  const found = known.find(({ count }) => count > 0)
  return [
    {
      about: { evidence: 'product-register', subsystem: 'all' },
      isMet: found !== undefined,
      code: found ? 'organization.signal.products' : 'organization.signal.no-products',
      facts: found ?? { year, count: 0 },
      records: [],
      path: '/organization/products',
    },
  ]
}
