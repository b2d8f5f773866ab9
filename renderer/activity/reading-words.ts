import type { ActKind, Reading } from '#shared/activity/model'
import type { Substitution } from '#shared/activity/substitution'
import { endOf } from '#shared/kernel/period'

import type { Say } from '../kernel/say.ts'
import type { Tone } from '../ui/StateTag.tsx'

/** What a reading is now: its state while it counts, otherwise how it ceased to. */
export type Standing =
  | 'submitted'
  | 'checked'
  | 'approved'
  | 'returned'
  | 'corrected'
  | 'withdrawn'
  | 'undone'
  | 'withdrawal'

export function standingOf({ live, state, text, ended }: Reading): Standing {
  if (live) return state
  if (text === null && ended === null) return 'withdrawal'
  return (ended && endings[ended.kind]) ?? 'returned'
}
const endings: Partial<Record<ActKind, Standing>> = {
  correct: 'corrected',
  withdraw: 'withdrawn',
  undo: 'undone',
}
export const standingTones: Readonly<Record<Standing, Tone>> = {
  submitted: 'info',
  checked: 'info',
  approved: 'good',
  returned: 'warn',
  corrected: 'quiet',
  withdrawn: 'quiet',
  undone: 'quiet',
  withdrawal: 'quiet',
}

/** The period in the shortest words: a month, a year, a day, or from and to. */
export function periodText({ from, to, month }: Pick<Reading, 'from' | 'to' | 'month'>, say: Say): string {
  if (month.length === 4) return month
  if (from === `${month}-01` && to === endOf(month)) return month
  const isDay = from.length === 10 && to.length === 10 && isNextDay(from, to)
  const words = (moment: string) => moment.replace('T', ' ')
  return isDay ? from : say('activity.period', { from: words(from), to: words(to) })
}
function isNextDay(from: string, to: string): boolean {
  return Date.parse(to) - Date.parse(from) === 86_400_000
}

/** What a value was made from that stands in for a missing one: months, or a factor of the library. */
export function inputsText({ inputs }: Pick<Substitution, 'inputs'>, say: Say): string {
  const worded = (label: string) => (label.includes('#') ? say('activity.rule.guideline-default') : label)
  return inputs.map(({ label, value }) => `${worded(label)} ${value}`).join(say('activity.gap.comma'))
}
