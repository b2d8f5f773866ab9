import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ChangePackage, ChangePackageId, SettledRecord } from '#shared/exchange/changes'

export const changePackages = sqliteTable('exchange_change_packages', {
  id: text().$type<ChangePackageId>().primaryKey(),
  branch: text().notNull(),
  device: text('device_id').notNull(),
  headSeq: integer('head_seq').notNull(),
  headHash: text('head_hash').notNull(),
  madeAt: text('made_at').notNull(),
  content: text({ mode: 'json' }).$type<ChangePackage>().notNull(),
  broughtBy: text('brought_by').notNull(),
  broughtAt: text('brought_at').notNull(),
})

export const changeMerges = sqliteTable('exchange_change_merges', {
  package: text('package_id').$type<ChangePackageId>().primaryKey(),
  records: text({ mode: 'json' }).$type<readonly SettledRecord[]>().notNull(),
  mergedBy: text('merged_by').notNull(),
  mergedAt: text('merged_at').notNull(),
})
