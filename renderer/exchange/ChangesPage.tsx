import { Input } from 'antd'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { OpenForm, SealForm } from '../kernel/SealedFile.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** What was changed on a copy of the data folder: packed there, brought back here. */
export function ChangesPage() {
  const say = useSay()
  const may = useMay()
  const { data, error } = useAsk(['exchange', 'restored-from'], () => api.exchange.restoredFrom({}))
  return (
    <PageFrame title={say('exchange.changes')} purpose={say('exchange.changes.purpose')}>
      <TroubleNote trouble={error} />
      {may('exchange.enter') && data !== undefined && (
        <div className="exchange-changes-acts">
          <Bring />
          <Make restored={data} />
        </div>
      )}
      <Packages />
    </PageFrame>
  )
}

interface MakeProps {
  readonly restored: { readonly seq: number; readonly at: string } | null
}
function Make({ restored }: MakeProps) {
  const say = useSay()
  const id = useId()
  const [since, setSince] = useState('')
  const making = useTask((passphrase: string, signal) =>
    api.exchange.makeChanges({ since: restored || since === '' ? null : since, passphrase }, { signal }),
  )
  return (
    <section className="paper" aria-label={say('exchange.changes.make')}>
      <h2>{say('exchange.changes.make')}</h2>
      <p className="page-purpose">
        {restored
          ? say('exchange.changes.make-why', { seq: restored.seq, at: localTime(restored.at) })
          : say('exchange.changes.make-by-day')}
      </p>
      {restored === null && (
        <div className="sealed-line">
          <label htmlFor={id}>{say('exchange.changes.since')}</label>
          <Input
            id={id}
            type="date"
            value={since}
            onChange={({ target }) => setSince(target.value)}
            style={{ width: 180 }}
          />
        </div>
      )}
      <SealForm running={making} act={say('exchange.changes.make')} />
    </section>
  )
}

function Bring() {
  const say = useSay()
  const go = useGo()
  const bringing = useTask((given: { readonly upload: string; readonly passphrase: string }, signal) =>
    api.exchange.bringChanges(given, { signal }),
  )
  return (
    <section className="paper" aria-label={say('exchange.changes.bring')}>
      <h2>{say('exchange.changes.bring')}</h2>
      <p className="page-purpose">{say('exchange.changes.bring-why')}</p>
      <OpenForm
        label={say('exchange.changes.choose')}
        accept=".tanbu-changes"
        act={say('exchange.changes.open')}
        running={bringing}
        onDone={({ id, isNew }) => go(`/exchange/changes/${id}${isNew ? '' : '?again=1'}`)}
      />
    </section>
  )
}

/** Whether the package that was just opened had been brought before. */
export function useAgain(): boolean {
  const [params] = useSearchParams()
  return params.has('again')
}

function Packages() {
  const say = useSay()
  const go = useGo()
  const { data, error, isPending } = useAsk(['exchange', 'changes'], () => api.exchange.changePackages({}))
  return (
    <section className="paper exchange-changes-list" aria-label={say('exchange.changes.list')}>
      <h2>{say('exchange.changes.list')}</h2>
      <TroubleNote trouble={error} />
      <RecordTable
        name="exchange-changes"
        label={say('exchange.changes.list')}
        rows={data ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        empty={<p className="page-purpose">{say('exchange.changes.list-empty')}</p>}
        onOpen={({ id }) => go(`/exchange/changes/${id}`)}
        columns={[
          {
            key: 'brought',
            title: say('exchange.changes.brought-on'),
            text: ({ broughtAt }) => localTime(broughtAt),
          },
          { key: 'by', title: say('exchange.column.brought_by'), text: ({ broughtBy }) => broughtBy },
          {
            key: 'from',
            title: say('exchange.changes.from'),
            text: ({ madeBy, device }) =>
              `${madeBy} · ${say('exchange.changes.device', { device: device.slice(-8) })}`,
          },
          { key: 'made', title: say('exchange.changes.made'), text: ({ madeAt }) => localTime(madeAt) },
          {
            key: 'records',
            title: say('exchange.changes.records'),
            number: true,
            text: ({ records }) => String(records),
          },
          {
            key: 'state',
            title: say('exchange.changes.state'),
            text: ({ mergedAt }) => say(mergedAt ? 'exchange.changes.done' : 'exchange.changes.waiting'),
            cell: ({ mergedAt }) => (
              <StateTag
                tone={mergedAt ? 'good' : 'warn'}
                text={say(mergedAt ? 'exchange.changes.done' : 'exchange.changes.waiting')}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
