import type { BoundaryContent } from '#shared/organization/boundary'
import type { Node, NodeId, NodeKind } from '#shared/organization/model'

/** A node about which nothing is known but its name. */
export const plate = {
  code: null,
  tenure: 'owned',
  capacity: null,
  capacityUnit: null,
  model: null,
  maker: null,
  serialNo: null,
  place: null,
  note: null,
} as const

/** A boundary by operational control with nothing in it yet. */
export const blank: BoundaryContent = {
  title: '2025 年边界',
  approach: 'operational-control',
  guideline: 'mee-power-2022',
  desulfurization: true,
  isoCategories: [1, 2],
  scopes: [1, 2],
  subsystems: ['emission'],
  members: [],
  exclusions: [],
  validFrom: '2025-01-01',
  validTo: null,
  reason: null,
  replaces: null,
}

/**
 * A tree as it is drawn: `treeOf('site Plant', ' facility Power', '  unit Boiler')`, one blank of indent per level. The name is
 * the id.
 */
export function treeOf(...lines: readonly string[]): Node[] {
  const above: (NodeId | null)[] = [null]
  return lines.map((line, position) => {
    const depth = line.length - line.trimStart().length
    const [kind = '', ...words] = line.trim().split(' ')
    const name = words.join(' ')
    const id = name as NodeId
    above[depth + 1] = id
    const parent = above[depth] ?? null
    return {
      ...plate,
      id,
      kind: kind as NodeKind,
      name,
      parent,
      position,
      validFrom: '2020-01-01',
      validTo: null,
    }
  })
}
/** Members by name, `A` or `A 60` with a share. */
export function members(...lines: readonly string[]): BoundaryContent['members'] {
  return lines.map((line) => {
    const [name = '', share] = line.split(' ')
    return { node: name as NodeId, share: share ?? null, reason: null }
  })
}
export function excluded(
  node: string | null,
  reason = 'rented out',
  what = node ?? '',
): BoundaryContent['exclusions'][number] {
  return { node: node as NodeId | null, what, reason, size: { in: 'tCO2e', value: '12' } }
}
