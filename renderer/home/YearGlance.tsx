import { Link, useLocation } from 'react-router'

import type { Inventory, Overview } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { useScope, withScope } from '../kernel/scope.ts'
import { grouped, shortened } from '../ui/number-text.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { MonthStrip } from './MonthStrip.tsx'

export type Glance = Omit<Overview, 'inventory'>

interface YearGlanceProps {
  readonly glance: Glance
  readonly inventory: Inventory | undefined
}

/** What the year comes to so far, whether anything is missing in it, and how its months stand. */
export function YearGlance({ glance, inventory }: YearGlanceProps) {
  const say = useSay()
  const { search } = useLocation()
  const { year } = useScope()
  const { total, before } = glance
  return (
    <section className="paper" aria-labelledby="home-year">
      <h2 id="home-year">{say('frame.home.year', { year })}</h2>
      <div className="home-total">
        <Total glance={glance} inventory={inventory} />
        {total.value === null ? (
          <StateTag tone="warn" text={say('frame.home.incomplete', { lines: total.lines })} />
        ) : (
          <StateTag tone="good" text={say('frame.home.complete')} />
        )}
        {before?.total.change && (
          <span className="page-purpose">
            {say('frame.home.change', { year: year - 1, change: signed(before.total.change) })}
          </span>
        )}
        {inventory && (
          <span className="page-purpose">
            {say(`frame.home.inventory.${inventory.state}`, {
              title: inventory.title,
              version: inventory.version,
            })}
          </span>
        )}
        {!inventory && (
          <Link to={withScope('/accounting/new', search)}>{say('frame.home.begin-inventory')}</Link>
        )}
      </div>
      <MonthStrip />
    </section>
  )
}

/** A number that is kept leads to where it can be opened; one that is not stands for itself. */
function Total({ glance: { total }, inventory }: YearGlanceProps) {
  const say = useSay()
  const { search } = useLocation()
  const isMissing = total.value === null
  const number = <NumberText value={total.value ?? total.known} unit="tCO2e" decimals={2} />
  return (
    <p className="home-number">
      {isMissing && <span className="page-purpose">{say('frame.home.known')}</span>}
      {inventory ? (
        <Link
          to={withScope(`/accounting/${inventory.id}${isMissing ? '?tab=months' : ''}`, search)}
          title={say('frame.home.open-inventory', { title: inventory.title })}
        >
          {number}
        </Link>
      ) : (
        number
      )}
    </p>
  )
}

function signed(change: string): string {
  const text = grouped(shortened(change, 1))
  return change.startsWith('-') ? text : `+${text}`
}
