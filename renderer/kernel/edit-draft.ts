import { useState } from 'react'

import { type Draft, useDraft } from './drafts.ts'

/** What is typed over a record that is there, with the record as it was when typing began. */
export interface EditDraft<T> extends Pick<
  Draft<T>,
  'value' | 'change' | 'restoredAt' | 'ready' | 'discard'
> {
  /** As the record was when typing began; goes along with what is saved, so that nothing is overwritten unseen. */
  readonly seen: T
  /** Names the filling of the form: when it changes, the form begins with `value`. */
  readonly filling: string
  /** Goes on with `value` in the form, knowing the record as `seen`. */
  readonly restart: (value: T, seen: T) => void
  /** The draft became the record `saved`. */
  readonly settled: (saved: T) => Promise<void>
}

interface Over<T> {
  readonly over: T
  readonly typed: T
}

/** A draft may be older than this form of it, and is then what was typed alone. */
function isOver<T>(draft: Over<T> | T): draft is Over<T> {
  return typeof draft === 'object' && draft !== null && 'over' in draft && 'typed' in draft
}

/** A draft over the record as it stands; `current` may change while one types, and is then merged when it is saved. */
export function useEditDraft<T>(key: string, current: T): EditDraft<T> {
  const draft = useDraft<Over<T> | T>(key, { over: current, typed: current })
  const [turn, setTurn] = useState(0)
  const { over, typed } = isOver(draft.value) ? draft.value : { over: current, typed: draft.value }
  const begin = (value: T, seen: T) => draft.change({ over: seen, typed: value })
  return {
    value: typed,
    seen: over,
    ready: draft.ready,
    restoredAt: draft.restoredAt,
    filling: `${draft.restoredAt ?? 'kept'} ${turn}`,
    change: (value) => begin(value, over),
    restart: (value, seen) => {
      begin(value, seen)
      setTurn((before) => before + 1)
    },
    discard: () => {
      begin(current, current)
      setTurn((before) => before + 1)
      void draft.settled()
    },
    settled: (saved) => {
      begin(saved, saved)
      return draft.settled()
    },
  }
}
