import { type GasMassUnit, massUnitOf } from '#shared/factors/gases'
import { type Expression, parseExpression } from '#shared/kernel/expression'
import { figureOf } from '#shared/kernel/expression-figure'
import type { Figure } from '#shared/kernel/figure'
import { constant, converted, isConvertibleTo, named, times } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'
import { formulaById, pathOfInput } from '#shared/monitoring/formulas/all'
import type { FormulaDefinition, FormulaParameter } from '#shared/monitoring/formulas/definition'

import { type Input, readIn, type Reading, readMassFraction, readShare, readSigned } from './inputs.ts'
import { type Line, lineOf } from './line.ts'
import { massUnitsOf } from './methods/general-factor.ts'
import type { SourceOf } from './source.ts'

/**
 * The mass of a gas by the formula of a document; null when an input is missing.
 *
 * @throws Refusal `accounting.formula-not-for-gas`, `accounting.formula-has-no-input` for an input that the formula
 *   does not know (a slip of the pen would otherwise be ignored in silence), and what inputs and formulas refuse.
 */
export function formulaLine(source: SourceOf<'formula'>, at: Reading): Line | null {
  const formula = formulaById(source.formula)
  const facts = { source: source.name, formula: formula.id }
  if (!formula.gases.some((gas) => gas === source.gas))
    throw new Refusal('accounting.formula-not-for-gas', { ...facts, gas: source.gas })
  const known = new Map(formula.parameters.map((parameter) => [parameter.name, parameter]))
  const stranger = Object.keys(source.inputs).find((name) => !known.has(name))
  if (stranger !== undefined)
    throw new Refusal('accounting.formula-has-no-input', { ...facts, input: stranger })
  // Every input is read, even where one before it is missing, so that all that is missing is told at once.
  const read = new Map(
    formula.parameters.map((parameter) => [parameter.name, inputOf(parameter, source, at)]),
  )
  const result = figureOf(expressionOf(formula), (name) => read.get(name) ?? null)
  return result && lineOf(massOf(result, formula, source))
}

const parsed = new Map<string, Expression>()
/** Definitions do not change while the program runs, and a year reads each of them many times. */
function expressionOf({ id, expression }: FormulaDefinition): Expression {
  const known = parsed.get(id)
  if (known) return known
  const fresh = parseExpression(expression)
  parsed.set(id, fresh)
  return fresh
}

function inputOf(parameter: FormulaParameter, source: SourceOf<'formula'>, at: Reading): Figure | null {
  const { name, unit, absent } = parameter
  const given = source.inputs[name]
  const code = `accounting.input.${source.formula}.${name}` as const
  if (given === undefined && absent !== undefined)
    return constant(absent, unit, { code, basis: { note: 'accounting.input-not-registered' } })
  return readByUnit({ path: pathOfInput(parameter), code, parameter: given ?? {} }, parameter, at)
}

function readByUnit(
  input: Input,
  { unit, mayBeNegative, mayExceedOne }: FormulaParameter,
  at: Reading,
): Figure | null {
  if (mayBeNegative) return readSigned(input, unit, at)
  if (unit === 'ratio' && !mayExceedOne) return readShare(input, at)
  return unit === 'tC/t' ? readMassFraction(input, at) : readIn(input, unit, at)
}

function massOf(result: Figure, formula: FormulaDefinition, { gas }: SourceOf<'formula'>): Figure {
  const { id, document, clause, ofAnySubstance = false } = formula
  const basis = { method: 'formula', clause: clause === '' ? document : `${document} ${clause}` }
  const mass = named(result, { code: `accounting.formula.${id}`, basis })
  const unit = massUnitsOf(gas).find((each) => isConvertibleTo(result, each))
  if (unit !== undefined) return converted(mass, unit)
  if (gas === 'CO2e' || !ofAnySubstance || !isConvertibleTo(result, 't'))
    throw new Error(`${id} gives ${result.unit}, which is no mass of ${gas}`)
  return ofSubstance(mass, massUnitOf(gas))
}

/** Tonnes of a substance as tonnes of the family that it is reported in: `t` becomes `tHFC`. */
function ofSubstance(mass: Figure, unit: GasMassUnit): Figure {
  const same = constant('1', `${unit}/t`, { code: 'accounting.mass-of-substance' })
  const { code, facts, basis } = mass
  return named(times<GasMassUnit, 't'>(converted(mass, 't'), same), { code, facts, basis })
}
