import { Popover } from 'antd'
import { Link } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { useConnection } from './connection.ts'
import { localTime } from './local-time.ts'
import { type PageEntry, useFace } from './page.ts'
import { preferencePrefix } from './preference-store.ts'
import { useSay } from './say.ts'
import { useSession } from './session.ts'

/** Quiet facts at the foot of the window. Areas add theirs through `status` in `pages.ts`. */
export function StatusBar() {
  const say = useSay()
  const { status } = useFace()
  const session = useSession(({ session: current }) => current)
  return (
    <footer className="status" aria-label={say('frame.status')}>
      <ConnectionEntry />
      {status.map((Entry, index) => (
        <Entry key={index} />
      ))}
      <span className="frame-room" />
      {session && session.roles.length > 0 && (
        <span className="status-entry" title={session.roles.map((code) => say.of({ code })).join(' · ')}>
          <Icon name="user" size={14} />
          {session.roles
            .slice(0, 2)
            .map((code) => say.of({ code }))
            .join(' · ')}
          {session.roles.length > 2 && ` +${session.roles.length - 2}`}
        </span>
      )}
      <DraftsEntry />
    </footer>
  )
}

function ConnectionEntry() {
  const say = useSay()
  const state = useConnection((connection) => connection.state)
  if (state === 'open')
    return (
      <span className="status-entry">
        <Icon name="offline" size={14} />
        {say('frame.offline')}
      </span>
    )
  return (
    <span className={`status-entry ${state}`}>
      <Icon name={state === 'lost' ? 'warning' : 'pending'} size={14} />
      {say(state === 'lost' ? 'frame.lost' : 'frame.connecting')}
    </span>
  )
}

function DraftsEntry() {
  const say = useSay()
  const { pages } = useFace()
  const { data = [] } = useAsk(['kernel', 'drafts'], () => api.desk.drafts({ prefix: '' }))
  const drafts = data.filter(({ key }) => !key.startsWith(preferencePrefix))
  if (drafts.length === 0) return null
  const list = drafts.map(({ key, savedAt }) => {
    const page = pageOf(pages, key)
    const when = say('frame.drafts.saved-at', { at: localTime(savedAt) })
    return (
      <li key={key}>
        {page ? <Link to={page.path}>{say(page.titleCode)}</Link> : key} {when}
      </li>
    )
  })
  return (
    <Popover
      trigger="click"
      title={say('frame.drafts.title')}
      content={<ul style={{ margin: 0, paddingLeft: 20 }}>{list}</ul>}
    >
      <button type="button" className="status-entry">
        <Icon name="edit" size={14} />
        {say('frame.drafts', { count: drafts.length })}
      </button>
    </Popover>
  )
}

/** A draft's key begins with the path of its page: `organization/boundary/…` belongs to `/organization/boundary`. */
function pageOf(pages: readonly PageEntry[], key: string): PageEntry | undefined {
  return pages
    .filter(({ path }) => path !== '/' && !path.includes(':') && `/${key}/`.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
