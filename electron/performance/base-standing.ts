import { changesOf, looksOf, thresholdsOf } from '#db/performance/operation-queries'
import type { ReadContext } from '#electron/kernel/context'
import { textOf } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import type { Baseline } from '#shared/performance/baseline'
import { staticKinds } from '#shared/performance/change'
import type { Indicator } from '#shared/performance/indicator'
import { aboutFindings, fitOf } from '#shared/performance/look'

import { itemFigure } from './items.ts'
import { versionIn } from './values.ts'
import type { YearData } from './year-data.ts'

type Context = Pick<ReadContext, 'db'>

/** What speaks for looking at a baseline again besides its own numbers: the fit of its indicator, and major changes. */
export function triggersOf({ db }: Context, data: YearData, indicator: Indicator, of: Baseline): Finding[] {
  const last = of.values.at(-1)
  if (!last) return []
  const limit = thresholdsOf(db)['indicator-fit']
  const fit = fitInYears(data, indicator, last.years)
  const at = (code: string, facts: Finding['facts']): Finding => ({
    severity: 'explain',
    code,
    where: of.id,
    facts: { name: indicator.name, ...facts },
  })
  const isPoor = fit !== null && new Decimal(fit).lessThan(limit)
  const changes = changesOf(db).filter(
    ({ kind, judgement, state }) =>
      staticKinds.includes(kind) &&
      judgement?.major === true &&
      state !== 'dropped' &&
      judgement.at > last.madeAt,
  )
  return [
    ...(isPoor
      ? [at('performance.baseline-fit', { percent: new Decimal(fit).toDecimalPlaces(1).toFixed(), limit })]
      : []),
    ...changes.map(({ number, title }) => at('performance.baseline-change', { number, title })),
  ]
}

/** Findings that are no reason to look at the value again: it is not in force yet, or cannot be computed today. */
const waiting = ['performance.baseline-unapproved', 'performance.baseline-incomplete']

/**
 * What a baseline is to be looked at for, as one text; null where nothing is, or somebody concluded on just that
 * since its last value was made.
 */
export function openAbout({ db }: Context, of: Baseline, findings: readonly Finding[]): string | null {
  const last = of.values.at(-1)
  const codes = findings
    .filter(({ code }) => !waiting.includes(code))
    .map(({ code, facts }) =>
      code === 'performance.baseline-change' ? `${code}:${String(facts['number'])}` : code,
    )
  if (!last || codes.length === 0 || last.state === 'draft') return null
  const about = aboutFindings(codes)
  const isSaid = looksOf(db).some(
    (each) => each.baseline === of.id && each.about === about && each.madeAt >= last.madeAt,
  )
  return isSaid ? null : about
}

/** How much of the months' emission its driver explains; null where the indicator is not one for each of something. */
function fitInYears(data: YearData, indicator: Indicator, years: readonly number[]): string | null {
  const version = versionIn(indicator, String(Math.max(...years)), null)
  const numerators =
    version?.terms.filter(({ item }) => item.kind === 'emission' || item.kind === 'energy') ?? []
  const drivers = version?.terms.filter(({ item }) => item.kind === 'reading') ?? []
  const [above, driver] = [numerators[0], drivers[0]]
  if (!above || !driver || numerators.length > 1 || drivers.length > 1) return null
  const pairs = years.flatMap((year) =>
    monthsOf(year).flatMap((month) => {
      const y = itemFigure(data, above.item, { year, months: [month] })
      const x = itemFigure(data, driver.item, { year, months: [month] })
      return x && y ? [{ x: textOf(x.value), y: textOf(y.value) }] : []
    }),
  )
  return fitOf(pairs)
}
