import type { ReadContext } from '#electron/kernel/context'
import type { Inventory } from '#shared/accounting/inventory'
import type { Figure } from '#shared/kernel/figure'

import { bridgeFigure } from './compare.ts'
import { computedOf } from './computed.ts'
import { productionFigure } from './production.ts'
import { rootAt } from './show.ts'
import { viewFigure } from './views.ts'
import { changeFigure } from './year-change.ts'

type Context = Pick<ReadContext, 'db' | 'around'>

/** The figure that stands under a path of an inventory; undefined where there is none. */
export function figureRoot(context: Context, inventory: Inventory, path: string): Figure | undefined {
  const computed = computedOf(context, inventory)
  const [kind = '', ...rest] = path.split('/')
  switch (kind) {
    case 'bridge':
      return bridgeFigure(context, computed, rest)
    case 'change':
      return changeFigure(context, computed, rest)
    case 'view':
      return viewFigure(computed, rest)
    case 'production':
      return productionFigure(context, computed, rest)
    default:
      return rootAt(computed.account, path)
  }
}
