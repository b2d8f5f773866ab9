import type { InventoryId } from '#shared/accounting/inventory'
import type { Touched } from '#shared/accounting/standing'
import { addDays } from '#shared/monitoring/calibration'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** How far the total rests on doubtful meters and on data outside the plan, shown apart from it. */
export function StandingPapers({ id }: { readonly id: InventoryId }) {
  const say = useSay()
  const go = useGo()
  const asked = useAsk(['accounting', 'inventory-standing', id], () => api.accounting.standing({ id }), {
    also: ['monitoring', 'activity', 'organization'],
  })
  const known = asked.data
  if (!known) return <TroubleNote trouble={asked.error} />
  const isGood = known.uncalibrated.length === 0 && known.outsidePlan.length === 0
  return (
    <section className="paper" aria-labelledby="inventory-standing">
      <h2 id="inventory-standing">{say('accounting.standing')}</h2>
      {!known.hasPlan && <StateTag tone="info" text={say('accounting.standing.no-plan')} />}
      {isGood && known.hasPlan && <StateTag tone="good" text={say('accounting.standing.good')} />}
      <TouchedTable
        title={say('accounting.standing.uncalibrated')}
        why={say('accounting.standing.uncalibrated-why')}
        rows={known.uncalibrated.map(({ meter, tag, cause, from, to, ...touched }) => ({
          key: `${meter} ${from}`,
          name: tag,
          period: `${from} – ${addDays(to, -1)} ${say(`monitoring.lapse.cause.${cause}`)}`,
          touched,
          onOpen: () => go(`/monitoring/meters/${meter}`),
        }))}
        all={known.allUncalibrated}
      />
      <TouchedTable
        title={say('accounting.standing.outside')}
        why={say('accounting.standing.outside-why')}
        rows={known.outsidePlan.map(({ parameter, name, ...touched }) => ({
          key: parameter,
          name,
          period: '',
          touched,
          onOpen: () => go('/monitoring/plans'),
        }))}
        all={known.allOutsidePlan}
      />
      {known.settled.length > 0 && <h3>{say('accounting.standing.settled')}</h3>}
      <ul>
        {known.settled.map(({ meter, tag, from, to, kind, reason }) => (
          <li key={`${meter} ${from}`}>
            {tag} · {from} – {addDays(to, -1)} · {say.of({ code: `accounting.standing.kind.${kind}` })} ·{' '}
            {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TouchedTableProps {
  readonly title: string
  readonly why: string
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly period: string
    readonly touched: Touched
    readonly onOpen: () => void
  }[]
  readonly all: Touched
}

function TouchedTable({ title, why, rows, all }: TouchedTableProps) {
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <p className="page-purpose">{why}</p>
      <table className="inventory-standing">
        <thead>
          <tr>
            <th scope="col">{say('accounting.standing.what')}</th>
            <th scope="col">{say('accounting.standing.period')}</th>
            <th scope="col">{say('accounting.standing.sources')}</th>
            <th scope="col" className="number">
              {say('accounting.standing.emission')}
            </th>
            <th scope="col" className="number">
              {say('accounting.standing.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, period, touched, onOpen }) => (
            <tr key={key}>
              <th scope="row">
                <button type="button" className="openable" onClick={onOpen}>
                  {name}
                </button>
              </th>
              <td>{period}</td>
              <td>
                {touched.parts
                  .map((part) =>
                    say('accounting.standing.months', { name: part.name, months: part.months.join(' ') }),
                  )
                  .join('; ')}
              </td>
              <Amounts touched={touched} />
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={3}>
              {say('accounting.standing.all')}
            </th>
            <Amounts touched={all} />
          </tr>
        </tbody>
      </table>
    </>
  )
}

function Amounts({ touched: { emission, share } }: { readonly touched: Touched }) {
  return (
    <>
      <td className="number">
        <NumberText value={emission} decimals={2} />
      </td>
      <td className="number">
        <NumberText value={share} decimals={2} />
      </td>
    </>
  )
}
