import { Button, Select } from 'antd'
import { useState } from 'react'

import type { ExportId, TargetId } from '#shared/exchange/model'
import { placeOf } from '#shared/exchange/target'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useOfflineSince } from './OfflineNote.tsx'

interface SendToProps {
  readonly exports: readonly ExportId[]
  readonly onSent?: () => void
}

interface Sending {
  readonly exports: ExportId[]
  readonly target: TargetId
}

/** Puts files into the outbox for a target and brings them there at once, as far as it is there. */
export function SendTo({ exports, onSent }: SendToProps) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const offline = useOfflineSince()
  const targets = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const [picked, setPicked] = useState<TargetId | null>(null)
  const send = useCommand((input: Sending) => api.exchange.send(input))
  const delivering = useTask((to: TargetId, signal: AbortSignal) =>
    api.exchange.deliver({ target: to }, { signal }),
  )
  const target = picked ?? targets.data?.[0]?.id ?? null
  if (!may('exchange.enter')) return null
  if (targets.data?.length === 0)
    return (
      <Button type="link" className="exchange-link" onClick={() => go('/exchange/files?tab=targets')}>
        {say('exchange.send-none')}
      </Button>
    )
  const begin = async () => {
    if (target === null || !(await send.run({ exports: [...exports], target }))) return
    // With everything kept from leaving it waits in the outbox, which says so.
    if (offline === null) await delivering.start(target)
    onSent?.()
  }
  return (
    <div className="exchange-send">
      <Select
        aria-label={say('exchange.send-how')}
        className="exchange-target"
        value={target}
        options={(targets.data ?? []).map(({ id, name, settings }) => ({
          value: id,
          label: `${name} (${placeOf(settings)})`,
        }))}
        onChange={setPicked}
      />
      <Button disabled={exports.length === 0} loading={send.busy} onClick={() => void begin()}>
        {say('exchange.send')}
      </Button>
      <TroubleNote trouble={send.trouble} onClose={send.forget} />
      <TaskPanel
        running={delivering}
        title={say('exchange.delivering')}
        result={({ delivered, failed }) => say('exchange.delivered-result', { delivered, failed })}
      />
    </div>
  )
}
