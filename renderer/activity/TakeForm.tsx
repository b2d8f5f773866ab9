import { Button, Checkbox, Input, Tag } from 'antd'
import { useId } from 'react'

import type { PreviewCounts } from '#shared/activity/preview-model'

import { useSay } from '../kernel/say.ts'
import { UploadArea } from '../ui/UploadArea.tsx'
import type { ImportDraft } from './import-draft.ts'
import type { Inspection } from './MapStep.tsx'

interface TakeFormProps {
  readonly counts: PreviewCounts
  readonly draft: ImportDraft
  readonly change: (changed: Partial<ImportDraft>) => void
  readonly isBusy: boolean
  readonly inspection: Inspection
  readonly onTake: (only: 'all' | 'valid') => void
}

/** The last word before an import: what proves it, what is remembered, all or only what is right. */
export function TakeForm({ counts, draft, change, isBusy, inspection, onTake }: TakeFormProps) {
  const say = useSay()
  const id = useId()
  const isKnown = inspection.before.some(({ undoneAt }) => undoneAt === null)
  const mayTake = counts.readings > 0 && !isBusy && (!isKnown || draft.again)
  return (
    <div className="activity-form">
      <Checkbox checked={draft.isRecord} onChange={({ target }) => change({ isRecord: target.checked })}>
        {say('activity.take.is-record')}
      </Checkbox>
      <div className="activity-bar">
        <label htmlFor={`${id}-profile`}>{say('activity.take.profile')}</label>
        <Input
          id={`${id}-profile`}
          value={draft.profile}
          maxLength={80}
          placeholder={inspection.profile ?? say('activity.take.profile-example')}
          onChange={({ target }) => change({ profile: target.value })}
          style={{ width: 220 }}
        />
        <label htmlFor={`${id}-reason`}>{say('activity.submit.reason')}</label>
        <Input
          id={`${id}-reason`}
          value={draft.reason}
          maxLength={1000}
          onChange={({ target }) => change({ reason: target.value })}
          style={{ width: 260 }}
        />
      </div>
      <UploadArea
        multiple
        label={say('activity.take.proofs')}
        onUploaded={(upload, { name }) => change({ proofs: [...draft.proofs, { upload, name }] })}
      />
      {draft.proofs.length > 0 && (
        <div className="activity-bar">
          {draft.proofs.map(({ upload, name }) => (
            <Tag
              key={upload}
              closable={{ 'aria-label': say('activity.submit.detach', { name }) }}
              onClose={() => change({ proofs: draft.proofs.filter((proof) => proof.upload !== upload) })}
            >
              {name}
            </Tag>
          ))}
        </div>
      )}
      {isKnown && (
        <Checkbox checked={draft.again} onChange={({ target }) => change({ again: target.checked })}>
          {say('activity.map.again')}
        </Checkbox>
      )}
      <div className="page-acts">
        {counts.errors === 0 ? (
          <Button type="primary" disabled={!mayTake} onClick={() => onTake('all')}>
            {say('activity.take.all', { count: counts.readings })}
          </Button>
        ) : (
          <>
            <Button type="primary" disabled={!mayTake} onClick={() => onTake('valid')}>
              {say('activity.take.valid', { count: counts.readings, rows: counts.rejectedRows })}
            </Button>
            <span className="page-purpose">{say('activity.take.why-not-all')}</span>
          </>
        )}
      </div>
    </div>
  )
}
