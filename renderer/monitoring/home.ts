import { standingOf } from '#shared/monitoring/calibration'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useSession } from '../kernel/session.ts'
import { useToday } from './use-today.ts'

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
      fallsTo: 'monitoring.enter',
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
      fallsTo: 'monitoring.enter',
      path: '/monitoring',
      done: register.sources.length > 0,
    },
  ]
}

/** Meters that are due or overdue, plans and deviations that wait. */
export function useStandingItems(): readonly HomeItem[] {
  const say = useSay()
  const today = useToday()
  const enabled = useSession((state) => state.session?.permissions.has('monitoring.read') ?? false)
  const meters = useAsk(['monitoring', 'meters'], () => api.monitoring.meters({}), { enabled }).data
  const plans = useAsk(['monitoring', 'plans'], () => api.monitoring.plans({}), { enabled }).data
  const deviations = useAsk(['monitoring', 'deviations'], () => api.monitoring.deviations({}), {
    enabled,
  }).data
  const standings = (meters?.meters ?? []).map((record) => standingOf(record, today).state)
  const invalid = standings.filter((state) => state === 'invalid').length
  const due = standings.filter((state) => state === 'due').length
  const waiting = (plans ?? []).find(({ state }) => state === 'review' || state === 'approved')
  const items: readonly Perhaps[] = [
    invalid > 0 && {
      id: 'monitoring/meters-invalid',
      severity: 'late',
      fallsTo: 'monitoring.enter',
      text: say('monitoring.home.meters-invalid', { count: invalid }),
      path: '/monitoring/meters',
    },
    due > 0 && {
      id: 'monitoring/meters-due',
      severity: 'due',
      fallsTo: 'monitoring.enter',
      text: say('monitoring.home.meters-due', { count: due }),
      path: '/monitoring/meters',
    },
    waiting && {
      id: 'monitoring/plan-waiting',
      severity: 'due',
      fallsTo: waiting.state === 'review' ? 'monitoring.approve' : 'monitoring.manage',
      text: say('monitoring.home.plan-waiting', { number: waiting.number }),
      path: `/monitoring/plans/${waiting.id}`,
    },
    ...deviationItems(say, deviations ?? [], today),
  ]
  return items.filter((item): item is HomeItem => typeof item === 'object')
}

type Perhaps = HomeItem | false | undefined

function deviationItems(
  say: ReturnType<typeof useSay>,
  deviations: readonly { readonly state: string; readonly dueOn: string }[],
  today: string,
): readonly Perhaps[] {
  const open = deviations.filter(({ state }) => state === 'open')
  const answered = deviations.filter(({ state }) => state === 'answered').length
  const late = open.filter(({ dueOn }) => dueOn < today).length
  return [
    late > 0 && {
      id: 'monitoring/deviations-late',
      severity: 'late',
      fallsTo: 'monitoring.enter',
      text: say('monitoring.home.deviations-late', { count: late }),
      path: '/monitoring/deviations',
    },
    open.length > late && {
      id: 'monitoring/deviations-open',
      severity: 'due',
      fallsTo: 'monitoring.enter',
      text: say('monitoring.home.deviations-open', { count: open.length - late }),
      path: '/monitoring/deviations',
    },
    answered > 0 && {
      id: 'monitoring/deviations-answered',
      severity: 'due',
      fallsTo: 'monitoring.approve',
      text: say('monitoring.home.deviations-answered', { count: answered }),
      path: '/monitoring/deviations',
    },
  ]
}
