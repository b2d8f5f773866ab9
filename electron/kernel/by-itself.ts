import type { Backend } from '#electron/kernel/backend'
import type { TaskContext } from '#electron/kernel/context'
import { runBySystem, type Spine } from '#electron/kernel/spine'
import { keepTasks, type TaskSource } from '#electron/kernel/task-keeper'
import { Refusal } from '#shared/kernel/refusal'

/** What the areas do without being asked; `electron/areas.ts` puts it together. */
export interface ByItself {
  readonly taskSources: readonly TaskSource[]
  /**
   * Derived state that is brought up to date when something changed; each writes only what differs. `areas`: those
   * that changed since the last time; null where anything may have.
   */
  readonly keepers: readonly Keeper[]
  /** The same for what need not be there at once, when nothing has changed for a while. */
  readonly slowKeepers: readonly Keeper[]
  /** Work that is begun anew every few seconds, once the time before is over; named as in the trail. */
  readonly rounds: readonly {
    readonly procedure: string
    readonly work: (task: TaskContext, spine: Spine) => Promise<unknown>
  }[]
}

/** What is done by itself, while it goes on. */
export interface Keeping {
  /** Whether a round is under way that must not lose the store, such as a backup. */
  readonly isBusy: () => boolean
  readonly stop: () => void
}

type Keeper = (spine: Spine, areas: readonly string[] | null) => unknown

/** Milliseconds after a change, so that many changes are one look; and after the last of them, for what can wait. */
const rest = 400
/** A machine on which a look takes long looks less often: it rests so many times as long as it looked, up to a while. */
const restPerLook = 4
const mostRest = 2_500
const longRest = 5_000
/** Milliseconds that the first screen has for itself before the first look. */
const firstLook = 1_000
/** Milliseconds between two rounds; and between two looks at the tasks when nothing changed, for a new day. */
const roundEvery = 4_000
const lookEvery = 10 * 60_000

/**
 * Keeps the tasks and makes the rounds for as long as the backend is open.
 *
 * @param unexpected told what broke; the next time is tried all the same.
 */
export function startByItself(
  { spine, workspace }: Backend,
  { taskSources, keepers, slowKeepers, rounds }: ByItself,
  unexpected: (error: unknown) => void,
): Keeping {
  const end = new AbortController()
  const attempt = async (work: () => unknown): Promise<void> => {
    try {
      await work()
    } catch (error) {
      // Refused work, as on a full disk, is tried again; it is nobody's fault here.
      if (!end.signal.aborted && !(error instanceof Refusal)) unexpected(error)
    }
  }
  // Nothing is done by itself to a copy of a past day.
  let lastLook = 0
  const look = async (areas: readonly string[] | null) => {
    if (spine.isPast() || workspace.sealed() !== null) return
    const begun = performance.now()
    await attempt(() => keepTasks(spine, taskSources))
    await keepAll(keepers, areas)
    lastLook = performance.now() - begun
  }
  const keepAll = async (all: readonly Keeper[], areas: readonly string[] | null) => {
    for (const keep of all) {
      // Whoever asked meanwhile is answered first.
      await new Promise((resolve) => setImmediate(resolve))
      if (!end.signal.aborted && !spine.isPast() && workspace.sealed() === null)
        await attempt(() => keep(spine, areas))
    }
  }
  const lookAtAll = () => void look(null).then(() => keepAll(slowKeepers, null))
  const following = followChanges(spine, end.signal, {
    soon: (areas) => void look(areas),
    soonRest: () => Math.min(Math.max(rest, restPerLook * lastLook), mostRest),
    later: () => void keepAll(slowKeepers, null),
  })
  const making = roundsOf({ spine, workspace }, rounds, attempt, end.signal)
  const timers = [setInterval(lookAtAll, lookEvery), setInterval(making.go, roundEvery)]
  const first = setTimeout(lookAtAll, firstLook)
  workspace.follow((state) => {
    if (state === 'opened' && !end.signal.aborted) lookAtAll()
  })
  return {
    isBusy: making.isBusy,
    stop: () => {
      end.abort()
      clearTimeout(first)
      following.stop()
      for (const timer of timers) clearInterval(timer)
    },
  }
}

interface Looks {
  readonly soon: (areas: readonly string[]) => void
  /** Milliseconds after the last change. */
  readonly soonRest: () => number
  readonly later: () => void
}

/** Looks soon after changes, at the areas that changed, and again when nothing has changed for a while. */
function followChanges({ hub }: Spine, signal: AbortSignal, { soon, soonRest, later }: Looks) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let waitingLong: ReturnType<typeof setTimeout> | undefined
  const changed = new Set<string>()
  const lookAtChanged = () => {
    const areas = [...changed]
    changed.clear()
    soon(areas)
  }
  const follow = async () => {
    for await (const areas of hub.follow(signal)) {
      if (areas.every((area) => area === 'kernel')) continue
      for (const area of areas) changed.add(area)
      clearTimeout(waiting)
      waiting = setTimeout(lookAtChanged, soonRest())
      clearTimeout(waitingLong)
      waitingLong = setTimeout(later, longRest)
    }
  }
  void follow()
  return {
    stop: () => {
      clearTimeout(waiting)
      clearTimeout(waitingLong)
    },
  }
}

/**
 * Begins each piece of work that is not under way: one that takes long holds up no other. What it left running, such as
 * sending over a slow link, ends when the folder is sealed, and goes on once it is open again.
 */
function roundsOf(
  { spine, workspace }: Pick<Backend, 'spine' | 'workspace'>,
  rounds: ByItself['rounds'],
  attempt: (work: () => unknown) => Promise<void>,
  signal: AbortSignal,
): { readonly go: () => void; readonly isBusy: () => boolean } {
  const running = new Set<string>()
  let opened = new AbortController()
  workspace.follow((state) => {
    if (state !== 'sealed') return
    opened.abort()
    opened = new AbortController()
  })
  const go = async ({ procedure, work }: ByItself['rounds'][number]) => {
    if (running.has(procedure) || spine.isPast() || workspace.sealed() !== null) return
    running.add(procedure)
    const until = AbortSignal.any([signal, opened.signal])
    await attempt(() => runBySystem(spine, procedure, (task) => work(task, spine), until))
    running.delete(procedure)
  }
  return {
    go: () => {
      for (const each of rounds) void go(each)
    },
    isBusy: () => running.size > 0,
  }
}
