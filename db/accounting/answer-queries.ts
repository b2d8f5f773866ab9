import { eq, sql } from 'drizzle-orm'

import { answers } from '#db/accounting/tables'
import type { ReadDb, WriteDb } from '#db/kernel/access'

/** An answer as it is kept; `sha256` is over all the rest. */
export type KeptAnswer = typeof answers.$inferSelect

export function answerTo(db: ReadDb, question: string): KeptAnswer | undefined {
  return db.select().from(answers).where(eq(answers.question, question)).all()[0]
}

/** Puts an answer in the place of the one before and lets go of all but the `most` newest. */
export function keepAnswer(db: WriteDb, answer: KeptAnswer, most: number): void {
  db.insert(answers).values(answer).onConflictDoUpdate({ target: answers.question, set: answer }).run()
  db.delete(answers)
    .where(
      sql`${answers.question} NOT IN (SELECT question FROM accounting_answers ORDER BY seq DESC, question LIMIT ${most})`,
    )
    .run()
}
