import type { ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import type { ReadContext } from '#electron/kernel/context'
import { valueOf } from '#shared/accounting/assemble'
import type { ShownProduction } from '#shared/accounting/comparison-contract'
import { monthsOfPeriod } from '#shared/accounting/document'
import type { Parameter } from '#shared/accounting/parameter'
import {
  type Facility,
  type Production,
  productionOf,
  productionOfYear,
  productionRoles,
} from '#shared/accounting/production'
import { settingsAt } from '#shared/accounting/settings'
import { type Figure, textOf } from '#shared/kernel/figure'

import type { Computed } from './computed.ts'
import { knownMonths, rangeOf } from './gather.ts'

type Context = Pick<ReadContext, 'db' | 'around'>

interface FacilityYear {
  readonly facility: Facility
  readonly months: readonly { readonly month: string; readonly production: Production }[]
  readonly year: Production
}

/** Facilities of the inventory that register production of their own; others have nothing to show. */
function productionYears(
  { db }: Context,
  { inventory, document, account, settings }: Computed,
): FacilityYear[] {
  return document.facilities.flatMap(({ id, name }) => {
    const parameters = parametersOf(db, id, inventory.year)
    if (parameters.size === 0) return []
    const facility = { id, name, parameters }
    const months = monthsOfPeriod(document.period).map((month) => ({
      month,
      production: productionOf(facility, month, account, settingsAt(settings, month)),
    }))
    return [{ facility, months, year: productionOfYear(months.map(({ production }) => production)) }]
  })
}

/** What the facility registers for itself, by role; what took over from another adds its own months. */
function parametersOf(db: ReadDb, facility: string, year: number): Facility['parameters'] {
  const own = allParameters(db).filter(({ source, node }) => source === null && node === facility)
  const known = Map.groupBy(
    knownMonths(db, own, rangeOf(year), () => null),
    ({ parameter }) => parameter,
  )
  const inputs = productionRoles.flatMap((role) => {
    const players = own.filter((parameter) => parameter.role === role)
    const [first] = players
    if (!first) return []
    const months = players.flatMap(({ id, unit }) =>
      (known.get(id) ?? []).map((each) => [each.month, { unit, ...valueOf(each) }] as const),
    )
    const { id, name, unit, determination } = first
    return [
      [role, { id, name, unit, determination, months: Object.fromEntries(months) } as Parameter] as const,
    ]
  })
  return new Map(inputs)
}

/** Production as a screen shows it. */
export function shownProduction(context: Context, computed: Computed): ShownProduction[] {
  return productionYears(context, computed).map(({ facility: { id, name }, months, year }) => ({
    facility: id,
    name,
    months: months.map(({ month, production }) => ({
      month,
      figures: shownFigures(production, `production/${id}/${month}`),
    })),
    year: shownFigures(year, `production/${id}/year`),
  }))
}
function shownFigures(production: Production, path: string): ShownProduction['year'] {
  return Object.fromEntries(
    [...production].map(([key, { value, unit }]) => [
      key,
      { path: `${path}/${key}`, value: textOf(value), unit },
    ]),
  )
}

/** The figure of a facility, month (or `year`) and key. */
export function productionFigure(
  context: Context,
  computed: Computed,
  [facility, month, key]: readonly string[],
): Figure | undefined {
  const found = productionYears(context, computed).find((each) => each.facility.id === facility)
  const production = found?.months.find((each) => each.month === month)?.production ?? found?.year
  return [...(production ?? [])].find(([name]) => name === key)?.[1]
}
