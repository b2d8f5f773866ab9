import { eq } from 'drizzle-orm'

import { attachmentsOf } from '#db/kernel/record-queries'
import { stepById, stepsOf } from '#db/verification/queries'
import { items, steps } from '#db/verification/tables'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { CaseId, CaseStep, ItemAnswer, StepId } from '#shared/verification/case'
import { scheduleOf } from '#shared/verification/schedule'

import { change, requireOpen } from './cases.ts'
import { sealOfStep } from './seals.ts'
import { requireCase, shownCase } from './show-case.ts'
import { stepsOfCase } from './workflows.ts'

function changeStep(
  { db, user, now }: WriteContext,
  id: StepId,
  values: Partial<typeof steps.$inferInsert>,
): void {
  db.update(steps)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(steps.id, id))
    .run()
}

/** A step that is not closed, of a case that is open. @throws Refusal `verification.no-such-step`, `verification.step-closed`. */
function requireStep(context: Pick<ReadContext, 'db'>, id: StepId): CaseStep {
  const step = stepById(context.db, id)
  if (!step) throw new Refusal('verification.no-such-step')
  requireOpen(context, step.case)
  if (step.outcome !== null) throw new Refusal('verification.step-closed')
  return step
}

interface StepFacts extends Pick<CaseStep, 'id' | 'owner' | 'least' | 'most'> {}
/** Who does a step, and within what. The days that were planned stay. @throws Refusal `verification.limits-crossed`. */
export function setStep(context: WriteContext, { id, owner, least, most }: StepFacts): void {
  requireStep(context, id)
  if (least > most) throw new Refusal('verification.limits-crossed')
  changeStep(context, id, { owner, least, most })
}

/** What was found of an item. Saying it again replaces it; the trail keeps what was said before. */
export function answerItem(
  context: WriteContext,
  { id, ...answer }: ItemAnswer & { readonly id: StepId },
): void {
  const step = requireStep(context, id)
  const shown = shownCase(context, step.case).steps.find((each) => each.id === id)
  if (!shown?.items.some(({ key }) => key === answer.item)) throw new Refusal('verification.no-such-item')
  const facts = { ...answer, changedBy: context.user, changedAt: context.now }
  context.db
    .insert(items)
    .values({ step: id, ...facts })
    .onConflictDoUpdate({ target: [items.step, items.item], set: facts })
    .run()
}

interface Closing {
  readonly id: StepId
  readonly note: string
  /** Why somebody checks his own work. */
  readonly reason: string | null
}

/** @throws Refusal `verification.step-to-sign`, and those of `requireReady`. */
export function finishStep(context: WriteContext, closing: Closing): void {
  const { step, template } = requireReady(context, closing)
  if (template.closing === 'signed') throw new Refusal('verification.step-to-sign')
  close(context, step, closing, null)
}

/** Signs a step off; signing the last one delivers the case. @throws Refusal of the password, and those of `requireReady`. */
export async function signStep(
  task: TaskContext,
  { password, ...closing }: Closing & { readonly password: string },
): Promise<Record<string, never>> {
  requireReady(task, closing)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const { step } = requireReady(context, closing)
    const signature = sign(context, {
      record: `verification/step/${step.id}`,
      meaning: 'verification.signed-step',
      signedHash: sealOfStep(context.db, {
        ...step,
        note: closing.note,
        aloneReason: closing.reason,
        doneOn: context.today,
      }),
    })
    close(context, step, closing, signature)
    return {}
  })
}

/**
 * The step, if it is the one that runs and nothing is missing.
 *
 * @throws Refusal `verification.step-waits`, `verification.step-lacks` {gap}, `verification.own-work`,
 * `verification.alone-without-reason`.
 */
