import type { Schedule } from './target.ts'

/** A moment at the plant: weekday 1 Monday … 7 Sunday, time `22:05`. */
export interface PlantMoment {
  readonly weekday: number
  readonly time: string
}

/** Whether a target may be sent to without being asked, at this moment. Hours that end before they begin go past midnight. */
export function isOpen(schedule: Schedule, { weekday, time }: PlantMoment): boolean {
  if (schedule.when === 'there') return true
  if (schedule.when === 'hand') return false
  const { days, from, to } = schedule
  if (from < to) return days.includes(weekday) && time >= from && time < to
  const dayBefore = weekday === 1 ? 7 : weekday - 1
  return (days.includes(weekday) && time >= from) || (days.includes(dayBefore) && time < to)
}
