import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** The register of meters with their calibration. */
export function useMeters() {
  return useAsk(['monitoring', 'meters'], () => api.monitoring.meters({}))
}
export type MetersAnswer = Awaited<ReturnType<typeof api.monitoring.meters>>
