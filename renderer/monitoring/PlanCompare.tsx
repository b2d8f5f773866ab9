import { Select } from 'antd'
import { useState } from 'react'

import type { PlanId, PlanVersion } from '#shared/monitoring/plan'
import { comparePlans } from '#shared/monitoring/plan-compare'
import { differenceRow } from '#shared/monitoring/plan-paper'
import { planWords } from '#shared/monitoring/plan-words'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** What this version says differently from another: the one it began from, or any that is chosen. */
export function PlanCompare({ plan }: { readonly plan: PlanVersion }) {
  const say = useSay()
  const [chosen, choose] = useState<PlanId | null>(plan.after)
  const asked = useAsk(['monitoring', 'plans'], () => api.monitoring.plans({}))
  const others = (asked.data ?? []).filter(({ id, facility }) => id !== plan.id && facility === plan.facility)
  if (others.length === 0) return <StateTag tone="info" text={say('monitoring.plan.compare-none')} />
  return (
    <section className="paper" aria-label={say('monitoring.plan.tab.compare')}>
      <div className="page-acts">
        <Select
          aria-label={say('monitoring.plan.compare-with')}
          placeholder={say('monitoring.plan.compare-with')}
          value={chosen}
          style={{ minWidth: 220 }}
          options={others.map(({ id, number, validFrom }) => ({
            value: id,
            label: `${say('monitoring.plan.version', { number })} · ${validFrom}`,
          }))}
          onChange={choose}
        />
      </div>
      {chosen !== null && <Against plan={plan} other={chosen} />}
    </section>
  )
}

function Against({ plan, other }: { readonly plan: PlanVersion; readonly other: PlanId }) {
  const say = useSay()
  const words = planWords(say.language)
  const asked = useAsk(['monitoring', 'plan', other], () => api.monitoring.plan({ id: other }))
  if (!asked.data || asked.data.plan.id !== other) return <TroubleNote trouble={asked.error} />
  const before = asked.data.plan
  const differences = comparePlans(before, plan)
  if (differences.length === 0) return <StateTag tone="good" text={say('monitoring.plan.compare-same')} />
  return (
    <table className="monitoring-table">
      <thead>
        <tr>
          <th scope="col">{say('monitoring.plan.compare-what')}</th>
          <th scope="col">{say('monitoring.plan.compare-kind')}</th>
          <th scope="col">{say('monitoring.plan.version', { number: before.number })}</th>
          <th scope="col">{say('monitoring.plan.version', { number: plan.number })}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, at) => {
          const [what, kind, was, is] = differenceRow(difference, words)
          return (
            <tr key={at}>
              <th scope="row">{what}</th>
              <td>{kind}</td>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
