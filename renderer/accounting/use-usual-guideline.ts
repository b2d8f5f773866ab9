import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useMay } from '../kernel/session.ts'

/**
 * The guideline that the boundary of a year names, else that of the template its sources come from; null where there
 * is neither, undefined while they are asked for.
 */
export function useUsualGuideline(year: number): string | null | undefined {
  const may = useMay()
  const mayBoundary = may('organization.read')
  const maySources = may('monitoring.read')
  const on = `${year}-12-31`
  const boundary = useAsk(['organization', 'inForce', on], () => api.organization.inForce({ on }), {
    enabled: mayBoundary,
  })
  const template = useAsk(
    ['monitoring', 'templateGuideline', year],
    () => api.monitoring.templateGuideline({ year }),
    { enabled: maySources },
  )
  const isAwaited =
    (mayBoundary && (boundary.isPending || boundary.isPlaceholderData)) ||
    (maySources && (template.isPending || template.isPlaceholderData))
  if (isAwaited) return undefined
  return boundary.data?.guideline ?? template.data?.guideline ?? null
}
