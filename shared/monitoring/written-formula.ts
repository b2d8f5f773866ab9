import { type Expression, parseExpression } from '#shared/kernel/expression'

import type { FormulaDefinition, FormulaParameter } from './formulas/definition.ts'

type Known = ReadonlyMap<string, FormulaParameter>

/**
 * The formula of a document as print has it: symbols for names, no units behind numbers, ⟦ ⟧ around what is left out
 * where an input that may lack is not registered. A factor that lacks counts as one and goes alone; a factor that
 * counts as nothing takes its whole term with it.
 */
export function writtenFormula({ expression, parameters }: FormulaDefinition): string {
  return written(parseExpression(expression), new Map(parameters.map((each) => [each.name, each])))
}

function written(expression: Expression, known: Known): string {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name':
      return known.get(expression.name)?.symbol ?? expression.name
    case 'product':
      return expression.parts
        .map((part, index) => {
          const text = part.kind === 'quotient' && index === 0 ? written(part, known) : atom(part, known)
          if (index === 0) return text
          return absentOf(part, known) === '1' ? `⟦× ${text}⟧` : `× ${text}`
        })
        .join(' ')
    case 'quotient':
      return `${factorOf(expression.left, known)} ÷ ${atom(expression.right, known)}`
    case 'sum':
      return expression.parts
        .map((term, index) => (index === 0 ? written(term, known) : signed('+', term, known)))
        .join(' ')
    case 'difference': {
      const { left, right } = expression
      const less = signed('−', right, known)
      // What is taken off stands in its definition as nothing less that much.
      return left.kind === 'number' && left.value === '0' ? less : `${written(left, known)} ${less}`
    }
  }
}

function signed(sign: '+' | '−', term: Expression, known: Known): string {
  const text = `${sign} ${isSum(term) ? `(${written(term, known)})` : written(term, known)}`
  return mayVanish(term, known) ? `⟦${text}⟧` : text
}

/** Whether the term comes to nothing where the plant has not registered one of its factors. */
function mayVanish(term: Expression, known: Known): boolean {
  if (term.kind === 'product') return term.parts.some((part) => mayVanish(part, known))
  if (term.kind === 'quotient') return mayVanish(term.left, known)
  return absentOf(term, known) === '0'
}

function absentOf(expression: Expression, known: Known): FormulaParameter['absent'] {
  return expression.kind === 'name' ? known.get(expression.name)?.absent : undefined
}

function isSum(expression: Expression): boolean {
  return expression.kind === 'sum' || expression.kind === 'difference'
}
function factorOf(expression: Expression, known: Known): string {
  return isSum(expression) ? `(${written(expression, known)})` : written(expression, known)
}
/** In brackets unless it is one name or number. */
function atom(expression: Expression, known: Known): string {
  const isOne = expression.kind === 'name' || expression.kind === 'number'
  return isOne ? written(expression, known) : `(${written(expression, known)})`
}
