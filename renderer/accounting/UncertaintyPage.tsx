import './uncertainty.css'
import { Segmented, Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Inventory } from '#shared/accounting/inventory'
import type { UncertaintyAnalysis } from '#shared/accounting/uncertainty-model'
import { coverages } from '#shared/accounting/uncertainty-model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { grouped, shortened } from '../ui/number-text.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { InventoryOfYear } from './InventoryOfYear.tsx'
import { SimulationSection } from './SimulationSection.tsx'
import { UncertaintyCharts } from './UncertaintyCharts.tsx'
import { UncertaintyInputs } from './UncertaintyInputs.tsx'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** How sure each input is, how sure that leaves the total, and which better meter would gain most. */
export function UncertaintyPage() {
  const say = useSay()
  return (
    <InventoryOfYear
      title={say('accounting.uncertainty.title')}
      purpose={say('accounting.uncertainty.purpose')}
      why={say('accounting.uncertainty.none.why')}
    >
      {(inventory) => <Analysed key={inventory.id} inventory={inventory} />}
    </InventoryOfYear>
  )
}

type Coverage = (typeof coverages)[number]

function Analysed({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const [coverage, setCoverage] = useState<Coverage>('2')
  const [params, setParams] = useSearchParams()
  const asked = useAsk(
    ['accounting', 'uncertainty', inventory.id, coverage],
    () => api.accounting.uncertainty({ id: inventory.id, coverage }),
    { also: followed },
  )
  const analysis = asked.data
  if (!analysis) return <TroubleNote trouble={asked.error} />
  const isStated = analysis.propagated.contributions.length > 0
  const show = (tab: string) =>
    setParams(
      (before) => new URLSearchParams([...[...before].filter(([name]) => name !== 'tab'), ['tab', tab]]),
      { replace: true },
    )
  return (
    <>
      <Head analysis={analysis} coverage={coverage} onCoverage={setCoverage} />
      <Tabs
        activeKey={params.get('tab') ?? (isStated ? 'result' : 'inputs')}
        onChange={show}
        destroyOnHidden
        items={[
          {
            key: 'result',
            label: say('accounting.uncertainty.tab.result'),
            disabled: !isStated,
            children: <UncertaintyCharts analysis={analysis} />,
          },
          {
            key: 'inputs',
            label: say('accounting.uncertainty.inputs'),
            children: <UncertaintyInputs inputs={analysis.inputs} />,
          },
          {
            key: 'simulation',
            label: say('accounting.uncertainty.simulation'),
            disabled: !isStated,
            children: <SimulationSection analysis={analysis} />,
          },
        ]}
      />
    </>
  )
}

interface HeadProps {
  readonly analysis: UncertaintyAnalysis
  readonly coverage: Coverage
  readonly onCoverage: (coverage: Coverage) => void
}

/** The total, its half-width, and how much of it that speaks for. */
function Head({ analysis, coverage, onCoverage }: HeadProps) {
  const say = useSay()
  const { propagated, missingLines } = analysis
  const { value, halfWidth, percent, covered } = propagated.total
  const isStated = propagated.contributions.length > 0
  const isWhole = covered === '100'
  return (
    <section className="paper" aria-label={say('accounting.uncertainty.total')}>
      <div className="uncertainty-head">
        <dl>
          <div>
            <dt>
              {missingLines > 0
                ? say('accounting.uncertainty.known-total', { lines: missingLines })
                : say('accounting.uncertainty.total')}
            </dt>
            <dd>
              <NumberText value={value} unit="tCO2e" decimals={2} />
            </dd>
          </div>
          {isStated && (
            <>
              <div>
                <dt>{say('accounting.uncertainty.half-width')}</dt>
                <dd>
                  <NumberText value={halfWidth} unit="tCO2e" decimals={2} />
                </dd>
              </div>
              <div>
                <dt>{say('accounting.uncertainty.relative')}</dt>
                <dd>
                  <NumberText value={percent} unit="%" decimals={2} />
                </dd>
              </div>
              <div>
                <dt>{say('accounting.uncertainty.covered')}</dt>
                <dd>
                  <NumberText value={covered} unit="%" decimals={2} />
                </dd>
              </div>
            </>
          )}
        </dl>
        <Segmented
          className="uncertainty-convention no-print"
          aria-label={say('accounting.uncertainty.convention')}
          value={coverage}
          onChange={onCoverage}
          options={coverages.map((each) => ({
            value: each,
            label: say(`accounting.uncertainty.coverage.${each}`),
          }))}
        />
      </div>
      {!isStated && <p className="page-purpose">{say('accounting.uncertainty.nothing')}</p>}
      {isStated && !isWhole && (
        <StateTag
          tone="warn"
          text={say('accounting.uncertainty.incomplete', { covered: grouped(shortened(covered ?? '0', 2)) })}
        />
      )}
    </section>
  )
}
