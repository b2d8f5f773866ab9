import { canonical } from '#shared/kernel/canonical'
import type { Day } from '#shared/kernel/period'

import type { BoundaryContent, BoundaryMember, Exclusion } from './boundary.ts'
import type { Node, NodeId } from './model.ts'

/** What a user decides about one node. `as-above`: it follows the node that it is a part of. */
export const decisions = ['in', 'out', 'as-above'] as const
export type Decision = (typeof decisions)[number]

export function decisionOf({ members, exclusions }: BoundaryContent, node: NodeId): Decision {
  if (exclusions.some((line) => line.node === node)) return 'out'
  return members.some((line) => line.node === node) ? 'in' : 'as-above'
}

/** The content with one node decided anew; an exclusion starts with the node's name and without a reason. */
export function decide(content: BoundaryContent, { id, name }: Node, decision: Decision): BoundaryContent {
  if (decisionOf(content, id) === decision) return content
  const members = content.members.filter(({ node }) => node !== id)
  const exclusions = content.exclusions.filter(({ node }) => node !== id)
  if (decision === 'in')
    return { ...content, exclusions, members: [...members, { node: id, share: null, reason: null }] }
  if (decision === 'out')
    return {
      ...content,
      members,
      exclusions: [...exclusions, { node: id, what: name, reason: '', size: null }],
    }
  return { ...content, members, exclusions }
}

export function withMember(
  content: BoundaryContent,
  node: NodeId,
  change: Partial<BoundaryMember>,
): BoundaryContent {
  const members = content.members.map((line) => (line.node === node ? { ...line, ...change } : line))
  return { ...content, members }
}

export function withExclusion(
  content: BoundaryContent,
  index: number,
  change: Partial<Exclusion>,
): BoundaryContent {
  const exclusions = content.exclusions.map((line, at) => (at === index ? { ...line, ...change } : line))
  return { ...content, exclusions }
}

/** The approach, and with it the shares: they mean something by equity only. */
export function withApproach(
  content: BoundaryContent,
  approach: BoundaryContent['approach'],
): BoundaryContent {
  if (approach === 'equity-share') return { ...content, approach }
  return { ...content, approach, members: content.members.map((line) => ({ ...line, share: null })) }
}

/** The content of a first version: every site inside, operational control, direct emissions and purchased energy. */
export function firstContent(nodes: readonly Node[], title: string, validFrom: Day): BoundaryContent {
  return {
    title,
    approach: 'operational-control',
    guideline: null,
    desulfurization: true,
    isoCategories: [1, 2],
    scopes: [1, 2],
    subsystems: ['emission'],
    members: nodes
      .filter(({ kind }) => kind === 'site')
      .map(({ id }) => ({ node: id, share: null, reason: null })),
    exclusions: [],
    validFrom,
    validTo: null,
    reason: null,
    replaces: null,
  }
}

/** Only what a version says, without the number, state and approval that it may carry besides. */
export function contentOf(version: BoundaryContent): BoundaryContent {
  const { title, approach, guideline, desulfurization, isoCategories, scopes, subsystems } = version
  const { members, exclusions, validFrom, validTo, reason, replaces } = version
  const said = { title, approach, guideline, desulfurization, isoCategories, scopes, subsystems }
  return { ...said, members, exclusions, validFrom, validTo, reason, replaces }
}
/** What the next version starts from. */
export function nextContent(before: BoundaryContent, title: string, validFrom: Day): BoundaryContent {
  return { ...contentOf(before), title, validFrom, validTo: null, reason: null, replaces: null }
}

/** Whether two contents say the same; the order in which nodes were decided says nothing. */
export function saysTheSame(a: BoundaryContent, b: BoundaryContent): boolean {
  return canonical(inOrder(a)) === canonical(inOrder(b))
}
function inOrder(content: BoundaryContent): BoundaryContent {
  const members = content.members.toSorted((a, b) => (a.node < b.node ? -1 : 1))
  return { ...contentOf(content), members }
}
