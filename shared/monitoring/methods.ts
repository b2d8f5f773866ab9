import { z } from 'zod'

import type { FactorKind } from '#shared/factors/model'
import { isConvertible, type Measure } from '#shared/kernel/units'

import { formulaById, formulaIds, pathOfInput } from './formulas/all.ts'
import { kindOfInput } from './formulas/texts.ts'

export const fuelClasses = ['coal', 'oil', 'gas', 'biomass', 'other'] as const
export type FuelClass = (typeof fuelClasses)[number]
export const carbonBases = ['received', 'air-dry', 'dry'] as const
export const heatForms = ['heat', 'steam', 'saturated-steam', 'superheated-steam', 'hot-water'] as const
export type HeatForm = (typeof heatForms)[number]
/** Enthalpy counted from water at 20 °C, or as given. */
export const enthalpyReferences = ['water-20', 'as-given'] as const
export const hourGapRules = ['none', 'mean-of-valid-hours'] as const

const flowName = z.string().trim().min(1).max(100)
export const inputFlows = z.array(flowName).min(1).max(30)
export const outputFlows = z.array(flowName).max(30)

/**
 * By what right electricity counts as green: own generation or a direct line behind the meter, a power purchase
 * agreement, a trade of green power together with its certificates, or certificates (GEC) bought alone.
 */
export const instrumentKinds = ['direct-supply', 'ppa', 'green-power', 'certificate'] as const
export type InstrumentKind = (typeof instrumentKinds)[number]
export const instruments = z.array(z.object({ name: flowName, kind: z.enum(instrumentKinds) })).max(30)

export const formulaId = z.enum(formulaIds)

/** By which method a source is calculated, and what the method must be told besides its parameters. */
export const calculation = z.discriminatedUnion('method', [
  z.object({ method: z.literal('fuel-by-calorific-value'), fuelClass: z.enum(fuelClasses) }),
  z.object({
    method: z.literal('fuel-by-element-carbon'),
    fuelClass: z.enum(fuelClasses),
    /** The basis on which the laboratory states the carbon. */
    carbonBasis: z.enum(carbonBases),
  }),
  z.object({ method: z.literal('desulfurization') }),
  z.object({
    method: z.literal('electricity'),
    /** Contracts for electricity of a known origin, which a market-based report counts before the rest. */
    instruments: instruments.optional(),
  }),
  z.object({
    method: z.literal('heat'),
    bought: z.enum(heatForms),
    /** Null where no heat is passed on. */
    sold: z.enum(heatForms).nullable(),
    enthalpyReference: z.enum(enthalpyReferences),
  }),
  z.object({ method: z.literal('factor') }),
  z.object({
    method: z.literal('mass-balance'),
    inputs: inputFlows,
    outputs: outputFlows,
  }),
  z.object({ method: z.literal('measured'), gapRule: z.enum(hourGapRules) }),
  z.object({ method: z.literal('asphalt-fume') }),
  z.object({ method: z.literal('stated') }),
  z.object({ method: z.literal('formula'), formula: formulaId }),
])
export type Calculation = Readonly<z.output<typeof calculation>>
export type Method = Calculation['method']
export const methods = calculation.options.map(({ shape }) => shape.method.value) as readonly Method[]

/**
 * How the readings of a month become its one value: added up; their mean, weighted with what was used at the same
 * time; or kept hour by hour for methods that multiply within the hour.
 */
export const rollUps = ['sum', 'mean', 'hourly'] as const
export type RollUp = (typeof rollUps)[number]

/** One input of a method. `path` is where the calculation expects it, such as `bought/mass`. */
export interface Role {
  readonly path: string
  /** The word for it, the same for every place it can stand at. */
  readonly kind: string
  /** For what it is one of several, such as the name of a flow; null where it is the only one. */
  readonly of: string | null
  /** A reading must be convertible into one of these; empty: any unit will do. */
  readonly units: readonly Measure[]
  readonly rollUp: RollUp
  /** The role whose amounts weight the mean. */
  readonly weightedBy: string | null
  readonly need: 'always' | 'optional'
  /** Kinds of factors that may stand for it when it is not measured. */
  readonly factorKinds: readonly FactorKind[]
}

