import { useSearchParams } from 'react-router'

/** Which parameter of the page is open; it stands in the address, so that others can lead to it. */
export interface OpenParameter {
  /** Null while none is. */
  readonly id: string | null
  /** The role that is being added; empty for one still to be chosen, null when none is being added. */
  readonly adding: string | null
  readonly show: (id: string | null) => void
  readonly add: (role: string) => void
}

export function useOpenParameter(): OpenParameter {
  const [params, setParams] = useSearchParams()
  const set = (name: 'parameter' | 'add', value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.delete('parameter')
      next.delete('add')
      if (value !== null) next.set(name, value)
      return next
    })
  return {
    id: params.get('parameter'),
    adding: params.get('add'),
    show: (id) => set('parameter', id),
    add: (role) => set('add', role),
  }
}
