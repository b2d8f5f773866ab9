import { Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { TroubleNote } from './TroubleNote.tsx'

interface SearchPickerProps<T> {
  /** Given by a form item. */
  readonly id?: string
  readonly label: string
  readonly placeholder?: string
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  /** First word the area, then whatever else the question depends on besides the words. */
  readonly askKey: readonly [area: string, ...rest: readonly unknown[]]
  /** The best few for the typed words; for none, what is picked most. */
  readonly ask: (words: string, signal: AbortSignal) => Promise<readonly T[]>
  readonly keyOf: (value: T) => string
  /** One line, as text: what stands in the field once it is picked. */
  readonly textOf: (value: T) => string
  /** How it is drawn in the list; its text where left out. */
  readonly draw?: (value: T) => ReactNode
  readonly disabled?: boolean
}

/** How long after the last key the question is asked, in milliseconds. */
const settle = 150

/** Picks one record out of many by typing words; the other side finds it. */
export function SearchPicker<T>(props: SearchPickerProps<T>) {
  const {
    id,
    label,
    placeholder,
    value,
    onChange,
    askKey,
    ask,
    keyOf,
    textOf,
    draw,
    disabled = false,
  } = props
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const settled = useSettled(words)
  const found = useAsk([...askKey, 'picker', settled], (signal) => ask(settled, signal), { enabled: isOpen })
  const rows = found.data ?? []
  const options = rows.map((row) => ({
    value: keyOf(row),
    label: draw?.(row) ?? textOf(row),
    title: textOf(row),
  }))
  return (
    <>
      <Select
        {...(id !== undefined && { id })}
        aria-label={label}
        placeholder={placeholder ?? label}
        disabled={disabled}
        allowClear
        showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
        open={isOpen}
        onOpenChange={setOpen}
        loading={found.isFetching}
        value={value === null ? null : { value: keyOf(value), label: textOf(value) }}
        labelInValue
        options={options}
        notFoundContent={found.isPending ? null : say('frame.table.none')}
        onChange={(picked: { readonly value: string; readonly label: ReactNode } | null | undefined) => {
          setWords('')
          onChange(rows.find((row) => keyOf(row) === picked?.value) ?? null)
        }}
        popupMatchSelectWidth={560}
        listHeight={360}
        style={{ width: '100%' }}
      />
      <TroubleNote trouble={found.error} />
    </>
  )
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), settle)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
