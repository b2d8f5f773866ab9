import type { Language } from '#shared/kernel/texts'

import { api } from './api.ts'
import { adoptPreferences, currentPreferences, usePreferences } from './preferences.ts'
import { type Session, useSession } from './session.ts'

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

/**
 * The language belongs to the account: whoever signs in finds the window in it, a change in one window reaches the
 * others, and a choice made here is kept there. Going to the sample plant and back keeps the window's language.
 */
export function followLanguage(): () => void {
  let known: Session | null = null
  let kept: Language | null = null
  const hear = ({ session } = useSession.getState()) => {
    const before = known
    known = session
    if (session === null) return
    const isSame = before?.name === session.name
    if (isSame && before.language === session.language && before.isSample === session.isSample) return
    const { language, choose } = usePreferences.getState()
    const isOtherPlant = isSame && before.isSample !== session.isSample
    kept = isOtherPlant ? language : session.language
    if (!isOtherPlant) choose({ language: kept })
    if (isOtherPlant && session.language !== kept) session.keepLanguage(kept)
  }
  hear()
  const leaveSession = useSession.subscribe((state) => hear(state))
  const leavePreferences = usePreferences.subscribe(({ language }) => {
    if (known === null || language === kept) return
    kept = language
    known.keepLanguage(language)
  })
  return () => {
    leaveSession()
    leavePreferences()
  }
}
