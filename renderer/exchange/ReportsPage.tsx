import { Alert, Button, Checkbox, Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Inventory, InventoryId } from '#shared/accounting/inventory'
import { type ExportRecord, type ReportKind, reportKinds } from '#shared/exchange/model'
import { type Language, languages } from '#shared/kernel/texts'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ExportFiles } from './ExportFiles.tsx'
import { SendTo } from './SendTo.tsx'

/** Makes the files of one inventory, and shows those that were made. */
export function ReportsPage() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const [params, setParams] = useSearchParams()
  const asked = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const inventories = asked.data ?? []
  const wanted = params.get('inventory')
  const chosen =
    inventories.find(({ id }) => id === wanted) ??
    inventories.find((inventory) => inventory.year === year) ??
    inventories[0]
  const choose = (id: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('inventory', id)
      return next
    })
  return (
    <PageFrame
      title={say('exchange.reports')}
      purpose={say('exchange.reports.purpose')}
      action={
        chosen && (
          <Button onClick={() => go(`/accounting/${chosen.id}`)}>
            {say('exchange.reports.open-inventory')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data?.length === 0 && (
        <EmptyState
          icon="report"
          title={say('exchange.reports.none')}
          why={say('exchange.reports.none-why')}
          action={
            <Button type="primary" onClick={() => go('/accounting/new')}>
              {say('exchange.reports.to-inventory')}
            </Button>
          }
        />
      )}
      {chosen && (
        <>
          <MakeFiles key={chosen.id} inventory={chosen} inventories={inventories} onChoose={choose} />
          <ForOthers key={`${chosen.id} others`} inventory={chosen} />
          <FilesOf inventory={chosen} />
        </>
      )}
    </PageFrame>
  )
}

interface Wanted {
  readonly inventory: InventoryId
  readonly kinds: ReportKind[]
  readonly language: Language
}

interface MakeFilesProps {
  readonly inventory: Inventory
  readonly inventories: readonly Inventory[]
  readonly onChoose: (id: string) => void
}

function MakeFiles({ inventory, inventories, onChoose }: MakeFilesProps) {
  const say = useSay()
  const may = useMay()
  const [kinds, setKinds] = useState<readonly ReportKind[]>(reportKinds)
  const [language, setLanguage] = useState<Language>(say.language)
  const making = useTask((input: Wanted, signal) => api.exchange.makeExports(input, { signal }))
  const isRunning = making.task.state === 'running'
  return (
    <section className="paper" aria-label={say('exchange.reports.kinds')}>
      <Form
        layout="vertical"
        onFinish={() => void making.start({ inventory: inventory.id, kinds: [...kinds], language })}
      >
        <Form.Item label={say('exchange.reports.inventory')} htmlFor="exchange-inventory">
          <Select
            id="exchange-inventory"
            value={inventory.id}
            className="exchange-choice"
            options={inventories.map((each) => ({ value: each.id, label: inventoryName(say, each) }))}
            onChange={onChoose}
          />
        </Form.Item>
        {inventory.state === 'working' && (
          <p>
            <StateTag tone="info" text={say('exchange.reports.working')} />
          </p>
        )}
        <Form.Item label={say('exchange.reports.kinds')}>
          <Checkbox.Group
            aria-label={say('exchange.reports.kinds')}
            value={[...kinds]}
            options={reportKinds.map((kind) => ({ value: kind, label: say(`exchange.kind-${kind}`) }))}
            onChange={(next) => setKinds(reportKinds.filter((kind) => next.includes(kind)))}
          />
        </Form.Item>
        <Form.Item label={say('exchange.reports.language')}>
          <Radio.Group
            aria-label={say('exchange.reports.language')}
            value={language}
            options={languages.map((each) => ({ value: each, label: say(`frame.language.${each}`) }))}
            onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'zh')}
          />
        </Form.Item>
        {may('exchange.enter') ? (
          <Button type="primary" htmlType="submit" disabled={kinds.length === 0} loading={isRunning}>
            {say('exchange.reports.make')}
          </Button>
        ) : (
          <StateTag tone="info" text={say('exchange.reports.permission')} />
        )}
      </Form>
      {making.task.state === 'done' ? (
        <Made made={making.task.result} onClose={making.dismiss} />
      ) : (
        <TaskPanel running={making} title={say('exchange.reports.making')} />
      )}
    </section>
  )
}

function inventoryName(say: Say, { title, version, state }: Inventory): string {
  return say('exchange.reports.choice', { title, version, state: say(`accounting.state.${state}`) })
}

/** What was made, to be taken away or sent at once. */
function Made({ made, onClose }: { readonly made: readonly ExportRecord[]; readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Alert
      className="exchange-made"
      role="status"
      type="success"
      showIcon
      title={say('exchange.reports.made', { count: made.length })}
      description={
        <>
          <ExportFiles files={made} />
          <SendTo exports={made.map(({ id }) => id)} />
        </>
      }
      closable={{ onClose, 'aria-label': say('frame.close') }}
    />
  )
}

/** What a group or a verifier asks for besides the report. */
function ForOthers({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const may = useMay()
  const acts = {
    'make-submission': api.exchange.makeSubmission,
    'make-evidence': api.exchange.makeEvidence,
  } as const
  const making = useTask((act: keyof typeof acts, signal) =>
    acts[act]({ inventory: inventory.id }, { signal }),
  )
  const { task } = making
  if (!may('exchange.enter')) return null
  return (
    <section className="paper" aria-label={say('exchange.for-others')}>
      <h2>{say('exchange.for-others')}</h2>
      <p className="page-purpose">{say('exchange.for-others-why')}</p>
      <div className="page-acts">
        {(['make-submission', 'make-evidence'] as const).map((act) => (
          <Button key={act} loading={task.state === 'running'} onClick={() => void making.start(act)}>
            {say(`exchange.${act}`)}
          </Button>
        ))}
      </div>
      {task.state === 'done' ? (
        <Made made={[task.result]} onClose={making.dismiss} />
      ) : (
        <TaskPanel running={making} title={say('exchange.reports.making')} />
      )}
    </section>
  )
}

function FilesOf({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const asked = useAsk(['exchange', 'exports'], () => api.exchange.exports({}))
  const files = (asked.data ?? []).filter(({ inventoryId }) => inventoryId === inventory.id)
  if (files.length === 0) return <TroubleNote trouble={asked.error} />
  return (
    <section className="paper" aria-label={say('exchange.reports.of-inventory')}>
      <h2>{say('exchange.reports.of-inventory')}</h2>
      <ExportFiles files={files} />
    </section>
  )
}
