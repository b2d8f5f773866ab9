import { Popover, Switch } from 'antd'
import { Link, useLocation } from 'react-router'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useOfflineSince } from './OfflineNote.tsx'
import { useOutbox } from './under-way.ts'

/** In the status bar: what waits or is on its way, whether things may leave at all, and the switch for that. */
export function OutboxStatus() {
  const say = useSay()
  const isSeen = useMay()('exchange.read')
  const since = useOfflineSince()
  const { data } = useOutbox(isSeen)
  if (!isSeen || since === undefined) return null
  const sending = (data ?? []).filter(({ state }) => state === 'sending')
  const waiting = (data ?? []).filter(({ state }) => state === 'waiting').length + sending.length
  const sum = (of: 'sent' | 'size') => sending.reduce((total, each) => total + each[of], 0)
  const words = () => {
    if (since !== null) return say('exchange.offline-on')
    if (sending.length > 0 && sum('size') > 0)
      return say('exchange.status.sending', { percent: Math.floor((100 * sum('sent')) / sum('size')) })
    return waiting > 0 ? say('exchange.status.waiting', { count: waiting }) : say('exchange.outbox')
  }
  return (
    <Popover trigger="click" title={say('exchange.outbox')} content={<OfflineSwitch since={since} />}>
      <button type="button" className="status-entry">
        <Icon name={since === null ? 'outbox' : 'stop'} size={14} />
        {words()}
      </button>
    </Popover>
  )
}

function OfflineSwitch({ since }: { readonly since: string | null }) {
  const say = useSay()
  const may = useMay()
  const { search } = useLocation()
  const change = useCommand((offline: boolean) => api.exchange.switchOffline({ offline }))
  return (
    <div className="exchange-switch">
      <label className="exchange-label">
        <Switch
          size="small"
          checked={since !== null}
          loading={change.busy}
          disabled={!may('exchange.enter')}
          onChange={(offline) => void change.run(offline)}
        />{' '}
        {say('exchange.offline')}
      </label>
      <p className="page-purpose">{say('exchange.offline-why')}</p>
      <TroubleNote trouble={change.trouble} />
      <Link to={withScope('/exchange/files?tab=outbox', search)}>{say('exchange.send-page.to-outbox')}</Link>
    </div>
  )
}
