import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { z } from 'zod'

import { factorKind, purpose, sector, verification } from '#shared/factors/model'

const text = z.string().nullable().catch(null)
/** What the library is narrowed by, as the address of the page carries it. */
const filters = z.object({
  kind: factorKind.nullable().catch(null),
  gas: text,
  region: text,
  purpose: purpose.nullable().catch(null),
  sector: sector.nullable().catch(null),
  verification: verification.nullable().catch(null),
  /** Called `of` in the address, where `year` is the year of the whole window. */
  of: z.coerce.number().int().min(1900).nullable().catch(null),
  origin: z.enum(['shipped', 'own']).nullable().catch(null),
  urn: text,
})
export type Filters = Readonly<z.output<typeof filters>>
const names = Object.keys(filters.shape) as readonly (keyof Filters)[]

/** How long after the last key the library is asked, in milliseconds. */
const settle = 150

export interface FilterState {
  readonly filters: Filters
  readonly isFiltered: boolean
  /** As typed; `asked` follows when the typing pauses. */
  readonly words: string
  readonly asked: string
  readonly type: (words: string) => void
  readonly narrow: (change: Partial<Filters>) => void
  readonly clear: () => void
}

/** Words and filters of the library page. They live in the address, so that back and a copied link find the same rows. */
export function useFilters(): FilterState {
  const [params, setParams] = useSearchParams()
  const asked = params.get('words') ?? ''
  const [words, type] = useState(asked)
  const put = useCallback(
    (changes: Readonly<Record<string, string | number | null | undefined>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes))
            if (value === null || value === undefined || value === '') next.delete(name)
            else next.set(name, String(value))
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  useEffect(() => {
    if (words === asked) return undefined
    const timer = setTimeout(() => put({ words }), settle)
    return () => clearTimeout(timer)
  }, [words, asked, put])
  const chosen = filters.parse(Object.fromEntries(names.map((name) => [name, params.get(name)])))
  return {
    filters: chosen,
    isFiltered: asked !== '' || names.some((name) => chosen[name] !== null),
    words,
    asked,
    type,
    narrow: put,
    clear: () => {
      type('')
      put({ words: null, ...Object.fromEntries(names.map((name) => [name, null])) })
    },
  }
}
