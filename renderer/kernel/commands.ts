import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import { create } from 'zustand'

import type { Coded } from './issue-text.ts'

/** A done act and the compensating command that takes it back. */
export interface Undoable {
  /** What was done, for the notice: `{ code: 'organization.saved', facts: { name } }`. */
  readonly done: Coded
  readonly undo: () => Promise<unknown>
}
interface UndoStack {
  readonly acts: readonly Undoable[]
  readonly push: (act: Undoable) => void
  /** Takes the last act off and gives it to the caller. */
  readonly take: () => Undoable | undefined
  readonly clear: () => void
}

const longest = 100

export const useUndo = create<UndoStack>()((set, get) => ({
  acts: [],
  push: (act) => set(({ acts }) => ({ acts: [...acts, act].slice(-longest) })),
  take: () => {
    const last = get().acts.at(-1)
    if (last) set(({ acts }) => ({ acts: acts.slice(0, -1) }))
    return last
  },
  clear: () => set({ acts: [] }),
}))

export interface Command<I, T> {
  /** Gives the result, or `undefined` when it was refused; the trouble then stands in `trouble`. */
  readonly run: (input: I) => Promise<T | undefined>
  readonly busy: boolean
  /** A `Refusal` or an unexpected error; show it with `TroubleNote`. */
  readonly trouble: unknown
  readonly forget: () => void
}

/**
 * A change a person asks for. `undo` names the compensating act, which Ctrl Z then calls:
 * `useCommand((input) => api.monitoring.addSource(input), { undo: (source) => ({ done, undo: () => api… }) })`.
 */
export function useCommand<I, T>(
  command: (input: I) => Promise<T>,
  { undo }: { readonly undo?: (result: T, input: I) => Undoable | null } = {},
): Command<I, T> {
  const { mutateAsync, isPending, error, reset } = useMutation<T, unknown, I>({ mutationFn: command })
  const run = useCallback(
    async (input: I) => {
      try {
        const result = await mutateAsync(input)
        const act = undo?.(result, input)
        if (act) useUndo.getState().push(act)
        return result
      } catch {
        return undefined
      }
    },
    [mutateAsync, undo],
  )
  return { run, busy: isPending, trouble: error, forget: reset }
}

/** What a form does with what was typed: runs the command, and `then` once it was carried out. True: it became a record. */
export function submitting<I, T>(
  { run }: Pick<Command<I, T>, 'run'>,
  then: (result: T) => void,
): (input: I) => Promise<boolean> {
  return async (input) => {
    const result = await run(input)
    if (result !== undefined) then(result)
    return result !== undefined
  }
}
