import { z } from 'zod'

import { bilingual, factorPointer } from '#shared/factors/model'
import { measure } from '#shared/kernel/quantity'
import type { Language } from '#shared/kernel/texts'

import { rolesOf } from './methods.ts'
import { type NewParameter, newParameter, type NewSource, newSource, type ParameterId } from './model.ts'
import { sectors } from './sectors.ts'

const parameterShape = newParameter.shape
const sourceShape = newSource.shape

/** A parameter as a template knows it: what depends on the plant is left out. */
const templateParameter = z.strictObject({
  role: parameterShape.role,
  name: bilingual,
  unit: measure,
  determination: parameterShape.determination,
  /** The default value of the library that stands in until the plant measures. */
  factor: factorPointer.optional(),
  frequency: parameterShape.frequency,
  mayBeNegative: z.boolean().optional(),
})
const templateSource = z.strictObject({
  code: sourceShape.code,
  name: bilingual,
  category: sourceShape.category,
  isoCategory: sourceShape.isoCategory,
  scope: sourceShape.scope,
  gas: sourceShape.gas,
  calculation: sourceShape.calculation,
  /** What goes into a mass balance and comes out of it, in the order of the calculation, in both languages. */
  flows: z.strictObject({ inputs: z.array(bilingual), outputs: z.array(bilingual) }).optional(),
  fuel: sourceShape.fuel.optional(),
  biogenic: z.boolean().optional(),
  methodReason: bilingual,
  parameters: z.array(templateParameter).min(1),
})
/**
 * What a kind of plant usually has to register: small plants in `resources/monitoring/templates.json`, and a file for
 * each sector in `resources/monitoring/sectors`, with every kind of source that its guideline knows.
 */
export const template = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  description: bilingual,
  /** The sector whose guideline it follows; left out for kinds of plant that any sector has. */
  sector: z.enum(sectors).optional(),
  /** The edition of the guideline that such a plant reports by, by its id. */
  guideline: z.string().optional(),
  /** Other words under which people look for it: products, old names, the number of the standard. */
  titles: z.array(z.string().min(1)).optional(),
  sources: z.array(templateSource),
  /** Parameters of the facility itself, such as the electricity it generates. */
  parameters: z.array(templateParameter.extend({ rollUp: parameterShape.rollUp })),
})
export const templates = z.array(template)
export type Template = Readonly<z.output<typeof template>>
type TemplateParameter = z.output<typeof templateParameter>

/** A source that is about to be registered, with parameters whose weights are named by role. */
export interface Drafted {
  readonly source: NewSource
  readonly parameters: readonly DraftedParameter[]
}
export type DraftedParameter = Omit<NewParameter, 'source' | 'weightedBy'> & {
  readonly weightedByRole: string | null
}

type Place = Pick<NewSource, 'node' | 'validFrom'>

/** The sources of a template for one facility, named in the user's language. */
export function sourcesFrom({ sources }: Template, place: Place, language: Language): Drafted[] {
  return sources.map((drafted) => {
    const roles = rolesOf(drafted.calculation)
    return {
      source: {
        ...place,
        code: drafted.code,
        name: drafted.name[language],
        category: drafted.category,
        isoCategory: drafted.isoCategory,
        scope: drafted.scope,
        gas: drafted.gas,
        calculation: calculationIn(drafted, language),
        fuel: drafted.fuel ?? null,
        biogenic: drafted.biogenic ?? false,
        reportedIn: 'both',
        state: 'running',
        validTo: null,
        methodReason: drafted.methodReason[language],
        note: null,
      },
      parameters: drafted.parameters.map((parameter, position) => {
        const role = roles.find(({ path }) => path === parameter.role)
        if (!role) throw new Error(`A template names a role that its method lacks: ${parameter.role}`)
        const facts = parameterFrom(parameter, place, position, language)
        return { ...facts, rollUp: role.rollUp, weightedByRole: role.weightedBy }
      }),
    }
  })
}

/** How a source is calculated, with flows called by their names in the language. */
function calculationIn(
  { calculation, flows }: z.output<typeof templateSource>,
  language: Language,
): NewSource['calculation'] {
  if (flows === undefined || calculation.method !== 'mass-balance') return calculation
  const named = (side: 'inputs' | 'outputs') => flows[side].map((flow) => flow[language])
  return { ...calculation, inputs: named('inputs'), outputs: named('outputs') }
}

/** The parameters of the facility itself. */
export function facilityParametersFrom(
  { parameters }: Template,
  place: Place,
  language: Language,
): NewParameter[] {
  return parameters.map(({ rollUp, ...parameter }, position) => ({
    ...parameterFrom(parameter, place, position, language),
    source: null,
    rollUp,
    weightedBy: null,
  }))
}

function parameterFrom(
  { role, name, unit, determination, factor, frequency, mayBeNegative }: TemplateParameter,
  { node, validFrom }: Place,
  position: number,
  language: Language,
): Omit<NewParameter, 'source' | 'weightedBy' | 'rollUp'> {
  return {
    node,
    role,
    name: name[language],
    unit,
    determination,
    meter: null,
    factor: factor ?? null,
    frequency,
    gapRule: 'none',
    bandLow: null,
    bandHigh: null,
    mayBeNegative: mayBeNegative ?? false,
    responsible: null,
    department: null,
    position,
    validFrom,
    validTo: null,
  }
}

/** Puts the ids of the weighting parameters in, once the parameters of a source have ids. */
export function weightOf(
  { weightedByRole }: DraftedParameter,
  idByRole: ReadonlyMap<string, ParameterId>,
): ParameterId | null {
  return weightedByRole === null ? null : (idByRole.get(weightedByRole) ?? null)
}
