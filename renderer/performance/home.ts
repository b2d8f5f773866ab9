import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'
import { followed } from './use-performance.ts'

/** Baselines to look at again, and targets that are not whole; measures that are late are among the tasks. */
export function usePerformanceItems(): readonly HomeItem[] {
  const say = useSay()
  const enabled = useSession((state) => state.session?.permissions.has('performance.read') ?? false)
  const baselines = useAsk(['performance', 'baselines'], () => api.performance.baselines({}), {
    also: followed,
    enabled,
  })
  const objectives = useAsk(['performance', 'objectives'], () => api.performance.objectives({}), { enabled })
  const doubtful = (baselines.data ?? []).filter(({ findings }) => findings.length > 0)
  const open = (objectives.data ?? []).filter(({ state }) => state !== 'closed')
  const lacking = open.filter(({ gaps }) => gaps.some(({ severity }) => severity === 'blocks-report'))
  return [
    ...lacking.map(({ id, title }) => ({
      id: `performance/lacking/${id}`,
      severity: 'odd' as const,
      fallsTo: 'performance.enter' as const,
      text: say('performance.home.lacking', { name: title }),
      path: `/performance/targets/${id}`,
    })),
    ...(doubtful.length > 0
      ? [
          {
            id: 'performance/baselines',
            severity: 'note' as const,
            fallsTo: 'performance.enter' as const,
            text: say('performance.home.baselines', { count: doubtful.length }),
            path: '/performance/baselines',
          },
        ]
      : []),
  ]
}
