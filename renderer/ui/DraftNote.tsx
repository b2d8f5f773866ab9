import { Alert, Button } from 'antd'

import type { Draft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'

/** Says that a draft was brought back, and offers to throw it away. */
export function DraftNote({ draft }: { readonly draft: Pick<Draft<unknown>, 'restoredAt' | 'discard'> }) {
  const say = useSay()
  if (draft.restoredAt === null) return null
  return (
    <Alert
      type="info"
      title={say('frame.draft.restored', { at: localTime(draft.restoredAt) })}
      action={<Button onClick={draft.discard}>{say('frame.draft.discard')}</Button>}
    />
  )
}
