import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useMay } from '../kernel/session.ts'

/** The guideline that the boundary of a year names; null where it names none, undefined while it is asked for. */
export function useBoundaryGuideline(year: number): string | null | undefined {
  const may = useMay()
  const enabled = may('organization.read')
  const on = `${year}-12-31`
  const asked = useAsk(['organization', 'inForce', on], () => api.organization.inForce({ on }), { enabled })
  if (!enabled) return null
  return asked.isPending ? undefined : (asked.data?.guideline ?? null)
}
