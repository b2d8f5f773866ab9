import { Link, useLocation } from 'react-router'

import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { shortened } from '../ui/number-text.ts'

/** How sure the total of an inventory is, or that nothing is stated of it yet; leads to where it is stated. */
export function UncertaintyFact({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const { search } = useLocation()
  const { data } = useAsk(
    ['accounting', 'uncertainty', inventory.id, '2'],
    () => api.accounting.uncertainty({ id: inventory.id, coverage: '2' }),
    { also: ['activity', 'monitoring', 'factors', 'organization'] },
  )
  if (!data) return null
  const { total, contributions } = data.propagated
  const { percent, covered } = total
  const isStated = contributions.length > 0 && percent !== null && covered !== null
  return (
    <div>
      <dt>{say('accounting.uncertainty.title')}</dt>
      <dd>
        <Link
          to={withScope(`/accounting/uncertainty?year=${inventory.year}&inventory=${inventory.id}`, search)}
        >
          {isStated
            ? say('accounting.uncertainty.of-total', { percent: shortened(percent, 2), covered })
            : say('accounting.uncertainty.missing')}
        </Link>
      </dd>
    </div>
  )
}
