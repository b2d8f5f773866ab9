import type { NewParameter, Parameter, Source } from '#shared/monitoring/model'
import { type Plant, startPlant } from '#test/accounting/plant'
import { parameterLike, sourceLike } from '#test/monitoring/support'

/** The small plant with a boiler: coal from a belt scale, its heat and carbon measured, 99 % of it burnt. */
export interface CoalPlant extends Plant {
  readonly boiler: Source
  readonly coal: Parameter
  readonly heat: Parameter
  readonly carbon: Parameter
}

const since = { validFrom: '2024-01-01' }

export async function startCoalPlant(facts: Partial<NewParameter> = {}): Promise<CoalPlant> {
  const plant = await startPlant()
  const { api } = plant
  const boiler = await api.monitoring.addSource(
    sourceLike(plant.facility, {
      ...since,
      code: 'R-1',
      name: '燃煤锅炉',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    }),
  )
  const add = (own: Partial<NewParameter>) =>
    api.monitoring.addParameter(parameterLike(boiler, { ...since, ...own }))
  const coal = await add({ role: 'fuel', name: '入炉煤量', unit: 't', ...facts })
  const property = { rollUp: 'mean', weightedBy: coal.id } as const
  const heat = await add({ role: 'calorificValue', name: '低位发热量', unit: 'GJ/t', ...property })
  const carbon = await add({
    role: 'carbonContent',
    name: '单位热值含碳量',
    unit: 'tC/GJ',
    gapRule: 'mean-of-month',
    ...property,
  })
  await add({
    role: 'oxidation',
    name: '碳氧化率',
    unit: '%',
    determination: 'default',
    rollUp: 'mean',
    factor: { urn: 'urn:tanbu:factors:fuels-mee-power:2022', ref: 'coal-default/oxidation-rate' },
  })
  return { ...plant, boiler, coal, heat, carbon }
}
