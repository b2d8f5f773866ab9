import type { Finding } from '#shared/kernel/finding'
import { type Day, overlaps, type Validity } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

import type { ApprovedBoundary, BoundaryContent, BoundaryId } from './boundary.ts'
import type { Node, SourceAtNode } from './model.ts'
import { isInside, standingsOf } from './standing.ts'
import { withDescendants } from './tree.ts'

type Check = (content: BoundaryContent, nodes: readonly Node[]) => Finding[]

/**
 * What a boundary lacks before top management can sign it (`blocks-report`), and what a reader will ask about.
 * `nodes` are those that exist on the first day of its validity.
 */
export function boundaryGaps(content: BoundaryContent, nodes: readonly Node[]): Finding[] {
  const checks: readonly Check[] = [
    emptyBoundary,
    undecidedNodes,
    unreasonedMembers,
    wrongShares,
    poorExclusions,
    reportingGaps,
    wrongValidity,
  ]
  return checks.flatMap((check) => check(content, nodes))
}

function emptyBoundary({ members }: BoundaryContent, nodes: readonly Node[]): Finding[] {
  if (nodes.length === 0) return [gap('organization.boundary-no-tree', 'members')]
  return members.length === 0 ? [gap('organization.boundary-empty', 'members')] : []
}

/** Nothing inside the scope may be forgotten (clause 4.3): every part of the tree is in or excluded with a reason. */
function undecidedNodes(content: BoundaryContent, nodes: readonly Node[]): Finding[] {
  if (content.members.length === 0) return []
  const standings = standingsOf(nodes, content)
  const undecided = nodes.filter(({ id }) => standings.get(id)?.standing === 'undecided')
  const ids = new Set(undecided.map(({ id }) => id))
  return undecided
    .filter(({ id, parent }) => {
      // A site whose facilities are each decided needs no line of its own.
      const below = nodes.filter((node) => node.parent === id)
      const settled = below.length > 0 && below.every((node) => !ids.has(node.id))
      return !settled && (parent === null || !ids.has(parent))
    })
    .map(({ id, name }) => gap('organization.boundary-undecided', id, { name }))
}

/** By what rule leased, shared and outsourced parts are in is asked for by 6.1.2 b. */
function unreasonedMembers({ members, exclusions }: BoundaryContent, nodes: readonly Node[]): Finding[] {
  return nodes
    .filter(({ id, tenure }) => tenure !== 'owned' && !exclusions.some(({ node }) => node === id))
    .filter(({ id }) => !members.some(({ node, reason }) => node === id && reason !== null))
    .filter((node) => isInside(standingsOf(nodes, contentOf(members, exclusions)).get(node.id) ?? outside))
    .map(({ id, name }) => gap('organization.boundary-tenure-unreasoned', id, { name }))
}
const outside = { standing: 'undecided' } as const
function contentOf(members: BoundaryContent['members'], exclusions: BoundaryContent['exclusions']) {
  return { approach: 'operational-control', members, exclusions } as const
}

function wrongShares({ approach, members }: BoundaryContent, nodes: readonly Node[]): Finding[] {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? ''
  if (approach !== 'equity-share') return []
  return members
    .filter(({ share }) => share === null || !isShare(share))
    .map(({ node }) => gap('organization.boundary-share', node, { name: nameOf(node) }))
}
function isShare(share: string): boolean {
  const value = new Decimal(share)
  return value.greaterThan(0) && value.lessThanOrEqualTo(100)
}

function poorExclusions({ exclusions }: BoundaryContent): Finding[] {
  const each = exclusions.flatMap(({ what, reason, size }, index) => {
    const where = `exclusions/${index + 1}`
    const unnamed = what === '' ? [gap('organization.exclusion-unnamed', where)] : []
    const unreasoned = reason === '' ? [gap('organization.exclusion-unreasoned', where, { what })] : []
    const unsized = size === null ? [question('organization.exclusion-unsized', where, { what })] : []
    return [...unnamed, ...unreasoned, ...unsized]
  })
  const share = exclusions.reduce(
    (total, { size }) => (size?.in === '%' ? total.plus(size.value) : total),
    new Decimal(0),
  )
  // Five per cent is the usual materiality threshold of verification.
  if (!share.greaterThan(5)) return each
  return [...each, question('organization.exclusions-large', 'exclusions', { share: share.toFixed() })]
}

