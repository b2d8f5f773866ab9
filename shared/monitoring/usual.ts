import type { Calculation } from './methods.ts'
import type { Category, NewSource } from './model.ts'

type Usual = Pick<NewSource, 'isoCategory' | 'scope'> & { readonly calculation: Calculation }

const factor: Calculation = { method: 'factor' }
const own = { isoCategory: 1, scope: 1 } as const
const bought = { isoCategory: 2, scope: 2 } as const

const usual: Readonly<Record<Category, Usual>> = {
  'fuel-combustion': { ...own, calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' } },
  desulfurization: { ...own, calculation: { method: 'desulfurization' } },
  process: { ...own, calculation: factor },
  'waste-treatment': { ...own, calculation: factor },
  fugitive: { ...own, calculation: factor },
  recovery: { ...own, calculation: factor },
  electricity: { ...bought, calculation: { method: 'electricity' } },
  heat: {
    ...bought,
    calculation: { method: 'heat', bought: 'heat', sold: null, enthalpyReference: 'water-20' },
  },
  transport: { isoCategory: 3, scope: 3, calculation: factor },
  'products-used': { isoCategory: 4, scope: 3, calculation: factor },
  'products-sold': { isoCategory: 5, scope: 3, calculation: factor },
  'other-indirect': { isoCategory: 6, scope: 3, calculation: factor },
}

/** How sources of a category are usually classed and calculated: what a new one begins with. */
export function usualFor(category: Category): Usual {
  return usual[category]
}
