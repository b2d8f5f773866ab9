import { formulaById } from '#shared/monitoring/formulas/all'
import { fuelsOf } from '#shared/monitoring/fuels'
import { type Calculation, calculation } from '#shared/monitoring/methods'
import { newSource, type NewSource, type Source } from '#shared/monitoring/model'
import { usualFor } from '#shared/monitoring/usual'
import type { NodeId } from '#shared/organization/model'

import { emptyAsNull } from './typed.ts'

/** What the form holds, as the register takes it. */
export function sourceFrom(typed: NewSource): NewSource {
  const how = calculation.parse(typed.calculation)
  const fuel = typed.fuel ?? null
  return newSource.parse({
    ...emptyAsNull(typed, ['validTo', 'methodReason', 'note']),
    scope3Category: typed.scope === 3 ? (typed.scope3Category ?? null) : null,
    calculation: how,
    fuel: fuelsOf(how).some((each) => each === fuel) ? fuel : null,
  })
}

/** The facts of a source without what the register adds. */
export function factsOf({ id: _id, changedBy: _by, changedAt: _at, ...facts }: Source): NewSource {
  return facts
}

/** A new source, classed as its category usually is. */
export function blankSource(node: NodeId, validFrom: string): NewSource {
  return {
    node,
    code: '',
    name: '',
    category: 'fuel-combustion',
    ...usualFor('fuel-combustion'),
    fuel: 'coal',
    gas: 'CO2',
    biogenic: false,
    reportedIn: 'both',
    state: 'running',
    validFrom,
    validTo: null,
    methodReason: null,
    note: null,
  }
}

/** What else changes with a field: the class with the category of a new source, the scope with the ISO category. */
export function following(changed: Partial<NewSource>, all: NewSource, isNew: boolean): Partial<NewSource> {
  if (changed.category !== undefined && isNew) {
    const usual = usualFor(changed.category)
    return { ...usual, fuel: onlyFuel(usual.calculation) }
  }
  if (changed.isoCategory !== undefined) return { scope: Math.min(changed.isoCategory, 3) }
  if (changed.calculation === undefined) return {}
  const parsed = calculation.safeParse(all.calculation)
  if (parsed.success && parsed.data.method === 'formula')
    return { ...gasFor(parsed.data.formula, all.gas), fuel: null }
  const kept = parsed.success && fuelsOf(parsed.data).some((fuel) => fuel === all.fuel)
  return kept ? {} : { fuel: parsed.success ? onlyFuel(parsed.data) : null }
}

/** A formula is one for certain gases: another gas gives way to the first of them. */
function gasFor(formula: string, gas: NewSource['gas']): Partial<NewSource> {
  const [first, ...others] = formulaById(formula).gases
  return first === undefined || first === gas || others.some((other) => other === gas) ? {} : { gas: first }
}

/** Coal is one line of the tables; of oil and gas there are several, and the plant says which. */
function onlyFuel(how: Calculation): NewSource['fuel'] {
  const [fuel, ...others] = fuelsOf(how)
  return others.length === 0 ? (fuel ?? null) : null
}
