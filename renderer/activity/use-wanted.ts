import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

import { noDepartment } from '#shared/activity/collection'
import type { GridRow } from '#shared/activity/contract'
import { type Month, month as monthText, monthAfter } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** The part of the grid that somebody came for: what one department has to bring for a month. */
export interface Wanted {
  readonly rows: readonly GridRow[]
  /** Null while all rows are shown. */
  readonly only: { readonly department: string | null; readonly month: Month } | null
  readonly showAll: () => void
}

/** Which rows to show stands in the address, so that a task leads to them and back shows all again. */
export function useWanted(facility: NodeId, year: number, rows: readonly GridRow[]): Wanted {
  const [params, setParams] = useSearchParams()
  const [asked, month] = [params.get('department'), params.get('month')]
  const isOnly = asked !== null && monthText.safeParse(month).success
  const department = asked === noDepartment ? null : asked
  const { data } = useAsk(
    ['activity', 'collections', year, facility],
    () => api.activity.collections({ year, facility }),
    { also: ['monitoring', 'organization', 'kernel'], enabled: isOnly },
  )
  const shown = useMemo(() => {
    const found = data?.find((each) => each.month === month && each.department === department)
    const ids = new Set(found?.parameters.map(({ id }) => id))
    return isOnly ? rows.filter(({ parameter }) => ids.has(parameter.id)) : rows
  }, [rows, data, isOnly, month, department])
  return {
    rows: shown,
    only: isOnly ? { department, month: month ?? '' } : null,
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
