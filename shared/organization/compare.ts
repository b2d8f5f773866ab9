import type { BoundaryContent, Exclusion } from './boundary.ts'
import type { Node, NodeId } from './model.ts'
import { type Standing, standingsOf } from './standing.ts'

/** One thing that two versions of a boundary say differently. Null means that one of them does not say it. */
export type Difference =
  | {
      readonly of: 'setting'
      readonly setting: Setting
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly of: 'node'
      readonly node: NodeId
      readonly before: Standing | null
      readonly after: Standing | null
    }
  | {
      readonly of: 'exclusion'
      readonly what: string
      readonly before: Exclusion | null
      readonly after: Exclusion | null
    }

export const settings = [
  'title',
  'approach',
  'guideline',
  'desulfurization',
  'isoCategories',
  'scopes',
  'subsystems',
  'validFrom',
  'validTo',
] as const
export type Setting = (typeof settings)[number]

/** What changed from one version to another: settings, then nodes in the order given, then exclusions without a node. */
export function compareBoundaries(
  nodes: readonly Node[],
  before: BoundaryContent,
  after: BoundaryContent,
): Difference[] {
  return [...settingsOf(before, after), ...nodesOf(nodes, before, after), ...exclusionsOf(before, after)]
}

function settingsOf(before: BoundaryContent, after: BoundaryContent): Difference[] {
  return settings
    .map((setting) => ({
      of: 'setting' as const,
      setting,
      before: settingText(before[setting]),
      after: settingText(after[setting]),
    }))
    .filter((difference) => difference.before !== difference.after)
}
/** Lists are compared as sets: the order in which categories were ticked says nothing. */
export function settingText(value: BoundaryContent[Setting]): string | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return value.map(String).toSorted().join(' ')
}

function nodesOf(nodes: readonly Node[], before: BoundaryContent, after: BoundaryContent): Difference[] {
  const [was, is] = [standingsOf(nodes, before), standingsOf(nodes, after)]
  return nodes.flatMap(({ id, validFrom, validTo }) => {
    const existed = (content: BoundaryContent) =>
      validFrom <= content.validFrom && (validTo === null || content.validFrom < validTo)
    const difference = {
      of: 'node' as const,
      node: id,
      before: existed(before) ? (was.get(id) ?? null) : null,
      after: existed(after) ? (is.get(id) ?? null) : null,
    }
    return standingText(difference.before) === standingText(difference.after) ? [] : [difference]
  })
}
function standingText(standing: Standing | null): string {
  if (standing === null) return ''
  return standing.standing === 'shared' ? `shared ${standing.share}` : standing.standing
}

function exclusionsOf(before: BoundaryContent, after: BoundaryContent): Difference[] {
  const [was, is] = [before, after].map(
    ({ exclusions }) => new Map(exclusions.map((line) => [line.what, line])),
  )
  const whats = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  return [...whats]
    .map((what) => ({
      of: 'exclusion' as const,
      what,
      before: was?.get(what) ?? null,
      after: is?.get(what) ?? null,
    }))
    .filter((difference) => JSON.stringify(difference.before) !== JSON.stringify(difference.after))
}
