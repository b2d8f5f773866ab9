import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { JudgementId, JudgementState } from '#shared/compliance/conformity'
import type { Progress } from '#shared/compliance/progress'

const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }
const place = { tree: text('tree_id').notNull(), requirement: text('requirement_id').notNull() }

/** Trees that were brought in as files; those that are shipped stand in the program's folder. */
export const trees = sqliteTable(
  'compliance_trees',
  {
    tree: text('tree_id').notNull(),
    edition: text().notNull(),
    body: text().notNull(),
    sha256: text().notNull(),
    ...made,
  },
  (table) => [primaryKey({ columns: [table.tree, table.edition] })],
)

export const adoptions = sqliteTable('compliance_adoptions', {
  id: text().primaryKey(),
  tree: text('tree_id').notNull(),
  edition: text(),
  ...made,
})

export const judgements = sqliteTable('compliance_judgements', {
  id: text().$type<JudgementId>().primaryKey(),
  ...place,
  edition: text().notNull(),
  state: text().$type<JudgementState>().notNull(),
  reason: text(),
  note: text(),
  judgedOn: text('judged_on').notNull(),
  ...made,
  withdrawnBy: text('withdrawn_by'),
  withdrawnAt: text('withdrawn_at'),
})

export const assignments = sqliteTable(
  'compliance_assignments',
  {
    ...place,
    person: text('person_id').$type<PersonId>().notNull(),
    dueOn: text('due_on'),
    step: text(),
    changedBy: text('changed_by'),
    changedAt: text('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tree, table.requirement] })],
)

/** Derived; not in the trail. */
export const progress = sqliteTable(
  'compliance_progress',
  {
    tree: text('tree_id').notNull(),
    day: text().notNull(),
    counts: text({ mode: 'json' }).$type<Progress['counts']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tree, table.day] })],
)
