import { useScope } from '../kernel/scope.ts'
import type { Typed } from '../ui/RecordForm.tsx'
import { listIn } from '../ui/typed.ts'

/** The years that can be base years, from the one after the chosen year backwards. */
export function useYearOptions() {
  const { year } = useScope()
  return Array.from({ length: 13 }, (_none, at) => ({ value: year + 1 - at, label: String(year + 1 - at) }))
}
/** The years that were chosen, oldest first. */
export function yearsIn(typed: Typed): number[] {
  return listIn(typed, 'years')
    .filter((year) => typeof year === 'number')
    .toSorted((a, b) => a - b)
}
