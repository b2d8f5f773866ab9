import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodeById } from '#db/organization/queries'
import { appraisalById, appraisalsOf, suppliersOf } from '#db/performance/operation-queries'
import { appraisals } from '#db/performance/operation-tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { Refusal } from '#shared/kernel/refusal'
import {
  type Appraisal,
  type AppraisalFacts,
  type AppraisalId,
  compared,
  type ShownAppraisal,
} from '#shared/performance/appraisal'
import type { appraisalContract } from '#shared/performance/appraisal-contract'

import { changed } from './indicators.ts'

/** Reviews of designs and purchases by their emission (A.8.2.2, A.8.2.3). */
export const appraisalHandlers: Handlers<typeof appraisalContract> = {
  appraisals: ({ db }) => appraisalsOf(db).map(shown),
  addAppraisal: (context, input) => {
    const { db, newId, user, now } = context
    refuseWrongFacts(db, input)
    const id = newId<'appraisal'>()
    db.insert(appraisals)
      .values({
        id,
        ...input,
        number: takeNumber(context, input.kind === 'design' ? 'DR' : 'PR'),
        state: 'draft',
        chosen: null,
        reason: '',
        madeBy: user ?? 'system',
        madeAt: now,
        ...changed(context),
      })
      .run()
    return shown(requireAppraisal(db, id))
  },
  editAppraisal: (context, { id, ...input }) => {
    const { kind, title } = requireDraft(context.db, id)
    if (kind !== input.kind) throw new Refusal('performance.appraisal-kind', { name: title })
    refuseWrongFacts(context.db, input)
    return rewrite(context, id, input)
  },
  removeAppraisal: ({ db }, { id }) => {
    requireDraft(db, id)
    db.delete(appraisals).where(eq(appraisals.id, id)).run()
    return {}
  },
  decideAppraisal: (context, { id, chosen, reason }) => {
    const known = requireDraft(context.db, id)
    refuseUndecidable(known, chosen)
    return rewrite(context, id, { state: 'decided', chosen, reason, ...decided(context) })
  },
  waiveAppraisal: (context, { id, reason }) => {
    requireDraft(context.db, id)
    return rewrite(context, id, { state: 'waived', reason, ...decided(context) })
  },
}

/** @throws Refusal `performance.unknown-appraisal`. */
export function requireAppraisal(db: ReadDb, id: AppraisalId): Appraisal {
  const found = appraisalById(db, id)
  if (!found) throw new Refusal('performance.unknown-appraisal')
  return found
}
/** @throws Refusal `performance.appraisal-decided`. */
function requireDraft(db: ReadDb, id: AppraisalId): Appraisal {
  const found = requireAppraisal(db, id)
  if (found.state !== 'draft') throw new Refusal('performance.appraisal-decided', { number: found.number })
  return found
}
/** Emission is part of the decision: every option says what it emits, and there is something to choose from. */
function refuseUndecidable({ options, title }: Appraisal, chosen: number): void {
  if (options.length < 2) throw new Refusal('performance.appraisal-one-option', { name: title })
  if (!options[chosen]) throw new Refusal('performance.appraisal-no-option', { name: title })
  const silent = options.find(({ emission }) => emission === null)
  if (silent) throw new Refusal('performance.appraisal-no-emission', { name: silent.name })
}
function refuseWrongFacts(db: ReadDb, { node, options }: AppraisalFacts): void {
  if (node !== null && !nodeById(db, node)) throw new Refusal('performance.unknown-node')
  const known = new Set(suppliersOf(db).map(({ id }) => id))
  if (options.some(({ supplier }) => supplier !== null && !known.has(supplier)))
    throw new Refusal('performance.unknown-supplier')
}

function shown(known: Appraisal): ShownAppraisal {
  return { ...known, compared: compared(known) }
}
function decided({ user, now }: WriteContext) {
  return { decidedBy: user, decidedAt: now }
}
function rewrite(
  context: WriteContext,
  id: AppraisalId,
  values: Partial<typeof appraisals.$inferInsert>,
): ShownAppraisal {
  context.db
    .update(appraisals)
    .set({ ...values, ...changed(context) })
    .where(eq(appraisals.id, id))
    .run()
  return shown(requireAppraisal(context.db, id))
}
