import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ProxySettings } from '#shared/exchange/proxy'

export const exchangeProxy = sqliteTable('exchange_proxy', {
  id: integer().primaryKey(),
  settings: text({ mode: 'json' }).$type<ProxySettings>().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const exchangeProxySecret = sqliteTable('exchange_proxy_secret', {
  id: integer().primaryKey(),
  sealed: blob({ mode: 'buffer' }).notNull(),
})
