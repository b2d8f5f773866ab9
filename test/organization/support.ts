import { openSourcesOf } from '#db/monitoring/queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { createOrganizationSignals } from '#electron/organization/system-signals'
import type { RequirementSignal } from '#shared/kernel/signal'
import type { OfferedTask } from '#shared/kernel/task'
import type { BoundaryContent } from '#shared/organization/boundary'
import type { Node, NodeId, NodeKind } from '#shared/organization/model'
import { administrator, type Api, finish, type TestBackend } from '#test/support/backend'

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

/** An organization with one site and a facility, and the boundary around both in force. */
export async function boundaryInForce(api: Api): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: null,
    site: '厂区',
    facility: '热电厂',
    validFrom: '2020-01-01',
  })
  const [site] = await api.organization.tree({})
  const { id } = await api.organization.draftBoundary({
    ...blank,
    members: [{ node: site!.id, share: null, reason: null }],
  })
  await finish(api.organization.approveBoundary({ id, password: administrator.password }))
}

/** The day of the clock that a test's backend starts with. */
export const today = '2026-06-30'

/** What a source of tasks offers on that day, as the program asks it. */
export function offeredBy(source: TaskSource, { backend }: TestBackend): readonly OfferedTask[] {
  const { spine } = backend
  const calendar = { years: new Set([2026]), days: new Map() }
  return source(spine.store().read, { today, calendar, around: spine.around })
}
/** What the organization's records say of a requirement, or of what a kind of evidence shows. */
export function signalOf({ backend }: TestBackend, asked: string): RequirementSignal | undefined {
  const signals = createOrganizationSignals(() => [openSourcesOf])
  return signals(backend.spine.store().read, { today }).find(({ about }) =>
    'requirement' in about ? about.requirement === asked : about.evidence === asked,
  )
}
