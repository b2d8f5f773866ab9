import { and, eq, ne, or } from 'drizzle-orm'

import { productById, productsOf } from '#db/organization/queries'
import { outputValues, products } from '#db/organization/tables'
import type { WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { NewProduct, OutputValue, Product, ProductId } from '#shared/organization/model'

import { requireOrganization } from './facts.ts'
import { requireNode } from './nodes.ts'

/** @throws Refusal `organization.unknown-node`, `organization.no-facility`, `organization.product-twice`. */
export function addProduct(context: WriteContext, input: NewProduct): Product {
  const { db, newId } = context
  const added: Product = { id: newId<'product'>(), ...input }
  refuseWrongProduct(context, added)
  db.insert(products)
    .values({ ...added, ...changed(context) })
    .run()
  return added
}

/** @throws Refusal `organization.unknown-product` and those of adding. */
export function editProduct(context: WriteContext, input: Product): Product {
  requireProduct(context, input.id)
  refuseWrongProduct(context, input)
  const { id, ...facts } = input
  context.db
    .update(products)
    .set({ ...facts, ...changed(context) })
    .where(eq(products.id, id))
    .run()
  return input
}

/** @throws Refusal `organization.unknown-product`. */
export function removeProduct(context: WriteContext, id: ProductId): void {
  requireProduct(context, id)
  context.db.delete(products).where(eq(products.id, id)).run()
}

/** @throws Refusal `organization.products-there`, `organization.products-none`. */
export function takeOverProducts(
  context: WriteContext,
  { from, to }: { readonly from: number; readonly to: number },
): Product[] {
  if (productsOf(context.db, to).length > 0) throw new Refusal('organization.products-there', { year: to })
  const old = productsOf(context.db, from)
  if (old.length === 0) throw new Refusal('organization.products-none', { year: from })
  return old.map(({ id: _id, ...product }) => addProduct(context, { ...product, year: to, output: null }))
}

/** @throws Refusal `organization.none-yet`. */
export function setOutputValue(
  context: WriteContext,
  { year, value }: Pick<OutputValue, 'year'> & { readonly value: string | null },
): void {
  const { db } = context
  const organization = requireOrganization(context)
  const line = and(eq(outputValues.organization, organization), eq(outputValues.year, year))
  if (value === null) {
    db.delete(outputValues).where(line).run()
    return
  }
  const row = { value, ...changed(context) }
  db.insert(outputValues)
    .values({ organization, year, ...row })
    .onConflictDoUpdate({ target: [outputValues.organization, outputValues.year], set: row })
    .run()
}

function requireProduct({ db }: WriteContext, id: ProductId): Product {
  const found = productById(db, id)
  if (!found) throw new Refusal('organization.unknown-product')
  return found
}

function refuseWrongProduct({ db }: WriteContext, { id, facility, year, number, name }: Product): void {
  const node = requireNode(db, facility)
  if (node.kind !== 'facility') throw new Refusal('organization.no-facility', { name: node.name })
  const [twin] = db
    .select()
    .from(products)
    .where(
      and(
        eq(products.facility, facility),
        eq(products.year, year),
        ne(products.id, id),
        or(eq(products.number, number), eq(products.name, name)),
      ),
    )
    .all()
  if (twin) throw new Refusal('organization.product-twice', { name: twin.name, number: twin.number, year })
}

function changed({ user, now }: WriteContext) {
  return { changedBy: user, changedAt: now }
}
