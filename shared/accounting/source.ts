import { z } from 'zod'

import { gases } from '#shared/factors/gases'
import { month } from '#shared/kernel/period'
import { formulaIds } from '#shared/monitoring/formulas/all'
import { carbonBases, fuelClasses, hourGapRules, instrumentKinds } from '#shared/monitoring/methods'
import { categories, scope3Category } from '#shared/monitoring/model'

import { parameter, type Parameter } from './parameter.ts'

/** A substance, or `CO2e` where a source states only the equivalent. */
export const emittedGas = z.enum(['CO2e', ...gases])
export type EmittedGas = z.output<typeof emittedGas>

/** An amount of heat, metered as such or from steam or hot water. */
export const heatAmount = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('heat'), heat: parameter }),
  z.strictObject({
    as: z.literal('steam'),
    mass: parameter,
    enthalpy: parameter,
    /** Enthalpy counted from water at 20 °C (83.74 kJ/kg is taken off) or as given. */
    reference: z.enum(['water-20', 'as-given']),
  }),
  z.strictObject({ as: z.literal('saturated-steam'), mass: parameter, pressure: parameter }),
  z.strictObject({
    as: z.literal('superheated-steam'),
    mass: parameter,
    pressure: parameter,
    temperature: parameter,
  }),
  z.strictObject({ as: z.literal('hot-water'), mass: parameter, temperature: parameter }),
])
export type HeatAmount = Readonly<z.output<typeof heatAmount>>

const common = {
  id: z.string().min(1),
  name: z.string().min(1),
  facility: z.string().min(1),
  category: z.enum(categories),
  /** ISO 14064-1:2018 categories 1 to 6. */
  isoCategory: z.int().min(1).max(6),
  scope: z.int().min(1).max(3),
  /** The category of scope 3 (GHG Protocol, 1 to 15), where the source is classed. */
  scope3Category: scope3Category.optional(),
  gas: emittedGas,
  /** Carbon dioxide of biomass is reported apart from the total. */
  biogenic: z.boolean().optional(),
  /** Energy indirect emission is reported twice; a line may stand in one of the two reports only. */
  reportedIn: z.enum(['both', 'location-based', 'market-based']).optional(),
  /** First and last month in which the source was there, where that is not the whole period. Others have no line. */
  from: month.optional(),
  to: month.optional(),
  /** Its amounts are known for whole years only: it has one line for each year instead of one for each month. */
  by: z.literal('year').optional(),
}
function line<M extends string, P extends z.ZodRawShape>(method: M, parameters: P) {
  return z.strictObject({ ...common, method: z.literal(method), ...parameters })
}
const carbonFlow = z.strictObject({ name: z.string(), mass: parameter, carbon: parameter })

/** A source of the inventory with its method and the parameters that the method needs. */
export const source = z.discriminatedUnion('method', [
  line('fuel-by-calorific-value', {
    fuelClass: z.enum(fuelClasses),
    /** FC */
    fuel: parameter,
    /** NCV */
    calorificValue: parameter,
    /** CC */
    carbonContent: parameter,
    /** OF */
    oxidation: parameter,
  }),
  line('fuel-by-element-carbon', {
    fuelClass: z.enum(fuelClasses),
    fuel: parameter,
    /** C on the basis that `carbonBasis` names. */
    carbon: parameter,
    carbonBasis: z.enum(carbonBases),
    /** M_ar, needed unless the carbon is as received. */
    moistureReceived: parameter.optional(),
    /** M_ad, needed where the carbon is air-dry. */
    moistureAirDry: parameter.optional(),
    oxidation: parameter,
    /** Only for the heat that the forms show beside the emission. */
    calorificValue: parameter.optional(),
  }),
  line('desulfurization', {
    agent: parameter,
    carbonateShare: parameter,
    factor: parameter,
    conversion: parameter,
  }),
  line('electricity', {
    bought: parameter,
    sold: parameter.optional(),
    /** Non-fossil electricity inside the bought amount that is taken off. */
    nonFossil: parameter.optional(),
    /** Own generation inside the metered amount that is taken off. */
    ownGeneration: parameter.optional(),
    factor: parameter,
    /** Contracts for electricity of a known origin: how much of the net purchase, and by which factor. */
    instruments: z
      .array(
        z.strictObject({
          name: z.string(),
          kind: z.enum(instrumentKinds),
          greenPower: parameter,
          greenFactor: parameter,
        }),
      )
      .optional(),
    /** For what no contract covers, in a market-based report; without it the factor of the grid counts. */
    residual: parameter.optional(),
  }),
  line('heat', { bought: heatAmount, sold: heatAmount.optional(), factor: parameter }),
  line('factor', {
    activity: parameter,
    /** What each unit of the activity holds, where the factor is per that: kWh/m3, CaO per clinker. */
    content: parameter.optional(),
    factor: parameter,
    gwp: parameter.optional(),
  }),
  line('mass-balance', { inputs: z.array(carbonFlow).min(1), outputs: z.array(carbonFlow) }),
  line('measured', {
    concentration: parameter,
    flow: parameter,
    gapRule: z.enum(hourGapRules),
  }),
  line('asphalt-fume', {
    flow: parameter,
    concentration: parameter,
    duration: parameter,
    calorificValue: parameter,
    carbonContent: parameter,
    oxidation: parameter,
  }),
  /** An amount of gas or of CO₂e that is known already: a supplier's statement, a refill of refrigerant. */
  line('stated', { amount: parameter }),
  /** A method that a document prescribes, by its formula; what it needs stands under the names in the formula. */
  line('formula', { formula: z.enum(formulaIds), inputs: z.record(z.string(), parameter) }),
])
export type Source = Readonly<z.output<typeof source>>
export type Method = Source['method']
export type SourceOf<M extends Method> = Extract<Source, { readonly method: M }>

/** Every calculation method of the engine. */
export const methods = source.options.map((option) => option.shape.method.value) satisfies Method[]

/** Every parameter of a source with the path it stands at, `outputs/0/mass`. */
export function parametersOf(of: Source): { readonly path: string; readonly parameter: Parameter }[] {
  if (of.method === 'formula')
    return Object.entries(of.inputs).map(([name, input]) => ({ path: `inputs/${name}`, parameter: input }))
  return Object.entries(of).flatMap(([key, value]) => gather(key, value))
}
function gather(path: string, value: unknown): { path: string; parameter: Parameter }[] {
  if (typeof value !== 'object' || value === null) return []
  if (isParameter(value)) return [{ path, parameter: value }]
  return Object.entries(value).flatMap(([key, inner]) => gather(`${path}/${key}`, inner))
}
/** How findings name an input: by its place or, where that alone says nothing, by the code of its wording. */
export function inputWord(of: Source, path: string): string {
  return of.method === 'formula' ? `accounting.input.${of.formula}.${path.replace('inputs/', '')}` : path
}
/** Among the parts of a parsed source only a parameter has nothing but these keys. */
function isParameter(value: object): value is Parameter {
  return !Array.isArray(value) && Object.keys(value).every((key) => Object.hasOwn(parameter.shape, key))
}
