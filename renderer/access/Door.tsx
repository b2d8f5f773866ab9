import { Radio } from 'antd'
import type { ReactNode } from 'react'

import { languages } from '#shared/kernel/texts'

import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'

interface DoorProps {
  readonly title: string
  readonly purpose?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One sheet in the middle of the window, for whoever is not in yet. */
export function Door({ title, purpose, wide = false, children }: DoorProps) {
  const say = useSay()
  return (
    <main className="door">
      <div className="door-language">
        <LanguageChoice />
      </div>
      <div className={wide ? 'door-sheet wide paper' : 'door-sheet paper'}>
        <p className="frame-mark">{say('frame.name')}</p>
        <h1>{title}</h1>
        {purpose !== undefined && <p className="page-purpose">{purpose}</p>}
        {children}
      </div>
    </main>
  )
}

export function LanguageChoice() {
  const say = useSay()
  const choose = usePreferences((preferences) => preferences.choose)
  return (
    <Radio.Group
      aria-label={say('frame.language')}
      optionType="button"
      value={say.language}
      options={languages.map((value) => ({ value, label: say(`frame.language.${value}`) }))}
      onChange={({ target }) => choose({ language: target.value === 'en' ? 'en' : 'zh' })}
    />
  )
}