function requireReady(context: ReadContext, { id, reason }: Closing) {
  const step = requireStep(context, id)
  const shown = shownCase(context, step.case)
  if (shown.steps.find(({ outcome }) => outcome === null)?.id !== id)
    throw new Refusal('verification.step-waits')
  const template = stepsOfCase(context.around, shown).find(({ key }) => key === step.key)
  if (!template) throw new Error(`The workflow has no step ${step.key}`)
  const [gap] = shown.steps.find((each) => each.id === id)?.gaps ?? []
  if (gap !== undefined) throw new Refusal(`verification.lacks.${gap}`)
  const own = shown.steps.findLast(({ key, outcome }) => key === template.notBy && outcome === 'done')
  refuseOwnWork(context, 'verification', { by: [own?.doneBy ?? null], reason })
  return { step, template }
}

function close(
  context: WriteContext,
  step: CaseStep,
  { note, reason }: Closing,
  signature: string | null,
): void {
  const { user, now, today, db } = context
  changeStep(context, step.id, {
    doneOn: today,
    outcome: 'done',
    doneBy: user,
    doneAt: now,
    note,
    aloneReason: reason,
    signature,
  })
  const isLast = stepsOf(db, step.case).every(({ outcome }) => outcome !== null)
  if (isLast)
    change(context, step.case, {
      state: 'delivered',
      closedOn: today,
      deliveredHash: contentHash(context, step.case),
    })
}

/** SHA-256 over a case as it stands: its facts, steps, answers, statements, packages and the hash of every file kept with it. */
function contentHash(context: Pick<ReadContext, 'db' | 'around' | 'today'>, id: CaseId): string {
  const shown = shownCase(context, id)
  const files = [
    `verification/case/${id}`,
    ...shown.steps.map((step) => `verification/step/${step.id}`),
  ].flatMap((record) => attachmentsOf(context.db, record).map(({ sha256: file }) => [record, file]))
  return sha256(canonical({ case: { ...shown, deliveredHash: null }, files }))
}

/**
 * Sends the running step back. It stays on record as returned; the steps from `to` on follow anew as the next round,
 * each with the same people, and what is planned behind them moves.
 *
 * @throws Refusal `verification.step-waits`, `verification.cannot-return`.
 */
export function returnStep(
  context: WriteContext,
  { id, to, reason }: { readonly id: StepId; readonly to: string; readonly reason: string },
): void {
  const { db, user, now, today, around, newId } = context
  const step = requireStep(context, id)
  const all = stepsOf(db, step.case)
  const of = requireCase(db, step.case)
  if (all.find(({ outcome }) => outcome === null)?.id !== id) throw new Refusal('verification.step-waits')
  const template = stepsOfCase(around, of)
  const from = template.findIndex(({ key }) => key === to)
  const until = template.findIndex(({ key }) => key === step.key)
  if (!template[until]?.returnsTo.includes(to)) throw new Refusal('verification.cannot-return')
  changeStep(context, id, {
    doneOn: today,
    outcome: 'returned',
    doneBy: user,
    doneAt: now,
    note: reason,
  })
  const again = template.slice(from, until + 1)
  for (const later of all.filter(({ sequence }) => sequence > step.sequence))
    changeStep(context, later.id, { sequence: later.sequence + again.length })
  const planned = scheduleOf(
    today,
    again.map(({ least, most }) => ({ least, most, doneOn: null })),
    workCalendarOf(db),
    { today, assumed: of.weekdayYears },
  )
  for (const [at, { key, least, most }] of again.entries()) {
    const { usualOn = today, dueOn = today } = planned.steps[at] ?? {}
    db.insert(steps)
      .values({
        id: newId<'verification-step'>(),
        case: step.case,
        sequence: step.sequence + at + 1,
        key,
        round: step.round + 1,
        owner: all.findLast((each) => each.key === key)?.owner ?? of.owner,
        least,
        most,
        plannedUsual: usualOn,
        plannedDue: dueOn,
        note: '',
        changedBy: user,
        changedAt: now,
      })
      .run()
  }
}
