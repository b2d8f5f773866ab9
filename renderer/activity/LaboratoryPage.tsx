import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { type Month, monthOf, monthsOf } from '#shared/kernel/period'
import type { Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { LabMonth } from './LabMonth.tsx'

/** Laboratory results of one coal in one month: the samples, what they come to, and how they become readings. */
export function LaboratoryPage() {
  const say = useSay()
  const go = useGo()
  const { facility, year } = useScope()
  const asked = useAsk(['monitoring', 'register', facility], () =>
    api.monitoring.register({ facility: facility as NodeId | null }),
  )
  const coals = (asked.data?.sources ?? []).filter(burnsCoal)
  const { source, month, show } = useSourceMonth(coals, year)
  return (
    <PageFrame title={say('activity.lab.title')} purpose={say('activity.lab.purpose')}>
      <TroubleNote trouble={asked.error} />
      {asked.data && coals.length === 0 && (
        <EmptyState
          icon="flame"
          title={say('activity.lab.none')}
          why={say('activity.lab.none.why')}
          action={
            <Button type="primary" onClick={() => go('/monitoring')}>
              {say('activity.lab.to-register')}
            </Button>
          }
        />
      )}
      {source && (
        <>
          <div className="activity-bar">
            <span>{say('activity.lab.source')}</span>
            <Select
              aria-label={say('activity.lab.source')}
              value={source.id}
              options={coals.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
              onChange={(id) => show({ source: id })}
              popupMatchSelectWidth={false}
              style={{ minWidth: 220 }}
            />
            <span>{say('activity.lab.month')}</span>
            <Select
              aria-label={say('activity.lab.month')}
              value={month}
              options={monthsOf(year).map((value) => ({ value, label: value }))}
              onChange={(value) => show({ month: value })}
              style={{ width: 110 }}
            />
          </div>
          <LabMonth key={`${source.id}/${month}`} source={source.id} month={month} />
        </>
      )}
    </PageFrame>
  )
}

function burnsCoal({ calculation, state }: Source): boolean {
  return 'fuelClass' in calculation && calculation.fuelClass === 'coal' && state !== 'closed'
}

/** Which coal and which month stands in the address. */
function useSourceMonth(coals: readonly Source[], year: number) {
  const [params, setParams] = useSearchParams()
  const months = monthsOf(year)
  const [now] = useState(() => monthOf(new Date().toISOString()))
  const asked = params.get('month') ?? now
  const month: Month = months.find((known) => known === asked) ?? months[0] ?? asked
  return {
    month,
    source: coals.find(({ id }) => id === params.get('source')) ?? coals[0],
    show: (changed: Readonly<Record<string, string>>) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changed)) next.set(name, value)
        return next
      }),
  }
}
