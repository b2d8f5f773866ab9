import './comparison.css'
import { Button, Select } from 'antd'
import { useSearchParams } from 'react-router'

import type { Comparison } from '#shared/accounting/comparison-contract'
import { type Inventory, inventoryId, type InventoryId } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BridgeTable } from './BridgeTable.tsx'
import { OpenableTotal } from './OpenableTotal.tsx'
import { useRules } from './use-rules.ts'

const followed = ['activity', 'monitoring', 'factors', 'organization']
const most = 4

/** Two or more inventories of one year, each with its own total, and the bridges between them. */
export function ComparePage() {
  const say = useSay()
  const { year } = useScope()
  const inventories = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const ofYear = (inventories.data ?? [])
    .filter((each) => each.year === year && each.state !== 'superseded')
    .toReversed()
  const [chosen, choose] = useChosen(ofYear)
  const asked = useAsk(['accounting', 'compare', ...chosen], () => api.accounting.compare({ ids: chosen }), {
    also: followed,
    enabled: chosen.length > 1,
  })
  return (
    <PageFrame
      title={say('accounting.sides')}
      purpose={say('accounting.sides.purpose')}
      action={<Acts chosen={chosen} isReady={asked.data !== undefined} />}
    >
      <TroubleNote trouble={inventories.error ?? asked.error} />
      {inventories.data && ofYear.length < 2 && <TooFew />}
      {ofYear.length > 1 && <Choice inventories={ofYear} chosen={chosen} onChoose={choose} />}
      {asked.data && chosen.length > 1 && <Compared comparison={asked.data} />}
    </PageFrame>
  )
}

/** What the address names, of this year; without two of them the first two of the year. */
function useChosen(ofYear: readonly Inventory[]) {
  const [params, setParams] = useSearchParams()
  const named = (params.get('ids') ?? '').split(',').flatMap((id): InventoryId[] => {
    const parsed = inventoryId.safeParse(id)
    return parsed.success && ofYear.some((each) => each.id === parsed.data) ? [parsed.data] : []
  })
  const others = ofYear.map(({ id }) => id).filter((id) => !named.includes(id))
  const chosen = named.length > 1 ? named : [...named, ...others].slice(0, 2)
  const choose = (ids: readonly InventoryId[]) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('ids', ids.join(','))
      return next
    })
  return [chosen, choose] as const
}

function Acts({ chosen, isReady }: { readonly chosen: InventoryId[]; readonly isReady: boolean }) {
  const say = useSay()
  const go = useGo()
  const running = useTask((ids: InventoryId[], signal) =>
    api.accounting.exportComparison({ ids, language: say.language }, { signal }),
  )
  return (
    <>
      <Button onClick={() => go('/accounting')}>{say('accounting.inventory.all')}</Button>
      {isReady && (
        <Button
          type="primary"
          icon={<Icon name="export" />}
          loading={running.task.state === 'running'}
          onClick={() => void running.start(chosen)}
        >
          {say('accounting.sides.export')}
        </Button>
      )}
      <TaskPanel
        running={running}
        title={say('accounting.sides.export')}
        result={({ download, fileName }) => (
          <>
            <a href={downloadAddress(download)} download={fileName}>
              {fileName}
            </a>{' '}
            <SendLink download={download} fileName={fileName} />
          </>
        )}
      />
    </>
  )
}

function TooFew() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  return (
    <EmptyState
      icon="calculator"
      title={say('accounting.sides.none')}
      why={say('accounting.sides.none-why')}
      action={
        may('accounting.enter') && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/accounting/new')}>
            {say('accounting.sides.new')}
          </Button>
        )
      }
    />
  )
}

interface ChoiceProps {
  readonly inventories: readonly Inventory[]
  readonly chosen: InventoryId[]
  readonly onChoose: (ids: readonly InventoryId[]) => void
}

function Choice({ inventories, chosen, onChoose }: ChoiceProps) {
  const say = useSay()
  return (
    <section className="paper no-print" aria-label={say('accounting.sides.choose')}>
      <p className="page-purpose">{say('accounting.sides.choose-hint')}</p>
      <Select
        mode="multiple"
        className="comparison-choice"
        aria-label={say('accounting.sides.choose')}
        value={chosen}
        maxCount={most}
        onChange={onChoose}
        options={inventories.map(({ id, title, version }) => ({
          value: id,
          label: `${title} · ${say('accounting.inventory.version', { version })}`,
        }))}
      />
    </section>
  )
}

function Compared({ comparison: { inventories, bridges } }: { readonly comparison: Comparison }) {
  const say = useSay()
  const [first] = inventories
  return (
    <>
      <Sides inventories={inventories} />
      {bridges.map((bridge) => {
        const second = inventories.find(({ inventory }) => inventory.id === bridge.to)
        return (
          first && second && <BridgeTable key={bridge.to} bridge={bridge} first={first} second={second} />
        )
      })}
      <p className="page-purpose">{say('accounting.sides.note')}</p>
    </>
  )
}

/** Each inventory with its rules and its own total. */
function Sides({ inventories }: Pick<Comparison, 'inventories'>) {
  const say = useSay()
  const { guidelineTitle, roundingTitle } = useRules()
  return (
    <div className="comparison-sides">
      {inventories.map(({ inventory, total }) => (
        <section key={inventory.id} className="paper" aria-label={inventory.title}>
          <h2>{inventory.title}</h2>
          <p className="inventory-total">
            <OpenableTotal inventory={inventory.id} total={total} title={inventory.title} />
          </p>
          <dl>
            <dt>{say('accounting.field.guideline')}</dt>
            <dd>{guidelineTitle(inventory.guideline)}</dd>
            <dt>{say('accounting.field.view')}</dt>
            <dd>
              {say(`accounting.view.${inventory.view}`)} · {say(`accounting.scope2.${inventory.scope2}`)}
            </dd>
            <dt>{say('accounting.field.gwp-set')}</dt>
            <dd>
              {say(`factors.gwp-set.${inventory.gwpSet}`)} · {roundingTitle(inventory.rounding)}
            </dd>
          </dl>
        </section>
      ))}
    </div>
  )
}
