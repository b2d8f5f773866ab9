import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { grouped, shortened } from '../ui/number-text.ts'
import { useUnmeasured } from './use-unmeasured.ts'

/** Tests of coal that can still be made in time, the nearest deadline first. */
export function useUnmeasuredItems(): readonly HomeItem[] {
  const say = useSay()
  const { year, facility } = useScope()
  const { data } = useUnmeasured(year, facility)
  const due = (data?.months ?? [])
    .filter(({ daysLeft, tonnes }) => daysLeft >= 0 && tonnes !== null && !tonnes.value.startsWith('-'))
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
  const [first] = due
  if (!data || !first) return []
  return [
    {
      id: 'accounting/unmeasured',
      severity: first.daysLeft <= 10 ? 'late' : 'due',
      fallsTo: 'activity.enter',
      text: say('accounting.unmeasured.home', {
        count: new Set(due.map(({ source, month }) => `${source}/${month}`)).size,
        tonnes: grouped(shortened(data.avoidable.value, 2)),
        deadline: first.deadline,
        days: first.daysLeft,
      }),
      path: `/accounting/unmeasured?year=${year}`,
    },
  ]
}
