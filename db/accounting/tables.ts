import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { InventoryId, InventoryState } from '#shared/accounting/inventory'
import type { Distribution, SimulationId, StatedUncertainty } from '#shared/accounting/uncertainty-model'
import type { GwpSetName } from '#shared/factors/gwp'

export const accountingInventories = sqliteTable('accounting_inventories', {
  id: text().$type<InventoryId>().primaryKey(),
  title: text().notNull(),
  year: integer().notNull(),
  facilities: text(),
  guideline: text().notNull(),
  gwpSet: text('gwp_set').$type<GwpSetName>().notNull(),
  rounding: text().notNull(),
  view: text().$type<'guideline' | 'iso-14064-1'>().notNull(),
  scope2: text().$type<'location-based' | 'market-based'>().notNull(),
  version: integer().notNull(),
  state: text().$type<InventoryState>().notNull(),
  plan: text().notNull(),
  reported: text().notNull(),
  documentHash: text('document_hash'),
  accountHash: text('account_hash'),
  engine: text(),
  frozenBy: text('frozen_by'),
  frozenAt: text('frozen_at'),
  signatureId: text('signature_id'),
  replacesId: text('replaces_id').$type<InventoryId>(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
  editions: text().notNull().default('[]'),
})

export const accountingContents = sqliteTable('accounting_contents', {
  sha256: text().primaryKey(),
  body: text().notNull(),
})

export const uncertainties = sqliteTable('accounting_uncertainties', {
  subject: text().primaryKey(),
  distribution: text().$type<Distribution>().notNull(),
  percent: text().notNull(),
  coverage: text(),
  months: text().$type<StatedUncertainty['months']>().notNull(),
  shared: text(),
  basis: text().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const simulations = sqliteTable('accounting_inventory_simulations', {
  id: text().$type<SimulationId>().primaryKey(),
  inventory: text('inventory_id').$type<InventoryId>().notNull(),
  seed: integer().notNull(),
  draws: integer().notNull(),
  engine: text().notNull(),
  digest: text().notNull(),
  covered: text(),
  inputs: text().notNull(),
  outputs: text().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
})

/** Answers of the program's own, kept from one start to the next; see the migration. */
export const answers = sqliteTable('accounting_answers', {
  question: text().primaryKey(),
  program: text().notNull(),
  day: text().notNull(),
  seq: integer().notNull(),
  hash: text().notNull(),
  body: text().notNull(),
  sha256: text().notNull(),
})
