import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'
import { followed } from './use-performance.ts'

/** Baselines to look at again, targets that are not whole, and measures that are late. */
export function usePerformanceItems(): readonly HomeItem[] {
  const say = useSay()
  const enabled = useSession((state) => state.session?.permissions.has('performance.read') ?? false)
  const baselines = useAsk(['performance', 'baselines'], () => api.performance.baselines({}), {
    also: followed,
    enabled,
  })
  const objectives = useAsk(['performance', 'objectives'], () => api.performance.objectives({}), { enabled })
  const today = new Intl.DateTimeFormat('sv-SE').format()
  const doubtful = (baselines.data ?? []).filter(({ findings }) => findings.length > 0)
  const open = (objectives.data ?? []).filter(({ state }) => state !== 'closed')
  const lacking = open.filter(({ gaps }) => gaps.some(({ severity }) => severity === 'blocks-report'))
  const late = open
    .flatMap(({ measures }) => measures)
    .filter(({ state, due }) => ['approved', 'running'].includes(state) && due !== null && due < today)
  return [
    ...late.map(({ id, objective, title, due }) => ({
      id: `performance/late/${id}`,
      severity: 'late' as const,
      text: say('performance.home.late', { name: title, due: due ?? '' }),
      path: `/performance/targets/${objective}`,
    })),
    ...lacking.map(({ id, title }) => ({
      id: `performance/lacking/${id}`,
      severity: 'odd' as const,
      text: say('performance.home.lacking', { name: title }),
      path: `/performance/targets/${id}`,
    })),
    ...(doubtful.length > 0
      ? [
          {
            id: 'performance/baselines',
            severity: 'note' as const,
            text: say('performance.home.baselines', { count: doubtful.length }),
            path: '/performance/baselines',
          },
        ]
      : []),
  ]
}
