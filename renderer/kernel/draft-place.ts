import { matchPath } from 'react-router'

import type { PageEntry } from './page.ts'

/**
 * A draft's key begins with the path of its page: `organization/boundary/…` belongs to `/organization/boundary`, and
 * to the page of one boundary where there is one. A facility and a year in it are the scope it was typed in.
 */
export function placeOf(
  pages: readonly PageEntry[],
  key: string,
): { readonly page: PageEntry | null; readonly path: string } {
  const [found] = pages
    .filter(({ path }) => path !== '/')
    .flatMap((page) => {
      const match = matchPath({ path: page.path, end: false }, `/${key}`)
      return match ? [{ page, path: match.pathname }] : []
    })
    .toSorted((a, b) => b.path.length - a.path.length)
  if (!found) return { page: null, path: '/' }
  const [facility, year] = key.slice(found.path.length).split('/')
  const isScope = facility !== undefined && /^[0-9a-f-]{36}$/.test(facility) && /^\d{4}$/.test(year ?? '')
  return isScope ? { ...found, path: `${found.path}?facility=${facility}&year=${year}` } : found
}
