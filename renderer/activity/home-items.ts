import { type MonthOverview, stepOf } from '#shared/activity/year-overview'
import { grouped } from '#shared/kernel/grouped'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import type { FirstStep, HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'

/** What is due, late, odd, unchecked or ready to be closed in the chosen year, facility by facility. */
export function useActivityHomeItems(): readonly HomeItem[] {
  const say = useSay()
  const may = useMay()
  const { facility, year } = useScope()
  const { data: months = [] } = useAsk(
    ['activity', 'months', year, facility],
    () => api.activity.months({ year, facility: facility as NodeId | null }),
    { also: ['monitoring', 'organization'], enabled: may('activity.read') },
  )
  return [...grouped(months, (month) => month.facility)].flatMap(([place, own]) => {
    const scope = `facility=${place}&year=${year}`
    return foundIn(own).map(({ id, severity, fallsTo, count, month, page }) => ({
      id: `activity/${place}/${id}`,
      severity,
      fallsTo,
      text: say(`activity.home.${id}`, { name: own[0]?.name ?? '', year, count, month }),
      path: `${page}?${scope}${page.endsWith('months') ? `&month=${month}` : ''}`,
    }))
  })
}

/** Each with how many there are and the first month they are in. */
function foundIn(months: readonly MonthOverview[]) {
  const open = months.filter(({ isSealed }) => !isSealed)
  const kinds = [
    { id: 'late', severity: 'late', fallsTo: 'activity.enter', page: '/activity', of: missingWhile('late') },
    { id: 'due', severity: 'due', fallsTo: 'activity.enter', page: '/activity', of: missingWhile('due') },
    { id: 'odd', severity: 'odd', fallsTo: 'activity.check', page: '/activity/months', of: ({ odd }) => odd },
    {
      id: 'submitted',
      severity: 'due',
      fallsTo: 'activity.check',
      page: '/activity',
      of: ({ unchecked }) => unchecked,
    },
    {
      id: 'checked',
      severity: 'due',
      fallsTo: 'activity.approve',
      page: '/activity',
      of: ({ unapproved }) => unapproved,
    },
    {
      id: 'closable',
      severity: 'note',
      fallsTo: 'activity.approve',
      page: '/activity/months',
      of: isClosable,
    },
  ] as const satisfies readonly {
    readonly of: (month: MonthOverview) => number
    readonly [fact: string]: unknown
  }[]
  return kinds.flatMap(({ of, ...kind }) => {
    const found = open.filter((month) => of(month) > 0)
    const count = found.reduce((sum, month) => sum + of(month), 0)
    return found[0] ? [{ ...kind, count, month: found[0].month }] : []
  })
}
function missingWhile(time: MonthOverview['time']) {
  return (month: MonthOverview) => (month.time === time ? month.missing : 0)
}
function isClosable(month: MonthOverview): number {
  return stepOf(month) === 'seal' ? 1 : 0
}

/** The first step that belongs here. */
export function useReadingSteps(): readonly FirstStep[] {
  const may = useMay()
  const { data: years } = useAsk(['activity', 'years'], () => api.activity.years({}), {
    enabled: may('activity.read'),
  })
  if (years === undefined) return []
  return [
    {
      id: 'activity/readings',
      titleCode: 'activity.first.readings',
      whyCode: 'activity.first.readings-why',
      fallsTo: 'activity.enter',
      path: '/activity',
      done: years.length > 0,
    },
  ]
}
