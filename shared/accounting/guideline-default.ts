import { type FactorPointer, guidelineDefaultUrn } from '#shared/factors/model'

import type { LaterEdition } from './document.ts'
import type { Guideline } from './guideline.ts'

/** Coals for which a guideline may have one value in common instead of one for each. */
const coals = ['anthracite', 'bituminous', 'lignite', 'coal-any', 'coal-default']
const anyCoal = ['coal-any', 'coal-default']

/**
 * What an edition gives for a parameter that is not measured; null where it gives nothing.
 *
 * @param parameter the role, `carbonContent`.
 * @param subject the fuel or material, `bituminous`.
 */
export function defaultOf(
  { defaults }: Pick<Guideline, 'defaults'>,
  parameter: string,
  subject: string,
): FactorPointer | null {
  const subjects = coals.includes(subject) ? [subject, ...anyCoal] : [subject]
  const found = subjects.flatMap((each) =>
    defaults.filter((given) => given.parameter === parameter && given.subject === each),
  )
  return found[0]?.factor ?? null
}

/** A value of the library, from which month on it stands. */
export interface FactorInTurn {
  /** Null for the beginning of the period. */
  readonly from: string | null
  readonly pointer: FactorPointer
}

/**
 * The values that a parameter's pointer stands for in the course of a period. A value of the library stays what it
 * is; the default of the guideline is that of the edition in force. Where an edition gives none, the pointer itself
 * is kept: the engine does not find it among the factors and says so.
 *
 * @param role the path of the role in its method; its last word is the parameter of the guideline.
 */
export function factorsInTurn(
  pointer: FactorPointer,
  role: string,
  rules: { readonly guideline: string; readonly editions: readonly LaterEdition[] },
  guidelines: readonly Guideline[],
): readonly FactorInTurn[] {
  if (pointer.urn !== guidelineDefaultUrn) return [{ from: null, pointer }]
  const parameter = role.slice(role.lastIndexOf('/') + 1)
  const turns = [{ from: null, guideline: rules.guideline }, ...rules.editions]
  return turns.map(({ from, guideline }) => {
    const edition = guidelines.find(({ id }) => id === guideline)
    return { from, pointer: (edition && defaultOf(edition, parameter, pointer.ref)) ?? pointer }
  })
}

/** Every input and subject for which some edition gives a value, with the values of all of them, each once. */
export function defaultsBySubject(guidelines: readonly Guideline[]): {
  readonly parameter: string
  readonly subject: string
  readonly factors: FactorPointer[]
}[] {
  const all = guidelines.flatMap(({ defaults }) => defaults)
  const groups = Map.groupBy(all, ({ parameter, subject }) => `${parameter} ${subject}`)
  return [...groups.values()].flatMap((given) => {
    const [first] = given
    if (!first) return []
    const values = new Map(given.map(({ factor }) => [`${factor.urn} ${factor.ref}`, factor]))
    return [{ parameter: first.parameter, subject: first.subject, factors: [...values.values()] }]
  })
}
