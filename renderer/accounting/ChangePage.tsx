import './comparison.css'
import { Button } from 'antd'

import type { ShownChange } from '#shared/accounting/change-contract'
import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { OpenableNumber } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ChangeChart } from './ChangeChart.tsx'
import { openFigure } from './explained-figure.ts'
import { InventoryOfYear } from './InventoryOfYear.tsx'

const followed = ['activity', 'monitoring', 'factors', 'organization']

/** This year against the year before, cause by cause. */
export function ChangePage() {
  const say = useSay()
  return (
    <InventoryOfYear
      title={say('accounting.change.title')}
      purpose={say('accounting.change.purpose')}
      why={say('accounting.change.none-why')}
    >
      {(inventory) => <Changed key={inventory.id} inventory={inventory} />}
    </InventoryOfYear>
  )
}

function Changed({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const asked = useAsk(
    ['accounting', 'year-change', inventory.id],
    () => api.accounting.yearChange({ id: inventory.id }),
    { also: followed },
  )
  if (asked.data === null) return <NoYearBefore year={inventory.year - 1} />
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  const change = asked.data
  return (
    <>
      {change.open.length > 0 && (
        <StateTag
          tone="warn"
          text={say('accounting.change.open', {
            names: change.open.join(say.language === 'zh' ? '、' : ', '),
          })}
        />
      )}
      <ChangeChart change={change} />
      <LineTable change={change} />
      <p className="page-purpose">{say('accounting.change.order')}</p>
    </>
  )
}

function NoYearBefore({ year }: { readonly year: number }) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  return (
    <EmptyState
      icon="calculator"
      title={say('accounting.change.no-before', { year })}
      why={say('accounting.change.no-before-why')}
      action={
        may('activity.enter') && (
          <Button type="primary" onClick={() => go(`/activity?year=${year}`)}>
            {say('accounting.change.enter-before', { year })}
          </Button>
        )
      }
    />
  )
}

function LineTable({ change }: { readonly change: ShownChange }) {
  const say = useSay()
  const { lines, causes, inventory } = change
  return (
    <section className="paper" aria-label={say('accounting.change.by-source')}>
      <h2>{say('accounting.change.by-source')}</h2>
      <div
        className="plain-scroll"
        role="region"
        tabIndex={0}
        aria-label={say('accounting.change.by-source')}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('accounting.change.source')}</th>
              {causes.map(({ cause }) => (
                <th key={cause} scope="col" className="right">
                  {say(`accounting.change.${cause}`)}
                </th>
              ))}
              <th scope="col" className="right">
                {say('accounting.change.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ source, name, steps, difference }) => (
              <tr key={source}>
                <th scope="row">{name}</th>
                {causes.map(({ cause }) => {
                  const step = steps.find((each) => each.cause === cause)
                  return (
                    <td key={cause} className="right">
                      {step && (
                        <OpenableNumber
                          value={step.value}
                          decimals={2}
                          onOpen={() => openFigure(name, { inventory: inventory.id, path: step.path })}
                        />
                      )}
                    </td>
                  )
                })}
                <td className="right">
                  <OpenableNumber
                    value={difference}
                    unit="tCO2e"
                    decimals={2}
                    onOpen={() => openFigure(name, { inventory: inventory.id, path: `source/${source}` })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
