import { inventoriesOf } from '#db/accounting/queries'
import { revisionOf } from '#db/activity/queries'
import type { ReadContext } from '#electron/kernel/context'
import type { Account, Total } from '#shared/accounting/account'
import { exactly, exactSum } from '#shared/accounting/bridge'
import type { ShownChange } from '#shared/accounting/change-contract'
import { type InventoryId, newInventory, type ShownTotal } from '#shared/accounting/inventory'
import {
  changeCauses,
  changeOfYear,
  sumOfCause,
  type ChangeStep,
  type YearChange,
} from '#shared/accounting/year-change'
import { canonical } from '#shared/kernel/canonical'
import { type Figure, textOf } from '#shared/kernel/figure'

import { type Computed, computedOf } from './computed.ts'
import { requireInventory } from './freeze.ts'
import { rangeOf } from './gather.ts'
import { liveAccount } from './live.ts'
import { shownTotalAt } from './show.ts'

type Context = Pick<ReadContext, 'db' | 'around'>

interface Found {
  readonly after: Computed
  readonly reported: Computed | null
  readonly before: ReturnType<typeof liveAccount>
  readonly change: YearChange
}

/**
 * The year before under the rules by which it was reported, else under this year's: as it was reported, as it is now,
 * and the way from it to this year. Null where there are no readings of it.
 */
function changeFound({ db, around }: Context, after: Computed): Found | null {
  const year = after.inventory.year - 1
  if (revisionOf(db, rangeOf(year)) === 0) return null
  const reported = reportedBefore({ db, around }, after)
  const rules = newInventory.parse({ ...(reported ?? after).inventory, year })
  const before = liveAccount(db, around, rules)
  return { after, reported, before, change: changeBetween(reported, before, after) }
}

/** The split of accounts that are still held: every number of it that is opened asks for it again. */
const known = new WeakMap<
  Account,
  { readonly reported: Account | null; readonly before: Account; readonly change: YearChange }
>()

function changeBetween(reported: Computed | null, before: Found['before'], after: Computed): YearChange {
  const last = known.get(after.account)
  const of = reported?.account ?? null
  if (last && last.reported === of && last.before === before.account) return last.change
  const change = changeOfYear(reported, before, after, after.library)
  known.set(after.account, { reported: of, before: before.account, change })
  return change
}

/** The year before as it was reported for the same facilities: those of another report are no part of this one. */
function reportedBefore(context: Context, after: Computed): Computed | null {
  const { year, facilities } = after.inventory
  const frozen = inventoriesOf(context.db).filter((each) => each.year === year - 1 && each.state === 'frozen')
  const chosen = (of: readonly string[] | null) => canonical(of && of.toSorted())
  const alike = frozen.find((each) => chosen(each.facilities) === chosen(facilities))
  if (alike) return computedOf(context, alike)
  const placesOf = ({ document }: Computed) => chosen(document.facilities.map(({ id }) => id))
  const others = frozen.map((each) => computedOf(context, each))
  return others.find((each) => placesOf(each) === placesOf(after)) ?? null
}

/** @throws Refusal `accounting.unknown-inventory`. */
export function yearChange(context: Context, id: InventoryId): ShownChange | null {
  const after = computedOf(context, requireInventory(context.db, id))
  const found = changeFound(context, after)
  if (!found) return null
  const { reported, before, change } = found
  const start = reported?.account.total ?? before.account.total
  return {
    inventory: after.inventory,
    reported: reported && { inventory: reported.inventory, total: totalAt('total', reported.account.total) },
    before: totalAt('change/before', before.account.total),
    after: totalAt('total', after.account.total),
    causes: changeCauses.flatMap((cause) => {
      const { value } = sumOfCause(change, cause)
      return value === '0' ? [] : [{ cause, path: `change/cause/${cause}`, value }]
    }),
    lines: linesOf(change),
    open: change.open.map(({ name }) => name),
    difference: differenceOf(after.account.total, start),
  }
}

function totalAt(path: string, total: Total): ShownTotal {
  return shownTotalAt(path, 'total', total)
}
function differenceOf(after: Total, before: Total): string | null {
  if (after.state === 'incomplete' || before.state === 'incomplete') return null
  return textOf(exactly(after.figure.value, before.figure.value))
}

function linesOf({ steps }: YearChange): ShownChange['lines'] {
  const bySource = Map.groupBy(
    steps.filter((step) => step.source !== null),
    ({ source }) => source?.id ?? '',
  )
  return [...bySource].map(([source, own]) => ({
    source,
    name: own[0]?.source?.name ?? source,
    steps: changeCauses.flatMap((cause) => {
      const of = own.filter((step) => step.cause === cause)
      return of.length === 0 ? [] : [{ cause, path: `change/line/${source}/${cause}`, value: exactSum(of) }]
    }),
    difference: exactSum(own),
  }))
}

/** A figure of the change: `before`, `cause/<cause>`, `line/<source>/<cause>`. */
export function changeFigure(
  context: Context,
  after: Computed,
  [kind, one = '', cause]: readonly string[],
): Figure | undefined {
  const found = changeFound(context, after)
  if (!found) return undefined
  if (kind === 'before') {
    const { total } = found.before.account
    return total.state === 'complete' ? total.figure : total.known
  }
  const named = changeCauses.find((each) => each === (kind === 'cause' ? one : cause))
  if (!named) return undefined
  const steps =
    kind === 'line' ? found.change.steps.filter(({ source }) => source?.id === one) : found.change.steps
  return sumOfCause({ steps: steps as readonly ChangeStep[], open: [] }, named).figure
}
