import { z } from 'zod'

import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day, instant, month } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { frequencies, parameter, parameterId } from '#shared/monitoring/model'
import { planId } from '#shared/monitoring/plan'
import { nodeId } from '#shared/organization/model'
import { year } from '#shared/organization/model'

import { collectionContract } from './collection-contract.ts'
import { importContract } from './import-contract.ts'
import { laboratoryContract } from './laboratory-contract.ts'
import {
  act,
  actId,
  enteredValue,
  evidenceFile,
  evidenceLink,
  evidenceLinkId,
  facilityMonth,
  proof,
  reading,
  readingId,
  readingStates,
  sealId,
} from './model.ts'
import { sealDifference } from './month-seal.ts'
import { profileContract } from './profile-contract.ts'
import { qualityContract } from './quality-contract.ts'
import { standingContract } from './standing-contract.ts'
import { watchContract } from './watch-contract.ts'
import { monthOverview } from './year-overview.ts'

const reason = z.string().trim().min(1).max(1000)

/** Which readings an act is to reach: some of them, all of a facility's month, or all that were entered in one act. */
export const selection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('readings'), readings: z.array(readingId).min(1).max(5000) }),
  z.object({
    by: z.literal('month'),
    ...facilityMonth.shape,
    /** Null: all parameters. */
    parameters: z.array(parameterId).nullable(),
  }),
  z.object({ by: z.literal('act'), act: actId }),
])
export type Selection = Readonly<z.output<typeof selection>>

/** One cell of the month × parameter grid. Amounts are in the parameter's unit. */
export const gridCell = z.object({
  /** `2025-01`, or `2025` for readings over the whole year. */
  month: z.string(),
  count: z.int(),
  /** The reading itself where the month has just one: its text as entered, to be shown and corrected. */
  reading: reading.nullable(),
  value: decimalText.nullable(),
  states: z.array(z.enum(readingStates)),
  unproven: z.int(),
  lastYear: decimalText.nullable(),
  /** Sent back and waiting for a correction. */
  returned: reading.nullable(),
  findings: z.array(finding),
  isSealed: z.boolean(),
})
export type GridCell = Readonly<z.output<typeof gridCell>>
const expected = z.object({
  plan: planId,
  number: z.int(),
  /** False: the plan does not ask for it, and so it is shown apart. */
  isAsked: z.boolean(),
  frequency: z.enum(frequencies).nullable(),
  recordFrequency: z.enum(frequencies).nullable(),
  responsible: z.string().nullable(),
  department: z.string().nullable(),
})
export const gridRow = z.object({
  parameter,
  /** The source it belongs to, by code and name; null for a parameter of the facility itself. */
  source: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
  /** What the monitoring plan of the year asks of it; null while there is none. */
  expected: expected.nullable(),
  /** The registered meter that measures it now, and the last day of its certificate; null where there is none. */
  meter: z.object({ tag: z.string(), certifiedUntil: day.nullable() }).nullable(),
  /** Half-open times in which its meter was without valid calibration, and nobody settled it. */
  lapses: z.array(z.object({ tag: z.string(), from: day, to: day })),
  cells: z.array(gridCell),
})
export type GridRow = Readonly<z.output<typeof gridRow>>

const entered = z.object({ act: actId, readings: z.array(reading) })
const reviewed = z.object({ act: actId, count: z.int() })

const seal = z.object({
  id: sealId,
  facility: nodeId,
  month,
  hash: z.string(),
  readings: z.int(),
  reason: z.string().nullable(),
  sealedBy: z.string().nullable(),
  sealedAt: instant,
  reopenedBy: z.string().nullable(),
  reopenedAt: instant.nullable(),
  reopenReason: z.string().nullable(),
})

