import type { Subsystem } from '#shared/kernel/subsystem'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

export function useContextRegister() {
  return useAsk(['organization', 'context'], () => api.organization.context({}))
}
/** Also asked anew when links change: obligations that follow from needs are part of the answer. */
export function useParties() {
  return useAsk(['organization', 'parties'], () => api.organization.parties({}), { also: ['kernel'] })
}
export function useAdoptions() {
  return useAsk(['organization', 'adoptions'], () => api.organization.adoptions({}))
}
/** What of the system is not adopted: nothing, as long as that is not known. */
export function useLeftOut(): Subsystem[] {
  const { data } = useAdoptions()
  return (data ?? []).flatMap(({ subsystem, isAdopted }) => (isAdopted ? [] : [subsystem]))
}
export function useDeclarations(kind: 'policy' | 'scope') {
  return useAsk(['organization', 'declarations', kind], () => api.organization.declarations({ kind }), {
    also: ['access'],
  })
}
export type ShownDeclaration = NonNullable<ReturnType<typeof useDeclarations>['data']>[number]
export function useCommitments() {
  return useAsk(['organization', 'commitments'], () => api.organization.commitments({}))
}
export function useResponsibilities() {
  return useAsk(['organization', 'responsibilities'], () => api.organization.responsibilities({}))
}

/** The plant's day, as the window's clock has it, and the same day in a year: when one usually looks again. */
export function usualDays(): { readonly today: string; readonly inAYear: string } {
  const at = new Date()
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  const today = local.toISOString().slice(0, 10)
  const last = today.endsWith('-02-29') ? '-02-28' : today.slice(4)
  return { today, inAYear: `${Number(today.slice(0, 4)) + 1}${last}` }
}
