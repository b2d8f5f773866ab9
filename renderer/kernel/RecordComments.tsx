import { Button, Input } from 'antd'

import type { RecordRef } from '#shared/kernel/record'

import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useCommand } from './commands.ts'
import { useDraft } from './drafts.ts'
import type { AboutRecord } from './RecordSide.tsx'
import { useSay } from './say.ts'
import { trailTime } from './trail-word.ts'
import { useNames } from './use-names.ts'

interface RecordCommentsProps extends Pick<AboutRecord, 'comments'> {
  readonly record: RecordRef
}

/** What people said about a record, oldest first, and a line to say something. */
export function RecordComments({ record, comments }: RecordCommentsProps) {
  const say = useSay()
  const names = useNames()
  const draft = useDraft(`kernel/comment/${record}`, '')
  const comment = useCommand((text: string) => api.desk.comment({ record, text }))
  const withdraw = useCommand((id: (typeof comments)[number]['id']) => api.desk.withdrawComment({ id }))
  const send = async () => {
    if ((await comment.run(draft.value)) === undefined) return
    draft.discard()
  }
  return (
    <>
      {comments.length === 0 && <p className="page-purpose">{say('frame.record.no-comments')}</p>}
      <ul className="record-list">
        {comments.map(({ id, text, writtenBy, writtenAt, isMine }) => (
          <li key={id}>
            <span className="page-purpose">
              {names.get(writtenBy) ?? '—'} · {trailTime(writtenAt)}
            </span>
            <div className="record-line">
              <span className="record-words">{text ?? say('frame.record.withdrawn')}</span>
              {text !== null && isMine && (
                <Button type="text" size="small" onClick={() => void withdraw.run(id)}>
                  {say('frame.record.withdraw')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <TroubleNote trouble={withdraw.trouble ?? comment.trouble} onClose={comment.forget} />
      <Input.TextArea
        rows={2}
        maxLength={2000}
        aria-label={say('frame.record.comment')}
        placeholder={say('frame.record.comment')}
        value={draft.value}
        onChange={({ target }) => draft.change(target.value)}
      />
      <Button
        className="record-send"
        disabled={draft.value.trim() === ''}
        loading={comment.busy}
        onClick={() => void send()}
      >
        {say('frame.record.say')}
      </Button>
    </>
  )
}
