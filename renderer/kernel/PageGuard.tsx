import type { ReactNode } from 'react'

import type { PageEntry } from './page.ts'
import { NoSuchPage } from './PageTrouble.tsx'
import { useMay } from './session.ts'

/** A page whose permission the user lacks is not there. */
export function PageGuard({ entry, children }: { readonly entry: PageEntry; readonly children: ReactNode }) {
  const may = useMay()
  if (entry.permission && !may(entry.permission)) return <NoSuchPage />
  return children
}
