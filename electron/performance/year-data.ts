import { inventoriesOf } from '#db/accounting/queries'
import { monthEntries, type MonthEntry, revisionOf } from '#db/activity/queries'
import { allParameters, allSources } from '#db/monitoring/queries'
import { nodesOf, outputValuesOf, productsOf } from '#db/organization/queries'
import { equalValuesOf } from '#db/performance/queries'
import { rangeOf } from '#electron/accounting/gather'
import { everySource } from '#electron/accounting/kept-account'
import { liveAccount } from '#electron/accounting/live'
import { accountOfInventory } from '#electron/accounting/service'
import { type Asking, usualRules } from '#electron/accounting/usual-rules'
import type { Account, SourceAccount } from '#shared/accounting/account'
import { Refusal } from '#shared/kernel/refusal'
import type { Parameter, ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { withDescendants } from '#shared/organization/tree'
import type { EqualValue } from '#shared/performance/energy'

/** How far back a history reaches at most, in years. */
const mostYears = 15

/** What a plant knows of its years, read once for one request and kept while it is answered. */
export interface YearData {
  /** Years of which there are readings, oldest first. */
  readonly years: readonly number[]
  /** The running year. */
  readonly runningYear: number
  /** The account of a year: as it was frozen, else as the readings of this moment make it. */
  readonly account: (year: number) => Account | null
  /** Sources of a year that are energy and belong to the year's one report. */
  readonly energySources: (year: number) => readonly SourceAccount[]
  /** The place at which a source is registered. */
  readonly nodeOf: (source: string) => NodeId | undefined
  /** A place and everything below it. */
  readonly below: (node: NodeId) => ReadonlySet<string>
  readonly parameter: (id: ParameterId) => Parameter | undefined
  /** What readings of a parameter come to, by month or year key. */
  readonly entries: (id: ParameterId, year: number) => ReadonlyMap<string, MonthEntry>
  readonly products: (year: number) => ReturnType<typeof productsOf>
  readonly outputValue: (year: number) => string | null
  readonly equalValue: (year: number) => EqualValue | null
}

/** Who asks what a plant knows of its years, on a day. */
export interface YearAsking extends Asking {
  readonly today: string
}

export function yearData(context: YearAsking): YearData {
  const { db, today } = context
  const runningYear = Number(today.slice(0, 4))
  const nodes = nodesOf(db)
  const parameters = new Map(allParameters(db).map((each) => [each.id, each]))
  const places = new Map<string, NodeId>(allSources(db).map(({ id, node }) => [id, node]))
  const values = new Map(outputValuesOf(db).map(({ year, value }) => [year, value]))
  const equal = new Map(equalValuesOf(db).map((each) => [each.year, each]))
  const account = remembering((year: number) => accountOf(context, year))
  const below = remembering(
    (node: NodeId): ReadonlySet<string> => new Set(withDescendants(nodes, [node]).map(({ id }) => id)),
  )
  const entries = remembering((key: string): ReadonlyMap<string, MonthEntry> => {
    const [id = '', year = ''] = key.split('/')
    const parameter = parameters.get(id as ParameterId)
    const found = parameter ? monthEntries(db, [parameter], rangeOf(Number(year))) : []
    return new Map(found.map((each) => [each.month, each]))
  })
  return {
    years: Array.from({ length: mostYears }, (_none, at) => runningYear - mostYears + 1 + at).filter(
      (year) => revisionOf(db, rangeOf(year)) > 0,
    ),
    runningYear,
    account,
    energySources: remembering((year: number) => energySourcesOf(account(year))),
    nodeOf: (source) => places.get(source),
    below,
    parameter: (id) => parameters.get(id),
    entries: (id, year) => entries(`${id}/${year}`),
    products: remembering((year: number) => productsOf(db, year)),
    outputValue: (year) => values.get(year) ?? null,
    equalValue: (year) => equal.get(year) ?? null,
  }
}

function remembering<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>()
  return (key) => {
    const last = known.get(key)
    if (last) return last.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** What was frozen of a year answers for it; else its readings do, by the rules that are usual there. */
function accountOf(context: Asking, year: number): Account | null {
  const { db, around } = context
  const frozen = inventoriesOf(db).find(
    (each) => each.year === year && each.facilities === null && each.state === 'frozen',
  )
  if (frozen) return accountOfInventory(context, frozen).account
  const rules = usualRules(context, year, null)
  if (!rules) return null
  try {
    return liveAccount(db, around, rules).account
  } catch (error) {
    // A year in which nothing stood inside the boundary has no account.
    if (error instanceof Refusal && error.code === 'accounting.no-facilities') return null
    throw error
  }
}

/** Biogenic fuel is energy as well; what stands in the other of the two electricity reports would be counted twice. */
function energySourcesOf(account: Account | null): SourceAccount[] {
  if (!account) return []
  const outside = new Set(
    account.apart
      .filter(({ why }) => why === 'other-scope-2-report')
      .flatMap(({ sources }) => sources.map(({ source }) => source)),
  )
  return everySource(account).filter(({ source }) => !outside.has(source))
}
