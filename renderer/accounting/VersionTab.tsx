import { Button, Form, Input } from 'antd'
import { useState } from 'react'

import type { Inventory, InventoryId, Overview } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DocumentView } from './DocumentView.tsx'
import { KeptFacts } from './KeptFacts.tsx'
import { ReportedFigures } from './ReportedFigures.tsx'
import { VerifyFrozen } from './VerifyFrozen.tsx'

interface VersionTabProps {
  readonly inventory: Inventory
  readonly overview: Overview | undefined
  /** Shows another sheet of the page. */
  readonly onShow: (tab: string) => void
}

/** Freezing with a signature; afterwards what is kept, whether it still computes the same, and a new version of it. */
export function VersionTab({ inventory, overview, onShow }: VersionTabProps) {
  const isWorking = inventory.state === 'working'
  return (
    <div className="inventory-sheet">
      {isWorking ? (
        <Freeze inventory={inventory} overview={overview} onShow={onShow} />
      ) : (
        <>
          <KeptFacts inventory={inventory} />
          <VerifyFrozen inventory={inventory} overview={overview} />
          {inventory.state === 'frozen' && <Reopen inventory={inventory} />}
        </>
      )}
      {overview && <ReportedFigures inventory={inventory} overview={overview} />}
      {overview && <DocumentView inventory={inventory} />}
      {isWorking && <Discard inventory={inventory} />}
    </div>
  )
}

function Freeze({ inventory, overview, onShow }: VersionTabProps) {
  const say = useSay()
  const may = useMay()
  const [password, setPassword] = useState('')
  const freezing = useTask((input: { readonly id: InventoryId; readonly password: string }, signal) =>
    api.accounting.freeze(input, { signal }),
  )
  const lines = overview?.total.lines ?? 0
  const isComplete = overview !== undefined && overview.total.value !== null
  const sign = async () => {
    await freezing.start({ id: inventory.id, password })
    setPassword('')
  }
  return (
    <section className="paper" aria-label={say('accounting.freeze')}>
      <h2>{say('accounting.freeze')}</h2>
      <p className="page-purpose">{say('accounting.freeze.why')}</p>
      {overview && !isComplete && (
        <p>
          <StateTag tone="warn" text={say('accounting.head.incomplete', { lines })} />{' '}
          <Button size="small" onClick={() => onShow('months')}>
            {say('accounting.freeze.to-lines')}
          </Button>
        </p>
      )}
      {may('accounting.approve') ? (
        <Form layout="vertical" className="inventory-narrow" onFinish={() => void sign()}>
          <Form.Item label={say('accounting.freeze.password')} htmlFor="inventory-password">
            <Input.Password
              id="inventory-password"
              autoComplete="current-password"
              value={password}
              disabled={!isComplete}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Form.Item>
          {freezing.task.state === 'refused' && <TroubleNote trouble={freezing.task.trouble} />}
          <Button
            type="primary"
            htmlType="submit"
            disabled={!isComplete || password === ''}
            loading={freezing.task.state === 'running'}
          >
            {say('accounting.freeze.act')}
          </Button>
        </Form>
      ) : (
        <StateTag tone="info" text={say('accounting.freeze.no-right')} />
      )}
    </section>
  )
}

function Reopen({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const reopen = useCommand((reason: string) => api.accounting.reopen({ id: inventory.id, reason }))
  if (!may('accounting.approve')) return null
  const begin = async (reason: string) => {
    const made = await reopen.run(reason)
    if (made) go(`/accounting/${made.id}`)
  }
  return (
    <section className="paper" aria-label={say('accounting.reopen')}>
      <h2>{say('accounting.reopen')}</h2>
      <p className="page-purpose">{say('accounting.reopen.ask')}</p>
      <TroubleNote trouble={reopen.trouble} />
      <ConfirmAct
        label={say('accounting.reopen')}
        question={say('accounting.reopen.ask')}
        reasonLabel={say('accounting.reopen.reason')}
        onConfirm={(reason) => void begin(reason)}
      />
    </section>
  )
}

function Discard({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id, title } = inventory
  const discard = useCommand(() => api.accounting.discard({ id }))
  if (!may('accounting.enter')) return null
  const take = async () => {
    if (await discard.run(undefined)) go('/accounting')
  }
  return (
    <div>
      <TroubleNote trouble={discard.trouble} />
      <ConfirmAct
        label={say('accounting.discard')}
        question={say('accounting.discard.ask', { title })}
        button={{ danger: true }}
        onConfirm={() => void take()}
      />
    </div>
  )
}
