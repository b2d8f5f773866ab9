import { Button } from 'antd'

import type { Delivery } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const tones = { waiting: 'info', delivered: 'good', failed: 'stop' } as const satisfies Record<
  Delivery['state'],
  Tone
>

/** What waits for its target, what did not get there and why, what has arrived. */
export function Outbox() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['exchange', 'outbox'], () => api.exchange.outbox({}))
  const targets = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const delivering = useTask((_: null, signal: AbortSignal) => api.exchange.deliver({}, { signal }))
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  if (asked.data.length === 0)
    return <EmptyState icon="outbox" title={say('exchange.outbox')} why={say('exchange.outbox-empty')} />
  const isWaiting = asked.data.some(({ state }) => state !== 'delivered')
  const folderOf = (id: string) => targets.data?.find((target) => target.id === id)?.path ?? ''
  const why = ({ trouble, targetId, fileName }: Delivery) =>
    trouble === null ? '' : say.of({ code: trouble, facts: { folder: folderOf(targetId), file: fileName } })
  return (
    <section className="paper" aria-label={say('exchange.outbox')}>
      {may('exchange.enter') && isWaiting && (
        <div className="exchange-bar">
          <Button
            type="primary"
            loading={delivering.task.state === 'running'}
            onClick={() => void delivering.start(null)}
          >
            {say('exchange.deliver')}
          </Button>
        </div>
      )}
      <TaskPanel
        running={delivering}
        title={say('exchange.delivering')}
        result={({ delivered, failed }) => say('exchange.delivered-result', { delivered, failed })}
      />
      <div className="exchange-scroll" tabIndex={0} role="group" aria-label={say('exchange.outbox')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('exchange.file')}</th>
              <th scope="col">{say('exchange.send-how')}</th>
              <th scope="col">{say('exchange.state')}</th>
              <th scope="col" className="number">
                {say('exchange.attempts')}
              </th>
              <th scope="col">{say('exchange.delivered-at')}</th>
              <th scope="col">{say('exchange.trouble')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.data.map((delivery) => (
              <tr key={delivery.id}>
                <th scope="row">{delivery.fileName}</th>
                <td>{delivery.targetName}</td>
                <td>
                  <StateTag tone={tones[delivery.state]} text={say(`exchange.state-${delivery.state}`)} />
                </td>
                <td className="number">{delivery.attempts}</td>
                <td>{delivery.deliveredAt === null ? '' : localTime(delivery.deliveredAt)}</td>
                <td className="exchange-words">{why(delivery)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
