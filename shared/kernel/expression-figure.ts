import type { Expression } from '#shared/kernel/expression'
import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  converted,
  differenceOf,
  productOf,
  quotientOf,
  sumOf,
} from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible, type Measure } from '#shared/kernel/units'

/** What a name in a formula stands for; null where there is no value. */
export type NamedFigures = (name: string) => Figure | null

/**
 * A formula with figures in the place of its names: a tree that can be opened and replayed. Terms of a sum are
 * converted into the unit of the first; null as soon as a name has no value, for what is missing is not zero.
 *
 * @throws Refusal `expression.units-differ` for terms that do not measure the same, `expression.no-measure` where a
 *   product or quotient has a unit that the system does not know, `expression.division-by-zero`.
 */
export function figureOf(expression: Expression, named: NamedFigures): Figure | null {
  switch (expression.kind) {
    case 'number':
      return constant(expression.value, expression.unit, { code: 'figure.number-of-formula' })
    case 'name':
      return named(expression.name)
    case 'sum':
      return termsOf(expression.parts, named, (first, terms) =>
        sumOf(first.unit, terms, { code: 'figure.sum-of-formula' }),
      )
    case 'difference':
      return termsOf([expression.left, expression.right], named, (first, [, ...less]) =>
        differenceOf(first, less, { code: 'figure.difference-of-formula' }),
      )
    case 'product':
      return allOf(expression.parts, named, ([, ...others], first) => productOf([first, ...others]))
    case 'quotient':
      return allOf([expression.left, expression.right], named, ([, below], above) =>
        below ? quotientOf(above, below) : null,
      )
  }
}

/** The figure in the unit that is asked for. @throws Refusal `expression.units-differ` when it measures another thing. */
export function inMeasure<M extends Measure>(figure: Figure, unit: M): Figure<M> {
  if (!isConvertible(figure.unit, unit))
    throw new Refusal('expression.units-differ', { unit: figure.unit, expected: unit })
  return converted(figure, unit)
}

function termsOf(
  parts: readonly Expression[],
  named: NamedFigures,
  combine: (first: Figure, terms: readonly Figure[]) => Figure,
): Figure | null {
  return allOf(parts, named, (terms, first) =>
    combine(
      first,
      terms.map((term) => inMeasure(term, first.unit)),
    ),
  )
}

function allOf(
  parts: readonly Expression[],
  named: NamedFigures,
  combine: (figures: readonly Figure[], first: Figure) => Figure | null,
): Figure | null {
  const figures: Figure[] = []
  for (const part of parts) {
    const figure = figureOf(part, named)
    if (!figure) return null
    figures.push(figure)
  }
  const [first] = figures
  return first ? combine(figures, first) : null
}
