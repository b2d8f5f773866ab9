import type { Finding } from '#shared/kernel/finding'
import type { Wording } from '#shared/kernel/texts'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useMay } from '../kernel/session.ts'

/** The names of the factors that findings speak of, by `urn#ref`; one that the library no longer has keeps its key. */
export function useFactorNames(findings: readonly Finding[]): (id: string) => Wording | undefined {
  const may = useMay()
  const ids = [...new Set(findings.flatMap(({ facts }) => pointerIn(facts['factor'])))].toSorted()
  const asked = useAsk(['factors', 'names', ...ids], () => Promise.all(ids.map(nameOf)), {
    enabled: ids.length > 0 && may('factors.read'),
  })
  const names = new Map(asked.data ?? [])
  return (id) => names.get(id)
}

function pointerIn(fact: Finding['facts'][string] | undefined): string[] {
  return typeof fact === 'string' && fact.includes('#') ? [fact] : []
}
async function nameOf(id: string): Promise<readonly [string, Wording | undefined]> {
  const [urn = '', ref = ''] = id.split('#')
  const found = await api.factors.factor({ urn, ref }).catch(() => undefined)
  return [id, found?.factor.name]
}
