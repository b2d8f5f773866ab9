import { z } from 'zod'

import { determinations } from '#shared/kernel/figure'
import { idOf } from '#shared/kernel/id'
import { type Day, day, endOf, instant } from '#shared/kernel/period'
import { measure } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

import { frequencies, gapRules, parameterId, sourceId } from './model.ts'

export const planId = idOf<'plan'>()
export type PlanId = z.output<typeof planId>
export const submissionId = idOf<'plan-submission'>()
export type SubmissionId = z.output<typeof submissionId>

export const planStates = ['draft', 'review', 'approved', 'in-force', 'superseded'] as const
export type PlanState = (typeof planStates)[number]
/** What leads from which state to which. Whoever approves is somebody else than who wrote it. */
export const planTransitions = {
  draft: { submit: 'review' },
  review: { approve: 'approved', return: 'draft' },
  approved: { enact: 'in-force', return: 'draft' },
  'in-force': { supersede: 'superseded' },
  superseded: {},
} as const satisfies Record<PlanState, Partial<Record<string, PlanState>>>
export const planActs = ['submit', 'return', 'approve', 'enact', 'supersede'] as const
export type PlanAct = (typeof planActs)[number]
/** Where an act leads from a state; null where it is not allowed there. */
export function stateAfter(state: PlanState, act: PlanAct): PlanState | null {
  const next: Partial<Record<PlanAct, PlanState>> = planTransitions[state]
  return next[act] ?? null
}

/** By what means a value is obtained (A.6.5.2.2 c). */
export const monitoringForms = ['online', 'manual', 'laboratory', 'supplier', 'library'] as const
export type MonitoringForm = (typeof monitoringForms)[number]

/** Text that a draft may leave empty; `plan-check.ts` says what is missing. */
const text = z.string().trim().max(4000)
const short = z.string().trim().max(300)
const known = z.string().max(300).nullable()

/** One parameter with all that section 8 of the guideline and A.6.5.2.2 a to e ask for. */
export const planLine = z.object({
  parameter: parameterId,
  source: sourceId.nullable(),
  /** The source with its code, as it was called when the line was written; null for the facility's own. */
  sourceName: known,
  role: z.string(),
  name: z.string(),
  unit: measure,
  determination: z.enum(determinations),
  form: z.enum(monitoringForms),
  /** The number on the meter, and what the register knew of it. */
  meter: known,
  meterModel: known,
  meterPlace: known,
  meterAccuracy: known,
  calibrationMonths: z.int().nullable(),
  /** `urn#ref` of the library where a default stands in. */
  factor: known,
  frequency: z.enum(frequencies),
  /** How often the value is written into the records, which is how often the program expects one. */
  recordFrequency: z.enum(frequencies),
  /** The form or book in which it is recorded. */
  recordForm: short,
  methodStandard: short,
  gapRule: z.enum(gapRules),
  responsible: known,
  department: known,
})
export type PlanLine = Readonly<z.output<typeof planLine>>

const planOrganization = z.object({
  name: z.string(),
  creditCode: known,
  industryCode: known,
  legalRepresentative: known,
  registeredAddress: known,
  productionAddress: known,
  permitNo: known,
  contacts: z.array(z.string()),
})
const planUnit = z.object({ kind: z.string(), name: z.string(), capacity: known, model: known, place: known })
const planBoundary = z.object({
  /** Null while the organization has no approved boundary. */
  number: z.int().nullable(),
  approach: known,
  facilities: z.array(z.string()),
  exclusions: z.array(z.object({ what: z.string(), reason: z.string() })),
})
export const planMethod = z.object({
  source: sourceId,
  name: z.string(),
  method: z.string(),
  gas: z.string(),
  reason: known,
})
/** Size, cause and intended measure for one source (A.9.1 a 4). */
export const planUncertainty = z.object({
  source: sourceId,
  name: z.string(),
  size: short,
  cause: text,
  measure: text,
})
/** How a material is sampled and prepared, and who tests it. */
export const planSampling = z.object({
  material: short,
  place: short,
  frequency: short,
  standard: short,
  preparation: short,
  storage: short,
  testedBy: short,
})

/** Everything that a version says, besides its number and its time. What the registers know is taken from them. */
export const planContent = z.object({
  title: short,
  /** Why there is this version. */
  reason: text,
  organization: planOrganization,
  units: z.array(planUnit),
  boundary: planBoundary,
  /** What changed in the boundary against last year. */
  boundaryChange: text,
  methods: z.array(planMethod),
  uncertainties: z.array(planUncertainty),
  lines: z.array(planLine).max(3000),
  samplings: z.array(planSampling).max(100),
  responsibilities: text,
  training: text,
  retention: text,
  internalAudit: text,
  approvalFlow: text,
  /** What is done when practice differs from the plan. */
  deviationRule: text,
})
export type PlanContent = Readonly<z.output<typeof planContent>>

/** The parts of the plan that people write as plain text, in their order. */
export const planTexts = [
  'boundaryChange',
  'responsibilities',
  'training',
  'retention',
  'internalAudit',
  'approvalFlow',
  'deviationRule',
] as const satisfies readonly (keyof PlanContent)[]

const stamps = {
  /** Who last changed what it says. */
  writtenBy: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** Why one person wrote and approved it; null where there were two. */
  aloneReason: z.string().nullable(),
  enactedBy: z.string().nullable(),
  enactedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
}
const place = {
  id: planId,
  facility: nodeId,
  number: z.int(),
  state: z.enum(planStates),
  after: planId.nullable(),
  validFrom: day,
  validTo: day.nullable(),
}
export const planVersion = z.object({ ...place, content: planContent, ...stamps })
export type PlanVersion = Readonly<z.output<typeof planVersion>>
/** A version in the list, without what it says in full. */
export const planSummary = z.object({
  ...place,
  title: z.string(),
  reason: z.string(),
  lines: z.int(),
  ...stamps,
})
export type PlanSummary = Readonly<z.output<typeof planSummary>>

export const planSubmission = z.object({
  id: submissionId,
  plan: planId,
  authority: z.string(),
  dueOn: day.nullable(),
  submittedOn: day.nullable(),
  receiptNo: z.string().nullable(),
  receipt: z.object({ sha256: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type PlanSubmission = Readonly<z.output<typeof planSubmission>>

/** The version that governed on a day: in force then, or superseded later. */
export function planOn<P extends Pick<PlanVersion, 'state' | 'validFrom' | 'validTo'>>(
  versions: readonly P[],
  on: Day,
): P | undefined {
  return versions.find(
    ({ state, validFrom, validTo }) =>
      (state === 'in-force' || state === 'superseded') &&
      validFrom <= on &&
      (validTo === null || on < validTo),
  )
}

/** The version that governs a month (`2025-01`) or a whole year (`2025`): the one in force on its last day. */
export function planOfMonth<P extends Pick<PlanVersion, 'state' | 'validFrom' | 'validTo'>>(
  versions: readonly P[],
  key: string,
): P | undefined {
  const end = key.length === 4 ? `${Number(key) + 1}-01-01` : endOf(key)
  return planOn(versions, dayBefore(end))
}
function dayBefore(on: Day): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
