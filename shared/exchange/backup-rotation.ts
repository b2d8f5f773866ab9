import type { Backup, BackupRules } from '#shared/exchange/backup'

type Made = Pick<Backup, 'id' | 'occasion' | 'madeOn' | 'madeAt' | 'provenAt'>

/** Made before something that cannot be taken back; nobody would look for them in time. */
const forGood: ReadonlySet<string> = new Set(['before-closing'])

/**
 * The backups that are no longer kept, of those that are there. Kept are all of the last day, and of the last days, then
 * weeks, then months on which one was made the last proven one each. Those made before a year was closed stay for good.
 * A backup that was never proven makes room only for a proven one that came after it.
 */
export function surplus(
  backups: readonly Made[],
  { daily, weekly, monthly }: BackupRules,
): readonly Made['id'][] {
  const newestFirst = backups.toSorted(newestFirstOf)
  const proven = newestFirst.filter(({ provenAt }) => provenAt !== null)
  const lastProven = proven[0]
  if (!lastProven) return []
  const days = lastOfEach(proven, (made) => made.madeOn, daily)
  const before = (kept: readonly Made[]) => {
    const oldest = kept.at(-1)
    return oldest ? proven.filter(({ madeAt }) => madeAt < oldest.madeAt) : []
  }
  const weeks = lastOfEach(before(days), (made) => weekOf(made.madeOn), weekly)
  const months = lastOfEach(before([...days, ...weeks]), (made) => made.madeOn.slice(0, 7), monthly)
  const kept = new Set([...days, ...weeks, ...months].map(({ id }) => id))
  return newestFirst
    .filter(
      ({ id, occasion, madeOn, provenAt, madeAt }) =>
        !kept.has(id) &&
        !forGood.has(occasion) &&
        madeOn !== lastProven.madeOn &&
        (provenAt !== null || madeAt < lastProven.madeAt),
    )
    .map(({ id }) => id)
}

/** Ids are given in the order of time. */
const newestFirstOf = (a: Made, b: Made) =>
  a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1

function lastOfEach(newestFirst: readonly Made[], span: (made: Made) => string, count: number): Made[] {
  return [...Map.groupBy(newestFirst, span).values()]
    .slice(0, count)
    .flatMap(([last]) => (last ? [last] : []))
}

const dayInMilliseconds = 86_400_000
/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
function weekOf(day: string): string {
  return String(Math.floor((Date.parse(day) / dayInMilliseconds + 3) / 7))
}

/** Whether the last proven backup is so old that the program warns. Both are instants in UTC. */
export function isBackupOld(
  provenAt: string,
  now: string,
  { warnAfter }: Pick<BackupRules, 'warnAfter'>,
): boolean {
  return Date.parse(now) - Date.parse(provenAt) > warnAfter * dayInMilliseconds
}
