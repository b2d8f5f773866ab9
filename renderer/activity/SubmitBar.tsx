import { Button, Input, Tag } from 'antd'
import { useId, useState } from 'react'

import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import type { Entry } from './use-entry.ts'

/** What is typed and not submitted yet: how much of it can be read, what proves it, and the one act that sends it. */
export function SubmitBar({ entry }: { readonly entry: Entry }) {
  const say = useSay()
  const id = useId()
  const [isAttaching, setAttaching] = useState(false)
  const submit = useCommand(() => entry.send())
  const { value, change, update } = entry.draft
  const total = Object.keys(value.cells).length
  const { values, corrections } = entry.submission
  const ready = values.length + corrections.length
  if (total === 0) return <TroubleNote trouble={submit.trouble} onClose={submit.forget} />
  const needsReason = corrections.length > 0 && value.reason.trim() === ''
  return (
    <section className="activity-submit paper" aria-label={say('activity.submit.title')}>
      <TroubleNote trouble={submit.trouble} onClose={submit.forget} />
      <div className="activity-bar">
        <StateTag tone="quiet" icon="edit" text={say('activity.submit.drafts', { count: total })} />
        {total > ready && (
          <StateTag tone="stop" text={say('activity.submit.unreadable', { count: total - ready })} />
        )}
        {corrections.length > 0 && (
          <StateTag tone="warn" text={say('activity.submit.corrections', { count: corrections.length })} />
        )}
        <label htmlFor={id}>
          {say(corrections.length > 0 ? 'activity.submit.reason-needed' : 'activity.submit.reason')}
        </label>
        <Input
          id={id}
          value={value.reason}
          maxLength={1000}
          status={needsReason ? 'warning' : ''}
          onChange={({ target }) => change({ ...value, reason: target.value })}
          style={{ width: 220 }}
        />
        <Button
          icon={<Icon name="evidence" />}
          aria-expanded={isAttaching}
          onClick={() => setAttaching(!isAttaching)}
        >
          {say('activity.submit.attach', { count: value.proofs.length })}
        </Button>
        <Button
          type="primary"
          disabled={ready === 0 || needsReason}
          loading={submit.busy}
          onClick={() => void submit.run(undefined)}
        >
          {say('activity.submit.act', { count: ready })}
        </Button>
      </div>
      {isAttaching && (
        <UploadArea
          multiple
          label={say('activity.submit.attach-how')}
          onUploaded={(upload, { name }) =>
            update((now) => ({ ...now, proofs: [...now.proofs, { upload, name }] }))
          }
        />
      )}
      {value.proofs.length > 0 && (
        <div className="activity-bar">
          {value.proofs.map(({ upload, name }) => (
            <Tag
              key={upload}
              closable={{ 'aria-label': say('activity.submit.detach', { name }) }}
              onClose={() =>
                change({ ...value, proofs: value.proofs.filter((proof) => proof.upload !== upload) })
              }
            >
              {name}
            </Tag>
          ))}
        </div>
      )}
    </section>
  )
}
