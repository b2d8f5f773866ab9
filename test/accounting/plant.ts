import type { Inventory, NewInventory } from '#shared/accounting/inventory'
import type { FactorPointer } from '#shared/factors/model'
import { endOf, monthsOf } from '#shared/kernel/period'
import type { NewParameter, Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { type Api, startBackend, type TestBackend } from '#test/support/backend'

/** A small plant with purchased electricity in MWh and ignition diesel in tonnes, everything else from the library. */
export interface Plant {
  readonly backend: TestBackend
  readonly api: Api
  readonly facility: NodeId
  readonly bought: Parameter
  readonly diesel: Parameter
  /** Enters a month, or corrects what is there. */
  readonly type: (parameter: Parameter, month: string, text: string) => Promise<void>
  /** Takes out what is there, if anything. */
  readonly withdraw: (parameter: Parameter, month: string) => Promise<void>
  readonly create: (rules: Partial<NewInventory>) => Promise<Inventory>
}

const since = { validFrom: '2024-01-01' }
const fuels = 'urn:tanbu:factors:fuels-mee-guidelines:2022-2025'

export async function startPlant(): Promise<Plant> {
  const backend = await startBackend()
  const { api } = backend
  await api.organization.begin({
    name: '华北示范热电有限公司',
    creditCode: null,
    industryCode: '4411',
    site: '厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const parameters = parametersIn(api)
  const bought = await parameters(sourceLike(facility, since), [
    { role: 'bought', name: '购入电量', unit: 'MWh' },
    fixed('factor', 'tCO2/MWh', {
      urn: 'urn:tanbu:factors:electricity-co2:2023',
      ref: 'electricity-average/CN',
    }),
  ])
  const burning = sourceLike(facility, {
    ...since,
    code: 'R-2',
    name: '点火柴油',
    category: 'fuel-combustion',
    isoCategory: 1,
    scope: 1,
    calculation: { method: 'fuel-by-calorific-value', fuelClass: 'oil' },
  })
  const diesel = await parameters(burning, [
    { role: 'fuel', name: '柴油消耗量', unit: 't' },
    fixed('calorificValue', 'GJ/t', { urn: fuels, ref: 'diesel/net-calorific-value' }),
    fixed('carbonContent', 'tC/GJ', { urn: fuels, ref: 'diesel/carbon-content-per-heat' }),
    fixed('oxidation', '%', { urn: fuels, ref: 'diesel/oxidation-rate' }),
  ])
  const liveReading = async (parameter: Parameter, month: string) => {
    const { readings } = await api.activity.readings({ parameter: parameter.id, month })
    return readings.find(({ live }) => live)
  }
  return {
    backend,
    api,
    facility,
    bought: bought[0]!,
    diesel: diesel[0]!,
    type: async (parameter, month, text) => {
      const there = await liveReading(parameter, month)
      const value = { text, unit: null, note: null, proofs: [] }
      if (there) {
        await api.activity.correct({ reading: there.id, reason: '更正', ...value })
        return
      }
      const period = { from: `${month}-01`, to: endOf(month) }
      await api.activity.submit({
        readings: [{ parameter: parameter.id, ...period, ...value }],
        proofs: [],
        reason: null,
      })
    },
    withdraw: async (parameter, month) => {
      const there = await liveReading(parameter, month)
      if (there) await api.activity.withdraw({ readings: [there.id], reason: '撤回' })
    },
    create: (rules) => api.accounting.create({ ...usual, ...rules }),
  }
}

const usual: NewInventory = {
  title: '2025 年清单',
  year: 2025,
  facilities: null,
  guideline: 'carbon-management-annex-f',
  gwpSet: 'AR6',
  rounding: 'none',
  view: 'iso-14064-1',
  scope2: 'location-based',
}

function parametersIn(api: Api) {
  return async (
    source: Parameters<Api['monitoring']['addSource']>[0],
    facts: readonly Partial<NewParameter>[],
  ) => {
    const added: Source = await api.monitoring.addSource(source)
    const made: Parameter[] = []
    for (const [position, fact] of facts.entries())
      made.push(await api.monitoring.addParameter(parameterLike(added, { ...since, position, ...fact })))
    return made
  }
}

/** An input that is a default of the library all year. */
function fixed(role: string, unit: NewParameter['unit'], factor: FactorPointer): Partial<NewParameter> {
  return { role, name: role, unit, factor, determination: 'default', rollUp: 'mean', frequency: 'year' }
}

/** Types every month of 2025: 1,000 MWh bought and 2.5 t of diesel. */
export async function typeYear(plant: Plant): Promise<void> {
  for (const month of monthsOf(2025)) {
    await plant.type(plant.bought, month, '1000')
    await plant.type(plant.diesel, month, '2.5')
  }
}
