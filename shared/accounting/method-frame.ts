import { type Calculation, rolesOf } from '#shared/monitoring/methods'

/** What the method must be told besides its parameters, in the places where the document has it. */
export function frameOf(how: Calculation): Record<string, unknown> {
  if (how.method === 'heat')
    return {
      method: how.method,
      bought: heatFrame(how.bought, how.enthalpyReference),
      ...(how.sold === null ? {} : { sold: heatFrame(how.sold, how.enthalpyReference) }),
    }
  if (how.method === 'mass-balance')
    return {
      method: how.method,
      inputs: how.inputs.map((name) => ({ name })),
      outputs: how.outputs.map((name) => ({ name })),
    }
  if (how.method === 'electricity') return electricityFrame(how)
  if (how.method === 'formula') return { ...how, inputs: {} }
  return { ...how }
}
function electricityFrame({
  method,
  instruments = [],
}: Extract<Calculation, { readonly method: 'electricity' }>): Record<string, unknown> {
  return {
    method,
    ...(instruments.length === 0 ? {} : { instruments: instruments.map((each) => ({ ...each })) }),
  }
}
function heatFrame(form: string, reference: string): Record<string, unknown> {
  return form === 'steam' ? { as: form, reference } : { as: form }
}

/** Where the document wants a parameter even if the plant has registered none: its line is then incomplete. */
export function neededBy(how: Calculation): readonly string[] {
  switch (how.method) {
    case 'fuel-by-calorific-value':
      return ['fuel', 'calorificValue', 'carbonContent', 'oxidation']
    case 'fuel-by-element-carbon':
      return ['fuel', 'carbon', 'oxidation']
    case 'desulfurization':
      return ['agent', 'carbonateShare', 'factor', 'conversion']
    case 'electricity':
      return rolesOf(how).flatMap(({ path, need }) => (need === 'always' ? [path] : []))
    case 'heat':
      return [
        'factor',
        ...heatNeeds('bought', how.bought),
        ...(how.sold === null ? [] : heatNeeds('sold', how.sold)),
      ]
    case 'factor':
      return ['activity', 'factor']
    case 'mass-balance':
      return [
        ...how.inputs.flatMap((_, index) => [`inputs/${index}/mass`, `inputs/${index}/carbon`]),
        ...how.outputs.flatMap((_, index) => [`outputs/${index}/mass`, `outputs/${index}/carbon`]),
      ]
    case 'measured':
      return ['concentration', 'flow']
    case 'asphalt-fume':
      return ['flow', 'concentration', 'duration', 'calorificValue', 'carbonContent', 'oxidation']
    case 'stated':
      return ['amount']
    case 'formula':
      return rolesOf(how).flatMap(({ path, need }) => (need === 'always' ? [path] : []))
  }
}
const heatParts: Readonly<Record<string, readonly string[]>> = {
  heat: ['heat'],
  steam: ['mass', 'enthalpy'],
  'saturated-steam': ['mass', 'pressure'],
  'superheated-steam': ['mass', 'pressure', 'temperature'],
  'hot-water': ['mass', 'temperature'],
}
function heatNeeds(side: string, form: string): string[] {
  return (heatParts[form] ?? []).map((part) => `${side}/${part}`)
}
