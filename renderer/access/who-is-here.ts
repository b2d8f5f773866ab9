import { api } from '../kernel/api.ts'
import { queries } from '../kernel/changes.ts'
import { runTask } from '../kernel/tasks.ts'

/** Asks again who is here, and everything else too: somebody else may see other things. */
export async function askWhoIsHere(): Promise<void> {
  // What nobody looks at belonged to whoever was here before.
  queries.removeQueries({ type: 'inactive' })
  await queries.invalidateQueries()
}

/** Looks whether the window was locked meanwhile; looking is no activity. */
export function lookWhoIsHere(): void {
  void queries.invalidateQueries({ queryKey: ['access', 'session'] })
}

export async function leave(): Promise<void> {
  await api.access.signOut({})
  lookWhoIsHere()
}
/** Comes back from a past day; every page then shows the present again. */
export async function leavePast(): Promise<void> {
  await runTask((signal) => api.access.openToday({}, { signal }))
  await askWhoIsHere()
}

export async function lock(): Promise<void> {
  await api.access.lock({})
  lookWhoIsHere()
}
