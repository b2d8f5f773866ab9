import { parseExpression } from '#shared/kernel/expression'
import { figureOf, inMeasure } from '#shared/kernel/expression-figure'
import { type Figure, textOf } from '#shared/kernel/figure'
import { named } from '#shared/kernel/figure-algebra'
import { monthsOf } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { Point } from '#shared/performance/history'
import { type Indicator, type Version, versionFor } from '#shared/performance/indicator'

import { itemFigure, type Span } from './items.ts'
import type { YearData } from './year-data.ts'

/** The value of an indicator over a span: its figure, or the names that have none. */
export interface Valued {
  readonly figure: Figure | null
  readonly missing: readonly string[]
}

export function valueOf(
  data: YearData,
  { name }: Pick<Indicator, 'name'>,
  version: Version,
  span: Span,
): Valued {
  const items = new Map(version.terms.map((term) => [term.name, itemFigure(data, term.item, span)]))
  const missing = [...items].flatMap(([term, figure]) => (figure ? [] : [term]))
  if (missing.length > 0) return { figure: null, missing }
  try {
    const figure = figureOf(parseExpression(version.formula), (term) => items.get(term) ?? null)
    const facts = { name, version: version.number }
    return {
      figure:
        figure && named(inMeasure(figure, version.unit), { code: 'performance.figure.indicator', facts }),
      missing: [],
    }
  } catch (error) {
    // Nothing was made, or a product changed its unit: there is no answer, and the names say where to look.
    if (error instanceof Refusal) return { figure: null, missing: version.terms.map((term) => term.name) }
    throw error
  }
}

/** `2025` or `2025-03` as a span. */
export function spanOf(period: string): Span {
  return { year: Number(period.slice(0, 4)), months: period.length === 4 ? null : [period] }
}

/** The version that computes a period: the one in force, or the one that was asked for. */
export function versionIn(indicator: Indicator, period: string, asked: number | null): Version | undefined {
  if (asked === null) return versionFor(indicator.versions, period)
  return indicator.versions.find(({ number }) => number === asked)
}

export function pointOf(
  data: YearData,
  indicator: Indicator,
  period: string,
  asked: number | null,
): Point | null {
  const version = versionIn(indicator, period, asked)
  if (!version) return null
  const { figure, missing } = valueOf(data, indicator, version, spanOf(period))
  return {
    period,
    value: figure && textOf(figure.value),
    version: version.number,
    missing: [...missing],
    path: `value/${indicator.id}/${version.number}/${period}`,
  }
}

/** The months of a year that are behind us. */
export function monthsSoFar(year: number, today: string): string[] {
  return monthsOf(year).filter((month) => month < today.slice(0, 7))
}