/** Readings, what proves them, and the closing of months. */
export const activityContract = {
  ...importContract,
  ...qualityContract,
  ...collectionContract,
  ...laboratoryContract,
  ...watchContract,
  ...profileContract,
  /** A year of a facility: every parameter by month, with what was there last year and what to look at. */
  grid: query('activity.read', z.object({ facility: nodeId, year }), z.array(gridRow)),
  /** The years with readings, newest first. */
  years: query('activity.read', nothing, z.array(z.int())),
  /** How the months of a year stand, facility by facility; of all facilities for null. */
  months: query('activity.read', z.object({ year, facility: nodeId.nullable() }), z.array(monthOverview)),
  /** All that was ever entered for a parameter in a month, replaced readings too, with its files. */
  readings: query(
    'activity.read',
    z.object({ parameter: parameterId, month: z.string().regex(/^\d{4}(-\d{2})?$/) }),
    z.object({ readings: z.array(reading), evidence: z.array(evidenceLink) }),
  ),
  /** Several values at once, all or nothing; undone by `undo`. */
  submit: command(
    'activity.enter',
    z.object({
      readings: z.array(enteredValue).min(1).max(2000),
      /** Files that prove all of them. */
      proofs: z.array(proof).max(20),
      reason: reason.nullable(),
    }),
    entered,
  ),
  correct: command(
    'activity.enter',
    enteredValue
      .pick({ text: true, unit: true, note: true, proofs: true })
      .extend({ reading: readingId, reason }),
    entered,
  ),
  /** Several corrections for one reason, all or nothing; undone by `undo`. */
  correctAll: command(
    'activity.enter',
    z.object({
      corrections: z
        .array(enteredValue.pick({ text: true, unit: true, note: true }).extend({ reading: readingId }))
        .min(1)
        .max(2000),
      /** Files that prove all of them. */
      proofs: z.array(proof).max(20),
      reason,
    }),
    entered,
  ),
  withdraw: command(
    'activity.enter',
    z.object({ readings: z.array(readingId).min(1).max(2000), reason }),
    entered,
  ),
  check: command('activity.check', z.object({ select: selection, reason: reason.nullable() }), reviewed),
  approve: signed(
    {
      meaning: 'activity.readings-approved',
      kind: 'activity/act',
      idOf: (_input, result) => (result as { readonly act: string }).act,
    },
    'activity.approve',
    z.object({ select: selection, reason: reason.nullable() }),
    reviewed,
  ),
  sendBack: command('activity.check', z.object({ select: selection, reason }), reviewed),
  /** Takes back what was submitted, imported, corrected or withdrawn in one act. */
  undo: command('activity.enter', z.object({ act: actId, reason: reason.nullable() }), reviewed),
  /** The latest acts on readings, newest first. */
  acts: query(
    'activity.read',
    z.object({ limit: z.int().min(1).max(500) }),
    z.array(act.extend({ count: z.int(), isUndoable: z.boolean() })),
  ),

  /** Every file that proves something, newest first, with how much it proves. */
  evidence: query(
    'activity.read',
    nothing,
    z.array(evidenceFile.extend({ readings: z.int(), acts: z.int() })),
  ),
  /** What one file proves. */
  evidenceUses: query(
    'activity.read',
    z.object({ sha256: z.string() }),
    z.array(evidenceLink.extend({ parameter: parameterId.nullable(), period: z.string().nullable() })),
  ),
  addEvidence: command(
    'activity.enter',
    z.object({
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('reading'), reading: readingId }),
        z.object({ kind: z.literal('act'), act: actId }),
      ]),
      proof,
    }),
    z.object({ link: evidenceLinkId }),
  ),
  /** Takes a file away from what it does not prove. The file itself stays, and the trail keeps the link. */
  removeEvidence: command('activity.enter', z.object({ link: evidenceLinkId, reason }), nothing),

  /** The check list of a month: what is missing or odd, and whether it can be sealed. */
  monthStatus: query(
    'activity.read',
    facilityMonth,
    z.object({
      seal: seal.nullable(),
      findings: z.array(finding),
      /** Earlier months with readings that are not sealed yet. */
      openBefore: z.array(month),
      blocking: z.int(),
      readings: z.int(),
    }),
  ),
  /** Closes a month over its readings, evidence and figures. */
  seal: signed(
    {
      meaning: 'activity.month-closed',
      kind: 'activity/month-seal',
      idOf: (_input, result) => (result as { readonly id: string }).id,
    },
    'activity.approve',
    facilityMonth.extend({ reason: reason.nullable() }),
    seal,
  ),
  reopen: command('activity.approve', facilityMonth.extend({ reason }), seal),
  seals: query('activity.read', z.object({ facility: nodeId }), z.array(seal)),
  /** Makes the seal's hash again from the store and says what is not as it was sealed. */
  verifySeal: query(
    'activity.read',
    z.object({ id: sealId }),
    z.object({
      hash: z.string(),
      /** The hash of what is there now; equal to `hash` when nothing changed. */
      now: z.string(),
      /** Whether the content that was kept with the seal still has the seal's hash. */
      isContentIntact: z.boolean(),
      differences: z.array(sealDifference),
    }),
  ),
  /** Works every kept sum out again from the text of the readings, to the last digit. */
  checkSubtotals: task(
    'activity.read',
    nothing,
    z.object({
      faults: z.array(
        z.object({
          parameter: z.int(),
          month: z.string(),
          unit: z.string(),
          text: z.string().nullable(),
          sum: z.string(),
          kept: z.string(),
        }),
      ),
    }),
  ),
  ...standingContract,
}