const fuelUnits = ['t', 'Nm3', 'm3'] as const satisfies readonly Measure[]
const perFuel = {
  heat: ['GJ/t', 'GJ/Nm3', 'GJ/m3'],
  carbon: ['tC/t', 'tC/Nm3', 'tC/m3'],
} as const satisfies Record<string, readonly Measure[]>

/** Every role that a source calculated in this way can have, in the order in which people fill them in. */
export function rolesOf(how: Calculation): readonly Role[] {
  const before = known.get(how)
  if (before) return before
  const roles = rolesBy(how)
  known.set(how, roles)
  return roles
}
/** An inventory asks for the roles of its sources at each of their parameters. */
const known = new WeakMap<Calculation, readonly Role[]>()
function rolesBy(how: Calculation): readonly Role[] {
  switch (how.method) {
    case 'fuel-by-calorific-value':
      return [fuel, calorificValue('always'), carbonContent, oxidation]
    case 'fuel-by-element-carbon':
      return elementCarbonRoles(how.carbonBasis)
    case 'desulfurization':
      return [
        amount('agent', ['t']),
        share('carbonateShare', 'content'),
        factorOf(['tCO2/t']),
        share('conversion', 'conversion-rate'),
      ]
    case 'electricity':
      return [
        amount('bought', ['MWh']),
        optional(amount('sold', ['MWh'])),
        optional(amount('nonFossil', ['MWh'])),
        optional(amount('ownGeneration', ['MWh'])),
        factorOf(electricityUnits),
        ...(how.instruments ?? []).flatMap(({ name }, index) => instrumentRoles(name, index)),
        optional(property('residual', electricityUnits, null, ['emission-factor'])),
      ]
    case 'heat':
      return [
        ...heatRoles('bought', how.bought),
        ...(how.sold === null ? [] : heatRoles('sold', how.sold)),
        factorOf(['tCO2/GJ', 'tCO2e/GJ']),
      ]
    case 'factor':
      return [
        amount('activity', []),
        optional(property('content', [], 'activity', ['content', 'density'])),
        factorOf([]),
        optional(property('gwp', [], null, ['gwp'])),
      ]
    case 'mass-balance':
      return [...flowRoles('inputs', how.inputs), ...flowRoles('outputs', how.outputs)]
    case 'measured':
      return [
        { ...property('concentration', ['mg/Nm3', 'mgCH4/Nm3', 'mgN2O/Nm3'], null, []), rollUp: 'hourly' },
        { ...property('flow', ['Nm3/h'], null, []), rollUp: 'hourly' },
      ]
    case 'asphalt-fume':
      return [
        property('flow', ['Nm3/h'], null, []),
        property('concentration', ['mg/Nm3'], null, []),
        amount('duration', ['h']),
        { ...calorificValue('always'), weightedBy: null },
        { ...carbonContent, weightedBy: null },
        { ...oxidation, weightedBy: null },
      ]
    case 'stated':
      return [amount('amount', ['t', 'tCO2', 'tCH4', 'tN2O', 'tHFC', 'tPFC', 'tSF6', 'tNF3', 'tCO2e'])]
    case 'formula':
      return formulaRoles(how.formula)
  }
}

const plain = { of: null, weightedBy: null, need: 'always', factorKinds: [] } as const

function amount(path: string, units: readonly Measure[]): Role {
  return { ...plain, path, kind: path, units, rollUp: 'sum' }
}
function property(
  path: string,
  units: readonly Measure[],
  weightedBy: string | null,
  factorKinds: readonly FactorKind[],
): Role {
  return { ...plain, path, kind: path, units, rollUp: 'mean', weightedBy, factorKinds }
}
function share(path: string, factorKind: FactorKind): Role {
  return property(path, ['ratio'], null, [factorKind])
}
function factorOf(units: readonly Measure[]): Role {
  return property('factor', units, null, ['emission-factor'])
}
function optional(role: Role): Role {
  return { ...role, need: 'optional' }
}

