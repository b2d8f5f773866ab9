import { Button } from 'antd'

import { symbolOf } from '#shared/kernel/units'
import type { Indicator } from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { type Starter, starters } from './starters.ts'
import { useIndicators } from './use-performance.ts'

/** Every indicator at its level; a row opens its history. */
export function IndicatorsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useIndicators()
  const places = usePlaceOptions()
  const columns = useColumns((id) => places.find(({ value }) => value === id)?.label.trim() ?? '')
  return (
    <PageFrame
      title={say('performance.indicators')}
      purpose={say('performance.indicators.purpose')}
      action={
        may('performance.enter') && (
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => go('/performance/indicators/new')}
          >
            {say('performance.indicators.new')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="performance-indicators"
        label={say('performance.indicators')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/indicators/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="chart"
            title={say('performance.indicators.empty')}
            why={say('performance.indicators.empty-why')}
            action={may('performance.enter') && <Starters />}
          />
        }
      />
    </PageFrame>
  )
}

function useColumns(nameOf: (id: string) => string): readonly RecordColumn<Indicator>[] {
  const say = useSay()
  return [
    { key: 'name', title: say('performance.indicator.name'), text: ({ name }) => name, width: 220 },
    {
      key: 'level',
      title: say('performance.indicator.level'),
      text: ({ level }) => say(`performance.level.${level}`),
      choices: true,
      width: 110,
    },
    {
      key: 'node',
      title: say('performance.indicator.node'),
      text: ({ node }) => (node === null ? say('performance.whole') : nameOf(node)),
      width: 140,
    },
    {
      key: 'kind',
      title: say('performance.indicator.kind'),
      text: ({ kind }) => say(`performance.kind.${kind}`),
      choices: true,
      width: 150,
    },
    {
      key: 'unit',
      title: say('performance.indicator.unit'),
      text: ({ versions }) => symbolOf(versions.at(-1)?.unit ?? 'ratio'),
      width: 130,
    },
    {
      key: 'version',
      title: say('performance.indicator.version'),
      text: ({ versions }) => String(versions.at(-1)?.number ?? ''),
      number: true,
      width: 90,
    },
    { key: 'owner', title: say('performance.indicator.owner'), text: ({ owner }) => owner ?? '', width: 110 },
    {
      key: 'state',
      title: say('performance.indicator.state'),
      text: ({ retiredOn }) =>
        retiredOn === null
          ? say('performance.indicator.in-use')
          : say('performance.indicator.retired', { on: retiredOn }),
      choices: true,
      width: 120,
    },
  ]
}

/** The usual indicators, each made by one press and undone by one key. */
function Starters() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const add = useCommand(
    ({ kind, titleCode, unit, items }: Starter) => {
      const terms = items.map(({ nameCode, item }) => ({ name: say(nameCode), item }))
      return api.performance.addIndicator({
        name: say(titleCode),
        kind,
        node: null,
        better: 'less',
        owner: null,
        driver: null,
        version: {
          formula: terms.map(({ name }) => name).join(' / '),
          unit,
          terms,
          validFrom: `${Math.min(year, new Date().getFullYear()) - 5}-01`,
          reason: say('performance.version.first'),
        },
      })
    },
    {
      undo: ({ id, name }) => ({
        done: { code: 'performance.indicator.added', facts: { name } },
        undo: () => api.performance.removeIndicator({ id }),
      }),
    },
  )
  const begin = async (starter: Starter) => {
    const made = await add.run(starter)
    if (made) go(`/performance/indicators/${made.id}`)
  }
  return (
    <div>
      <div className="performance-starters">
        {starters.map((starter) => (
          <Button
            key={starter.id}
            icon={<Icon name="plus" />}
            disabled={add.busy}
            onClick={() => void begin(starter)}
          >
            {say(starter.titleCode)}
          </Button>
        ))}
      </div>
      <TroubleNote trouble={add.trouble} />
    </div>
  )
}
