import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'

/** Findings of the chosen year that nobody explained, and explanations that hold no more. */
export function useFindingItems(): readonly HomeItem[] {
  const say = useSay()
  const may = useMay()
  const { facility, year } = useScope()
  const { data } = useAsk(
    ['activity', 'finding-counts', year, facility],
    () => api.activity.findingCounts({ year, facility: facility as NodeId | null }),
    { also: ['monitoring', 'organization', 'factors', 'accounting'], enabled: may('activity.read') },
  )
  return (
    [
      { id: 'changed', severity: 'odd', count: data?.changed ?? 0 },
      { id: 'open', severity: 'note', count: data?.open ?? 0 },
    ] as const
  ).flatMap(({ id, severity, count }) =>
    count === 0
      ? []
      : [
          {
            id: `activity/findings/${id}`,
            severity,
            fallsTo: 'activity.check' as const,
            text: say(`activity.finding.home-${id}`, { year, count }),
            path: `/activity/findings?year=${year}`,
          },
        ],
  )
}
