import type { UnmeasuredYear } from '#shared/accounting/unmeasured'
import type { DecimalText } from '#shared/kernel/quantity'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** The months of coal without a valid test. */
export function useUnmeasured(year: number, facility: string | null) {
  const may = useMay()
  return useAsk(
    ['accounting', 'unmeasured', year, facility],
    () => api.accounting.unmeasured({ year, facility: facility as NodeId | null }),
    { also: followed, enabled: may('accounting.read') },
  )
}

/** What amounts of a year are worth in money, where a price is known to who asks. */
export interface Worth {
  readonly price: { readonly price: string; readonly source: string; readonly date: string } | null
  readonly of: (tonnes: DecimalText) => DecimalText | null
}

export function useWorth(year: number, data: UnmeasuredYear | undefined): Worth {
  const say = useSay()
  const may = useMay()
  const amounts = amountsIn(data)
  const { data: known } = useAsk(
    ['assets', 'worth', year, say.language, ...amounts],
    () => api.assets.worth({ year, amounts, language: say.language }),
    { enabled: may('assets.read') && amounts.length > 0 },
  )
  const byAmount = new Map(amounts.map((amount, at) => [amount, known?.worth[at] ?? null]))
  return { price: known?.price ?? null, of: (tonnes) => byAmount.get(tonnes) ?? null }
}

function amountsIn(data: UnmeasuredYear | undefined): DecimalText[] {
  if (!data) return []
  const all = [
    data.avoidable.value,
    data.lost.value,
    ...data.months.flatMap(({ tonnes }) => (tonnes ? [tonnes.value] : [])),
  ]
  return [...new Set(all)].slice(0, 500)
}
