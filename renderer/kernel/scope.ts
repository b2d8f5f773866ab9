import { useCallback } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

/** Which part of the plant, and when. Carried in the address, so that back, forward and a copied link work. */
export interface Scope {
  /** Id of the facility; null is the whole organization. */
  readonly facility: string | null
  readonly year: number
}

const carried = ['facility', 'year'] as const

/** The scope of this page and the way to change it. */
export function useScope(): Scope & { readonly choose: (change: Partial<Scope>) => void } {
  const [params, setParams] = useSearchParams()
  const choose = useCallback(
    (change: Partial<Scope>) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(change))
          if (value === null) next.delete(name)
          else next.set(name, String(value))
        return next
      }),
    [setParams],
  )
  return { ...scopeOf(params), choose }
}

/** Reads the scope out of an address; a year that is none becomes the running one. */
export function scopeOf(params: URLSearchParams, runningYear = new Date().getFullYear()): Scope {
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : runningYear
  return { facility: params.get('facility'), year }
}

/** Puts the scope of the present address onto a path: pages lead to each other without losing it. */
export function withScope(path: string, search: string): string {
  const [base = '', own = ''] = path.split('?')
  const next = new URLSearchParams(own)
  const present = new URLSearchParams(search)
  for (const name of carried) {
    const value = present.get(name)
    if (value !== null && !next.has(name)) next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? base : `${base}?${text}`
}

/** `const go = useGo(); go('/activity')` opens a page in the present scope. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate()
  const { search } = useLocation()
  return useCallback((path: string) => void navigate(withScope(path, search)), [navigate, search])
}
