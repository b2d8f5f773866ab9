import type { FigureNode } from '#shared/accounting/inventory'
import type { PlannedItem, Unit } from '#shared/assets/model'
import { plannedUnits } from '#shared/assets/model'
import { isConvertible } from '#shared/kernel/units'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { openExplain } from '../kernel/explain.ts'

/** What an estimate is computed from. */
const followed = ['activity', 'monitoring', 'factors', 'organization', 'accounting']

export function useEstimate(year: number) {
  return useAsk(['assets', 'estimate', year], () => api.assets.estimate({ year }), { also: followed })
}
export function usePlans() {
  return useAsk(['assets', 'plans'], () => api.assets.plans({}))
}

/** Opens a number of a year's estimate in the drawer. */
export function openAllowance(title: string, year: number, path: string): void {
  const of = {
    area: 'assets',
    ask: (asked: string, at: readonly number[]): Promise<FigureNode> =>
      api.assets.figure({ year, path: asked, at: [...at] }),
  }
  openExplain({ kind: 'figure', title, subject: { inventory: null, path: `${path}`, of } })
}

/** Places and parameters to choose from; a parameter is offered for what it can be converted into. */
export function useChoices() {
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const register = useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }))
  const places = (tree.data ?? [])
    .filter(({ validTo }) => validTo === null)
    .map(({ id, name }) => ({ value: id, label: name }))
  const parameters = register.data?.parameters ?? []
  const parametersFor = (item: PlannedItem) =>
    parameters
      .filter(({ unit, rollUp }) => isConvertible(unit, plannedUnits[item]) && rollUp !== 'hourly')
      .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))
  /** The parameter of the plant itself that plays this part, where a template registered one. */
  const usual = (item: PlannedItem) =>
    parameters.find(({ source, role }) => source === null && role === usualRoles[item])?.id ?? null
  return { places, parametersFor, usual, isReady: tree.data !== undefined && register.data !== undefined }
}
const usualRoles: Readonly<Partial<Record<PlannedItem, string>>> = {
  gross: 'generation',
  supplied: 'supplied-electricity',
  heat: 'supplied-heat',
  heatRatio: 'heat-supply-ratio',
  hours: 'running-hours',
}

/** Which parameters a unit names. */
export const itemsOf = (kind: Unit['kind']): readonly PlannedItem[] =>
  kind === 'power' ? ['gross', 'supplied', 'heat', 'heatRatio', 'hours'] : ['output']
