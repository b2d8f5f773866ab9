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
    ['activity', 'findings', year, facility, say.language],
    () => api.activity.findings({ year, facility: facility as NodeId | null, language: say.language }),
    { also: ['monitoring', 'organization', 'factors', 'accounting'], enabled: may('activity.read') },
  )
  const findings = data?.findings ?? []
  const inState = (state: string) =>
    findings.filter((finding) => finding.state === state && finding.severity !== 'note').length
  return (
    [
      { id: 'changed', severity: 'odd', count: inState('changed') },
      { id: 'open', severity: 'note', count: inState('open') },
    ] as const
  ).flatMap(({ id, severity, count }) =>
    count === 0
      ? []
      : [
          {
            id: `activity/findings/${id}`,
            severity,
            text: say(`activity.finding.home-${id}`, { year, count }),
            path: `/activity/findings?year=${year}`,
          },
        ],
  )
}
