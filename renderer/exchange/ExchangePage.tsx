import { Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { ExportId } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { Backups } from './Backups.tsx'
import { ExportFiles } from './ExportFiles.tsx'
import { Outbox } from './Outbox.tsx'
import { SendTo } from './SendTo.tsx'
import { Targets } from './Targets.tsx'

/** What was made for others, where it goes, and the backups that bring everything back. */
export function ExchangePage() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const show = (tab: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.set('tab', tab)
        return next
      },
      { replace: true },
    )
  return (
    <PageFrame title={say('exchange.title')} purpose={say('exchange.purpose')}>
      <Tabs
        activeKey={params.get('tab') ?? 'exports'}
        onChange={show}
        destroyOnHidden
        items={[
          { key: 'exports', label: say('exchange.exports'), children: <Exports /> },
          { key: 'outbox', label: say('exchange.outbox'), children: <Outbox /> },
          { key: 'targets', label: say('exchange.targets'), children: <Targets /> },
          { key: 'backups', label: say('exchange.backups'), children: <Backups /> },
        ]}
      />
    </PageFrame>
  )
}

function Exports() {
  const say = useSay()
  const asked = useAsk(['exchange', 'exports'], () => api.exchange.exports({}))
  const [chosen, setChosen] = useState<readonly ExportId[]>([])
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  if (asked.data.length === 0)
    return <EmptyState icon="export" title={say('exchange.exports')} why={say('exchange.exports-empty')} />
  return (
    <section className="paper" aria-label={say('exchange.exports')}>
      <div className="exchange-bar">
        <span className="page-purpose">{say('exchange.send-chosen', { count: chosen.length })}</span>
        <SendTo exports={chosen} onSent={() => setChosen([])} />
      </div>
      <ExportFiles files={asked.data} chosen={chosen} onChoose={setChosen} />
    </section>
  )
}
