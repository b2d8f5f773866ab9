import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { placeOf } from './draft-place.ts'
import { type PageEntry, useFace } from './page.ts'
import { preferencePrefix } from './preference-store.ts'

/** A draft that waits: its page where one is known, and where to find it. */
export interface PlacedDraft {
  readonly key: string
  readonly savedAt: string
  readonly page: PageEntry | null
  readonly path: string
}

/** The drafts of this user that wait to be submitted, the latest first. */
export function useDrafts(): { readonly drafts: readonly PlacedDraft[]; readonly askAgain: () => void } {
  const { pages } = useFace()
  const { data = [], refetch } = useAsk(['kernel', 'drafts'], () => api.desk.drafts({ prefix: '' }))
  const drafts = data
    .filter(({ key }) => !key.startsWith(preferencePrefix))
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map(({ key, savedAt }) => ({ key, savedAt, ...placeOf(pages, key) }))
  return { drafts, askAgain: () => void refetch() }
}
