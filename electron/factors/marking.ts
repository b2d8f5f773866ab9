import { eq } from 'drizzle-orm'

import { markById, marksOf } from '#db/factors/queries'
import { marks } from '#db/factors/tables'
import type { WriteContext } from '#electron/kernel/context'
import { factorAt } from '#shared/factors/lookup'
import { holdsFor } from '#shared/factors/marks'
import type { Mark, MarkId, NewMark } from '#shared/factors/record'
import { Refusal } from '#shared/kernel/refusal'

import { factorLibraryOf } from './library.ts'
import { markHistory } from './records.ts'

/** Records that a value was compared with the official text. A statement that no longer holds gives way to the new one. */
export function markVerified(context: WriteContext, stated: NewMark): Mark {
  const { db, newId, user, now, today } = context
  const { pointer, value, unit, ...facts } = stated
  const { factor } = factorAt(factorLibraryOf(db, context.around), pointer)
  if (!holdsFor({ ...pointer, value, unit }, factor))
    throw new Refusal('factors.value-changed', { ...pointer, value: factor.value, unit: factor.unit })
  if (facts.comparedOn > today) throw new Refusal('factors.compared-in-future', { day: facts.comparedOn })
  for (const old of marksOf(db, pointer).filter(({ withdrawnAt }) => withdrawnAt === null)) {
    if (holdsFor(old, factor)) throw new Refusal('factors.already-verified', { ...pointer })
    // It spoke of another value; what the library says now is the reason why it no longer stands.
    db.update(marks)
      .set({ withdrawnBy: user, withdrawnAt: now, withdrawnReason: `${factor.value} ${factor.unit}` })
      .where(eq(marks.id, old.id))
      .run()
  }
  const id = newId<'factor-mark'>()
  db.insert(marks)
    .values({ id, ...pointer, value, unit, ...facts, markedBy: user, markedAt: now })
    .run()
  return known(context, id)
}

/** Takes a statement back; the row shows again what its edition says. */
export function withdrawMark(
  context: WriteContext,
  { id, reason }: { readonly id: MarkId; readonly reason: string },
): Mark {
  const { db, user, now } = context
  const mark = markById(db, id)
  if (!mark) throw new Refusal('factors.unknown-mark', { id })
  if (mark.withdrawnAt !== null) throw new Refusal('factors.already-withdrawn', {})
  db.update(marks)
    .set({ withdrawnBy: user, withdrawnAt: now, withdrawnReason: reason })
    .where(eq(marks.id, id))
    .run()
  return known(context, id)
}

function known({ db, around }: WriteContext, id: MarkId): Mark {
  const row = markById(db, id)
  if (!row) throw new Error(`The mark ${id} was not stored`)
  const { factor } = factorAt(factorLibraryOf(db, around), row)
  const mark = markHistory(db, row, factor).find((each) => each.id === id)
  if (!mark) throw new Error(`The mark ${id} is not in the history`)
  return mark
}
