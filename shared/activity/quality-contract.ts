import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { month } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { languages } from '#shared/kernel/texts'
import { parameterId, sourceId } from '#shared/monitoring/model'
import { nodeId, year } from '#shared/organization/model'

import { findingAnswerId, registeredFinding, settledFinding } from './finding-register.ts'
import { fileTrace } from './forensics.ts'
import { actId, proof, readingId } from './model.ts'
import { substitution, substitutionRules } from './substitution.ts'

const reason = z.string().trim().min(1).max(1000)
const atYear = { facility: nodeId.nullable(), year }

/** What a value that stands in would change. `before` is null while the month has no result. */
const effect = z.object({ before: decimalText.nullable(), after: decimalText.nullable() })

/** A cell without a valid value, with everything that could stand in. */
const gap = z.object({
  parameter: parameterId,
  name: z.string(),
  source: z.string(),
  facility: nodeId,
  month,
  unit: measure,
  gapRule: z.string(),
  /** The value that stands in already; null while the month is missing. */
  applied: substitution
    .extend({ reading: readingId, value: decimalText, reason: z.string().nullable() })
    .nullable(),
})
const offer = substitution.extend({
  value: decimalText.nullable(),
  isAllowed: z.boolean(),
  /** The emission of the source in that month, tCO2e; null where the parameter belongs to no source. */
  effect: effect.nullable(),
})

/** Quality of data: findings with their answers, values that stand in for missing ones, what files say of themselves. */
export const qualityContract = {
  /** Everything that any part of the program found in a year, of one facility or of all. */
  findings: query(
    'activity.read',
    z.object({ ...atYear, language: z.enum(languages) }),
    z.object({ findings: z.array(registeredFinding), settled: z.array(settledFinding) }),
  ),
  /** How many findings of a year wait for an answer, notes apart: none given, or given to numbers that changed. */
  findingCounts: query('activity.read', z.object(atYear), z.object({ open: z.int(), changed: z.int() })),
  /** Explains a finding with the numbers that it speaks of today; it comes back when they change. */
  answerFinding: command(
    'activity.check',
    z.object({ ...atYear, code: z.string(), where: z.string(), fingerprint: z.string(), reason }),
    z.object({ id: findingAnswerId }),
  ),
  withdrawAnswer: command('activity.check', z.object({ id: findingAnswerId }), nothing),
  /** The list as a workbook, in one language. */
  exportFindings: task(
    'activity.read',
    z.object({ ...atYear, language: z.enum(languages) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),

  /** The monitoring report of a facility and year: what was due and came, gaps with their rule, exceptions. */
  exportMonitoring: task(
    'activity.read',
    z.object({
      facility: nodeId,
      year,
      kind: z.enum(['docx', 'pdf', 'xlsx']),
      language: z.enum(languages),
    }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),

  /** The gaps of a year, filled by a rule or not filled yet. */
  gaps: query('activity.read', z.object(atYear), z.array(gap)),
  /** The values that could stand in for one gap, and what the emission would become. */
  offers: query('activity.read', z.object({ parameter: parameterId, month }), z.array(offer)),
  /** Fills a gap by a rule that the plan allows; `text` is the supplier's value where the rule is that. */
  substitute: command(
    'activity.enter',
    z.object({
      parameter: parameterId,
      month,
      rule: z.enum(substitutionRules),
      text: z.string().trim().min(1).max(80).nullable(),
      proofs: z.array(proof).max(20),
      reason,
    }),
    z.object({ act: actId, reading: readingId }),
  ),

  /** Sets up what a stock balance needs for a fuel: purchases, and the stock at the end of each month. */
  addStock: command(
    'monitoring.manage',
    z.object({ source: sourceId, language: z.enum(languages) }),
    z.object({ parameters: z.array(parameterId) }),
  ),

  /** What the files of evidence say of themselves. */
  traces: query('activity.read', nothing, z.object({ traces: z.array(fileTrace), unread: z.int() })),
  /** Reads what no one has read yet. */
  readTraces: task('activity.enter', nothing, z.object({ read: z.int() })),
}
