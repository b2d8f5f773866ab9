import { Button, Form, Input } from 'antd'

import type { Subsystem } from '#shared/kernel/subsystem'
import { checksOf, clauseOfCheck, isPassageOf, type PolicyCheck } from '#shared/organization/policy'

import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'

export type Passages = Readonly<Partial<Record<PolicyCheck, string>>>

/** What a policy must say, each with the passage of the text that says it; a form item hands in value and change. */
export function PassagesField({
  subsystem,
  value = {},
  onChange,
}: {
  readonly subsystem: Subsystem
  readonly value?: Passages
  readonly onChange?: (passages: Passages) => void
}) {
  const say = useSay()
  const watched: unknown = Form.useWatch('text', Form.useFormInstance())
  const text = typeof watched === 'string' ? watched : ''
  return (
    <table className="plain-table">
      <tbody>
        {checksOf(subsystem).map((check) => {
          const passage = value[check] ?? ''
          const word = say(`organization.check.${check}`)
          const set = (next: string) => onChange?.({ ...value, [check]: next })
          return (
            <tr key={check}>
              <th scope="row" style={{ width: 230 }}>
                {word} <span className="organization-hint">{clauseOfCheck[check]}</span>
                <PassageState text={text} passage={passage} />
              </th>
              <td>
                <Input.TextArea
                  aria-label={word}
                  rows={1}
                  className="organization-grow"
                  maxLength={2000}
                  value={passage}
                  onChange={({ target }) => set(target.value)}
                />
              </td>
              <td style={{ width: 150 }}>
                <Button
                  size="small"
                  aria-label={say('organization.policy.quote-for', { check: word })}
                  // The text keeps its selection only while it keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => set(selectedText() || passage)}
                >
                  {say('organization.policy.quote')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Whether a passage is there, and really stands in the text. */
export function PassageState({ text, passage }: { readonly text: string; readonly passage: string }) {
  const say = useSay()
  const standing = passage.trim() === '' ? 'missing' : isPassageOf(text, passage) ? 'made' : 'not-in-text'
  return (
    <div>
      <StateTag tone={standing === 'made' ? 'good' : 'stop'} text={say(`organization.policy.${standing}`)} />
    </div>
  )
}

/** What is selected in the field of the policy's text. */
function selectedText(): string {
  const field = document.getElementById('text')
  return field instanceof HTMLTextAreaElement
    ? field.value.slice(field.selectionStart, field.selectionEnd).trim()
    : ''
}
