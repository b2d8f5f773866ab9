import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

import { api } from './api.ts'
import { areasChanged } from './changes.ts'

/** How long after the last key a draft is saved, in milliseconds. */
const settle = 300

export interface Draft<T> {
  readonly value: T
  readonly change: (next: T) => void
  /** Changes what the draft is at that moment, for what comes in later: an upload that ends, an act that is undone. */
  readonly update: (changed: (now: T) => T) => void
  /** When the restored draft was saved; null when there was none. Show `DraftNote`. */
  readonly restoredAt: string | null
  /** False until the store was asked whether there is a draft. */
  readonly ready: boolean
  /** Throws the draft away and goes back to `initial`. */
  readonly discard: () => void
  /** The draft became a record: forget it, keep what is on screen. */
  readonly settled: () => Promise<void>
}

/** What is being typed, kept from the first key on and brought back after whatever happened in between. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [open, setOpen] = useState(() => openDraft(key, initial))
  // Another record in the same form: its draft takes the place of the former one at once.
  if (open.key !== key) setOpen(openDraft(key, initial))
  useEffect(() => open.begin(), [open])
  return { ...useStore(open.state), ...open.acts }
}

/** A draft that is open in a form: its state, and the acts on it. */
function openDraft<T>(key: string, initial: T) {
  const saver = createSaver(key)
  const state = createStore<Pick<Draft<T>, 'value' | 'restoredAt' | 'ready'>>()(() => ({
    value: initial,
    restoredAt: null,
    ready: false,
  }))
  const restore = async () => {
    // The form before this one may have left a moment ago, and what was typed in it is still on its way.
    await underWay.get(key)
    const drafts = await api.desk.drafts({ prefix: key })
    const found = drafts.find((draft) => draft.key === key)
    if (found && !saver.touched())
      state.setState({ value: found.value as T, restoredAt: found.savedAt, ready: true })
    else state.setState({ ready: true })
  }
  const change = (value: T) => {
    state.setState({ value })
    saver.save(value)
  }
  return {
    key,
    state,
    begin: () => {
      restore().catch(() => state.setState({ ready: true }))
      return () => void saver.flush()
    },
    acts: {
      change,
      update: (changed: (now: T) => T) => change(changed(state.getState().value)),
      discard: () => {
        state.setState({ value: initial, restoredAt: null })
        void saver.discard()
      },
      settled: async () => {
        state.setState({ restoredAt: null })
        await saver.discard()
      },
    },
  }
}

interface Saver {
  readonly save: (value: unknown) => void
  readonly flush: () => Promise<void>
  readonly discard: () => Promise<void>
  readonly touched: () => boolean
}

const unsaved = new Set<() => Promise<void>>()
/** The last saving of each draft. */
const underWay = new Map<string, Promise<unknown>>()

/** Saves what every open draft still holds back as soon as the window is left, hidden or closed. */
export function keepDraftsOnLeaving(): () => void {
  const flushAll = () => {
    for (const flush of unsaved) void flush()
  }
  const events = ['beforeunload', 'pagehide'] as const
  for (const event of events) window.addEventListener(event, flushAll)
  document.addEventListener('visibilitychange', flushAll)
  return () => {
    for (const event of events) window.removeEventListener(event, flushAll)
    document.removeEventListener('visibilitychange', flushAll)
  }
}

/** Saves run one after the other, so that an older value never lands on a newer one. */
function createSaver(key: string): Saver {
  let waiting: { readonly value: unknown } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let touched = false
  let isCounted = false
  /** A draft leaves no trail, so nobody else says that there is one more or less. */
  const told = () => {
    if (!isCounted) areasChanged(['kernel'])
    isCounted = true
  }
  const flush = async () => {
    clearTimeout(timer)
    unsaved.delete(flush)
    if (waiting) {
      const { value } = waiting
      waiting = null
      last = last.then(() => api.desk.saveDraft({ key, value })).then(told, () => {})
      underWay.set(key, last)
    }
    await last
  }
  return {
    save: (value) => {
      touched = true
      waiting = { value }
      unsaved.add(flush)
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), settle)
    },
    flush,
    discard: async () => {
      waiting = null
      clearTimeout(timer)
      unsaved.delete(flush)
      await last
      await api.desk.discardDraft({ key })
      isCounted = false
      areasChanged(['kernel'])
    },
    touched: () => touched,
  }
}
