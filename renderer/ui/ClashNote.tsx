import { Alert, Button } from 'antd'

import { clashesOf, typedOver } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'

import type { EditDraft } from '../kernel/edit-draft.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { texts } from '../kernel/texts.ts'
import { TroubleNote } from './TroubleNote.tsx'

interface NamedField {
  readonly name: string
  readonly label: string
  readonly options?: readonly { readonly value: string | number; readonly label: string }[]
}
interface ClashNoteProps<T extends object> {
  readonly trouble: unknown
  readonly draft: EditDraft<T>
  /** The record as it stands now. */
  readonly now: T
  /** How the form calls its fields, and what it can choose in them. */
  readonly fields?: readonly NamedField[]
  /** Takes the trouble away once it is settled. */
  readonly onSettled?: (() => void) | undefined
}

/**
 * The trouble of a form; where somebody else saved the same fields meanwhile, both are shown side by side, and the
 * person says which holds. What only the other changed is taken over either way.
 */
export function ClashNote<T extends object>({
  trouble,
  draft,
  now,
  fields: named = [],
  onSettled,
}: ClashNoteProps<T>) {
  const say = useSay()
  const isClash = trouble instanceof Refusal && trouble.code === 'kernel.edited-meanwhile'
  const fields = isClash ? clashesOf(draft.seen, now, draft.value) : []
  if (fields.length === 0) return <TroubleNote trouble={trouble} />
  const told = (field: keyof T & string, value: unknown) =>
    named.find(({ name }) => name === field)?.options?.find((each) => each.value === value)?.label ??
    shown(say, value)
  const takeMine = () => {
    draft.restart(typedOver(draft.value, draft.seen, now), now)
    onSettled?.()
  }
  const takeTheirs = () => {
    draft.discard()
    onSettled?.()
  }
  return (
    <Alert
      type="warning"
      title={say('kernel.edited-meanwhile')}
      description={
        <>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('kernel.clash.field')}</th>
                <th scope="col">{say('kernel.clash.mine')}</th>
                <th scope="col">{say('kernel.clash.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">
                    {named.find(({ name }) => name === field)?.label ?? fieldWord(say, field)}
                  </th>
                  <td>{told(field, draft.value[field])}</td>
                  <td>{told(field, now[field])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="page-acts" style={{ marginTop: 8 }}>
            <Button onClick={takeMine}>{say('kernel.clash.take-mine')}</Button>
            <Button onClick={takeTheirs}>{say('kernel.clash.take-theirs')}</Button>
          </div>
        </>
      }
    />
  )
}

/** A field's word, as forms or the trail call it. */
function fieldWord(say: Say, field: string): string {
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const code = [`frame.input.${field}`, `column.${column}`].find((each) => each in texts)
  return code === undefined ? field : say.of({ code })
}

function shown(say: Say, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return say('kernel.clash.see-form')
}
