import { dropKeys, takeKeys } from '#electron/kernel/folder-keys'
import type { BackendProcess, Start } from '#electron/kernel/pipe'

/** Keeps one backend process for a host: starts it, restarts it when it is asked for again after its end. */
export interface Supervisor<Port> {
  /** Starts the backend where none runs, and says how that went. */
  readonly start: () => Promise<Start>
  /** Hands a window's port over. False when the backend does not run; the port is then the caller's to close. */
  readonly connect: (window: string, port: Port) => Promise<boolean>
  /**
   * The data folder open to the user signed in at this window; null when nobody is, or when the stored file that is
   * asked for by its hash is not for that user's eyes.
   */
  readonly folderFor: (window: string, evidence: string | null) => Promise<string | null>
  /** How many long tasks run now. */
  readonly busy: () => number
  /** Closes the store and ends the process; after five seconds without an answer, without asking. */
  readonly close: () => Promise<void>
}

interface Running<Port> {
  readonly process: BackendProcess<Port>
  readonly started: Promise<Start>
  readonly asked: Map<number, (folder: string | null) => void>
  readonly ended: Promise<void>
  tasks: number
  state: 'starting' | 'ready' | 'over'
}

/** @param gone is called when a backend that was ready ends without having been told to. */
export function supervise<Port>(
  launch: () => BackendProcess<Port>,
  gone: () => void = () => {},
): Supervisor<Port> {
  let current: Running<Port> | undefined
  let closing = false
  let count = 0
  const running = () => {
    if (current && current.state !== 'over') return current
    const next = follow(launch())
    current = next
    void next.ended.then(async () => {
      const { state } = await next.started
      if (state === 'ready' && !closing) gone()
    })
    return next
  }
  return {
    start: () => running().started,
    connect: async (window, port) => {
      const backend = running()
      if ((await backend.started).state !== 'ready' || backend.state === 'over') return false
      backend.process.send({ type: 'connect', window }, port)
      return true
    },
    folderFor: async (window, evidence) => {
      const backend = running()
      if ((await backend.started).state !== 'ready' || backend.state === 'over') return null
      return new Promise((resolve) => {
        count += 1
        backend.asked.set(count, resolve)
        backend.process.send({ type: 'folder', id: count, window, evidence })
      })
    },
    busy: () => current?.tasks ?? 0,
    close: async () => {
      closing = true
      if (!current || current.state === 'over') return
      const { process, ended } = current
      process.send({ type: 'close' })
      const patience = setTimeout(process.kill, closingTime)
      await ended
      clearTimeout(patience)
    },
  }
}
const closingTime = 5_000

function follow<Port>(process: BackendProcess<Port>): Running<Port> {
  let tellStart: (start: Start) => void = () => {}
  let tellEnd = () => {}
  const started = new Promise<Start>((resolve) => (tellStart = resolve))
  const ended = new Promise<void>((resolve) => (tellEnd = resolve))
  const backend: Running<Port> = {
    process,
    started,
    ended,
    asked: new Map(),
    tasks: 0,
    state: 'starting',
  }
  const end = () => {
    backend.state = 'over'
    backend.tasks = 0
    for (const answer of backend.asked.values()) answer(null)
    tellStart({ state: 'failed', number: 'E-START' })
    tellEnd()
  }
  process.onMessage((message) => {
    if (message.type === 'started') {
      tellStart(message.start)
      if (message.start.state === 'ready') backend.state = 'ready'
      // What could not start is over at once, though its process may take a moment: the next attempt begins afresh.
      else {
        backend.state = 'over'
        process.kill()
      }
    }
    if (message.type === 'folder') {
      if (message.folder !== null && message.keys) takeKeys([[message.folder, message.keys]])
      if (message.folder !== null && !message.keys) dropKeys(message.folder)
      backend.asked.get(message.id)?.(message.folder)
      backend.asked.delete(message.id)
    }
    if (message.type === 'sealed') dropKeys(message.folder)
    if (message.type === 'busy') backend.tasks = message.tasks
    if (message.type === 'closed') process.kill()
  })
  process.onExit(end)
  return backend
}
