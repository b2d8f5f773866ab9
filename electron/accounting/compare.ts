import { inventoryById } from '#db/accounting/queries'
import type { ReadContext } from '#electron/kernel/context'
import type { Account } from '#shared/accounting/account'
import { type Bridge, bridgeCauses, bridgeOf, type BridgeStep, exactSum } from '#shared/accounting/bridge'
import type { Comparison, ShownBridge } from '#shared/accounting/comparison-contract'
import { type InventoryId, inventoryId } from '#shared/accounting/inventory'
import { type Figure, textOf } from '#shared/kernel/figure'
import { sumOf } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

import { type Computed, computedOf } from './computed.ts'
import { requireInventory } from './freeze.ts'
import { shownTotalAt } from './show.ts'

type Context = Pick<ReadContext, 'db' | 'around'>

/** Bridges between accounts that are still held. */
const known = new WeakMap<Account, WeakMap<Account, Bridge>>()

function bridgeBetween(first: Computed, second: Computed): Bridge {
  const from = known.get(first.account) ?? new WeakMap<Account, Bridge>()
  known.set(first.account, from)
  const before = from.get(second.account)
  if (before) return before
  const bridge = bridgeOf(first, second, first.library)
  from.set(second.account, bridge)
  return bridge
}

/**
 * Inventories of one year beside each other, with the bridge from the first to each of the others.
 *
 * @throws Refusal `accounting.unknown-inventory`, `accounting.compare-other-year` {year, other}.
 */
export function compareInventories(context: Context, ids: readonly InventoryId[]): Comparison {
  const [first, ...others] = [...new Set(ids)].map((id) =>
    computedOf(context, requireInventory(context.db, id)),
  )
  if (!first || others.length === 0) throw new Refusal('accounting.compare-itself')
  for (const { inventory } of others)
    if (inventory.year !== first.inventory.year)
      throw new Refusal('accounting.compare-other-year', {
        year: first.inventory.year,
        other: inventory.year,
      })
  return {
    inventories: [first, ...others].map(({ inventory, account }) => ({
      inventory,
      total: shownTotalAt('total', 'total', account.total),
    })),
    bridges: others.map((other) => shownBridge(bridgeBetween(first, other), other.inventory.id)),
  }
}

function shownBridge(bridge: Bridge, to: InventoryId): ShownBridge {
  const at = (path: string, { value }: Pick<BridgeStep, 'value'>) => ({
    path: `bridge/${to}/${path}`,
    value: textOf(value),
  })
  return {
    to,
    lines: bridge.lines.map(({ source: { id, name, category }, first, second, left, steps }) => ({
      source: id,
      name,
      category,
      first: first && shownTotalAt(`source/${id}`, id, first),
      second: second && shownTotalAt(`source/${id}`, id, second),
      left,
      steps: steps && steps.map((step) => ({ ...at(`line/${id}/${step.cause}`, step), cause: step.cause })),
      difference: steps && exactSum(steps),
    })),
    causes: bridgeCauses.flatMap((cause) => {
      const steps = stepsOfCause(bridge, cause)
      return steps.length === 0
        ? []
        : [{ cause, path: `bridge/${to}/cause/${cause}`, value: exactSum(steps) }]
    }),
    rounding: bridge.rounding && at('rounding', bridge.rounding),
    difference: bridge.difference && at('difference', bridge.difference),
  }
}

function stepsOfCause({ lines }: Bridge, cause: string): BridgeStep[] {
  return lines.flatMap(({ steps }) => (steps ?? []).filter((step) => step.cause === cause))
}

/** A figure of the bridge to another inventory: `<id>/difference`, `<id>/line/<source>/<cause>`, `<id>/cause/<cause>`. */
export function bridgeFigure(
  context: Context,
  first: Computed,
  [to, kind = '', one = '', cause]: readonly string[],
): Figure | undefined {
  const id = inventoryId.safeParse(to)
  const inventory = id.success ? inventoryById(context.db, id.data) : undefined
  if (!inventory) return undefined
  const bridge = bridgeBetween(first, computedOf(context, inventory))
  switch (kind) {
    case 'difference':
      return bridge.difference?.figure
    case 'rounding':
      return bridge.rounding?.figure
    case 'cause':
      return sumOf(
        'tCO2e',
        stepsOfCause(bridge, one).map(({ figure }) => figure),
        { code: `accounting.bridge-cause.${one}` },
      )
    default:
      return bridge.lines.find(({ source }) => source.id === one)?.steps?.find((step) => step.cause === cause)
        ?.figure
  }
}
