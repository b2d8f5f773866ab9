import { Button } from 'antd'

import type { Breach, ShownCriterion } from '#shared/performance/operation'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Every reading beyond a limit, the newest first, with its case or the act that opens one. */
export function BreachTable({ criteria }: { readonly criteria: readonly ShownCriterion[] }) {
  const say = useSay()
  const rows = criteria
    .flatMap((criterion) => criterion.breaches.map((breach) => ({ criterion, breach })))
    .toSorted((a, b) => b.breach.from.localeCompare(a.breach.from))
  if (rows.length === 0) return null
  const head = ['value', 'limit', 'percent'] as const
  return (
    <div
      className="plain-scroll"
      role="region"
      tabIndex={0}
      aria-label={say('frame.chart.table', { label: say('performance.breaches') })}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('performance.criterion.process')}</th>
            <th scope="col">{say('performance.breach.period')}</th>
            {head.map((each) => (
              <th key={each} scope="col" className="right">
                {say(`performance.breach.${each}`)}
              </th>
            ))}
            <th scope="col">{say('performance.criterion.state')}</th>
            <th scope="col">{say('performance.breach.deviation')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ criterion, breach }) => (
            <Row key={breach.finding.where} criterion={criterion} breach={breach} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ criterion, breach }: { readonly criterion: ShownCriterion; readonly breach: Breach }) {
  const say = useSay()
  const { period, value, limit, unit, percent, isMajor } = breach
  const shown = period.replace('/', ' – ')
  return (
    <tr>
      <th scope="row">{criterion.process}</th>
      <td>{shown}</td>
      <td className="right">
        <NumberText value={value} unit={unit} decimals={4} />
      </td>
      <td className="right">
        <NumberText value={limit} unit={unit} />
      </td>
      <td className="right">{percent !== null && <NumberText value={percent} unit="%" decimals={1} />}</td>
      <td>
        <StateTag
          tone={isMajor ? 'stop' : 'warn'}
          text={say(isMajor ? 'performance.breach.major' : 'performance.breach.minor')}
        />
      </td>
      <td>
        <Case criterion={criterion} breach={breach} shown={shown} />
      </td>
    </tr>
  )
}

/** One act opens the case with all that is known; it is then answered where all deviations are. */
function Case({
  criterion: { process, facility },
  breach,
  shown,
}: {
  readonly criterion: ShownCriterion
  readonly breach: Breach
  readonly shown: string
}) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { deviation, finding, parameter, from, to } = breach
  const open = useCommand((at: NonNullable<typeof facility>) =>
    api.monitoring.recordDeviation({
      facility: at,
      title: say('performance.breach.title', { process, period: shown }),
      trigger: finding,
      parameters: [parameter],
      from: from.slice(0, 10),
      to: to.slice(0, 10) > from.slice(0, 10) ? to.slice(0, 10) : null,
      dueOn: null,
      responsible: null,
    }),
  )
  if (deviation)
    return (
      <button type="button" className="openable" onClick={() => go(`/monitoring/deviations/${deviation.id}`)}>
        {deviation.code} · {say(`monitoring.deviation.state.${deviation.state}`)}
      </button>
    )
  if (facility === null || !may('monitoring.enter')) return null
  return (
    <>
      <Button size="small" loading={open.busy} onClick={() => void open.run(facility)}>
        {say('performance.breach.open')}
      </Button>
      <TroubleNote trouble={open.trouble} onClose={open.forget} />
    </>
  )
}
