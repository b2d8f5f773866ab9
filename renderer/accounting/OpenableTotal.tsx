import type { InventoryId, ShownTotal } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { OpenableNumber } from '../ui/NumberText.tsx'
import { openFigure } from './explained-figure.ts'
import { paddedTotal } from './two-decimals.ts'

interface OpenableTotalProps {
  readonly inventory: InventoryId
  readonly total: ShownTotal
  readonly title: string
}

/** A total, or how many lines it lacks; either way it opens. */
export function OpenableTotal({ inventory, total, title }: OpenableTotalProps) {
  const say = useSay()
  const open = () => openFigure(title, { inventory, path: total.path })
  const value = paddedTotal(total)
  if (value !== null) return <OpenableNumber value={value} decimals={total.decimals ?? 2} onOpen={open} />
  return (
    <button type="button" className="openable number missing" onClick={open}>
      {say('accounting.months.lines', { lines: total.lines })}
    </button>
  )
}
