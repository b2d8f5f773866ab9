import { Alert, Button } from 'antd'

import type { Draft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import type { EntryDraft } from './entry-draft.ts'

/** Says how many typed values were brought back, and offers to throw them away. */
export function RestoredNote({ draft }: { readonly draft: Draft<EntryDraft> }) {
  const say = useSay()
  const count = Object.keys(draft.value.cells).length
  if (draft.restoredAt === null || count === 0) return null
  return (
    <Alert
      type="info"
      role="status"
      title={say('activity.entry.restored', { count, at: localTime(draft.restoredAt) })}
      action={<Button onClick={draft.discard}>{say('frame.draft.discard')}</Button>}
    />
  )
}
