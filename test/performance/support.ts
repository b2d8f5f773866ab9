import type { NewParameter, Parameter } from '#shared/monitoring/model'
import type { Indicator, Item, NewIndicator, NewVersion } from '#shared/performance/indicator'
import type { Measure, MeasureInput } from '#shared/performance/measure'
import type { NewObjective, Objective, TargetInput } from '#shared/performance/objective'
import { type Plant as AccountedPlant, startPlant as startAccounted } from '#test/accounting/plant'
import { parameterLike } from '#test/monitoring/support'

/** The small plant of accounting with a meter of what it makes, and helpers that speak of whole years. */
export interface Plant extends AccountedPlant {
  /** Output of the facility in tonnes, month by month. */
  readonly made: Parameter
  /** The same electricity, diesel and output in every month of a year, or in its first ones. */
  readonly year: (
    year: number,
    bought: string,
    diesel: string,
    made: string,
    months?: number,
  ) => Promise<void>
  readonly indicator: (facts?: Partial<NewIndicator>, version?: Partial<NewVersion>) => Promise<Indicator>
  readonly objective: (facts?: Partial<NewObjective>) => Promise<Objective>
  readonly measure: (objective: Objective, facts: Partial<MeasureInput>) => Promise<Measure>
}

export const wholeEmission: Item = { kind: 'emission', node: null, category: null, scope: null, source: null }

export async function startPlant(): Promise<Plant> {
  const plant = await startAccounted()
  const { api, facility } = plant
  const output: Partial<NewParameter> = {
    node: facility,
    source: null,
    role: 'output',
    name: '产品产量',
    unit: 't',
    validFrom: '2020-01-01',
  }
  const [like] = (await api.monitoring.register({ facility: null })).sources
  const made = await api.monitoring.addParameter({ ...parameterLike(like!, output), source: null })
  return {
    ...plant,
    made,
    year: async (year, bought, diesel, output, months = 12) => {
      for (let at = 1; at <= months; at += 1) {
        const month = `${year}-${String(at).padStart(2, '0')}`
        await plant.type(plant.bought, month, bought)
        await plant.type(plant.diesel, month, diesel)
        await plant.type(made, month, output)
      }
    },
    indicator: (facts = {}, version = {}) =>
      api.performance.addIndicator({
        name: '单位产品排放强度',
        kind: 'per-product',
        node: null,
        better: 'less',
        owner: '李敏',
        driver: '产量',
        ...facts,
        version: {
          formula: '排放 / 产量',
          unit: 'tCO2e/t',
          terms: [
            { name: '排放', item: wholeEmission },
            { name: '产量', item: { kind: 'reading', parameter: made.id } },
          ],
          validFrom: '2024-01',
          reason: '首次建立',
          ...version,
        },
      }),
    objective: (facts = {}) => api.performance.addObjective({ ...objectiveLike, ...facts }),
    measure: (objective, facts) =>
      api.performance.addMeasure({ ...measureLike, ...facts, objective: objective.id }),
  }
}

export const objectiveLike: NewObjective = {
  title: '三年内降低排放强度',
  horizon: 'short',
  node: null,
  owner: '王建国',
  policy: '持续降低单位产品排放',
  analysis: '外购电占排放的大部分',
  parties: '',
  considerations: {
    reduction: '减排量与强度',
    assets: '配额缺口',
    trading: '',
    responsibility: '',
    production: '产量持平',
    advanced: '',
    other: '',
  },
}

export const targetLike: TargetInput = {
  name: '排放总量',
  indicator: null,
  kind: 'absolute',
  baseline: null,
  baseYear: 2024,
  baseValue: '1000',
  value: '700',
  unit: 'tCO2e',
  due: '2027-12-31',
  path: 'straight',
  steps: [],
}

export const measureLike: MeasureInput = {
  title: '变频改造',
  what: '给一号循环水泵加装变频器',
  resource: '设备款三十万元，停机两天',
  owner: '赵强',
  department: '设备部',
  node: null,
  start: null,
  due: '2026-12-31',
  evaluation: '比较改造前后每吨水的电耗',
  expected: '100',
  derivation: '',
  achieved: null,
  investment: '300000',
  yearlyCost: '-10000',
  lifetime: 10,
  group: null,
  requires: [],
}
