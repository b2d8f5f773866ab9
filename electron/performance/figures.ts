import { appraisalById } from '#db/performance/operation-queries'
import { measureById } from '#db/performance/plan-queries'
import { keptFigure } from '#db/performance/queries'
import { nodeAt } from '#electron/accounting/show'
import type { ReadContext } from '#electron/kernel/context'
import type { FigureNode } from '#shared/accounting/inventory'
import { type Figure, figureRecord, fromRecord } from '#shared/kernel/figure'
import { costedOf, costPerTonne } from '#shared/performance/abatement'
import { type AppraisalId, optionCost } from '#shared/performance/appraisal'
import type { BaselineId } from '#shared/performance/baseline'
import type { IndicatorId } from '#shared/performance/indicator'
import type { MeasureId } from '#shared/performance/measure'

import { baseOf, requireBaseline } from './baselines.ts'
import { energyFigure } from './energy.ts'
import { requireIndicator } from './indicators.ts'
import { spanOf, valueOf, versionIn } from './values.ts'
import { yearData } from './year-data.ts'

/**
 * A node of a figure: `value/<indicator>/<version>/<period>`, `now/<baseline>`, `energy/<row>/<year>`,
 * `cost/<measure>/<rate>` and `option/<appraisal>/<place>` are computed, `review/<id>` and `base/<id>` are as they were kept.
 *
 * @throws Refusal `accounting.no-figure` where the path leads nowhere.
 */
export function figureNodeAt(context: ReadContext, path: string, at: readonly number[]): FigureNode {
  return nodeAt(rootOf(context, path) ?? undefined, path, at)
}

function rootOf(context: ReadContext, path: string): Figure | null {
  const [kind = '', id = '', one = '', two = ''] = path.split('/')
  switch (kind) {
    case 'value': {
      const indicator = requireIndicator(context.db, id as IndicatorId)
      const version = versionIn(indicator, two, Number(one))
      return version ? valueOf(yearData(context), indicator, version, spanOf(two)).figure : null
    }
    case 'now': {
      const baseline = requireBaseline(context.db, id as BaselineId)
      const years = baseline.values.at(-1)?.years ?? []
      return baseOf(yearData(context), requireIndicator(context.db, baseline.indicator), years).figure
    }
    case 'energy':
      return energyFigure(yearData(context), id, Number(one))
    case 'cost': {
      const measure = measureById(context.db, id as MeasureId)
      const costed = measure && costedOf(measure)
      return costed ? costPerTonne(costed, one) : null
    }
    case 'option': {
      const found = appraisalById(context.db, id as AppraisalId)
      const [first, other] = [found?.options[0], found?.options[Number(one)]]
      return found && first && other ? optionCost(first, other, found.rate) : null
    }
    case 'review':
    case 'base': {
      const body = keptFigure(context.db, kind, id)
      return body === undefined ? null : fromRecord(figureRecord.parse(JSON.parse(body)))
    }
    default:
      return null
  }
}
