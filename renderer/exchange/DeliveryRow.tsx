import { Button, Progress, Select } from 'antd'

import { type Delivery, type DeliveryId, priorities, type Priority } from '#shared/exchange/outbox'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { sizeText } from '../ui/size-text.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones = {
  waiting: 'info',
  sending: 'info',
  paused: 'quiet',
  delivered: 'good',
  failed: 'stop',
  conflict: 'warn',
  cancelled: 'quiet',
} as const satisfies Record<Delivery['state'], Tone>

interface RowProps {
  readonly delivery: Delivery
  readonly neighbours: { readonly before: DeliveryId | null; readonly after: DeliveryId | null }
  readonly onConflict: (id: DeliveryId) => void
  readonly onTrouble: (trouble: unknown) => void
}

/** One delivery: where it stands, how many bytes are there, what is in its way, and what can be done about it. */
export function DeliveryRow({ delivery, neighbours, onConflict, onTrouble }: RowProps) {
  const say = useSay()
  const may = useMay()
  const { name, targetName, state, askedAt } = delivery
  const isOpen = state !== 'delivered' && state !== 'cancelled'
  const tag = state === 'delivered' && delivery.targetKind === 'mail' ? 'message' : state
  return (
    <tr>
      <th scope="row" className="exchange-words">
        {name}
        <div className="page-purpose">
          {say(`exchange.kind-${delivery.kind}`)} · {localTime(askedAt)}
        </div>
      </th>
      <td>{targetName}</td>
      <td className="exchange-words">
        <StateTag tone={tones[state]} text={say(`exchange.state-${tag}`)} />
        <Words delivery={delivery} />
      </td>
      <td>
        <Bytes delivery={delivery} />
      </td>
      <td>{isOpen && may('exchange.enter') ? <Order {...{ delivery, neighbours, onTrouble }} /> : null}</td>
      <td>
        {isOpen && may('exchange.enter') && (
          <Acts delivery={delivery} onConflict={onConflict} onTrouble={onTrouble} />
        )}
      </td>
    </tr>
  )
}

/** What stands in the way and when it is tried again, or the receipt. */
function Words({ delivery }: { readonly delivery: Delivery }) {
  const say = useSay()
  const { trouble, facts, nextAttemptAt, attempts, state, place, sha256, size, deliveredAt } = delivery
  if (state === 'delivered')
    return (
      <div className="page-purpose exchange-receipt" title={sha256 ?? ''}>
        {deliveredAt === null ? '' : localTime(deliveredAt)} ·{' '}
        {say('exchange.receipt-of', {
          place: place ?? '',
          size: sizeText(size),
          sha256: (sha256 ?? '').slice(0, 12),
        })}
      </div>
    )
  if (trouble === null || state === 'sending') return null
  return (
    <div className="page-purpose">
      {say.of({ code: trouble, facts: { ...facts } })}
      {nextAttemptAt !== null &&
        ` ${say('exchange.attempts')} ${attempts} · ${say('exchange.next-attempt', { at: localTime(nextAttemptAt) })}`}
    </div>
  )
}

function Bytes({ delivery: { name, sent, size, state } }: { readonly delivery: Delivery }) {
  const say = useSay()
  const percent = size === 0 ? 100 : Math.floor((100 * sent) / size)
  if (state === 'delivered' || (sent === 0 && state !== 'sending'))
    return <span className="number">{sizeText(size)}</span>
  return (
    <div className="exchange-bytes">
      <Progress
        aria-label={`${say('exchange.progress')} ${name}`}
        percent={percent}
        size="small"
        status={state === 'sending' ? 'active' : 'normal'}
      />
      <span className="page-purpose">
        {say('exchange.progress-of', { sent: sizeText(sent), size: sizeText(size) })}
      </span>
    </div>
  )
}

function Order({ delivery, neighbours, onTrouble }: Omit<RowProps, 'onConflict'>) {
  const say = useSay()
  const { id, name, priority } = delivery
  const swap = (first: DeliveryId, second: DeliveryId) =>
    void api.exchange.arrange({ ids: [first, second] }).catch(onTrouble)
  const { before, after } = neighbours
  const label = (act: string) => say('exchange.act-of', { act, file: name })
  return (
    <span className="exchange-acts">
      <Select<Priority>
        size="small"
        aria-label={label(say('exchange.priority'))}
        value={priority}
        options={priorities
          .toReversed()
          .map((value) => ({ value, label: say(`exchange.priority-${value}`) }))}
        onChange={(value) => void api.exchange.prioritise({ ids: [id], priority: value }).catch(onTrouble)}
      />
      <Button
        size="small"
        type="text"
        icon={<Icon name="up" size={14} />}
        disabled={before === null}
        aria-label={label(say('exchange.act-up'))}
        onClick={() => before !== null && swap(id, before)}
      />
      <Button
        size="small"
        type="text"
        icon={<Icon name="down" size={14} />}
        disabled={after === null}
        aria-label={label(say('exchange.act-down'))}
        onClick={() => after !== null && swap(after, id)}
      />
    </span>
  )
}

function Acts({ delivery, onConflict, onTrouble }: Omit<RowProps, 'neighbours'>) {
  const say = useSay()
  const { id, name, state, trouble } = delivery
  const ids = [id]
  const acts = {
    pause: () => api.exchange.pause({ ids }),
    resume: () => api.exchange.resume({ ids }),
    retry: () => api.exchange.retry({ ids }),
  } as const
  const act = (which: keyof typeof acts) => (
    <Button
      size="small"
      aria-label={say('exchange.act-of', { act: say(`exchange.act-${which}`), file: name })}
      onClick={() => void acts[which]().catch(onTrouble)}
    >
      {say(`exchange.act-${which}`)}
    </Button>
  )
  return (
    <span className="exchange-acts">
      {(state === 'waiting' || state === 'sending') && act('pause')}
      {state === 'paused' && act('resume')}
      {(state === 'failed' || (state === 'waiting' && trouble !== null)) && act('retry')}
      {(state === 'conflict' || trouble === 'exchange.name-refused') && (
        <Button size="small" type="primary" onClick={() => onConflict(id)}>
          {say('exchange.act-rename')}
        </Button>
      )}
      <ConfirmAct
        label={say('exchange.act-cancel')}
        question={say('exchange.act-cancel-ask', { file: name })}
        button={{ size: 'small' }}
        onConfirm={() => void api.exchange.cancel({ ids }).catch(onTrouble)}
      />
    </span>
  )
}
