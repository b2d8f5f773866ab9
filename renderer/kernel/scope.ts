import { useCallback, useEffect } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { create } from 'zustand'

import type { ScopeChoices } from './page.ts'

/** Which part of the plant, and when. Carried in the address, so that back, forward and a copied link work. */
export interface Scope {
  /** Id of the facility; null is the whole organization. */
  readonly facility: string | null
  readonly year: number
}

const carried = ['facility', 'year'] as const

/** The last scope that an address carried in this window: it stands in until the next address carries one. */
const useLastScope = create<{ readonly last: Scope | null }>()(() => ({ last: null }))

/** The scope of this page and the way to change it. */
export function useScope(): Scope & { readonly choose: (change: Partial<Scope>) => void } {
  const [params, setParams] = useSearchParams()
  const last = useLastScope((state) => state.last)
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
  return { ...(yearIn(params) === null && last !== null ? last : scopeOf(params)), choose }
}

/** Reads the scope out of an address; a year that is none becomes the running one. */
export function scopeOf(params: URLSearchParams, runningYear = new Date().getFullYear()): Scope {
  const year = yearIn(params) ?? runningYear
  return { facility: params.get('facility'), year }
}
function yearIn(params: URLSearchParams): number | null {
  const text = params.get('year') ?? ''
  return /^\d{4}$/.test(text) ? Number(text) : null
}

/**
 * Writes the scope into an address that does not carry it: the one of the page before, else the usual one. A place
 * that this plant does not have is left out, and where there is just one facility, it is chosen.
 *
 * @returns true once the pages know what they are to obey.
 */
export function useSettledScope(choices: ScopeChoices): boolean {
  const [params, setParams] = useSearchParams()
  const last = useLastScope((state) => state.last)
  const { year, facility } = settledScope(params, choices, last)
  // Whoever goes to a page while the address is being written takes its place: that one has to be written too.
  const { key } = useLocation()
  const isCarried = yearIn(params) === year && params.get('facility') === facility
  const isReady = choices.isReady
  useEffect(() => {
    if (!isReady) return
    useLastScope.setState({ last: { year, facility } })
    if (isCarried) return
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set('year', String(year))
        if (facility === null) next.delete('facility')
        else next.set('facility', facility)
        return next
      },
      { replace: true },
    )
  }, [isReady, isCarried, year, facility, setParams, key])
  return last !== null
}

/** What an address means in this plant; `last` stands in where the address says nothing. */
export function settledScope(params: URLSearchParams, choices: ScopeChoices, last: Scope | null): Scope {
  const own = yearIn(params)
  const before = last ?? { facility: null, year: choices.usualYear }
  const asked = own === null ? { ...before, ...placeIn(params) } : scopeOf(params, own)
  const isKnown = choices.places.some(({ id }) => id === asked.facility)
  return { year: asked.year, facility: isKnown ? asked.facility : choices.only }
}
function placeIn(params: URLSearchParams): Pick<Scope, 'facility'> | null {
  const facility = params.get('facility')
  return facility === null ? null : { facility }
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
