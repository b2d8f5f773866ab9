import { formulaById } from '#shared/monitoring/formulas/all'

import type { Parameter } from './parameter.ts'
import { parametersOf, type Source } from './source.ts'

/** Last words of the places at which amounts stand: what was burnt, bought, made or moved. */
const amounts = new Set([
  'fuel',
  'agent',
  'bought',
  'sold',
  'nonFossil',
  'ownGeneration',
  'greenPower',
  'activity',
  'mass',
  'heat',
  'amount',
  'duration',
  'flow',
])

/** Whether a parameter of a source is an amount of activity, and not a property of what was used. */
export function isAmount(source: Source, path: string): boolean {
  const last = path.split('/').at(-1) ?? ''
  if (source.method !== 'formula') return amounts.has(last)
  return formulaById(source.formula).parameters.find(({ name }) => name === last)?.rollUp === 'sum'
}

/** The source with the months that the other has of some of its parameters; everything else stays its own. */
export function withMonthsOf(
  one: Source,
  other: Source,
  which: (source: Source, path: string) => boolean,
): Source {
  return mixed(one, other, (own, theirs, path) =>
    which(one, path) ? { ...own, ...pick(theirs, 'unit'), months: theirs?.months ?? {} } : own,
  )
}

/** The source with the factors that the other takes for the same inputs; what it measured stays its own. */
export function withFactorsOf(one: Source, other: Source): Source {
  return mixed(one, other, ({ factor: _own, laterFactors: _later, ...kept }, theirs) => ({
    ...kept,
    ...pick(theirs, 'factor'),
    ...pick(theirs, 'laterFactors'),
  }))
}

function pick<K extends keyof Parameter>(from: Parameter | undefined, key: K): Pick<Parameter, K> | object {
  return from?.[key] === undefined ? {} : { [key]: from[key] }
}

/** The source with each of its parameters made anew of its own and of the one at the same place of the other. */
function mixed(
  one: Source,
  other: Source,
  mix: (own: Parameter, theirs: Parameter | undefined, path: string) => Parameter,
): Source {
  const others = new Map(parametersOf(other).map(({ path, parameter }) => [path, parameter]))
  return withParameters(one, (own, path) => mix(own, others.get(path), path))
}

/** The source with each of its parameters made anew; everything else of it stays. */
export function withParameters(source: Source, make: (own: Parameter, path: string) => Parameter): Source {
  const replaced = new Map<unknown, Parameter>(
    parametersOf(source).map(({ path, parameter }) => [parameter, make(parameter, path)]),
  )
  const within = (part: unknown): unknown => {
    const parameter = replaced.get(part)
    if (parameter) return parameter
    if (Array.isArray(part)) return part.map(within)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, within(inner)]))
  }
  return within(source) as Source
}
