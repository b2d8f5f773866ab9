import { eq } from 'drizzle-orm'

import { actorsOn } from '#db/access/made-queries'
import { disclosureById, disclosuresOf, messageById, messagesOf } from '#db/competence/queries'
import { disclosures, messages } from '#db/competence/tables'
import type { ReadDb } from '#db/kernel/access'
import { organizationOf } from '#db/organization/queries'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { Handlers, ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { offerPaper } from '#electron/kernel/offer-file'
import type { competenceContract } from '#shared/competence/contract'
import { disclosurePaper } from '#shared/competence/disclosure-paper'
import type { Disclosure, DisclosureId, Message, MessageId, NewDisclosure } from '#shared/competence/message'
import { Refusal } from '#shared/kernel/refusal'

import { announceDuties } from './duties-told.ts'
import { sealOfDisclosure } from './seals.ts'

/** What a later area says of a figure that is to be disclosed; the composer ties the two. */
export interface LockedFigures {
  /** The figures of a frozen inventory, by `accounting/inventory/<id>`; null where it is not frozen, or not there. */
  readonly of: (
    context: Pick<ReadContext, 'db' | 'around'>,
    inventory: string,
  ) => readonly LockedFigure[] | null
}
export interface LockedFigure {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly unit: string
}

type Own =
  | 'messages'
  | 'addMessage'
  | 'announceDuties'
  | 'decideMessage'
  | 'closeMessage'
  | 'disclosures'
  | 'draftDisclosure'
  | 'changeDisclosure'
  | 'approveDisclosure'
  | 'handOver'
  | 'withdrawDisclosure'
  | 'printDisclosure'
  | 'lockedFigures'

/** What is said to the plant and by it (7.3.2). */
const logHandlers: Pick<Handlers<typeof competenceContract>, Extract<Own, `${string}essage${string}`>> = {
  messages: ({ db }) => messagesOf(db),
  addMessage: (context, facts) => {
    const { db, newId, user, now } = context
    const id = newId<'message'>()
    const number = takeNumber(context, 'CM')
    db.insert(messages)
      .values({ id, number, ...facts, state: 'open', changedBy: user, changedAt: now })
      .run()
    return requireMessage(db, id)
  },
  decideMessage: (context, { id, decision }) => {
    requireOpen(context.db, id)
    return changeMessage(context, id, { decision, decidedBy: context.user, decidedAt: context.now })
  },
  closeMessage: (context, { id }) => {
    const { isImportant, decision, number } = requireOpen(context.db, id)
    if (isImportant && decision === null) throw new Refusal('competence.needs-decision', { number })
    return changeMessage(context, id, { state: 'closed' })
  },
}

/** What is said to the plant and by it, and what leaves it with figures (7.3). */
export function messageHandlers(locked: LockedFigures): Pick<Handlers<typeof competenceContract>, Own> {
  return {
    ...logHandlers,
    announceDuties,
    disclosures: ({ db }) => disclosuresOf(db),
    draftDisclosure: (context, facts) => {
      const { db, newId, user, now } = context
      const id = newId<'disclosure'>()
      const number = takeNumber(context, 'DI')
      db.insert(disclosures)
        .values({ id, number, ...facts, state: 'draft', changedBy: user, changedAt: now })
        .run()
      return requireDisclosure(db, id)
    },
    changeDisclosure: (context, { id, ...facts }) => {
      requireState(context.db, id, 'draft')
      return changeDisclosure(context, id, facts)
    },
    approveDisclosure: (task, input) => approveDisclosure(task, locked, input),
    handOver: (context, { id, to, on }) => {
      const known = requireState(context.db, id, 'approved')
      refuseDiffering(context, locked, known)
      return changeDisclosure(context, id, {
        state: 'handed-over',
        handedTo: to,
        handedOn: on,
        handedBy: context.user,
      })
    },
    withdrawDisclosure: (context, { id }) => {
      const { state, number } = requireDisclosure(context.db, id)
      if (state === 'handed-over' || state === 'withdrawn')
        throw new Refusal('competence.disclosure-out', { number })
      return changeDisclosure(context, id, { state: 'withdrawn' })
    },
    printDisclosure: async (task, { id, kind, language }) => {
      const known = requireDisclosure(task.db, id)
      if (known.state !== 'approved' && known.state !== 'handed-over')
        throw new Refusal('competence.not-approved', { number: known.number })
      refuseDiffering(task, locked, known)
      const organization = organizationOf(task.db)
      const name = (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? '—'
      return offerPaper(task, disclosurePaper(known, name, language), kind)
    },
    lockedFigures: (context, { inventory }) => [...(locked.of(context, inventory) ?? [])],
  }
}

/**
 * Every figure that leaves is one of a frozen inventory, digit for digit (R-DC-6).
 *
 * @throws Refusal `competence.not-frozen`, `competence.figure-differs` {label, told, locked}.
 */
function refuseDiffering(
  context: Pick<ReadContext, 'db' | 'around'>,
  locked: LockedFigures,
  { inventory, figures }: NewDisclosure,
): void {
  const known = locked.of(context, inventory)
  if (known === null) throw new Refusal('competence.not-frozen')
  for (const { path, label, value, unit } of figures) {
    const found = known.find((each) => each.path === path)
    if (found?.value !== value || found.unit !== unit)
      throw new Refusal('competence.figure-differs', {
        label,
        told: `${value} ${unit}`,
        locked: found ? `${found.value} ${found.unit}` : '—',
      })
  }
}

async function approveDisclosure(
  task: TaskContext,
  locked: LockedFigures,
  { id, password }: { readonly id: DisclosureId; readonly password: string },
): Promise<Disclosure> {
  requireFit(task, locked, id)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const draft = requireFit(context, locked, id)
    const signed = sealOfDisclosure(draft)
    const signature = sign(context, {
      record: `competence/disclosure/${id}`,
      meaning: 'competence.disclosure-approved',
      signedHash: signed,
    })
    return changeDisclosure(context, id, {
      state: 'approved',
      signature,
      sha256: signed,
      approvedBy: context.user,
      approvedAt: context.now,
    })
  })
}

