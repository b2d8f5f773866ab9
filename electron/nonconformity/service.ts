import type { ReadDb } from '#db/kernel/access'
import { allCases, caseSettingsOf } from '#db/nonconformity/queries'
import { settings } from '#db/nonconformity/tables'
import { type Scopes, serve, type WriteContext } from '#electron/kernel/context'
import type { Offers } from '#electron/kernel/offers'
import { createRecordRegister } from '#electron/kernel/record-desk'
import type { Spine } from '#electron/kernel/spine'
import { nonconformityContract } from '#shared/nonconformity/contract'
import type { ImprovementId } from '#shared/nonconformity/improvement'
import type { ActionId, Case, CaseId, CaseSettings } from '#shared/nonconformity/model'
import { mostAlike } from '#shared/nonconformity/similar'
import type { NodeId } from '#shared/organization/model'

import {
  addAction,
  changeAction,
  dropAction,
  finishAction,
  removeAction,
  requireAction,
  resumeAction,
} from './actions.ts'
import {
  caseRef,
  changeFacts,
  keepCause,
  keepCheckDay,
  keepContainment,
  keepOutcome,
  raise,
  requireCase,
} from './cases.ts'
import { advance, checkEffect, reopen, shownCase } from './course.ts'
import { improvementHandlers, requireImprovement } from './improvements.ts'
import { caseEntries } from './offered.ts'
import { named, prefill } from './prefill.ts'
import { printCase } from './print-case.ts'

/** How many similar cases are offered to choose from. */
const offered = 12

/** `offers`: the records of all areas, from which a nonconformity can be raised. */
export function createNonconformityService(spine: Spine, offers: Pick<Offers, 'records' | 'guards'>) {
  const register = createRecordRegister(spine, offers)
  return serve(
    nonconformityContract,
    {
      cases: ({ db }) => allCases(db),
      case: (context, { id }) => shownCase(context, id),
      prefill: (context, { from }) => prefill(context, register, from),
      raise,
      changeFacts,
      keepContainment,
      keepCause,
      keepCheckDay,
      keepOutcome,
      addAction,
      changeAction,
      removeAction: (context, { id }) => {
        removeAction(context, id)
        return {}
      },
      finishAction,
      dropAction,
      resumeAction: (context, { id }) => resumeAction(context, id),
      advance,
      checkEffect,
      close: (context, { id }) => advance(context, { id, act: 'close' }),
      reopen,
      withdraw: (context, { id, reason }) => advance(context, { id, act: 'withdraw' }, reason),
      similar: ({ db }, { id, text }) => similarCases(db, id, text),
      settings: ({ db }) => caseSettingsOf(db),
      setSettings,
      print: (task, input) => printCase(task, register, input),
      ...improvementHandlers,
    },
    scopes,
  )
}

/** Cases that share words with this one, and with what was typed. */
function similarCases(db: ReadDb, id: CaseId, text: string) {
  const of = requireCase(db, id)
  const others = caseEntries(db).filter(({ record }) => record !== caseRef(id))
  const wanted = text === '' ? `${of.title}\n${of.fact}\n${of.rootCause}` : text
  return mostAlike(wanted, others, (each) => `${each.title}\n${each.text}`, offered).map(named)
}

function setSettings({ db, user, now }: WriteContext, decided: CaseSettings): CaseSettings {
  const values = { ...decided, changedBy: user, changedAt: now }
  db.insert(settings)
    .values({ id: 1, ...values })
    .onConflictDoUpdate({ target: settings.id, set: values })
    .run()
  return caseSettingsOf(db)
}

/** Which part of the plant each request touches; what is of no place concerns the whole. */
const scopes: Scopes<typeof nonconformityContract> = {
  raise: (_db, { node }: Pick<Case, 'node'>) => place(node),
  changeFacts: placeOfCase,
  keepContainment: placeOfCase,
  keepCause: placeOfCase,
  keepCheckDay: placeOfCase,
  keepOutcome: placeOfCase,
  addAction: (db, input: { readonly case: CaseId }) => placeOfCase(db, { id: input.case }),
  changeAction: placeOfAction,
  removeAction: placeOfAction,
  finishAction: placeOfAction,
  dropAction: placeOfAction,
  resumeAction: placeOfAction,
  advance: placeOfCase,
  checkEffect: placeOfCase,
  close: placeOfCase,
  reopen: placeOfCase,
  withdraw: placeOfCase,
  setSettings: () => null,
  // Printing is looking: whoever may look somewhere may print what is of no place.
  print: (db, input: { readonly id: CaseId }) => placeOfCase(db, input) ?? [],
  changeSuggestion: placeOfIdea,
  withdrawSuggestion: placeOfIdea,
  decideImprovement: placeOfIdea,
  finishImprovement: placeOfIdea,
  resumeImprovement: placeOfIdea,
  judgeImprovement: placeOfIdea,
}
function place(node: NodeId | null): NodeId[] | null {
  return node === null ? null : [node]
}
function placeOfCase(db: ReadDb, { id }: { readonly id: CaseId }) {
  return place(requireCase(db, id).node)
}
function placeOfAction(db: ReadDb, { id }: { readonly id: ActionId }) {
  return placeOfCase(db, { id: requireAction(db, id).case })
}
function placeOfIdea(db: ReadDb, { id }: { readonly id: ImprovementId }) {
  return place(requireImprovement(db, id).node)
}
