import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Measure } from '#shared/kernel/units'
import type { Approach, BoundaryId, BoundaryState, Subsystem } from '#shared/organization/boundary'
import type {
  ContactId,
  NodeId,
  NodeKind,
  OrganizationId,
  ProductId,
  Tenure,
} from '#shared/organization/model'

const changed = {
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
}

export const organizations = sqliteTable('organization_organizations', {
  id: text().$type<OrganizationId>().primaryKey(),
  name: text().notNull(),
  nameEn: text('name_en'),
  creditCode: text('credit_code'),
  industryCode: text('industry_code'),
  legalRepresentative: text('legal_representative'),
  registeredAddress: text('registered_address'),
  productionAddress: text('production_address'),
  postalAddress: text('postal_address'),
  postcode: text(),
  phone: text(),
  email: text(),
  foundedOn: text('founded_on'),
  permitNo: text('permit_no'),
  year: integer(),
  ...changed,
})

export const contacts = sqliteTable('organization_contacts', {
  id: text().$type<ContactId>().primaryKey(),
  organization: text('organization_id').$type<OrganizationId>().notNull(),
  position: integer().notNull(),
  post: text(),
  name: text().notNull(),
  phone: text(),
  email: text(),
})

export const nodes = sqliteTable('organization_nodes', {
  id: text().$type<NodeId>().primaryKey(),
  organization: text('organization_id').$type<OrganizationId>().notNull(),
  parent: text('parent_id').$type<NodeId>(),
  kind: text().$type<NodeKind>().notNull(),
  code: text(),
  name: text().notNull(),
  tenure: text().$type<Tenure>().notNull(),
  capacity: text(),
  capacityUnit: text('capacity_unit').$type<Measure>(),
  model: text(),
  maker: text(),
  serialNo: text('serial_no'),
  place: text(),
  note: text(),
  position: integer().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  ...changed,
})

export const products = sqliteTable('organization_products', {
  id: text().$type<ProductId>().primaryKey(),
  facility: text('facility_id').$type<NodeId>().notNull(),
  year: integer().notNull(),
  number: integer().notNull(),
  name: text().notNull(),
  unit: text().$type<Measure>().notNull(),
  output: text(),
  designCapacity: text('design_capacity'),
  note: text(),
  ...changed,
})

export const outputValues = sqliteTable(
  'organization_output_values',
  {
    organization: text('organization_id').$type<OrganizationId>().notNull(),
    year: integer().notNull(),
    value: text().notNull(),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.organization, table.year] })],
)

export const boundaries = sqliteTable('organization_boundaries', {
  id: text().$type<BoundaryId>().primaryKey(),
  organization: text('organization_id').$type<OrganizationId>().notNull(),
  number: integer().notNull(),
  state: text().$type<BoundaryState>().notNull(),
  title: text().notNull(),
  approach: text().$type<Approach>().notNull(),
  guideline: text(),
  desulfurization: integer({ mode: 'boolean' }).notNull(),
  isoCategories: text('iso_categories', { mode: 'json' }).$type<number[]>().notNull(),
  scopes: text({ mode: 'json' }).$type<number[]>().notNull(),
  subsystems: text({ mode: 'json' }).$type<Subsystem[]>().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  reason: text(),
  replaces: text('replaces_id').$type<BoundaryId>(),
  signedText: text('signed_text'),
  signature: text('signature_id'),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  ...changed,
})

export const boundaryMembers = sqliteTable(
  'organization_boundary_members',
  {
    boundary: text('boundary_id').$type<BoundaryId>().notNull(),
    node: text('node_id').$type<NodeId>().notNull(),
    share: text(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.boundary, table.node] })],
)

export const boundaryExclusions = sqliteTable(
  'organization_boundary_exclusions',
  {
    boundary: text('boundary_id').$type<BoundaryId>().notNull(),
    position: integer().notNull(),
    node: text('node_id').$type<NodeId>(),
    what: text().notNull(),
    reason: text().notNull(),
    size: text(),
    sizeUnit: text('size_unit').$type<'tCO2e' | '%'>(),
  },
  (table) => [primaryKey({ columns: [table.boundary, table.position] })],
)
