import { Link } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'

/** The audit chain in the status bar: being checked since the plant was opened, in order, or in disorder. */
export function ChainStatus() {
  const say = useSay()
  const may = useMay()
  const { data } = useAsk(['access', 'chain'], () => api.access.chain({}))
  if (!data) return null
  const state = data.trouble ? 'broken' : data.verifiedLines === null ? 'checking' : 'whole'
  const text = say(`access.audit.status.${state}`)
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
