import { Link } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'

/** The audit chain in the status bar: in order, or that its end is not the one that was left. */
export function ChainStatus() {
  const say = useSay()
  const may = useMay()
  const { data } = useAsk(['access', 'chain'], () => api.access.chain({}))
  if (!data) return null
  const text = say(data.trouble ? 'access.audit.status.broken' : 'access.audit.status.whole')
  const entry = (
    <>
      <Icon name={data.trouble ? 'warning' : 'chain'} size={14} /> {text}
    </>
  )
  if (!may('access.read')) return <span className="status-entry">{entry}</span>
  return (
    <Link className="status-entry" to="/access/audit">
      {entry}
    </Link>
  )
}
