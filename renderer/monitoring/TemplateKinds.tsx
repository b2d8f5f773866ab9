import { Input, Radio } from 'antd'
import { useState } from 'react'

import { type Sector, sectorTitles } from '#shared/monitoring/sectors'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

export interface Kind {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly description: { readonly zh: string; readonly en: string }
  readonly sector: Sector | null
  readonly titles: readonly string[]
}

interface TemplateKindsProps {
  readonly kinds: readonly Kind[]
  /** Given by the form that this is a field of. */
  readonly value?: string | undefined
  readonly onChange?: (id: string) => void
}

/** The kinds of plant to choose from, plants of no sector first; those that do not hold what is typed step back. */
export function TemplateKinds({ kinds, value, onChange }: TemplateKindsProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const words = typed.trim().toLowerCase().split(/\s+/)
  const found = kinds.filter((kind) => words.every((word) => textOf(kind).includes(word)))
  return (
    <div>
      <Input
        allowClear
        type="search"
        prefix={<Icon name="search" />}
        aria-label={say('monitoring.template.search')}
        placeholder={say('monitoring.template.search')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="monitoring-second" role="status">
        {say('monitoring.template.found', { count: found.length, all: kinds.length })}
      </p>
      <div className="monitoring-kinds-scroll">
        <Radio.Group
          aria-labelledby="monitoring-template"
          className="monitoring-kinds"
          value={value}
          onChange={({ target }) => onChange?.(String(target.value))}
        >
          {found.map(({ id, title, description }) => (
            <Radio key={id} value={id}>
              {title[say.language]}
              <span className="monitoring-second">{description[say.language]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
    </div>
  )
}

/** Everything by which a kind can be found, in both languages. */
function textOf({ title, description, sector, titles }: Kind): string {
  const names = sector === null ? [] : Object.values(sectorTitles[sector])
  return [...Object.values(title), ...Object.values(description), ...names, ...titles].join(' ').toLowerCase()
}
