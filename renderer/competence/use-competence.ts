import { useSearchParams } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

export function useMatrix() {
  return useAsk(['competence', 'matrix'], () => api.competence.matrix({}), {
    also: ['organization', 'access'],
  })
}

/** Which record of a list is open: kept in the address, so that a link leads to it and back leads away. */
export function useOpenRecord(): readonly [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const open = (id: string | null) =>
    setParams((before) => {
      const changed = new URLSearchParams(before)
      if (id === null) changed.delete('open')
      else changed.set('open', id)
      return changed
    })
  return [params.get('open'), open]
}
