import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'

import type { RecordRef } from '#shared/kernel/record'
import {
  branches,
  type CaseId,
  type CauseAnalysis,
  type Fishbone,
  noCauses,
} from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { FishboneDrawing } from './FishboneDrawing.tsx'

/** Both are handed in by the form item around the control. */
interface Control<T> {
  readonly value?: T
  readonly onChange?: (value: T) => void
}
const mostWhys = 7

/** Five whys: each answer is asked "why?" again. */
export function WhysField({ value = [], onChange }: Control<readonly string[]>) {
  const say = useSay()
  const rows = value.length === 0 ? [''] : value
  const set = (at: number, text: string) => onChange?.(rows.map((row, index) => (index === at ? text : row)))
  return (
    <div className="nonconformity-rows">
      {rows.map((row, at) => (
        // A row is its place in the chain.
        <div className="nonconformity-row" key={at}>
          <span>{say('nonconformity.why', { number: at + 1 })}</span>
          <Input
            aria-label={say('nonconformity.why', { number: at + 1 })}
            value={row}
            maxLength={300}
            onChange={({ target }) => set(at, target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || rows.length >= mostWhys || row.trim() === '') return
              event.preventDefault()
              onChange?.([...rows, ''])
            }}
          />
          <Button
            type="text"
            aria-label={say('nonconformity.why.remove')}
            icon={<Icon name="cross" size={14} />}
            disabled={rows.length === 1}
            onClick={() => onChange?.(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={<Icon name="plus" size={14} />}
          disabled={rows.length >= mostWhys}
          onClick={() => onChange?.([...rows, ''])}
        >
          {say('nonconformity.why.add')}
        </Button>
      </div>
    </div>
  )
}

/** The six branches as lists, one cause a line, and the drawing that they make. */
export function FishboneField({
  value = noCauses,
  onChange,
  title = '',
}: Control<Fishbone> & { readonly title?: string }) {
  const say = useSay()
  const id = useId()
  return (
    <>
      <div className="nonconformity-branches">
        {branches.map((branch) => (
          <div key={branch}>
            <label htmlFor={`${id}${branch}`}>{say(`nonconformity.branch.${branch}`)}</label>
            <Input.TextArea
              id={`${id}${branch}`}
              rows={3}
              placeholder={say('nonconformity.branch.hint')}
              value={value[branch].join('\n')}
              onChange={({ target }) =>
                onChange?.({ ...value, [branch]: target.value.split('\n').slice(0, 20) })
              }
            />
          </div>
        ))}
      </div>
      <FishboneDrawing fishbone={withoutBlanks(value)} title={title} />
    </>
  )
}
/** The lists without the lines on which nothing stands. */
export function withoutBlanks(fishbone: Fishbone): Fishbone {
  const kept = branches.map((branch) => [
    branch,
    fishbone[branch].map((cause) => cause.trim()).filter((cause) => cause !== ''),
  ])
  return { ...noCauses, ...(Object.fromEntries(kept) as Partial<Fishbone>) }
}

type Similar = CauseAnalysis['similar'][number]

/** What was or will be checked elsewhere: found by words among the cases, or written down. */
export function SimilarField({
  value = [],
  onChange,
  of,
}: Control<readonly Similar[]> & { readonly of: CaseId }) {
  const say = useSay()
  const set = (at: number, change: Partial<Similar>) =>
    onChange?.(value.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const add = (what: string, record: RecordRef | null) =>
    onChange?.([...value, { what, record, isChecked: false, note: '' }])
  return (
    <div className="nonconformity-rows">
      {value.map((row, at) => (
        // Two rows may say the same.
        <div className="nonconformity-similar" key={at}>
          <Input
            aria-label={say('nonconformity.similar.what')}
            placeholder={say('nonconformity.similar.what')}
            value={row.what}
            maxLength={300}
            onChange={({ target }) => set(at, { what: target.value })}
          />
          <Checkbox checked={row.isChecked} onChange={({ target }) => set(at, { isChecked: target.checked })}>
            {say('nonconformity.similar.checked')}
          </Checkbox>
          <Input
            aria-label={say('nonconformity.similar.note')}
            placeholder={say('nonconformity.similar.note')}
            value={row.note}
            maxLength={1000}
            onChange={({ target }) => set(at, { note: target.value })}
          />
          <Button
            type="text"
            aria-label={say('nonconformity.similar.remove', { name: row.what })}
            icon={<Icon name="cross" size={14} />}
            onClick={() => onChange?.(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon={<Icon name="plus" size={14} />} onClick={() => add('', null)}>
          {say('nonconformity.similar.add')}
        </Button>
      </div>
      <Alike of={of} taken={value} onTake={add} />
    </div>
  )
}

interface AlikeProps {
  readonly of: CaseId
  readonly taken: readonly Similar[]
  readonly onTake: (what: string, record: RecordRef) => void
}
/** Cases that share words with this one; other words can be tried. */
function Alike({ of, taken, onTake }: AlikeProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const asked = useAsk(['nonconformity', 'similar', of, text], () =>
    api.nonconformity.similar({ id: of, text }),
  )
  const known = new Set(taken.map(({ record }) => record))
  const found = (asked.data ?? []).filter(({ record }) => !known.has(record))
  return (
    <>
      <Input
        allowClear
        aria-label={say('nonconformity.similar.search')}
        placeholder={say('nonconformity.similar.search')}
        prefix={<Icon name="search" size={14} />}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {found.length === 0 ? (
        <span className="page-purpose">{say('nonconformity.similar.none')}</span>
      ) : (
        <ul className="record-list">
          {found.slice(0, 5).map(({ record, number, title, state }) => (
            <li key={record}>
              {number} {title}
              {state !== null && ` · ${say.of({ code: state })}`}{' '}
              <Button size="small" onClick={() => onTake(`${number ?? ''} ${title}`.trim(), record)}>
                {say('nonconformity.similar.take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