const electricityUnits = ['tCO2/MWh', 'tCO2e/MWh'] as const satisfies readonly Measure[]

function instrumentRoles(name: string, index: number): Role[] {
  const at = `instruments/${index}`
  return [
    { ...amount('greenPower', ['MWh']), path: `${at}/greenPower`, of: name },
    {
      ...property('greenFactor', electricityUnits, null, ['emission-factor']),
      path: `${at}/greenFactor`,
      of: name,
    },
  ]
}

const fuel = amount('fuel', fuelUnits)
const carbonContent = property('carbonContent', ['tC/GJ'], 'fuel', ['carbon-content-per-heat'])
const oxidation = property('oxidation', ['ratio'], 'fuel', ['oxidation-rate'])
function calorificValue(need: Role['need']): Role {
  return { ...property('calorificValue', perFuel.heat, 'fuel', ['net-calorific-value']), need }
}

/** Carbon as received needs no moisture; carbon of the dry sample needs one, of the air-dry sample two. */
function elementCarbonRoles(basis: (typeof carbonBases)[number]): Role[] {
  const received = property('moistureReceived', ['ratio'], 'fuel', [])
  const airDry = property('moistureAirDry', ['ratio'], 'fuel', [])
  const moistures = { received: [], dry: [received], 'air-dry': [received, airDry] } as const
  return [
    fuel,
    property('carbon', perFuel.carbon, 'fuel', []),
    ...moistures[basis],
    oxidation,
    calorificValue('optional'),
  ]
}

function heatRoles(side: 'bought' | 'sold', form: HeatForm): Role[] {
  const mass = amount('mass', ['t'])
  const weighted = (kind: string, units: readonly Measure[]) => property(kind, units, `${side}/mass`, [])
  const roles: Readonly<Record<HeatForm, readonly Role[]>> = {
    heat: [amount('heat', ['GJ'])],
    steam: [mass, weighted('enthalpy', ['GJ/t'])],
    'saturated-steam': [mass, weighted('pressure', ['MPa'])],
    'superheated-steam': [mass, weighted('pressure', ['MPa']), weighted('temperature', ['°C'])],
    'hot-water': [mass, weighted('temperature', ['°C'])],
  }
  return roles[form].map((role) => ({ ...role, path: `${side}/${role.kind}`, of: side }))
}

function flowRoles(side: 'inputs' | 'outputs', names: readonly string[]): Role[] {
  return names.flatMap((name, index) => {
    const at = `${side}/${index}`
    return [
      { ...amount('mass', fuelUnits), path: `${at}/mass`, of: name },
      {
        ...property('carbon', perFuel.carbon, `${at}/mass`, ['content']),
        path: `${at}/carbon`,
        of: name,
      },
    ]
  })
}

/** A formula says itself what it needs; what it can do without, such as a recovery that is not fitted, is optional. */
function formulaRoles(id: string): Role[] {
  const formula = formulaById(id)
  const pathOf = (name: string | undefined) => {
    const weight = formula.parameters.find((parameter) => parameter.name === name)
    return weight ? pathOfInput(weight) : null
  }
  return formula.parameters.map((parameter) => ({
    path: pathOfInput(parameter),
    kind: kindOfInput(formula, parameter),
    of: null,
    units: parameter.unit === 'tC/t' ? ['tC/t', 'ratio'] : [parameter.unit],
    rollUp: parameter.rollUp,
    weightedBy: pathOf(parameter.weightedBy),
    need: parameter.absent === undefined ? 'always' : 'optional',
    factorKinds: parameter.factorKinds,
  }))
}

/** Whether readings in this unit can play the role. */
export function unitFits({ units }: Role, unit: Measure): boolean {
  return units.length === 0 || units.some((wanted) => isConvertible(unit, wanted))
}
