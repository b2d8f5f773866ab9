import type { FactorPointer } from '#shared/factors/model'
import type { FactorFound } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { openExplain } from '../kernel/explain.ts'
import type { Say } from '../kernel/say.ts'

/** The values of the library that these pointers mean, by `urn ref`. */
export function useFactors(pointers: readonly (FactorPointer | null)[]): ReadonlyMap<string, FactorFound> {
  const wanted = pointers.filter((pointer) => pointer !== null)
  const keys = wanted.map(factorKey)
  const asked = useAsk(['factors', 'several', ...keys], () => api.factors.factors({ pointers: wanted }), {
    enabled: wanted.length > 0,
  })
  return new Map(
    (asked.data ?? []).flatMap((found) =>
      found ? [[factorKey({ urn: found.edition.urn, ref: found.row.ref }), found] as const] : [],
    ),
  )
}

export function factorKey({ urn, ref }: FactorPointer): string {
  return `${urn} ${ref}`
}

/** Opens a value of the library in the drawer: everything that is known of it. */
export function showFactor(say: Say, pointer: FactorPointer, name: string): void {
  openExplain({ kind: 'factor', title: say('factors.record', { name }), subject: pointer })
}
