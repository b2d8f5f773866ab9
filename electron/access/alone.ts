import { allUsers } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'

/** Whether one person runs the plant alone: then, and only then, they may check their own work and say why. */
export function isSinglePerson(db: ReadDb): boolean {
  return allUsers(db).filter(({ disabledAt, login }) => disabledAt === null && login !== null).length === 1
}
