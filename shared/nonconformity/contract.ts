import { z } from 'zod'

import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { namedRecord } from '#shared/kernel/record-contract'
import { languages } from '#shared/kernel/texts'

import { improvementContract } from './improvement-contract.ts'
import {
  action,
  actionFacts,
  actionId,
  caseActs,
  caseId,
  caseRecord,
  caseSettings,
  causeAnalysis,
  changedFacts,
  containment,
  newCase,
} from './model.ts'

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: caseId })

/** What somebody says of the effect of the actions. */
export const effectVerdict = z.object({ verdict: z.enum(['prove', 'fail']), note: reason })

/** A case with what its next step still needs, and who may not check it. */
export const shownCase = caseRecord.extend({
  next: z.enum(caseActs).nullable(),
  gaps: z.array(finding),
  /** True where the person who asks carried the actions: somebody else checks their effect. */
  isOwnWork: z.boolean(),
  /** True where one person runs the plant, who may do so with a reason. */
  isAlone: z.boolean(),
})
export type ShownCase = Readonly<z.output<typeof shownCase>>

/** Nonconformities, corrective actions and improvement (clause 10). */
export const nonconformityContract = {
  cases: query('nonconformity.read', nothing, z.array(caseRecord)),
  case: query('nonconformity.read', one, shownCase),
  /** What another record says of a nonconformity that is to be raised from it. */
  prefill: query(
    'nonconformity.read',
    z.object({ from: recordRef }),
    newCase.pick({ source: true, node: true, size: true }).extend({
      title: z.string(),
      fact: z.string(),
      record: namedRecord,
      /** The open case that was raised from it already. */
      raised: z.string().nullable(),
    }),
  ),
  raise: command('nonconformity.enter', newCase, caseRecord),
  /** What was found can be put right until it is contained; from then on it stays as it was found. */
  changeFacts: command(
    'nonconformity.enter',
    changedFacts.extend({ id: caseId, seen: changedFacts.optional() }),
    caseRecord,
  ),
  keepContainment: command('nonconformity.enter', containment.extend({ id: caseId }), caseRecord),
  keepCause: command('nonconformity.enter', causeAnalysis.extend({ id: caseId }), caseRecord),
  keepCheckDay: command('nonconformity.enter', z.object({ id: caseId, checkOn: day }), caseRecord),
  keepOutcome: command(
    'nonconformity.enter',
    z.object({ id: caseId, systemChange: z.string().trim().max(4000) }),
    caseRecord,
  ),
  addAction: command('nonconformity.enter', actionFacts.extend({ case: caseId }), action),
  changeAction: command(
    'nonconformity.enter',
    actionFacts.extend({ id: actionId, seen: actionFacts.optional() }),
    action,
  ),
  removeAction: command('nonconformity.enter', z.object({ id: actionId }), nothing),
  finishAction: command('nonconformity.enter', z.object({ id: actionId, doneOn: day, note: reason }), action),
  dropAction: command('nonconformity.enter', z.object({ id: actionId, reason }), action),
  /** Takes back that an action was done or dropped. */
  resumeAction: command('nonconformity.enter', z.object({ id: actionId }), action),
  /** Leads on, once everything that the step needs is there. */
  advance: command(
    'nonconformity.enter',
    z.object({ id: caseId, act: z.enum(['contain', 'analyse', 'plan', 'finish']) }),
    caseRecord,
  ),
  /** By somebody else than who carried the actions; `reason` is asked of who is alone in the plant. */
  checkEffect: signed(
    { meaning: 'nonconformity.effect-signed', kind: 'nonconformity/case' },
    'nonconformity.check',
    z.object({ id: caseId, isEffective: z.boolean(), note: reason, reason: reason.nullable() }),
    caseRecord,
  ),
  close: signed(
    { meaning: 'nonconformity.closing-signed', kind: 'nonconformity/case' },
    'nonconformity.check',
    one,
    caseRecord,
  ),
  reopen: command('nonconformity.check', z.object({ id: caseId, reason }), caseRecord),
  withdraw: command('nonconformity.check', z.object({ id: caseId, reason }), caseRecord),
  /** Cases that share words with a text, the most alike first. */
  similar: query(
    'nonconformity.read',
    z.object({ id: caseId, text: z.string().trim().max(500) }),
    z.array(namedRecord),
  ),
  settings: query('nonconformity.read', nothing, caseSettings),
  setSettings: command('nonconformity.manage', caseSettings, caseSettings),
  /** The nonconformity report of one case, offered for download. */
  print: task(
    'nonconformity.read',
    z.object({ id: caseId, kind: z.enum(['docx', 'pdf']), language: z.enum(languages) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  ...improvementContract,
}
