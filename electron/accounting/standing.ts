import type { ReadDb } from '#db/kernel/access'
import { allDeviations } from '#db/monitoring/deviation-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { plansOf } from '#db/monitoring/plan-queries'
import { allParameters } from '#db/monitoring/queries'
import { nodesOf } from '#db/organization/queries'
import { type Doubt, doubtsIn } from '#electron/activity/doubts'
import { sha256 } from '#electron/kernel/crypto'
import type { Account } from '#shared/accounting/account'
import type { InventoryDocument } from '#shared/accounting/document'
import { parametersOf } from '#shared/accounting/source'
import { type Places, type Standing, together, touchedBy } from '#shared/accounting/standing'
import { canonical } from '#shared/kernel/canonical'
import { monthsOf } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import { planOfMonth, planOn, type PlanVersion } from '#shared/monitoring/plan'
import type { NodeId } from '#shared/organization/model'

import { rangeOf } from './gather.ts'

interface Asked {
  readonly account: Account
  readonly document: InventoryDocument
  readonly year: number
  readonly today: string
}

/** How far a year's account rests on doubtful meters and on data outside the plan, as the registers stand today. */
export function standingOf(db: ReadDb, asked: Asked): Standing {
  const { account, document, year, today } = asked
  const sources = new Set(document.sources.map(({ id }) => id))
  const parameters = allParameters(db).filter(({ source }) => source !== null && sources.has(source))
  const doubts = doubtsIn(db, parameters, rangeOf(year), today)
  const apart = outsidePlan(db, asked, parameters)
  const facilities = new Set<string>(document.facilities.map(({ id }) => id))
  return {
    uncalibrated: byLapse(doubts).map((group) => ({
      meter: group[0].meter,
      tag: group[0].tag,
      cause: group[0].cause,
      from: earliest(group),
      to: latest(group),
      ...touchedBy(placesOf(group, parameters), account),
    })),
    allUncalibrated: touchedBy(placesOf(doubts, parameters), account),
    settled: settledIn(db, year, new Set(parameters.map(({ id }) => id))),
    ...apart,
    openDeviations: allDeviations(db)
      .filter(
        ({ state, facility, from }) =>
          state !== 'closed' && facilities.has(facility) && from < `${year + 1}-01-01`,
      )
      .map(({ id, code, title, dueOn }) => ({ id, code, title, dueOn })),
  }
}

/** All that the calendar day itself changes in how a year stands: how far meters have lapsed, and which plans govern. */
export function standingDay(db: ReadDb, year: number, today: string): string {
  const end = `${year}-12-31`
  const day = today < end ? today : end
  const plans = nodesOf(db)
    .filter(({ kind }) => kind === 'facility')
    .map(({ id }) => planOn(plansOf(db, id), day)?.id ?? null)
  return sha256(canonical({ plans, doubts: doubtsIn(db, allParameters(db), rangeOf(year), today) }))
}

type Group = readonly [Doubt, ...Doubt[]]
/** One meter often measures several parameters: one lapse is told once. */
function byLapse(doubts: readonly Doubt[]): Group[] {
  return [
    ...Map.groupBy(doubts, ({ meter, cause, from, to }) => `${meter}/${cause}/${from}/${to}`).values(),
  ].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
}
const earliest = (group: Group) => group.map(({ from }) => from).toSorted()[0] ?? group[0].from
const latest = (group: Group) =>
  group
    .map(({ to }) => to)
    .toSorted()
    .at(-1) ?? group[0].to

function placesOf(
  doubts: readonly Pick<Doubt, 'parameter' | 'months'>[],
  parameters: readonly Parameter[],
): Places {
  const sourceOf = new Map(parameters.map(({ id, source }) => [id, source]))
  return together(
    doubts.flatMap(({ parameter, months }) => {
      const source = sourceOf.get(parameter)
      return source ? [new Map([[source, new Set(months)]])] : []
    }),
  )
}

function settledIn(db: ReadDb, year: number, known: ReadonlySet<string>): Standing['settled'] {
  return meterRecords(db)
    .filter(({ uses }) => uses.some(({ parameter }) => known.has(parameter)))
    .flatMap(({ meter, settlements }) =>
      settlements
        .filter(
          ({ withdrawnAt, from, to }) =>
            withdrawnAt === null && from < `${year + 1}-01-01` && to > `${year}-01-01`,
        )
        .map(({ from, to, kind, reason }) => ({ meter: meter.id, tag: meter.tag, from, to, kind, reason })),
    )
}

/** Months whose data no plan in force asks for, and what a plan asks for that the register lacks. */
function outsidePlan(
  db: ReadDb,
  { account, document, year, today }: Asked,
  parameters: readonly Parameter[],
): Pick<Standing, 'outsidePlan' | 'allOutsidePlan' | 'gone' | 'hasPlan'> {
  const versions = new Map(document.facilities.map(({ id }) => [id, plansOf(db, id as NodeId)]))
  const found = document.sources.flatMap((source) =>
    parametersOf(source).flatMap(({ parameter }) => {
      const registered = parameters.find(({ id }) => id === parameter.id)
      const plans = versions.get(source.facility) ?? []
      if (!registered || plans.length === 0) return []
      const months = Object.keys(parameter.months ?? {}).filter((month) =>
        isOutside(plans, registered, month),
      )
      if (months.length === 0) return []
      return [{ parameter: registered, places: new Map([[source.id, new Set(months)]]) as Places }]
    }),
  )
  const end = `${year}-12-31`
  const known = new Set<string>(allParameters(db).map(({ id }) => id))
  const inForce = [...versions.values()].map((plans) => planOn(plans, today < end ? today : end))
  return {
    outsidePlan: found.map(({ parameter, places }) => ({
      parameter: parameter.id,
      name: parameter.name,
      ...touchedBy(places, account),
    })),
    allOutsidePlan: touchedBy(together(found.map(({ places }) => places)), account),
    gone: inForce.flatMap((plan) =>
      (plan?.content.lines ?? [])
        .filter(({ parameter }) => !known.has(parameter))
        .map(({ name, sourceName }) => ({ name, source: sourceName ?? '—' })),
    ),
    hasPlan:
      versions.size > 0 &&
      [...versions.values()].every((plans) =>
        monthsOf(year).some((month) => planOfMonth(plans, month) !== undefined),
      ),
  }
}
function isOutside(plans: readonly PlanVersion[], { id }: Parameter, month: string): boolean {
  const plan = planOfMonth(plans, month)
  return plan !== undefined && !plan.content.lines.some(({ parameter }) => parameter === id)
}
