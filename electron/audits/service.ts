import { serve, type WriteContext } from '#electron/kernel/context'
import type { AuditId } from '#shared/audits/audit'
import { auditsContract } from '#shared/audits/contract'

import {
  answer,
  buildChecklist,
  checklistOf,
  draw,
  dropQuote,
  expectedOf,
  quote,
  type Sources,
} from './checklist.ts'
import { criteriaToday } from './criteria.ts'
import { correct, raiseFinding } from './findings.ts'
import { requireItem } from './known.ts'
import { refuseVisiting } from './package-open.ts'
import { packageHandlers } from './package-service.ts'
import {
  addSession,
  approveAudit,
  cancelAudit,
  createAudit,
  editAudit,
  editSession,
  justify,
  removeMember,
  removeSession,
  reviseAudit,
  setMember,
} from './plan.ts'
import { printAudit } from './print.ts'
import {
  addPlanned,
  approveProgramme,
  beginProgramme,
  editPlanned,
  editProgramme,
  removePlanned,
  shownProgrammes,
} from './programme.ts'
import { acknowledge, closeAudit, noteReceipt, saveReport, send, signReport } from './report.ts'
import { listedAudits, shownAudit } from './show.ts'

/** Internal audits, which ask all other areas for what their records say. */
export function createAuditsService(sources: Sources) {
  const { register } = sources
  return serve(auditsContract, {
    programmes: shownProgrammes,
    beginProgramme,
    editProgramme: (context, input) => done(editProgramme(context, input)),
    addPlanned,
    editPlanned: (context, input) => done(editPlanned(context, input)),
    removePlanned: (context, { id }) => done(removePlanned(context, id)),
    approveProgramme,

    list: ({ db }) => listedAudits(db),
    audit: (context, { id }) => shownAudit(context, register, id),
    criteria: (context) => criteriaToday(context, register),
    createAudit,
    editAudit: (context, input) => done(editAudit(context, input)),
    setMember,
    removeMember: (context, { id }) => done(removeMember(context, id)),
    addSession,
    editSession: (context, input) => done(editSession(context, input)),
    removeSession: (context, { id }) => done(removeSession(context, id)),
    justify: (context, input) => done(justify(context, input)),
    approveAudit,
    reviseAudit: (context, { id }) => atHome(context, id, () => reviseAudit(context, id)),
    cancelAudit: (context, { id, reason }) => atHome(context, id, () => cancelAudit(context, id, reason)),

    checklist: (context, { audit }) => checklistOf(context, register, audit),
    expected: (context, { item }) => expectedOf(context, sources, item),
    buildChecklist: (context, { audit }) => buildChecklist(context, audit),
    answer: (context, input) => done(answer(context, input)),
    draw: (context, input) => done(draw(context, input)),
    quote: (context, input) => quote(context, register, input),
    dropQuote: (context, { id }) => done(dropQuote(context, id)),
    raise: (context, { item }) => {
      refuseVisiting(context, requireItem(context.db, item).audit.id)
      return raiseFinding(context, item)
    },
    correct: (context, input) => done(correct(context, input)),

    saveReport: (context, input) => atHome(context, input.id, () => saveReport(context, input)),
    signReport: (task, input) => {
      refuseVisiting(task, input.id)
      return signReport(task, register, input)
    },
    send: (context, input) => atHome(context, input.audit, () => send(context, input)),
    acknowledge: (context, { id, note }) => done(acknowledge(context, id, note)),
    noteReceipt: (context, { id, note }) => done(noteReceipt(context, id, note)),
    closeAudit: (context, input) => done(closeAudit(context, register, input)),
    print: (task, input) => printAudit(task, register, input),
    ...packageHandlers(sources),
  })
}

/** What only the plant does to which the audit belongs, not the laptop that it visits. */
function atHome(context: WriteContext, id: AuditId, act: () => void): Record<string, never> {
  refuseVisiting(context, id)
  return done(act())
}

/** The answer of what answers nothing. */
function done(_done: void): Record<string, never> {
  return {}
}
