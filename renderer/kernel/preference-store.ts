import { api } from './api.ts'
import { adoptPreferences, currentPreferences, usePreferences } from './preferences.ts'

/** Keys of this kind are kept like drafts but are none: they are not counted and not offered for restoring. */
export const preferencePrefix = 'preference/'
const key = `${preferencePrefix}window`

/** Takes over the user's own preferences at sign-in, and keeps every later choice with the user's record. */
export function followPreferences(): () => void {
  let left = false
  let leave = () => {}
  const begin = async () => {
    const kept = await api.desk.drafts({ prefix: key })
    if (left) return
    adoptPreferences(kept.find((draft) => draft.key === key)?.value)
    leave = usePreferences.subscribe(() => {
      // Kept in the browser already; the next choice tries the record again.
      api.desk.saveDraft({ key, value: currentPreferences() }).catch(() => {})
    })
  }
  // Before sign-in there is no record to ask.
  begin().catch(() => {})
  return () => {
    left = true
    leave()
  }
}
