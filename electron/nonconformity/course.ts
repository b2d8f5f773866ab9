import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { isSinglePerson } from '#electron/access/alone'
import { refuseOwnWork } from '#electron/access/duties'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { ShownCase } from '#shared/nonconformity/contract'
import { gapsOf, lackingFacts, lackingFor } from '#shared/nonconformity/lacking'
import { type Case, type CaseAct, caseAfter, type CaseId, isOpen, nextAct } from '#shared/nonconformity/model'

import { changeCase, evidenceCount, requireCase } from './cases.ts'

/** A case as its page shows it: with its next step and what that still needs. */
export function shownCase(context: ReadContext, id: CaseId): ShownCase {
  const { db, today, user } = context
  const found = requireCase(db, id)
  const next = nextAct(found.state)
  return {
    ...found,
    next,
    gaps: next === null ? [] : gapsOf(found, next, evidenceCount(db, id), today),
    isOwnWork: user !== null && carriers(db, found).has(user),
    isAlone: isSinglePerson(db),
  }
}

/** The users who carried the actions; where there were none, who corrected it. */
function carriers(db: ReadDb, of: Case): ReadonlySet<string> {
  const people = peopleById(db)
  const done = of.actions.filter(({ state }) => state === 'done')
  const named = done.length > 0 ? done.map(({ owner }) => owner) : [of.correctedBy]
  const recorded =
    done.length > 0
      ? done.map(({ settledBy }) => settledBy)
      : of.steps.filter(({ act }) => act === 'contain').map(({ madeBy }) => madeBy)
  const users = named.map((person) => (person === null ? null : (people.get(person)?.userId ?? null)))
  return new Set([...users, ...recorded].filter((user) => user !== null))
}

/** @throws Refusal with the code of the first thing that is missing, `nonconformity.cannot`, `nonconformity.closed`. */
export function advance(
  context: WriteContext,
  { id, act }: { readonly id: CaseId; readonly act: CaseAct },
  note = '',
): Case {
  return take(context, requireCase(context.db, id), act, note, {})
}

interface Check {
  readonly id: CaseId
  readonly isEffective: boolean
  readonly note: string
  readonly reason: string | null
}
/**
 * Says whether the actions had effect. Nobody judges what they carried themselves; who is alone in the plant says why.
 *
 * @throws Refusal `nonconformity.own-work`, `nonconformity.alone-without-reason`, and those of a step.
 */
export function checkEffect(context: WriteContext, { id, isEffective, note, reason }: Check): Case {
  const { db, user, now } = context
  const found = requireCase(db, id)
  const { number } = found
  const alone = refuseOwnWork(context, 'correction', {
    by: [...carriers(db, found)],
    reason,
    facts: { number },
  })
  const judged = { effectNote: note, checkedBy: user, checkedAt: now, aloneReason: alone }
  if (isEffective) return take(context, found, 'prove', note, judged)
  return take(context, found, 'fail', note, { ...anew(context, found, 'fail', note), effectNote: note })
}

/** @throws Refusal `nonconformity.not-closed`. */
export function reopen(
  context: WriteContext,
  { id, reason }: { readonly id: CaseId; readonly reason: string },
): Case {
  const found = requireCase(context.db, id)
  const { state, number } = found
  if (state !== 'closed') throw new Refusal('nonconformity.not-closed', { number })
  return take(context, found, 'reopen', reason, anew(context, found, 'reopen', reason))
}

/** How the case stood is kept, and its check is open again. */
function anew({ user, now }: WriteContext, of: Case, endedBy: 'fail' | 'reopen', reason: string) {
  const { rootCause, whys, rounds } = of
  const actions = of.actions.map(({ what }) => what)
  const round = { endedBy, reason, rootCause, whys, actions, madeBy: user ?? 'system', madeAt: now }
  return { rounds: [...rounds, round], checkedBy: null, checkedAt: null, aloneReason: null, checkOn: null }
}

function take(
  context: WriteContext,
  of: Case,
  act: CaseAct,
  note: string,
  values: Parameters<typeof changeCase>[2],
): Case {
  const { db, user, now, today } = context
  const { state, number } = of
  const to = caseAfter(state, act)
  if (to === null && !isOpen(state)) throw new Refusal('nonconformity.closed', { number })
  // Who closes too early is told what is still lacking, first of all the check of the effect.
  if (to === null && act !== 'close') throw new Refusal('nonconformity.cannot', { number })
  const [missing] = lackingFor(of, act, evidenceCount(db, of.id), today)
  if (missing !== undefined) throw new Refusal(missing, lackingFacts(of))
  if (to === null) throw new Error(`Nothing lacks to close ${number}, and yet it cannot be`)
  const step = { act, from: state, to, note, madeBy: user ?? 'system', madeAt: now }
  return changeCase(context, of.id, { ...values, state: to, steps: [...of.steps, step] })
}
