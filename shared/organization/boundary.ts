import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'

import { amount, nodeId } from './model.ts'

export const boundaryId = idOf<'boundary'>()
export type BoundaryId = z.output<typeof boundaryId>

/** How the organization draws the line around what is its own (ISO 14064-1 clause 5.1). */
export const approaches = ['operational-control', 'financial-control', 'equity-share'] as const
export type Approach = (typeof approaches)[number]
/** The four subsystems of the standard; an organization may choose any of them (clause 1 e). */
export const subsystems = ['emission', 'trading', 'asset', 'neutrality'] as const
export type Subsystem = (typeof subsystems)[number]

/** A node that is in, with all below it unless an exclusion or a line of its own says otherwise. */
export const boundaryMember = z.object({
  node: nodeId,
  /** Per cent that the organization owns, by the equity share approach; null elsewhere. */
  share: amount.nullable(),
  /** By what rule it is in, asked for where it is not simply owned. */
  reason: z.string().trim().min(1).max(500).nullable(),
})
export type BoundaryMember = Readonly<z.output<typeof boundaryMember>>

/** How much is left out, as estimated: in tonnes a year or in per cent of the total. */
export const exclusionSize = z.discriminatedUnion('in', [
  z.object({ in: z.literal('tCO2e'), value: amount }),
  z.object({ in: z.literal('%'), value: amount }),
])
export const exclusion = z.object({
  /** The part of the tree that is left out; null for an activity without a node, such as commuting. */
  node: nodeId.nullable(),
  what: z.string().trim().max(300),
  reason: z.string().trim().max(1000),
  size: exclusionSize.nullable(),
})
export type Exclusion = Readonly<z.output<typeof exclusion>>

/** What a version says. A draft may be unfinished; `boundary-rules.ts` says what is missing. */
const content = {
  title: z.string().trim().min(1).max(200),
  approach: z.enum(approaches),
  /** The id of a guideline edition; null while none is chosen. */
  guideline: z.string().max(100).nullable(),
  /** Whether emissions of desulfurization are inside the reporting boundary; older guidelines counted them. */
  desulfurization: z.boolean(),
  /** Categories of ISO 14064-1:2018 that are reported. */
  isoCategories: z.array(z.int().min(1).max(6)),
  /** Scopes of the GHG Protocol that are reported. */
  scopes: z.array(z.int().min(1).max(3)),
  subsystems: z.array(z.enum(subsystems)),
  members: z.array(boundaryMember),
  exclusions: z.array(exclusion),
  validFrom: day,
  validTo: day.nullable(),
  /** Why there is a new version. */
  reason: z.string().trim().min(1).max(1000).nullable(),
  /** A version that this one corrects over its whole validity; without it, an approved past stays as it is. */
  replaces: boundaryId.nullable(),
}
export const boundaryContent = z.object(content)
export type BoundaryContent = Readonly<z.output<typeof boundaryContent>>

const numbered = { id: boundaryId, number: z.int().positive(), ...content }
const approval = {
  approvedBy: z.string(),
  approvedAt: instant,
  signature: z.string(),
}
export const boundaryVersion = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft'), ...numbered }),
  z.object({ state: z.literal('approved'), ...numbered, ...approval }),
  /** `validTo` is the day on which the version that supersedes it took over. */
  z.object({ state: z.literal('superseded'), ...numbered, ...approval }),
])
export type BoundaryVersion = Readonly<z.output<typeof boundaryVersion>>
export type BoundaryState = BoundaryVersion['state']
/** A version that was approved, and is or was in force. */
export type ApprovedBoundary = Extract<BoundaryVersion, { state: 'approved' | 'superseded' }>
