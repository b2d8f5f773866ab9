import { Button, Input } from 'antd'
import { useId } from 'react'

import { readDraft } from '#shared/activity/draft-cell'
import type { Reading } from '#shared/activity/model'
import type { Measure } from '#shared/kernel/units'
import { symbolOf } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { grouped } from '../ui/number-text.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textOrNull } from './entry-draft.ts'
import { UnitSelect } from './UnitSelect.tsx'

interface Typed {
  readonly text: string
  readonly unit: Measure
  readonly note: string
  readonly reason: string
}
interface CorrectFormProps {
  readonly reading: Reading
  readonly parameter: Parameter
  readonly onLeave: () => void
}

/** Enters what takes the place of a reading, with the reason; both stay visible. */
export function CorrectForm({ reading, parameter, onLeave }: CorrectFormProps) {
  const say = useSay()
  const id = useId()
  const draft = useDraft<Typed>(`activity/correct/${reading.id}`, {
    text: reading.text ?? '',
    unit: reading.unit,
    note: reading.note ?? '',
    reason: '',
  })
  const correct = useCommand(
    ({ text, unit, note, reason }: Typed) =>
      api.activity.correct({
        reading: reading.id,
        text,
        unit,
        note: textOrNull(note),
        proofs: [],
        reason: reason.trim(),
      }),
    {
      undo: ({ act }) => ({
        done: { code: 'activity.did-correct', facts: { name: parameter.name } },
        undo: () => api.activity.undo({ act, reason: null }),
      }),
    },
  )
  const { value, change } = draft
  const read = readDraft(parameter, reading.month, value, { previous: null, lastYear: null })
  const save = async () => {
    if (!(await correct.run(value))) return
    await draft.settled()
    onLeave()
  }
  return (
    <form
      className="activity-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DraftNote draft={draft} />
      <div className="activity-bar">
        <label htmlFor={`${id}-text`}>{say('activity.column.value')}</label>
        <Input
          id={`${id}-text`}
          autoFocus
          value={value.text}
          maxLength={80}
          status={read.kind === 'trouble' ? 'error' : ''}
          aria-describedby={`${id}-read`}
          onChange={({ target }) => change({ ...value, text: target.value })}
          style={{ width: 160 }}
        />
        <UnitSelect own={parameter.unit} value={value.unit} onChange={(unit) => change({ ...value, unit })} />
        <span id={`${id}-read`} role="status">
          {read.kind === 'trouble' ? (
            <StateTag tone="stop" text={say.of(read.trouble)} />
          ) : (
            <StateTag
              tone="info"
              text={say('activity.entry.read-as', {
                amount: `${grouped(read.value)} ${symbolOf(read.unit)}`,
              })}
            />
          )}
        </span>
      </div>
      <label htmlFor={`${id}-note`}>{say('activity.entry.note')}</label>
      <Input
        id={`${id}-note`}
        value={value.note}
        maxLength={1000}
        onChange={({ target }) => change({ ...value, note: target.value })}
      />
      <label htmlFor={`${id}-reason`}>{say('activity.reason')}</label>
      <Input.TextArea
        id={`${id}-reason`}
        rows={2}
        value={value.reason}
        maxLength={1000}
        onChange={({ target }) => change({ ...value, reason: target.value })}
      />
      <TroubleNote trouble={correct.trouble} onClose={correct.forget} />
      <div className="page-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={correct.busy}
          disabled={read.kind === 'trouble' || value.reason.trim() === ''}
        >
          {say('activity.correct.save')}
        </Button>
        <Button
          onClick={() => {
            draft.discard()
            onLeave()
          }}
        >
          {say('frame.confirm.cancel')}
        </Button>
      </div>
    </form>
  )
}
