import { z } from 'zod'

import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import { facts } from '#shared/kernel/finding'
import { type Subsystem, subsystem } from '#shared/kernel/subsystem'

import { documentId, versionState } from './document.ts'

interface Required {
  readonly clause: string
  readonly subsystem: Subsystem
  /** `maintain` (保持): a living document whose older versions are kept; `retain` (保留): a record that is locked. */
  readonly holding: 'maintain' | 'retain'
  /** The records of the product that hold the same; none where only a document can. */
  readonly evidence: readonly EvidenceKind[]
}

/** What the standard says must exist in writing, by codes that are worded `documents.required.<code>`. */
export const requiredWriting = {
  scope: { clause: '4.3', subsystem: 'core', holding: 'maintain', evidence: ['boundary'] },
  policy: { clause: '5.2', subsystem: 'core', holding: 'maintain', evidence: ['policy'] },
  'review-method': { clause: '6.1.1', subsystem: 'core', holding: 'maintain', evidence: [] },
  'review-results': { clause: '6.1.1', subsystem: 'core', holding: 'retain', evidence: ['system-review'] },
  'indicator-method': { clause: '6.2', subsystem: 'core', holding: 'maintain', evidence: ['indicator'] },
  'indicator-values': { clause: '6.2', subsystem: 'core', holding: 'retain', evidence: ['indicator'] },
  baseline: { clause: '6.3', subsystem: 'core', holding: 'retain', evidence: ['baseline'] },
  objectives: { clause: '6.4.2', subsystem: 'core', holding: 'retain', evidence: ['objective'] },
  'action-plans': { clause: '6.4.4', subsystem: 'core', holding: 'maintain', evidence: ['action-plan'] },
  'reporting-plan': {
    clause: 'A.6.5.2.3',
    subsystem: 'emission',
    holding: 'maintain',
    evidence: ['reporting-plan'],
  },
  'trading-plan': {
    clause: 'B.6.2.2, B.8.1',
    subsystem: 'trading',
    holding: 'maintain',
    evidence: ['action-plan'],
  },
  'neutrality-plan': {
    clause: 'D.6.4.2',
    subsystem: 'neutrality',
    holding: 'maintain',
    evidence: ['neutrality-plan'],
  },
  competence: { clause: '7.2.1 d', subsystem: 'core', holding: 'retain', evidence: ['competence-record'] },
  communication: { clause: '7.3.2', subsystem: 'core', holding: 'retain', evidence: ['communication'] },
  'disclosure-rules': { clause: '7.3.1', subsystem: 'core', holding: 'maintain', evidence: [] },
  monitoring: {
    clause: '9.1.1',
    subsystem: 'core',
    holding: 'retain',
    evidence: ['monitoring-result', 'deviation-case'],
  },
  'compliance-evaluation': {
    clause: '9.1.2',
    subsystem: 'core',
    holding: 'retain',
    evidence: ['compliance-evaluation'],
  },
  audit: {
    clause: '9.2.2 f',
    subsystem: 'core',
    holding: 'retain',
    evidence: ['audit-programme', 'audit-report'],
  },
  'management-review': {
    clause: '9.3.4',
    subsystem: 'core',
    holding: 'retain',
    evidence: ['management-review'],
  },
  nonconformity: {
    clause: '10.2',
    subsystem: 'core',
    holding: 'retain',
    evidence: ['nonconformity', 'corrective-action'],
  },
  'trading-monitoring': {
    clause: 'B.9.1',
    subsystem: 'trading',
    holding: 'retain',
    evidence: ['monitoring-result'],
  },
  appraisal: { clause: 'B.9 b', subsystem: 'trading', holding: 'retain', evidence: ['appraisal'] },
  'asset-monitoring': {
    clause: 'C.9.1',
    subsystem: 'asset',
    holding: 'retain',
    evidence: ['monitoring-result'],
  },
  'neutrality-monitoring': {
    clause: 'D.9.1',
    subsystem: 'neutrality',
    holding: 'retain',
    evidence: ['monitoring-result'],
  },
  'neutrality-compliance': {
    clause: 'D.9.2',
    subsystem: 'neutrality',
    holding: 'retain',
    evidence: ['compliance-evaluation'],
  },
} as const satisfies Readonly<Record<string, Required>>
export type RequiredCode = keyof typeof requiredWriting
export const requiredCodes = Object.keys(requiredWriting) as readonly RequiredCode[]

export function requiredOf(code: RequiredCode): Required {
  return requiredWriting[code]
}

/** What the organization itself finds it must have in writing (7.4.1 b). */
export const ownWriting = z.object({
  title: z.string().trim().min(1).max(200),
  clause: z.string().trim().max(60).nullable(),
  reason: z.string().trim().min(1).max(1000),
})
export type OwnWriting = Readonly<z.output<typeof ownWriting>>

/** `there`: a document in force or the product's own records show it; `begun`: something is on its way. */
export const writingStates = ['there', 'begun', 'missing', 'not-adopted'] as const
export type WritingState = (typeof writingStates)[number]
export const writing = z.object({
  code: z.string(),
  /** The organization's own words; null for what the standard asks for, which has a wording. */
  title: z.string().nullable(),
  clause: z.string().nullable(),
  subsystem,
  holding: z.enum(['maintain', 'retain']).nullable(),
  state: z.enum(writingStates),
  documents: z.array(
    z.object({ id: documentId, number: z.string(), title: z.string(), state: versionState.nullable() }),
  ),
  /** What the records of the product say of it. */
  records: z.array(z.object({ isMet: z.boolean(), code: z.string(), facts, path: z.string() })),
})
export type Writing = Readonly<z.output<typeof writing>>
type Shown = Pick<Writing, 'documents' | 'records'>

/** Whether a piece of writing is there, from what serves it. Records of the product stand for it only where all are met. */
export function writingStateOf({ documents, records }: Shown): WritingState {
  if (documents.some(({ state }) => state === 'in-force')) return 'there'
  if (records.length > 0 && records.every(({ isMet }) => isMet)) return 'there'
  const isBegun = documents.some(({ state }) => state !== null && open.has(state))
  return isBegun || records.some(({ isMet }) => isMet) ? 'begun' : 'missing'
}
const open: ReadonlySet<string> = new Set(['draft', 'review', 'approval', 'waiting'])
