import { useMemo } from 'react'

import type { GridRow } from '#shared/activity/contract'
import type { DraftReading } from '#shared/activity/draft-cell'
import type { ActId } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useUndo } from '../kernel/commands.ts'
import { type Draft, useDraft } from '../kernel/drafts.ts'
import { readCell } from './entry-cells.ts'
import {
  cellsByKey,
  emptyEntry,
  type EntryDraft,
  type PlacedCell,
  proofsOf,
  type Submission,
  submissionOf,
  textOrNull,
  withoutCells,
} from './entry-draft.ts'

export interface Entry {
  readonly cells: ReadonlyMap<string, PlacedCell>
  readonly draft: Draft<EntryDraft>
  /** What each typed cell comes to. */
  readonly read: ReadonlyMap<string, DraftReading>
  readonly submission: Submission
  /** Submits what can be read: new values together, corrections together; what was taken leaves the draft. */
  readonly send: () => Promise<number>
}

/** The drafts of a facility's year and the way to submit them. */
export function useEntry(facility: string, year: number, rows: readonly GridRow[]): Entry {
  const draft = useDraft<EntryDraft>(`activity/${facility}/${year}`, emptyEntry)
  const cells = useMemo(() => cellsByKey(rows), [rows])
  const read = useMemo(() => readAll(draft.value, cells), [draft.value, cells])
  const submission = useMemo(() => {
    const readable = [...read].filter(([, { kind }]) => kind === 'value').map(([key]) => key)
    return submissionOf(draft.value, readable, cells)
  }, [draft.value, read, cells])
  /** What was submitted leaves the draft; undone, it comes back as it was typed. */
  const leave = (keys: readonly string[], act: ActId) => {
    const taken = Object.fromEntries(Object.entries(draft.value.cells).filter(([key]) => keys.includes(key)))
    draft.update((now) => withoutCells(now, keys))
    useUndo.getState().push({
      done: { code: 'activity.entry.did-submit', facts: { count: keys.length } },
      undo: async () => {
        await api.activity.undo({ act, reason: null })
        draft.update((now) => ({ ...now, cells: { ...taken, ...now.cells } }))
      },
    })
  }
  const send = async () => {
    const { values, corrections } = submission
    const reason = draft.value.reason.trim()
    const proofs = proofsOf(draft.value)
    if (values.length > 0) {
      const readings = values.map(({ value }) => value)
      const { act } = await api.activity.submit({ readings, proofs, reason: textOrNull(reason) })
      leave(
        values.map(({ key }) => key),
        act,
      )
    }
    if (corrections.length > 0) {
      const { act } = await api.activity.correctAll({
        corrections: corrections.map(({ reading, draft: { text, unit, note } }) => ({
          reading,
          text,
          unit,
          note: textOrNull(note),
        })),
        proofs,
        reason,
      })
      leave(
        corrections.map(({ key }) => key),
        act,
      )
    }
    // Something may have been typed in the meantime; only a draft without any is forgotten.
    let isEmpty = false
    draft.update((now) => {
      isEmpty = Object.keys(now.cells).length === 0
      return now
    })
    if (isEmpty) await draft.settled()
    return values.length + corrections.length
  }
  return { cells, draft, read, submission, send }
}

function readAll(
  draft: EntryDraft,
  cells: ReadonlyMap<string, PlacedCell>,
): ReadonlyMap<string, DraftReading> {
  return new Map(
    Object.keys(draft.cells).flatMap((key) => {
      const placed = cells.get(key)
      const read = placed && readCell(placed, cells, draft)
      return read ? [[key, read] as const] : []
    }),
  )
}
