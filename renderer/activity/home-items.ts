import { isBlocking } from '#shared/activity/checks'
import { closingMonthOf } from '#shared/activity/model'
import { monthsOf } from '#shared/kernel/period'

import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { type FacilityYear, useYears } from './use-years.ts'

/** What is missing, unchecked or ready to be closed in the chosen year, facility by facility. */
export function useActivityHomeItems(): readonly HomeItem[] {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const { years } = useYears()
  if (!may('activity.read')) return []
  return years.flatMap((own) => {
    const { facility, name } = own
    const { missing, submitted, checked, closable } = countsOf(own, year)
    const scope = `facility=${facility}&year=${year}`
    const found = [
      { id: 'missing', count: missing, severity: 'due', path: `/activity?${scope}` },
      { id: 'submitted', count: submitted, severity: 'due', path: `/activity?${scope}` },
      { id: 'checked', count: checked, severity: 'due', path: `/activity?${scope}` },
      { id: 'closable', count: closable, severity: 'note', path: `/activity/months?${scope}` },
    ] as const
    return found
      .filter(({ count }) => count > 0)
      .map(({ id, count, severity, path }) => ({
        id: `activity/${facility}/${id}`,
        severity,
        text: say(`activity.home.${id}`, { name, year, count }),
        path,
      }))
  })
}

function countsOf({ rows, sealed }: FacilityYear, year: number) {
  const cells = rows.flatMap((row) => row.cells)
  const inState = (state: 'submitted' | 'checked') =>
    cells.filter(({ states }) => states.includes(state)).length
  const isClosable = (month: string) => {
    const own = cells.filter((cell) => closingMonthOf(cell.month) === month)
    const isClean = !own.some(({ findings }) => findings.some(isBlocking))
    return isClean && own.some(({ count }) => count > 0) && !sealed.includes(month)
  }
  return {
    missing: cells.filter(({ findings }) => findings.some(({ code }) => code === 'activity.missing')).length,
    submitted: inState('submitted'),
    checked: inState('checked'),
    closable: monthsOf(year).filter(isClosable).length,
  }
}
