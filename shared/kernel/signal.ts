import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import type { RecordRef } from '#shared/kernel/record'
import type { Facts } from '#shared/kernel/refusal'
import type { Subsystem } from '#shared/kernel/subsystem'

/**
 * What a record says of a requirement of the standard, computed anew each time. It speaks of every requirement that
 * is shown by that kind of evidence, in one subsystem or in all; or of one requirement by its id.
 */
export interface RequirementSignal {
  readonly about:
    | { readonly evidence: EvidenceKind; readonly subsystem: Subsystem | 'all' }
    | { readonly requirement: string }
  /** Whether the records show what is asked. Where several speak of one requirement, all must. */
  readonly isMet: boolean
  /** Why, as a code that has a wording: `organization.signal.no-policy`. */
  readonly code: string
  readonly facts: Facts
  /** The records that show it, or that are wanting. */
  readonly records: readonly RecordRef[]
  /** The page where what is missing is seen to. */
  readonly path: string
}
