import { Alert, Button } from 'antd'
import { useState } from 'react'

import type { Target } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'

interface TestTargetProps {
  readonly id: Target['id'] | null
  /** What is typed at this moment; null while it is no target. */
  readonly read: () => Target['settings'] | null
  readonly secret: string
  readonly onConfirm: (hostKey: string) => void
}

/** Reaches the target, signs in and tries what sending needs; a new host key is confirmed by a person here. */
export function TestTarget({ id, read, secret, onConfirm }: TestTargetProps) {
  const say = useSay()
  const testing = useTask((settings: Target['settings'], signal: AbortSignal) =>
    api.exchange.testTarget({ id, settings, secret: secret === '' ? null : secret }, { signal }),
  )
  const [confirmed, setConfirmed] = useState(false)
  const { task } = testing
  const refusal = task.state === 'refused' && task.trouble instanceof Refusal ? task.trouble : null
  const fingerprint = refusal?.code === 'exchange.target-new-host' ? refusal.facts['fingerprint'] : null
  const begin = () => {
    setConfirmed(false)
    const settings = read()
    if (settings !== null) void testing.start(settings)
  }
  return (
    <div className="exchange-test">
      <Button disabled={read() === null} loading={task.state === 'running'} onClick={begin}>
        {say('exchange.test-target')}
      </Button>
      <TaskPanel
        running={testing}
        title={say('exchange.testing-target')}
        result={({ place }) => say('exchange.test-good', { place })}
      />
      {typeof fingerprint === 'string' && !confirmed && (
        <Button
          type="primary"
          onClick={() => {
            onConfirm(fingerprint)
            setConfirmed(true)
            testing.dismiss()
          }}
        >
          {say('exchange.confirm-host')}
        </Button>
      )}
      {confirmed && <Alert type="success" title={say('exchange.host-confirmed')} />}
    </div>
  )
}
