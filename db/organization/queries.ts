import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'

import { prepared, type ReadDb } from '#db/kernel/access'
import type { Day } from '#shared/kernel/period'
import type { Node, NodeId, Organization, OutputValue, Product, ProductId } from '#shared/organization/model'
import { inTreeOrder, pathOf, withDescendants } from '#shared/organization/tree'

import { contacts, nodes, organizations, outputValues, products } from './tables.ts'

/** The one legal entity of this data folder; null before it is entered. */
export function organizationOf(db: ReadDb): Organization | null {
  const [row] = theOrganization(db).all()
  if (!row) return null
  const { changedBy: _by, changedAt: _at, ...facts } = row
  const people = contactsOf(db)
    .all({ organization: row.id })
    .map(({ id, post, name, phone, email }) => ({ id, post, name, phone, email }))
  return { ...facts, contacts: people }
}
const theOrganization = prepared((db: ReadDb) => db.select().from(organizations).prepare())
const contactsOf = prepared((db: ReadDb) =>
  db
    .select()
    .from(contacts)
    .where(eq(contacts.organization, sql.placeholder('organization')))
    .orderBy(asc(contacts.position))
    .prepare(),
)

/** Every node, closed ones too, or those that exist on a day; parents before children. */
export function nodesOf(db: ReadDb, on?: Day): Node[] {
  const rows =
    on === undefined
      ? everyNode(db).all()
      : db
          .select()
          .from(nodes)
          .where(and(lte(nodes.validFrom, on), endsAfter(on)))
          .all()
  return inTreeOrder(rows.map(toNode))
}
const everyNode = prepared((db: ReadDb) => db.select().from(nodes).prepare())
function endsAfter(on: Day) {
  return or(isNull(nodes.validTo), gt(nodes.validTo, on))
}

export function nodeById(db: ReadDb, id: NodeId): Node | undefined {
  return db.select().from(nodes).where(eq(nodes.id, id)).all().map(toNode)[0]
}

/** The node itself and all below it, whenever they existed; parents before children. */
export function descendantsOf(db: ReadDb, id: NodeId): Node[] {
  return withDescendants(nodesOf(db), [id])
}

/** The ids from a node up to its site: a grant at any of them reaches the node. */
export function pathUp(db: ReadDb, id: string): string[] {
  return pathOf(nodesOf(db), id as NodeId).map((node) => node.id)
}

function toNode(row: typeof nodes.$inferSelect): Node {
  const { organization: _organization, changedBy: _by, changedAt: _at, ...node } = row
  return node
}

/**
 * How many records of any area point at a node, read from the foreign keys themselves, so that an area made later is
 * counted without being known here. Children count, too.
 */
export function usesOfNode(db: ReadDb, id: NodeId): number {
  const pointers = db.ask<{ table: string; column: string }>(
    `SELECT s.name AS "table", k."from" AS "column" FROM sqlite_schema s, pragma_foreign_key_list(s.name) k
     WHERE s.type = 'table' AND k."table" = 'organization_nodes'`,
  )
  return pointers.reduce(
    (count, { table, column }) =>
      count +
      (db.ask<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE "${column}" = ?`, id)[0]?.n ?? 0),
    0,
  )
}

/** Main products of all facilities and years, by facility and number. */
export function allProducts(db: ReadDb): Product[] {
  return db.select().from(products).orderBy(asc(products.facility), asc(products.number)).all().map(toProduct)
}
export function productsOf(db: ReadDb, year: number): Product[] {
  return allProducts(db).filter((product) => product.year === year)
}
export function productById(db: ReadDb, id: ProductId): Product | undefined {
  return db.select().from(products).where(eq(products.id, id)).all().map(toProduct)[0]
}
function toProduct(row: typeof products.$inferSelect): Product {
  const { changedBy: _by, changedAt: _at, ...product } = row
  return product
}

/** Gross output value in 10⁴ CNY by year, oldest first. */
export function outputValuesOf(db: ReadDb): OutputValue[] {
  return db
    .select({ year: outputValues.year, value: outputValues.value })
    .from(outputValues)
    .orderBy(asc(outputValues.year))
    .all()
}
