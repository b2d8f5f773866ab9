import { byItself } from '#electron/areas'
import type { Spine } from '#electron/kernel/spine'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import type { OfferedTask } from '#shared/kernel/task'

/** Everything that the areas of a plant offer to the calendar on a day. */
export function offeredOn({ spine }: { readonly spine: Spine }, today: string): OfferedTask[] {
  const db = spine.store().read
  const at = { today, calendar: workCalendarOf(db), around: spine.around }
  return byItself.taskSources.flatMap((source) => source(db, at))
}

/** What is open of it and has begun, as `code due`, the words of people left out. */
export function askedOn(backend: { readonly spine: Spine }, today: string): string[] {
  return offeredOn(backend, today)
    .filter(({ begins, isDone }) => !isDone && begins <= today)
    .map(({ code, due }) => `${code} ${due}`)
}
