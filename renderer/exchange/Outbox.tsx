import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'

import { type Delivery, type DeliveryId, inOrder } from '#shared/exchange/outbox'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ConflictForm } from './ConflictForm.tsx'
import { DeliveryRow } from './DeliveryRow.tsx'
import { OfflineNote, useOfflineSince } from './OfflineNote.tsx'
import { useOutbox } from './under-way.ts'

const filters = ['open', 'delivered', 'cancelled', 'all'] as const
type Filter = (typeof filters)[number]

const isOpen = ({ state }: Delivery) => state !== 'delivered' && state !== 'cancelled'
const passes: Readonly<Record<Filter, (delivery: Delivery) => boolean>> = {
  open: isOpen,
  delivered: ({ state }) => state === 'delivered',
  cancelled: ({ state }) => state === 'cancelled',
  all: () => true,
}

/** What waits for its target and why, what is on its way, and the receipts of what has arrived. */
export function Outbox() {
  const say = useSay()
  const asked = useOutbox()
  const [chosen, setFilter] = useState<Filter | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  if (asked.data.length === 0) return <EmptyOutbox />
  // Whoever comes while nothing waits wants to see that it has arrived.
  const filter = chosen ?? (asked.data.some(isOpen) ? 'open' : 'all')
  const shown = asked.data.filter(
    (each) => passes[filter](each) && (target === null || each.targetId === target),
  )
  const targets = [...new Map(asked.data.map(({ targetId, targetName }) => [targetId, targetName]))]
  return (
    <section className="paper" aria-label={say('exchange.outbox')}>
      <OfflineNote />
      <div className="exchange-bar">
        <Segmented<Filter>
          aria-label={say('exchange.outbox-filter')}
          value={filter}
          options={filters.map((value) => ({
            value,
            label: `${say(`exchange.outbox-filter.${value}`)} ${asked.data?.filter(passes[value]).length}`,
          }))}
          onChange={setFilter}
        />
        {targets.length > 1 && (
          <Select
            aria-label={say('exchange.outbox-filter-target')}
            placeholder={say('exchange.outbox-filter-target')}
            className="exchange-target"
            allowClear
            value={target}
            options={targets.map(([value, label]) => ({ value, label }))}
            onChange={(value: string | undefined) => setTarget(value ?? null)}
          />
        )}
        {asked.data.some(isOpen) && <DeliverNow />}
      </div>
      <Line deliveries={shown} all={asked.data} />
    </section>
  )
}

function EmptyOutbox() {
  const say = useSay()
  const go = useGo()
  return (
    <>
      <OfflineNote />
      <EmptyState
        icon="outbox"
        title={say('exchange.outbox')}
        why={say('exchange.outbox-empty')}
        action={
          <Button type="primary" onClick={() => go('/exchange/files?tab=exports')}>
            {say('exchange.outbox-to-exports')}
          </Button>
        }
      />
    </>
  )
}

function DeliverNow() {
  const say = useSay()
  const may = useMay()
  const offline = useOfflineSince()
  const delivering = useTask((_: null, signal: AbortSignal) => api.exchange.deliver({}, { signal }))
  if (!may('exchange.enter') || offline !== null) return null
  return (
    <div className="exchange-send exchange-grow">
      <Button
        type="primary"
        loading={delivering.task.state === 'running'}
        onClick={() => void delivering.start(null)}
      >
        {say('exchange.deliver')}
      </Button>
      <TaskPanel
        running={delivering}
        title={say('exchange.delivering')}
        result={({ delivered, failed }) => say('exchange.delivered-result', { delivered, failed })}
      />
    </div>
  )
}

/** How many deliveries are shown at first, and how many more each time. */
const page = 50

interface LineProps {
  readonly deliveries: readonly Delivery[]
  readonly all: readonly Delivery[]
}

function Line({ deliveries, all }: LineProps) {
  const say = useSay()
  const [conflict, setConflict] = useState<DeliveryId | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [length, setLength] = useState(page)
  const lines = linesOf(deliveries)
  const renamed = all.find(({ id, state }) => id === conflict && state !== 'delivered')
  if (deliveries.length === 0) return <p className="page-purpose">{say('exchange.outbox-none-such')}</p>
  return (
    <>
      <TroubleNote trouble={trouble} onClose={() => setTrouble(null)} />
      {renamed && <ConflictForm key={renamed.id} delivery={renamed} onEnd={() => setConflict(null)} />}
      <div className="exchange-scroll" tabIndex={0} role="group" aria-label={say('exchange.outbox')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('exchange.file')}</th>
              <th scope="col">{say('exchange.send-how')}</th>
              <th scope="col">{say('exchange.state')}</th>
              <th scope="col">{say('exchange.progress')}</th>
              <th scope="col">{say('exchange.priority')}</th>
              <th scope="col">{say('exchange.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, length).map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                neighbours={neighboursOf(delivery, all)}
                onConflict={setConflict}
                onTrouble={setTrouble}
              />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > length && (
        <Button onClick={() => setLength(length + page)}>
          {say('exchange.outbox-more', { count: lines.length - length })}
        </Button>
      )}
    </>
  )
}

/** What waits stands first, each target's in the order in which it goes; then what is settled, the newest first. */
function linesOf(deliveries: readonly Delivery[]): Delivery[] {
  const open = inOrder(deliveries.filter(isOpen)).toSorted((a, b) => a.targetName.localeCompare(b.targetName))
  return [...open, ...deliveries.filter((each) => !isOpen(each))]
}

/** Between whom a delivery stands in its line, to change places with. */
function neighboursOf(delivery: Delivery, all: readonly Delivery[]) {
  const line = inOrder(
    all.filter(
      (each) => isOpen(each) && each.targetId === delivery.targetId && each.priority === delivery.priority,
    ),
  ).map(({ id }) => id)
  const at = line.indexOf(delivery.id)
  return { before: line[at - 1] ?? null, after: at < 0 ? null : (line[at + 1] ?? null) }
}