function reportingGaps({ guideline, isoCategories, scopes, subsystems }: BoundaryContent): Finding[] {
  const nothing = guideline === null && isoCategories.length === 0 && scopes.length === 0
  return [
    ...(nothing ? [gap('organization.boundary-reports-nothing', 'reporting')] : []),
    ...(guideline === null && !nothing ? [question('organization.boundary-no-guideline', 'reporting')] : []),
    // Direct emissions are always quantified: ISO 14064-1 clause 5.2.2, GHG Protocol chapter 4.
    ...(isoCategories.length > 0 && !isoCategories.includes(1)
      ? [gap('organization.boundary-without-direct', 'reporting')]
      : []),
    ...(scopes.length > 0 && !(scopes.includes(1) && scopes.includes(2))
      ? [gap('organization.boundary-scopes', 'reporting')]
      : []),
    ...(subsystems.length === 0 ? [gap('organization.boundary-no-subsystem', 'subsystems')] : []),
  ]
}

function wrongValidity({ validFrom, validTo }: BoundaryContent): Finding[] {
  return validTo !== null && validTo <= validFrom ? [gap('organization.boundary-ends-early', 'validity')] : []
}

/** Clause 4.3: what stands in the boundary is compared with the register, and what nobody watches is named. */
export function unwatchedFacilities(
  content: BoundaryContent,
  nodes: readonly Node[],
  sources: readonly SourceAtNode[],
): Finding[] {
  const standings = standingsOf(nodes, content)
  return nodes
    .filter(({ id, kind }) => kind === 'facility' && isInside(standings.get(id) ?? outside))
    .filter(({ id }) => {
      const parts = new Set(withDescendants(nodes, [id]).map((part) => part.id))
      return !sources.some(({ node }) => parts.has(node))
    })
    .map(({ id, name }) => ({
      severity: 'note',
      code: 'organization.boundary-no-sources',
      where: id,
      facts: { name },
    }))
}

function gap(code: string, where: string, facts: Finding['facts'] = {}): Finding {
  return { severity: 'blocks-report', code, where, facts }
}
function question(code: string, where: string, facts: Finding['facts'] = {}): Finding {
  return { severity: 'explain', code, where, facts }
}

export interface TakeOver {
  /** Approved versions that end because the new one begins. */
  readonly ends: readonly { readonly id: BoundaryId; readonly on: Day }[]
  /** Approved versions that the new one may not touch. */
  readonly conflicts: readonly ApprovedBoundary[]
}

/**
 * What an approval does to the versions before it: one that runs on and began earlier ends where the new one begins; the
 * one that the new one says it corrects loses its whole validity; anything else that overlaps is a conflict.
 */
export function takeOver(
  approved: readonly ApprovedBoundary[],
  draft: Pick<BoundaryContent, 'validFrom' | 'validTo' | 'replaces'>,
): TakeOver {
  const touched = approved.filter((version) => lasts(version) && overlaps(version, draft))
  const ends = touched.flatMap(({ id, validFrom, validTo }) => {
    if (id === draft.replaces) return [{ id, on: validFrom }]
    return validTo === null && validFrom < draft.validFrom ? [{ id, on: draft.validFrom }] : []
  })
  return { ends, conflicts: touched.filter(({ id }) => !ends.some((end) => end.id === id)) }
}
/** A corrected version keeps its place in the list, but no day. */
function lasts({ validFrom, validTo }: Validity): boolean {
  return validTo === null || validFrom < validTo
}
