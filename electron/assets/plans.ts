import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Surroundings } from '#electron/kernel/surroundings'
import { plan, type Plan, priceList, type PriceList } from '#shared/assets/plan'

interface Shipped {
  readonly program: string
  readonly plans: readonly Plan[]
  readonly prices: PriceList
}
let read: Shipped | null = null

/** The allocation plans and market prices that come with the program, read once per process. */
export function shippedPlans({ program }: Pick<Surroundings, 'program'>): Shipped {
  if (read?.program === program) return read
  const folder = join(program, 'resources', 'assets')
  const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
  const files = readdirSync(join(folder, 'plans')).toSorted()
  read = {
    program,
    plans: files.map((file) => plan.parse(json(join(folder, 'plans', file)))),
    prices: priceList.parse(json(join(folder, 'allowance-prices.json'))),
  }
  return read
}
