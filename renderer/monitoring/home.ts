import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'

/** Nothing is asked before someone signed in. */
function useRegister() {
  const enabled = useSession((state) => state.session?.permissions.has('monitoring.read') ?? false)
  return useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }), {
    also: ['organization'],
    enabled,
  }).data
}

/** Sources that cannot be calculated as they are registered. */
export function useRegisterItems(): readonly HomeItem[] {
  const say = useSay()
  const { findings = [] } = useRegister() ?? {}
  const heavy = findings.filter(({ severity }) => severity === 'blocks-report')
  const [first, ...others] = new Set(heavy.map(({ where }) => where))
  if (first === undefined) return []
  const count = others.length + 1
  return [
    {
      id: 'monitoring/gaps',
      severity: 'odd',
      text: say('monitoring.home.gaps', { count }),
      path: count === 1 ? `/monitoring/${first}` : '/monitoring',
    },
  ]
}

/** The first step that belongs here. */
export function useRegisterSteps(): readonly FirstStep[] {
  const register = useRegister()
  if (register === undefined) return []
  return [
    {
      id: 'monitoring/sources',
      titleCode: 'monitoring.first.sources',
      whyCode: 'monitoring.first.sources-why',
      path: '/monitoring',
      done: register.sources.length > 0,
    },
  ]
}
