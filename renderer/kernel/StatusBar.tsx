import { Popover } from 'antd'
import { Link, useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { useConnection } from './connection.ts'
import { localTime } from './local-time.ts'
import { useFace } from './page.ts'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'
import { useSession } from './session.ts'
import { useDrafts } from './use-drafts.ts'

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
        <span className="status-entry" title={session.roles.map(say.of).join(' · ')}>
          <Icon name="user" size={14} />
          {session.roles.slice(0, 2).map(say.of).join(' · ')}
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
  const { search } = useLocation()
  const { drafts, askAgain } = useDrafts()
  if (drafts.length === 0) return null
  const list = drafts.map(({ key, savedAt, page, path }) => (
    <li key={key}>
      {page ? <Link to={withScope(path, search)}>{say(page.titleCode)}</Link> : key}{' '}
      {say('frame.drafts.saved-at', { at: localTime(savedAt) })}
    </li>
  ))
  return (
    <Popover
      trigger="click"
      title={say('frame.drafts.title')}
      content={<ul style={{ margin: 0, paddingLeft: 20 }}>{list}</ul>}
      onOpenChange={(isOpen) => isOpen && askAgain()}
    >
      <button type="button" className="status-entry">
        <Icon name="edit" size={14} />
        {say('frame.drafts', { count: drafts.length })}
      </button>
    </Popover>
  )
}
