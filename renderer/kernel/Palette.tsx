import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import type { FoundRecord } from '#shared/kernel/search-contract'

import { Icon, type IconName } from '../ui/Icon.tsx'
import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { useFace } from './page.ts'
import { matches } from './palette-match.ts'
import { useSay } from './say.ts'
import { useGo } from './scope.ts'
import { useMay } from './session.ts'
import { texts } from './texts.ts'

interface Choice {
  readonly id: string
  readonly title: string
  /** In both languages, so that either finds it. */
  readonly words: string
  readonly place: string
  /** The words around what was found in a record. */
  readonly passage?: string
  readonly icon: IconName
  readonly run: () => void
}

/** Ctrl K: every page and act by name, and every record by its words, complete by keyboard. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const records = useRecords(text)
  const found = [...useChoices().filter(({ words }) => matches(words, text)), ...records]
  const chosen = found[Math.min(at, found.length - 1)]
  useEffect(() => {
    document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen?.id])
  const field = useRef<InputRef>(null)
  useEffect(() => {
    // Without motion the dialog takes the focus for itself a moment after the field had it.
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const run = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    choice.run()
  }
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(found.length, 1))
    }
    if (event.key === 'Enter') run(chosen)
  }
  return (
    <Modal open title={say('frame.palette')} footer={null} onCancel={onClose} width={560} style={{ top: 72 }}>
      <Input
        ref={field}
        autoFocus
        size="large"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        aria-label={say('frame.palette.hint')}
        placeholder={say('frame.palette.hint')}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
        }}
        onKeyDown={steer}
      />
      <ul className="palette-list" id={`${id}-list`} role="listbox" aria-label={say('frame.palette')}>
        {found.map((choice) => (
          <li
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            aria-selected={choice === chosen}
            onMouseEnter={() => setAt(found.indexOf(choice))}
            onClick={() => run(choice)}
          >
            <Icon name={choice.icon} />
            <span className="palette-words">
              {choice.title}
              {choice.passage !== undefined && choice.passage !== '' && <span>{choice.passage}</span>}
            </span>
            <small>{choice.place}</small>
          </li>
        ))}
      </ul>
      <p className="palette-foot" role="status">
        {say(found.length === 0 ? 'frame.palette.none' : 'frame.palette.keys')}
      </p>
    </Modal>
  )
}

/** How many records are shown under the pages. */
const mostRecords = 20

/** What of all areas holds the typed words, best first. */
function useRecords(typed: string): readonly Choice[] {
  const say = useSay()
  const go = useGo()
  const { pages } = useFace()
  const text = typed.trim()
  const { data } = useAsk(['kernel', 'search', text], async (): Promise<readonly FoundRecord[]> =>
    text === '' ? [] : api.desk.search({ text, limit: mostRecords }),
  )
  return (data ?? []).map(({ record, kind, title, number, state, path, passage }) => {
    const area = record.slice(0, record.indexOf('/'))
    return {
      id: record.replaceAll('/', '-'),
      title: [number, title].filter(Boolean).join(' '),
      words: '',
      place: [kind, ...(state === null ? [] : [state])].map((code) => say.of({ code })).join(' · '),
      passage,
      icon: pages.find((page) => page.area === area)?.icon ?? 'search',
      run: () => go(path),
    }
  })
}

function useChoices(): readonly Choice[] {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { pages, acts } = useFace()
  const offered = ({ permission }: { readonly permission?: Parameters<typeof may>[0] }) =>
    permission === undefined || may(permission)
  return [
    ...pages
      .filter((page) => page.hidden !== true && offered(page))
      .map((page) => ({
        id: page.path.replaceAll('/', '-'),
        title: say(page.titleCode),
        words: `${texts[page.titleCode].zh} ${texts[page.titleCode].en} ${page.clause ?? ''}`,
        place: say(`frame.section.${page.section}`),
        icon: page.icon,
        run: () => go(page.path),
      })),
    ...acts.filter(offered).map((act) => ({
      id: act.id,
      title: say(act.titleCode),
      words: `${texts[act.titleCode].zh} ${texts[act.titleCode].en}`,
      place: '',
      icon: act.icon,
      run: act.run,
    })),
  ]
}
