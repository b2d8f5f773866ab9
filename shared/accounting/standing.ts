import { z } from 'zod'

import type { Finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { lapseCauses } from '#shared/monitoring/calibration'
import { deviationId } from '#shared/monitoring/deviation'
import { meterId } from '#shared/monitoring/meter'

import type { Account, SourceAccount } from './account.ts'

/** Some months of one source, and what they emitted, tCO2e; months without a result are not in the amount. */
const part = z.object({
  source: z.string(),
  name: z.string(),
  months: z.array(z.string()),
  emission: decimalText,
})
const touched = {
  parts: z.array(part),
  emission: decimalText,
  /** Per cent of the known total; null where the total is nothing. */
  share: decimalText.nullable(),
}

/** How far a year's total rests on what meters without valid calibration and parameters outside the plan gave. */
export const standing = z.object({
  /** Each time of a meter without valid calibration that nobody settled. */
  uncalibrated: z.array(
    z.object({ meter: meterId, tag: z.string(), cause: z.enum(lapseCauses), from: day, to: day, ...touched }),
  ),
  /** All of them together, each month of a source once. */
  allUncalibrated: z.object(touched),
  /** Times that were settled, with how. */
  settled: z.array(
    z.object({ meter: meterId, tag: z.string(), from: day, to: day, kind: z.string(), reason: z.string() }),
  ),
  /** Data that no plan in force asks for, shown apart. */
  outsidePlan: z.array(z.object({ parameter: z.string(), name: z.string(), ...touched })),
  allOutsidePlan: z.object(touched),
  /** What the plan asks for and the register lacks. */
  gone: z.array(z.object({ name: z.string(), source: z.string() })),
  /** Whether a plan was in force in some month of the year, for every facility that has data. */
  hasPlan: z.boolean(),
  openDeviations: z.array(z.object({ id: deviationId, code: z.string(), title: z.string(), dueOn: day })),
})
export type Standing = Readonly<z.output<typeof standing>>
export type Touched = Pick<Standing['allUncalibrated'], 'parts' | 'emission' | 'share'>

/** Months of sources, by source; `2025` means every month of the year. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>

/** What some months of some sources emitted, and which share of the total that is. */
export function touchedBy(places: Places, { bySource, total }: Account): Touched {
  const parts = bySource.flatMap((source) => {
    const months = places.get(source.source.id)
    return months ? [partOf(source, months)] : []
  })
  const emission = parts.reduce((sum, each) => sum.plus(each.emission), new Decimal(0))
  const whole = total.state === 'complete' ? total.figure.value : total.known.value
  return {
    parts: parts.filter(({ months }) => months.length > 0),
    emission: emission.toFixed(),
    share: whole.isZero() ? null : emission.div(whole).times(100).toSignificantDigits(12).toFixed(),
  }
}
function partOf(
  { source, months }: SourceAccount,
  wanted: ReadonlySet<string>,
): Standing['allOutsidePlan']['parts'][0] {
  const own = months.filter(({ month }) => wanted.has(month) || wanted.has(month.slice(0, 4)))
  const emission = own.reduce(
    (sum, each) => (each.state === 'complete' ? sum.plus(each.emission.value) : sum),
    new Decimal(0),
  )
  return {
    source: source.id,
    name: source.name,
    months: own.map(({ month }) => month),
    emission: emission.toFixed(),
  }
}

/** Places together, each month once. */
export function together(all: readonly Places[]): Places {
  const months = new Map<string, Set<string>>()
  for (const places of all)
    for (const [source, own] of places) months.set(source, new Set([...(months.get(source) ?? []), ...own]))
  return months
}

/** What a reader of the inventory should look at; amounts with two decimals for the eye. */
export function standingFindings(known: Standing): Finding[] {
  const amounts = ({ emission, share }: Pick<Touched, 'emission' | 'share'>) => ({
    tonnes: new Decimal(emission).toFixed(2),
    share: share === null ? '—' : new Decimal(share).toFixed(2),
  })
  return [
    ...known.uncalibrated.map(({ meter, tag, cause, from, to, ...rest }): Finding => ({
      severity: 'explain',
      code: `accounting.uncalibrated-${cause}`,
      where: `meter/${meter}`,
      facts: { meter: tag, from, to, ...amounts(rest) },
    })),
    ...known.outsidePlan.map(({ parameter, name, parts, ...rest }): Finding => ({
      severity: 'explain',
      code: 'accounting.outside-plan',
      where: `plan/${parameter}`,
      facts: { name, source: parts.map((each) => each.name).join(', ') || '—', ...amounts(rest) },
    })),
    ...known.gone.map(({ name, source }): Finding => ({
      severity: 'explain',
      code: 'accounting.planned-but-gone',
      where: 'plan',
      facts: { name, source },
    })),
    ...(known.hasPlan
      ? []
      : [{ severity: 'note', code: 'accounting.no-plan', where: 'plan', facts: {} } as const]),
    ...known.openDeviations.map(({ id, code, title }): Finding => ({
      severity: 'explain',
      code: 'accounting.deviation-open',
      where: `deviation/${id}`,
      facts: { code, title },
    })),
  ]
}
