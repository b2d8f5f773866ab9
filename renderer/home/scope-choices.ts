import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { ScopeChoices } from '../kernel/page.ts'
import { scopeOf } from '../kernel/scope.ts'
import { useMay, useSession } from '../kernel/session.ts'

/** How far back the years go that are offered even without readings. */
const yearsBack = 14

/** What the scope bar offers: facilities that exist, years since the first of them, and those with readings. */
export function useScopeChoices(): ScopeChoices {
  const may = useMay()
  const isSignedIn = useSession(({ session }) => session !== null)
  const seesPlaces = may('organization.read')
  const seesYears = may('activity.read')
  const current = useAsk(['organization', 'current'], () => api.organization.current({}), {
    enabled: seesPlaces,
  })
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}), { enabled: seesPlaces })
  const entered = useAsk(['activity', 'years'], () => api.activity.years({}), { enabled: seesYears })
  const nodes = tree.data ?? []
  const facilities = nodes.filter(({ kind }) => kind === 'facility')
  const sites = nodes.filter(({ kind }) => kind === 'site')
  const running = scopeOf(new URLSearchParams()).year
  const founded = nodes.map(({ validFrom }) => Number(validFrom.slice(0, 4)))
  const from = Math.max(Math.min(running - 2, ...founded), running - yearsBack)
  const since = Array.from({ length: running - from + 2 }, (_, index) => from + index)
  const withReadings = entered.data ?? []
  return {
    organization: current.data?.name ?? null,
    facilities,
    places: nodes,
    // What hangs on a second site directly is reached only while nothing is chosen.
    only: facilities.length === 1 && sites.length < 2 ? (facilities[0]?.id ?? null) : null,
    years: [...new Set([...since, ...withReadings])],
    usualYear: withReadings.find((year) => year <= running) ?? running - 1,
    isReady: isSignedIn && !(seesPlaces && tree.isPending) && !(seesYears && entered.isPending),
  }
}
