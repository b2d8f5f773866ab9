import { Button, Form, Input } from 'antd'

import { type Deviation, deviationAfter, deviationAnswer } from '#shared/monitoring/deviation'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DayField } from './DayField.tsx'
import { emptyAsNull } from './typed.ts'

type Typed = Pick<Deviation, 'cause' | 'response' | 'substitute' | 'to'>
const { shape } = deviationAnswer

/** Cause, response, what stands in meanwhile, and when it ended. */
export function DeviationAnswer({ known }: { readonly known: Deviation }) {
  const say = useSay()
  const may = useMay()
  const { id, cause, response, substitute, to } = known
  const draft = useDraft<Typed>(`monitoring/deviations/${id}`, { cause, response, substitute, to })
  const save = useCommand((typed: Typed) =>
    api.monitoring.answerDeviation({
      id,
      ...deviationAnswer.parse(emptyAsNull(typed, ['substitute', 'to'])),
    }),
  )
  const isOpen = deviationAfter(known.state, 'answer') !== null && may('monitoring.enter')
  const finish = async () => {
    if (await save.run(draft.value)) await draft.settled()
  }
  return (
    <section className="paper" aria-labelledby="deviation-answer">
      <h2 id="deviation-answer">{say('monitoring.deviation.answer')}</h2>
      {known.returnReason !== null && (
        <StateTag tone="warn" text={say('monitoring.plan.returned', { reason: known.returnReason })} />
      )}
      {isOpen && <DraftNote draft={draft} />}
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'kept'}
          name="answer"
          layout="vertical"
          disabled={!isOpen}
          initialValues={isOpen ? draft.value : { cause, response, substitute, to }}
          onValuesChange={(_changed, all: Partial<Typed>) => draft.change({ ...draft.value, ...all })}
          onFinish={() => void finish()}
        >
          {(['cause', 'response', 'substitute'] as const).map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(`monitoring.deviation.${name}`)}
              rules={schemaRules(say, shape[name])}
            >
              <Input.TextArea rows={3} maxLength={4000} />
            </Form.Item>
          ))}
          <DayField name="to" label={say('monitoring.deviation.to')} />
          <TroubleNote trouble={save.trouble} onClose={save.forget} />
          {isOpen && (
            <Button type="primary" htmlType="submit" loading={save.busy}>
              {say('monitoring.deviation.answer-save')}
            </Button>
          )}
        </Form>
      )}
    </section>
  )
}