/**
 * A draft of locked figures in which who approves never wrote; who is alone in the plant signs their own (R-SD-2).
 *
 * @throws Refusal `competence.own-disclosure`, and those of {@link refuseDiffering}.
 */
function requireFit(context: ReadContext, locked: LockedFigures, id: DisclosureId): Disclosure {
  const draft = requireState(context.db, id, 'draft')
  refuseDiffering(context, locked, draft)
  const facts = { number: draft.number }
  const by = actorsOn(context.db, ['competence.draftDisclosure', 'competence.changeDisclosure'], id)
  refuseOwnWork(context, 'disclosure', { by, reason: null, facts })
  return draft
}

function requireMessage(db: ReadDb, id: MessageId): Message {
  const found = messageById(db, id)
  if (!found) throw new Refusal('competence.unknown')
  return found
}
function requireOpen(db: ReadDb, id: MessageId): Message {
  const found = requireMessage(db, id)
  if (found.state !== 'open') throw new Refusal('competence.message-closed', { number: found.number })
  return found
}
function changeMessage(
  { db, user, now }: WriteContext,
  id: MessageId,
  values: Partial<typeof messages.$inferInsert>,
): Message {
  db.update(messages)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(messages.id, id))
    .run()
  return requireMessage(db, id)
}
function requireDisclosure(db: ReadDb, id: DisclosureId): Disclosure {
  const found = disclosureById(db, id)
  if (!found) throw new Refusal('competence.unknown')
  return found
}
function requireState(db: ReadDb, id: DisclosureId, state: Disclosure['state']): Disclosure {
  const found = requireDisclosure(db, id)
  if (found.state !== state) throw new Refusal('competence.disclosure-cannot', { number: found.number })
  return found
}
function changeDisclosure(
  { db, user, now }: WriteContext,
  id: DisclosureId,
  values: Partial<typeof disclosures.$inferInsert>,
): Disclosure {
  db.update(disclosures)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(disclosures.id, id))
    .run()
  return requireDisclosure(db, id)
}
