import { useCallback, useState } from 'react'

import { api } from '../kernel/api.ts'
import { areasChanged, useAsk } from '../kernel/changes.ts'
import { preferencePrefix } from '../kernel/preference-store.ts'
import type { ListView } from './record-columns.ts'

export interface SavedView {
  readonly name: string
  readonly view: ListView
}
export interface Views {
  readonly view: ListView
  readonly show: (view: ListView) => void
  readonly saved: readonly SavedView[]
  readonly save: (name: string) => void
  readonly remove: (name: string) => void
}

/** The view of a list and the views its user saved, kept with the user's record. */
export function useViews(list: string, first: ListView): Views {
  const key = `${preferencePrefix}views/${list}`
  const [view, show] = useState(first)
  const { data } = useAsk(['kernel', key], async () => {
    const drafts = await api.desk.drafts({ prefix: key })
    return (drafts.find((draft) => draft.key === key)?.value ?? []) as readonly SavedView[]
  })
  const saved = data ?? []
  const keep = useCallback(
    (value: readonly SavedView[]) =>
      void api.desk.saveDraft({ key, value }).then(() => areasChanged(['kernel'])),
    [key],
  )
  return {
    view,
    show,
    saved,
    save: (name) => keep([...saved.filter((known) => known.name !== name), { name, view }]),
    remove: (name) => keep(saved.filter((known) => known.name !== name)),
  }
}
