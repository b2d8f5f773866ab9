import { z } from 'zod'

import type { Permission } from '#shared/kernel/contract'

/** Names any record of any area: `area/kind/id`. */
export const recordRef = z.string().regex(/^[a-z]+\/[a-z-]+\/[^/\s]{1,100}$/)
export type RecordRef = z.output<typeof recordRef>

/**
 * A record as others name it: in a link, a search result, a comment's heading or a requirement's proof. Areas offer
 * theirs (`electron/areas.ts`); nothing of it is kept but in the search index, which can be thrown away.
 */
export interface RecordEntry {
  readonly record: RecordRef
  /** What kind of record it is, as a code that has a wording: `risks.kind.risk`. */
  readonly kind: string
  /** In the user's own words. */
  readonly title: string
  /** Number for people, such as `NC-2026-014`; null where the kind has none. */
  readonly number: string | null
  /** State as a code that has a wording; null where the kind has none. */
  readonly state: string | null
  /** The page where it is seen. */
  readonly path: string
  readonly seenWith: Permission
  readonly node: string | null
  /** What else it can be found by. */
  readonly text: string
  /** Whether it stays as it is from now on: signed, closed, delivered. Its files are not taken off any more. */
  readonly isFinal?: boolean
}

/** How one record stands to another, in `kernel_links`. Read from left to right: the first `evidences` the second. */
export const relations = [
  'evidences',
  'follows-from',
  'implements',
  'causes',
  'concerns',
  'replaces',
] as const
export const relation = z.enum(relations)
export type Relation = (typeof relations)[number]
