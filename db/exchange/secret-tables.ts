import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { TargetId } from '#shared/exchange/model'
import type { SecretName } from '#shared/exchange/target'

export const exchangeSecrets = sqliteTable(
  'exchange_secrets',
  {
    targetId: text('target_id').$type<TargetId>().notNull(),
    name: text().$type<SecretName>().notNull(),
    sealed: blob({ mode: 'buffer' }).notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  ({ targetId, name }) => [primaryKey({ columns: [targetId, name] })],
)
