/** A plant that enters data every week loses at most a week of it. */
const mostDays = 7
const dayInMilliseconds = 86_400_000

/** Whether the last proven backup is so old that it should be made anew. Both are instants in UTC. */
export function isBackupOld(provenAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(provenAt) > mostDays * dayInMilliseconds
}
