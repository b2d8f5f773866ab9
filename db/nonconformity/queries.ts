import { asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { grouped } from '#shared/kernel/grouped'
import type { Improvement, ImprovementId } from '#shared/nonconformity/improvement'
import {
  type Action,
  type ActionId,
  type Case,
  type CaseId,
  type CaseSettings,
  usualSettings,
} from '#shared/nonconformity/model'

import { actions, cases, improvements, settings } from './tables.ts'

/** Every nonconformity with its actions, the newest first. */
export function allCases(db: ReadDb): Case[] {
  const own = grouped(db.select().from(actions).orderBy(asc(actions.id)).all(), (row) => row.case)
  return db
    .select()
    .from(cases)
    .orderBy(desc(cases.id))
    .all()
    .map((row) => toCase(row, own.get(row.id) ?? []))
}

export function caseById(db: ReadDb, id: CaseId): Case | undefined {
  const [row] = db.select().from(cases).where(eq(cases.id, id)).all()
  if (!row) return undefined
  return toCase(row, db.select().from(actions).where(eq(actions.case, id)).orderBy(asc(actions.id)).all())
}

export function actionById(db: ReadDb, id: ActionId): Action | undefined {
  return db.select().from(actions).where(eq(actions.id, id)).all()[0]
}

function toCase(
  { changedBy: _by, changedAt: _at, ...facts }: typeof cases.$inferSelect,
  own: readonly Action[],
): Case {
  return { ...facts, actions: [...own] }
}

/** Every suggestion and opportunity, the newest first. */
export function allImprovements(db: ReadDb): Improvement[] {
  return db.select().from(improvements).orderBy(desc(improvements.id)).all()
}
export function improvementById(db: ReadDb, id: ImprovementId): Improvement | undefined {
  return db.select().from(improvements).where(eq(improvements.id, id)).all()[0]
}

/** What the plant decided for its cases, or what is usual while it decided nothing. */
export function caseSettingsOf(db: ReadDb): CaseSettings {
  const [row] = db.select().from(settings).all()
  if (!row) return usualSettings
  const { id: _id, changedBy: _by, changedAt: _at, ...decided } = row
  return decided
}
