import type { CaseId } from '#shared/verification/case'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** Dates of a case are counted anew each day and with each change of the calendar. */
export function useCases() {
  return useAsk(['verification', 'cases'], () => api.verification.cases({}), { also: ['kernel'] })
}
export function useCase(id: CaseId) {
  return useAsk(['verification', 'case', id], () => api.verification.case({ id }), {
    also: ['kernel', 'monitoring', 'accounting'],
  })
}
export function useBodies() {
  return useAsk(['verification', 'bodies'], () => api.verification.bodies({}))
}
/** What a step is called, by the workflow of its case. */
export function useStepName(): (
  kind: string,
  key: string | null,
) => { readonly zh: string; readonly en: string } | null {
  const { data = [] } = useAsk(['verification', 'workflows'], () => api.verification.workflows({}))
  return (kind, key) =>
    data.find((each) => each.kind === kind)?.steps.find((step) => step.key === key)?.title ?? null
}

interface Option {
  readonly value: string
  readonly label: string
}
/** Inventories to choose from, frozen ones marked as such. */
export function useInventoryOptions(): readonly Option[] {
  const { data = [] } = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  return data.map(({ id, title, year, version }) => ({ value: id, label: `${title} (${year}, v${version})` }))
}
export function useBodyOptions(): readonly Option[] {
  const { data = [] } = useBodies()
  return data.map(({ id, name }) => ({ value: id, label: name }))
}
