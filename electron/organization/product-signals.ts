import { allProducts, productsOf } from '#db/organization/queries'
import type { RecordSource, SignalSource } from '#electron/kernel/offers'
import type { ProductId } from '#shared/organization/model'

const refOf = ({ id }: { readonly id: ProductId }) => `organization/product/${id}`

/** Main products are on record for this year or the last. */
export const productSignals: SignalSource = (db, { today }) => {
  const year = Number(today.slice(0, 4))
  const known = [year, year - 1].map((each) => ({ year: each, products: productsOf(db, each) }))
  const found = known.find(({ products }) => products.length > 0)
  return [
    {
      about: { evidence: 'product-register', subsystem: 'all' },
      isMet: found !== undefined,
      code: found ? 'organization.signal.products' : 'organization.signal.no-products',
      facts: { year: found?.year ?? year, count: found?.products.length ?? 0 },
      records: (found?.products ?? []).map(refOf),
      path: '/organization/products',
    },
  ]
}

/** The main products of all years, as other records name them. */
export const productRecords: RecordSource = (db) =>
  allProducts(db).map((product) => ({
    record: refOf(product),
    kind: 'organization.kind.product',
    title: product.name,
    number: String(product.year),
    state: null,
    path: `/organization/products?year=${product.year}&product=${product.id}`,
    seenWith: 'organization.read',
    node: product.facility,
    text: product.note ?? '',
  }))
