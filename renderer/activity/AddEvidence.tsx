import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'

import type { ReadingId } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { textOrNull } from './entry-draft.ts'

interface Typed {
  readonly upload: string | null
  readonly name: string
  readonly place: string
  readonly reportNo: string
  readonly sampleDate: string | null
  readonly testDate?: string | null
}
const nothing: Typed = { upload: null, name: '', place: '', reportNo: '', sampleDate: null, testDate: null }

/** A file that proves a reading: where in it the number stands, the report's number, the day of the sample. */
export function AddEvidence({ reading }: { readonly reading: ReadingId }) {
  const say = useSay()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft<Typed>(`activity/evidence-of/${reading}`, nothing)
  const { value, change } = draft
  const add = useCommand(({ upload, place, reportNo, sampleDate, testDate = null }: Typed) =>
    api.activity.addEvidence({
      to: { kind: 'reading', reading },
      proof: {
        file: { from: 'upload', upload: upload ?? '' },
        place: textOrNull(place),
        reportNo: textOrNull(reportNo),
        sampleDate,
        testDate,
      },
    }),
  )
  const save = async () => {
    if (!(await add.run(value))) return
    draft.discard()
    setOpen(false)
  }
  if (!isOpen && value.upload === null)
    return <Button onClick={() => setOpen(true)}>{say('activity.evidence.add')}</Button>
  return (
    <form
      className="activity-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <UploadArea
        label={value.upload === null ? say('activity.evidence.file') : value.name}
        onUploaded={(upload, { name }) => draft.update((now) => ({ ...now, upload, name }))}
      />
      <div className="activity-bar">
        <label htmlFor={`${id}-place`}>{say('activity.evidence.place')}</label>
        <Input
          id={`${id}-place`}
          value={value.place}
          maxLength={1000}
          onChange={({ target }) => change({ ...value, place: target.value })}
          style={{ width: 120 }}
        />
        <label htmlFor={`${id}-report`}>{say('activity.evidence.report-no')}</label>
        <Input
          id={`${id}-report`}
          value={value.reportNo}
          maxLength={1000}
          onChange={({ target }) => change({ ...value, reportNo: target.value })}
          style={{ width: 140 }}
        />
        <label htmlFor={`${id}-sampled`}>{say('activity.evidence.sample-date')}</label>
        <DatePicker
          id={`${id}-sampled`}
          value={value.sampleDate === null ? null : dayjs(value.sampleDate)}
          onChange={(date) => change({ ...value, sampleDate: date ? date.format('YYYY-MM-DD') : null })}
        />
        <label htmlFor={`${id}-tested`}>{say('activity.evidence.test-date')}</label>
        <DatePicker
          id={`${id}-tested`}
          value={value.testDate ? dayjs(value.testDate) : null}
          onChange={(date) => change({ ...value, testDate: date ? date.format('YYYY-MM-DD') : null })}
        />
      </div>
      <TroubleNote trouble={add.trouble} onClose={add.forget} />
      <div className="page-acts">
        <Button type="primary" htmlType="submit" disabled={value.upload === null} loading={add.busy}>
          {say('activity.evidence.save')}
        </Button>
        <Button
          onClick={() => {
            draft.discard()
            setOpen(false)
          }}
        >
          {say('frame.confirm.cancel')}
        </Button>
      </div>
    </form>
  )
}
