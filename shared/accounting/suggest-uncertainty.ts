import { Decimal } from '#shared/kernel/quantity'
import type { MeterRecord } from '#shared/monitoring/meter'

import type { Suggestion } from './uncertainty-model.ts'

/**
 * What the register knows of how well a parameter is measured: the limit that the last valid certificate states or,
 * without one, the class on the plate. Both are limits of error: within them nothing is known, so the distribution is
 * uniform. Null where no meter says anything, and nothing is assumed then.
 *
 * @param from the first day of the year and `to` the first of the next.
 */
export function suggestedFor(
  parameter: string,
  meters: readonly MeterRecord[],
  { from, to }: { readonly from: string; readonly to: string },
): Suggestion | null {
  const serving = meters.filter(({ uses }) =>
    uses.some(
      (use) =>
        use.parameter === parameter && use.validFrom < to && (use.validTo === null || use.validTo > from),
    ),
  )
  const known = serving.flatMap((record) => suggestionOf(record, to))
  // Where meters took turns, the worst of them stands for the year.
  return known.toSorted((a, b) => new Decimal(b.percent).comparedTo(a.percent))[0] ?? null
}

function suggestionOf({ meter, uses, certificates }: MeterRecord, to: string): Suggestion[] {
  const common = {
    distribution: 'uniform',
    tag: meter.tag,
    isShared: new Set(uses.map(({ parameter }) => parameter)).size > 1,
  } as const
  const last = certificates
    .filter(
      ({ withdrawnAt, result, calibratedOn }) =>
        withdrawnAt === null && result !== 'failed' && calibratedOn < to,
    )
    .toSorted((a, b) => (a.calibratedOn < b.calibratedOn ? -1 : 1))
    .at(-1)
  if (last?.limit && new Decimal(last.limit).gt(0))
    return [
      {
        ...common,
        percent: last.limit,
        from: 'certificate',
        says: `${last.number} (${last.body}) ±${last.limit} %`,
      },
    ]
  const percent = classIn(meter.accuracy ?? '')
  return percent === null ? [] : [{ ...common, percent, from: 'accuracy', says: meter.accuracy ?? '' }]
}

/** `0.5S`, `±0.5 %`, `0.5级`, `class 0.5`; null for classes that are no per cent of the value, such as `III` or `0.2 %FS`. */
export function classIn(accuracy: string): string | null {
  const [, number] =
    /^\s*(?:±|class\s|准确度)?\s*(\d{1,2}(?:\.\d{1,4})?)\s*(?:%|％|级|s)?\s*$/i.exec(accuracy) ?? []
  return number === undefined || !/[1-9]/.test(number) ? null : number.replace(/^0+(?=\d)/, '')
}
