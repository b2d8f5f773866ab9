import { useCallback, useRef, useState } from 'react'

import type { Progress } from '#shared/kernel/contract'

import { asRefusal } from './api.ts'

type Steps<T> = AsyncIterator<Progress, T, unknown>

/**
 * Follows a task to its result: `await runTask((signal) => api.activity.import(input, { signal }), show, signal)`.
 * Aborting the signal cancels the work on the other side; it leaves no trace there. What takes no longer than a click
 * needs neither.
 *
 * @throws Refusal when the task is refused, the signal's reason when it was cancelled.
 */
export async function runTask<T>(
  begin: (signal: AbortSignal) => Promise<Steps<T>>,
  onProgress: (progress: Progress) => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  try {
    const steps = await begin(signal)
    const leave = () => void steps.return?.(undefined as never)
    signal.addEventListener('abort', leave, { once: true })
    for (;;) {
      const step = await steps.next()
      signal.throwIfAborted()
      if (step.done) return step.value
      onProgress(step.value)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw asRefusal(error)
  }
}

/** How a task stands, for `TaskPanel`. `startedAt` is the window's own clock in milliseconds, for the rest time. */
export type TaskState<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | null; readonly startedAt: number }
  | { readonly state: 'done'; readonly result: T }
  | { readonly state: 'refused'; readonly trouble: unknown }
  | { readonly state: 'cancelled' }

export interface RunningTask<I, T> {
  readonly task: TaskState<T>
  readonly start: (input: I) => Promise<T | null>
  readonly cancel: () => void
  /** Puts the result notice away. */
  readonly dismiss: () => void
}

/** A task of a page, with its progress, cancel and a result that stays until it is put away. */
export function useTask<I, T>(
  begin: (input: I, signal: AbortSignal) => Promise<Steps<T>>,
): RunningTask<I, T> {
  const [task, setTask] = useState<TaskState<T>>({ state: 'idle' })
  const abort = useRef<AbortController | null>(null)
  const start = async (input: I) => {
    const controller = new AbortController()
    abort.current?.abort()
    abort.current = controller
    const startedAt = Date.now()
    setTask({ state: 'running', progress: null, startedAt })
    try {
      const show = (progress: Progress) => setTask({ state: 'running', progress, startedAt })
      const result = await runTask((signal) => begin(input, signal), show, controller.signal)
      setTask({ state: 'done', result })
      return result
    } catch (trouble) {
      setTask(controller.signal.aborted ? { state: 'cancelled' } : { state: 'refused', trouble })
      return null
    }
  }
  const cancel = useCallback(() => abort.current?.abort(), [])
  const dismiss = useCallback(() => setTask({ state: 'idle' }), [])
  return { task, start, cancel, dismiss }
}
