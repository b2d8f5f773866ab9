import { Button, Dropdown, Select } from 'antd'
import { Link, useLocation } from 'react-router'

import { languages } from '#shared/kernel/texts'

import { Icon } from '../ui/Icon.tsx'
import { useFace } from './page.ts'
import { type Theme, usePreferences } from './preferences.ts'
import { useSay } from './say.ts'
import { useScope, withScope } from './scope.ts'
import { useSession } from './session.ts'

const themes: readonly Theme[] = ['system', 'light', 'dark']

/** The one place where organization, facility and year are chosen; then search, language, appearance and user. */
export function ScopeBar({ onSearch }: { readonly onSearch: () => void }) {
  const say = useSay()
  const { search } = useLocation()
  return (
    <header className="frame-bar">
      <Link className="frame-mark" to={withScope('/', search)}>
        {say('frame.name')}
      </Link>
      <ScopeChooser />
      <div className="frame-room" />
      <Button onClick={onSearch} icon={<Icon name="search" />} aria-keyshortcuts="Control+K">
        {say('frame.palette')}
        <span className="frame-keys" aria-hidden="true">
          Ctrl K
        </span>
      </Button>
      <LanguageMenu />
      <ThemeMenu />
      <UserMenu />
    </header>
  )
}

function ScopeChooser() {
  const say = useSay()
  const { facility, year, choose } = useScope()
  const { useScopeChoices } = useFace()
  const { organization, facilities, places, only, years } = useScopeChoices()
  const offered = [...new Set([...years, year])].toSorted((a, b) => b - a)
  // A link may lead to a place that is no facility, such as a site: it is named, and can be left.
  const other = places.filter(({ id }) => id === facility && !facilities.some((known) => known.id === id))
  const whole = only === null ? [{ id: '', name: say('frame.scope.whole') }] : []
  return (
    <div className="frame-scope" role="group" aria-label={say('frame.scope')}>
      <span className="frame-organization" title={organization ?? undefined}>
        {organization ?? say('frame.scope.no-organization')}
      </span>
      {facilities.length > 0 && (
        <Select
          aria-label={say('frame.scope.facility')}
          value={facility ?? ''}
          options={[...whole, ...facilities, ...other].map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => choose({ facility: id === '' ? null : id })}
          popupMatchSelectWidth={false}
          style={{ minWidth: 120, maxWidth: 220 }}
        />
      )}
      <Select
        aria-label={say('frame.scope.year')}
        value={year}
        options={offered.map((value) => ({ value, label: say('frame.scope.year-of', { year: value }) }))}
        onChange={(value) => choose({ year: value })}
        style={{ width: 104 }}
      />
    </div>
  )
}

function LanguageMenu() {
  const say = useSay()
  const choose = usePreferences((preferences) => preferences.choose)
  const items = languages.map((language) => ({ key: language, label: say(`frame.language.${language}`) }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: [say.language],
        onClick: ({ key }) => choose({ language: key === 'en' ? 'en' : 'zh' }),
      }}
    >
      <Button type="text" icon={<Icon name="language" />}>
        <span className="visually-hidden">{say('frame.language')}</span>
        {say(`frame.language.${say.language}`)}
      </Button>
    </Dropdown>
  )
}

function ThemeMenu() {
  const say = useSay()
  const { theme, choose } = usePreferences()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: themes.map((key) => ({ key, label: say(`frame.theme.${key}`) })),
        selectable: true,
        selectedKeys: [theme],
        onClick: ({ key }) => choose({ theme: themes.find((known) => known === key) ?? 'system' }),
      }}
    >
      <Button type="text" icon={<Icon name="theme" />} aria-label={say('frame.theme')} />
    </Dropdown>
  )
}

function UserMenu() {
  const say = useSay()
  const session = useSession((state) => state.session)
  if (session === null) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'lock', label: say('frame.lock'), icon: <Icon name="lock" />, onClick: session.lock },
          { key: 'out', label: say('frame.sign-out'), icon: <Icon name="open" />, onClick: session.signOut },
        ],
      }}
    >
      <Button type="text" icon={<Icon name="user" />} aria-label={say('frame.user', { name: session.name })}>
        {session.name}
      </Button>
    </Dropdown>
  )
}
