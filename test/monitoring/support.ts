import { nodes, organizations } from '#db/organization/tables'
import type { NewMeter } from '#shared/monitoring/meter'
import type { NewParameter, NewSource, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import type { TestBackend } from '#test/support/backend'

const stamp = { changedBy: null, changedAt: '2026-06-30T02:00:00.000Z' }
const nameless = { capacity: null, capacityUnit: null, model: null, maker: null, serialNo: null, place: null }

/** A legal entity with one site and one facility, as the first steps of a plant leave them. */
export function newFacility({ backend }: TestBackend, name = '热电分厂'): { readonly id: NodeId } {
  const { store, around } = backend.spine
  const { write } = store()
  const [known] = write.select().from(organizations).all()
  const organization = known?.id ?? (around.newId() as typeof organizations.$inferSelect.id)
  if (!known)
    write
      .insert(organizations)
      .values({ id: organization, name: '示例热电有限公司', ...stamp })
      .run()
  const common = {
    organization,
    tenure: 'owned',
    position: 0,
    validFrom: '2020-01-01',
    ...nameless,
    ...stamp,
  }
  const site = around.newId() as NodeId
  const facility = around.newId() as NodeId
  write
    .insert(nodes)
    .values([
      { id: site, kind: 'site', name: `${name}厂区`, ...common, tenure: 'owned' },
      { id: facility, parent: site, kind: 'facility', name, ...common, tenure: 'owned' },
    ])
    .run()
  return { id: facility }
}

/** Purchased electricity, unless told otherwise. */
export function sourceLike(node: NodeId, facts: Partial<NewSource> = {}): NewSource {
  return {
    node,
    code: 'D-1',
    name: '购入使用电力',
    category: 'electricity',
    isoCategory: 2,
    scope: 2,
    gas: 'CO2',
    calculation: { method: 'electricity' },
    fuel: null,
    biogenic: false,
    reportedIn: 'both',
    state: 'running',
    validFrom: '2025-01-01',
    validTo: null,
    methodReason: null,
    note: null,
    ...facts,
  }
}

/** A measured monthly amount in MWh, unless told otherwise. */
export function parameterLike(
  source: Pick<Source, 'id' | 'node'>,
  facts: Partial<NewParameter> = {},
): NewParameter {
  return {
    node: source.node,
    source: source.id,
    role: 'bought',
    name: '购入电量',
    unit: 'MWh',
    determination: 'measured',
    rollUp: 'sum',
    weightedBy: null,
    meter: null,
    factor: null,
    frequency: 'month',
    gapRule: 'none',
    bandLow: null,
    bandHigh: null,
    mayBeNegative: false,
    responsible: null,
    department: null,
    position: 0,
    validFrom: '2025-01-01',
    validTo: null,
    ...facts,
  }
}

/** An electricity meter that is calibrated every year, unless told otherwise. */
export function meterLike(node: NodeId, facts: Partial<NewMeter> = {}): NewMeter {
  return {
    node,
    tag: 'DN-7',
    kind: 'electricity',
    name: null,
    model: null,
    maker: null,
    place: null,
    range: null,
    accuracy: '0.5S',
    calibrationMonths: 12,
    exemption: null,
    installedOn: '2025-01-01',
    removedOn: null,
    note: null,
    ...facts,
  }
}
