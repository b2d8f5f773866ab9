import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'

import {
  audit,
  auditId,
  auditInput,
  criterion,
  member,
  memberId,
  memberInput,
  reportTexts,
  session,
  sessionId,
  sessionInput,
} from './audit.ts'
import { checklistContract } from './checklist-contract.ts'
import { coverageRow, progress } from './checklist.ts'
import { conflict } from './impartiality.ts'
import { packageContract } from './package-contract.ts'
import { plannedId, plannedInput, programme, programmeId, programmeInput } from './programme.ts'
import { receipt, receiptId, receiptsOf } from './receipt.ts'

const signing = { password: z.string() }
const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: auditId })

/** An audit as the list shows it. */
export const listedAudit = audit
  .pick({ id: true, number: true, title: true, subsystems: true, state: true, begins: true, ends: true })
  .extend({ leaderName: z.string().nullable(), progress, open: z.int() })
export type ListedAudit = Readonly<z.output<typeof listedAudit>>

/** One audit with all that its page shows but the questions. */
export const shownAudit = z.object({
  audit,
  members: z.array(member),
  sessions: z.array(session),
  conflicts: z.array(conflict),
  gaps: z.array(finding),
  /** What the competence records say of the team on the first day. */
  competences: z.array(
    z.object({
      person: personId,
      skill: z.string(),
      field: z.string(),
      level: z.int(),
      evidence: z.string(),
      validTo: day.nullable(),
    }),
  ),
  progress,
  coverage: z.array(coverageRow),
  receipts: z.array(receipt),
  /** What of the report is still missing. */
  reportGaps: z.array(finding),
  /** Nonconformities of this audit that are not closed yet. */
  open: z.array(z.object({ record: z.string(), number: z.string().nullable(), path: z.string() })),
  /** Whether the signed-in person is the leader, or nobody else can be. */
  maySign: z.boolean(),
  isLeader: z.boolean(),
})
export type ShownAudit = Readonly<z.output<typeof shownAudit>>

/** Internal audits (9.2, A.9.3, B.9.2, C.9.2, D.9.3). */
export const auditsContract = {
  programmes: query('audits.read', nothing, z.array(programme)),
  beginProgramme: command(
    'audits.enter',
    programmeInput.extend({ year: z.int().min(1990).max(2100) }),
    z.object({ id: programmeId }),
  ),
  editProgramme: command('audits.enter', programmeInput.extend({ id: programmeId }), nothing),
  addPlanned: command(
    'audits.enter',
    plannedInput.extend({ programme: programmeId }),
    z.object({ id: plannedId }),
  ),
  editPlanned: command('audits.enter', plannedInput.extend({ id: plannedId }), nothing),
  /** Only while no audit was begun for it. */
  removePlanned: command('audits.enter', z.object({ id: plannedId }), nothing),
  approveProgramme: task('audits.approve', z.object({ id: programmeId, ...signing }), nothing),

  list: query('audits.read', nothing, z.array(listedAudit)),
  audit: query('audits.read', one, shownAudit),
  /** What an audit can measure by, in the versions that are current today. */
  criteria: query('audits.read', nothing, z.array(criterion)),
  createAudit: command('audits.enter', auditInput, one),
  editAudit: command(
    'audits.enter',
    auditInput.extend({ id: auditId, seen: auditInput.optional() }),
    nothing,
  ),
  setMember: command('audits.enter', memberInput.extend({ audit: auditId }), z.object({ id: memberId })),
  removeMember: command('audits.enter', z.object({ id: memberId }), nothing),
  addSession: command(
    'audits.enter',
    z.object({ audit: auditId, session: sessionInput }),
    z.object({ id: sessionId }),
  ),
  editSession: command('audits.enter', z.object({ id: sessionId, session: sessionInput }), nothing),
  removeSession: command('audits.enter', z.object({ id: sessionId }), nothing),
  /** Says why somebody audits although a conflict is named (R-SD-1). */
  justify: command(
    'audits.enter',
    z.object({ audit: auditId, person: personId, key: z.string().max(200), reason }),
    nothing,
  ),
  approveAudit: task('audits.approve', z.object({ id: auditId, ...signing }), nothing),
  /** Takes an approved plan back to a draft. */
  reviseAudit: command('audits.enter', one, nothing),
  cancelAudit: command('audits.enter', z.object({ id: auditId, reason }), nothing),

  saveReport: command('audits.enter', z.object({ id: auditId, report: reportTexts }), nothing),
  /** Signed by the leader; `signedFor` says why it is somebody else. */
  signReport: task(
    'audits.check',
    z.object({ id: auditId, signedFor: reason.nullable(), ...signing }),
    nothing,
  ),
  /** Sends plan or report to people, who acknowledge it. */
  send: command(
    'audits.enter',
    z.object({
      audit: auditId,
      what: z.enum(receiptsOf),
      people: z.array(personId).min(1).max(100),
      due: day,
    }),
    nothing,
  ),
  /** Says that the signed-in person has it in hand. */
  acknowledge: command('signed-in', z.object({ id: receiptId, note: z.string().trim().max(1000) }), nothing),
  /** Writes down that somebody without an account had it in hand. */
  noteReceipt: command('audits.enter', z.object({ id: receiptId, note: reason }), nothing),
  /** Only once all nonconformities of the audit are closed. */
  closeAudit: signed(
    { meaning: 'audits.audit-closed', kind: 'audits/audit' },
    'audits.check',
    z.object({ id: auditId, note: reason }),
    nothing,
  ),
  /** Plan or report as a document. */
  print: task(
    'audits.read',
    z.object({
      id: auditId,
      what: z.enum(receiptsOf),
      kind: z.enum(['docx', 'pdf']),
      language: z.enum(['zh', 'en']),
    }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),

  ...checklistContract,
  ...packageContract,
}
