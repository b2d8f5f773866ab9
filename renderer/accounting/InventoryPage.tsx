import { Button, Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import { type Inventory, inventoryId, type InventoryId, type Overview } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FindingsTab } from './FindingsTab.tsx'
import { InventoryHead } from './InventoryHead.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { PlanTab } from './PlanTab.tsx'
import { ProductionTab } from './ProductionTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import { SourceMonths } from './SourceMonths.tsx'
import { useRules } from './use-rules.ts'
import { VersionTab } from './VersionTab.tsx'
import { ViewsTab } from './ViewsTab.tsx'
import { YearsTab } from './YearsTab.tsx'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** One inventory: its totals, each of which can be opened, what is missing or odd, and its freezing. */
export function InventoryPage() {
  const { id } = useParams()
  const parsed = inventoryId.safeParse(id)
  return parsed.success ? <Opened key={parsed.data} id={parsed.data} /> : <Unknown />
}

function Unknown() {
  const say = useSay()
  return (
    <PageFrame title={say('accounting.inventories')} purpose={say('accounting.unknown-inventory')}>
      <TroubleNote trouble={null} />
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: InventoryId }) {
  const say = useSay()
  const rules = useRules()
  const inventories = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const asked = useAsk(['accounting', 'overview', id], () => api.accounting.overview({ id }), {
    also: followed,
  })
  const inventory = inventories.data?.find((each) => each.id === id) ?? asked.data?.inventory
  if (!inventory)
    return (
      <PageFrame title={say('accounting.inventories')} purpose={say('accounting.inventories.purpose')}>
        <TroubleNote trouble={asked.error} />
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${inventory.title} · ${say('accounting.inventory.version', { version: inventory.version })}`}
      purpose={say('accounting.inventory.rules-line', {
        guideline: rules.guidelineTitle(inventory.guideline),
        gwpSet: say(`factors.gwp-set.${inventory.gwpSet}`),
        rounding: rules.roundingTitle(inventory.rounding),
      })}
      action={<Acts inventory={inventory} overview={asked.data} />}
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && <InventoryHead overview={asked.data} isRenewing={asked.isFetching} />}
      <Sheets inventory={inventory} overview={asked.data} />
      <RecordSide record={`accounting/inventory/${id}`} />
    </PageFrame>
  )
}

interface PartProps {
  readonly inventory: Inventory
  /** Not there when it cannot be computed; plan and rules can be mended all the same. */
  readonly overview: Overview | undefined
}

/** The next step is the one primary act: complete the data, freeze, or make the report. */
function Acts({ inventory, overview }: PartProps) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const [, setParams] = useSearchParams()
  const isReady = overview !== undefined && overview.total.value !== null && overview.sources.length > 0
  const mayFreeze = inventory.state === 'working' && isReady && may('accounting.approve')
  const mayExport = may('exchange.enter') && overview !== undefined
  const show = (tab: string) =>
    setParams(
      (before) => new URLSearchParams([...[...before].filter(([name]) => name !== 'tab'), ['tab', tab]]),
    )
  return (
    <>
      <Button onClick={() => go('/accounting')}>{say('accounting.inventory.all')}</Button>
      <Button onClick={() => go(`/accounting/compare?ids=${inventory.id}`)}>
        {say('accounting.sides.to')}
      </Button>
      {mayExport && (
        <Button
          type={inventory.state === 'working' ? 'default' : 'primary'}
          onClick={() => go(`/exchange/reports?inventory=${inventory.id}`)}
        >
          {say('accounting.inventory.export')}
        </Button>
      )}
      {mayFreeze && (
        <Button type="primary" onClick={() => show('version')}>
          {say('accounting.freeze.to')}
        </Button>
      )}
    </>
  )
}

function Sheets({ inventory, overview }: PartProps) {
  const say = useSay()
  const { id } = inventory
  const produced = useAsk(['accounting', 'production', id], () => api.accounting.production({ id }), {
    also: followed,
    enabled: overview !== undefined,
  })
  const productions = produced.data ?? []
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
  const computed = overview
    ? [
        {
          key: 'overview',
          label: say('accounting.tab.overview'),
          children: <OverviewTab overview={overview} />,
        },
        {
          key: 'months',
          label: say('accounting.tab.months'),
          children: <SourceMonths overview={overview} />,
        },
        {
          key: 'views',
          label: say('accounting.tab.views'),
          children: <ViewsTab inventory={inventory.id} />,
        },
        ...(productions.length === 0
          ? []
          : [
              {
                key: 'production',
                label: say('accounting.tab.production'),
                children: <ProductionTab inventory={inventory.id} productions={productions} />,
              },
            ]),
        { key: 'years', label: say('accounting.tab.years'), children: <YearsTab overview={overview} /> },
        {
          key: 'findings',
          label: say('accounting.tab.findings', { count: overview.findings.length }),
          children: <FindingsTab overview={overview} />,
        },
      ]
    : []
  return (
    <Tabs
      className="inventory-tabs"
      tabBarGutter={16}
      activeKey={params.get('tab') ?? (overview ? 'overview' : 'rules')}
      onChange={show}
      destroyOnHidden
      items={[
        ...computed,
        { key: 'plan', label: say('accounting.tab.plan'), children: <PlanTab inventory={inventory} /> },
        { key: 'rules', label: say('accounting.tab.rules'), children: <RulesTab inventory={inventory} /> },
        {
          key: 'version',
          label: say('accounting.tab.version'),
          children: <VersionTab inventory={inventory} overview={overview} onShow={show} />,
        },
      ]}
    />
  )
}
