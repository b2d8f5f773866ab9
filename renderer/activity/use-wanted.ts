import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

import { isCollected, noDepartment } from '#shared/activity/collection'
import type { GridRow } from '#shared/activity/contract'
import { type Month, month as monthText, monthAfter } from '#shared/kernel/period'

/** The part of the grid that somebody came for: what one department has to bring for a month. */
export interface Wanted {
  readonly rows: readonly GridRow[]
  /** Null while all rows are shown. */
  readonly only: { readonly department: string | null; readonly month: Month } | null
  readonly month: Month | null
  readonly showAll: () => void
}

/** Which rows to show stands in the address, so that a task leads to them and back shows all again. */
export function useWanted(rows: readonly GridRow[]): Wanted {
  const [params, setParams] = useSearchParams()
  const [asked, month] = [params.get('department'), params.get('month')]
  const isOnly = asked !== null && monthText.safeParse(month).success
  const department = asked === noDepartment ? null : asked
  const shown = useMemo(
    () =>
      isOnly
        ? rows.filter(
            ({ parameter }) => isCollected(parameter) && (parameter.department ?? null) === department,
          )
        : rows,
    [rows, isOnly, department],
  )
  return {
    rows: shown,
    only: isOnly ? { department, month: month ?? '' } : null,
    month: isOnly ? month : null,
    showAll: () =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        next.delete('department')
        return next
      }),
  }
}

/** The month that is asked for, the one before it to compare with, and the whole year. */
export function isNear(key: string, month: Month): boolean {
  return key.length === 4 || key === month || key === monthAfter(month, -1)
}
