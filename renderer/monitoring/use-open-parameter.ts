import { useSearchParams } from 'react-router'

/** Which parameter of the page is open; it stands in the address, so that others can lead to it. */
export interface OpenParameter {
  /** Null while none is. */
  readonly id: string | null
  /** The role that is being added; empty for one still to be chosen, null when none is being added. */
  readonly adding: string | null
  readonly show: (id: string | null) => void
  readonly add: (role: string) => void
  /** Closes what is open, unless another was opened meanwhile: a form takes leave a moment after it was saved. */
  readonly leave: () => void
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
  const [id, adding] = openIn(params)
  return {
    id,
    adding,
    show: (id) => set('parameter', id),
    add: (role) => set('add', role),
    leave: () => {
      const [shown, added] = openIn(new URLSearchParams(window.location.hash.split('?')[1]))
      if (shown === id && added === adding) set('parameter', null)
    },
  }
}

const openIn = (params: URLSearchParams) => [params.get('parameter'), params.get('add')] as const
