import { join } from 'node:path'

import type { InventoryId } from '#shared/accounting/inventory'
import type { Mapping } from '#shared/activity/mapping'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { handOver } from '#test/fault/host'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { startBackend } from '#test/support/backend'

/** A plant in which a working day can be lived: cells to type into, columns to import, a line to be sealed. */
export interface FaultPlant {
  readonly folder: string
  readonly works: NodeId
  /** The facility whose months are closed one after the other, with its one parameter. */
  readonly closing: { readonly facility: NodeId; readonly parameter: ParameterId }
  readonly typed: ParameterId
  readonly imported: readonly ParameterId[]
  readonly inventory: InventoryId
}

/** How many columns an imported file has. */
export const columns = 8
const since = { validFrom: '2020-01-01' }

/** Makes the plant in the data folder of a home, for the user that the program runs as. */
export async function buildPlant(home: string): Promise<FaultPlant> {
  const folder = join(home, 'plant')
  const backend = await startBackend({ folder })
  const { api } = backend
  const works = newFacility(backend).id
  const closing = newFacility(backend, '检修车间').id
  const add = async (node: NodeId, name: string, frequency: 'day' | 'month') => {
    const source = await api.monitoring.addSource(sourceLike(node, { ...since, code: name, name }))
    return (await api.monitoring.addParameter(parameterLike(source, { ...since, name, frequency }))).id
  }
  const typed = await add(works, 'typed', 'day')
  const imported: ParameterId[] = []
  for (let column = 1; column <= columns; column += 1)
    imported.push(await add(works, `imported-${column}`, 'day'))
  const parameter = await add(closing, 'closing', 'month')
  const { guidelines } = await api.accounting.rules({})
  const { id, rounding } =
    guidelines.find((each) => each.id === 'carbon-management-annex-f') ?? guidelines[0]!
  const inventory = await api.accounting.create({
    title: '2024',
    year: 2024,
    facilities: null,
    guideline: id,
    gwpSet: 'AR6',
    rounding,
    view: 'iso-14064-1',
    scope2: 'location-based',
  })
  await backend.close()
  handOver(home)
  return {
    folder,
    works,
    closing: { facility: closing, parameter },
    typed,
    imported,
    inventory: inventory.id,
  }
}

/** How a file with days down and the imported parameters across is read. */
export function dailyMapping({ imported }: FaultPlant, sheet: string): Mapping {
  return {
    layout: 'wide-parameters',
    sheet,
    header: { from: 1, to: 1 },
    lastRow: null,
    year: null,
    parameters: {},
    units: {},
    decimalMark: 'point',
    hiddenRows: 'leave-out',
    period: { column: 0, precision: 'day' },
    values: imported.map((parameter, index) => ({ column: index + 1, parameter, unit: 'MWh' })),
    note: null,
  }
}

/** The days of a month, `2024-02-01` to `2024-02-29`. */
export function daysOf(month: string): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}
/** The day after a day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
