import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelSwitches } from '#db/kernel/tables'

/** Since when nothing may leave this machine, as an instant; null while things may. */
export function offlineSince(db: ReadDb): string | null {
  const [found] = db.select().from(kernelSwitches).where(eq(kernelSwitches.name, 'offline')).all()
  return found?.isOn ? found.changedAt : null
}
