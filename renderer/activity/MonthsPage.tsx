import { useSearchParams } from 'react-router'

import { monthsOf } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FacilityGate } from './FacilityGate.tsx'
import { monthStates } from './month-state.ts'
import { MonthStrip } from './MonthStrip.tsx'
import { MonthTotals } from './MonthTotals.tsx'
import { MonthWork } from './MonthWork.tsx'
import { SealList } from './SealList.tsx'

/** Closing the months of a facility one after the other, and proving that closed ones are as they were. */
export function MonthsPage() {
  const say = useSay()
  const { year } = useScope()
  return (
    <PageFrame title={say('activity.months.title')} purpose={say('activity.months.purpose')}>
      <FacilityGate>
        {(facility) => <Months key={`${facility}/${year}`} facility={facility} year={year} />}
      </FacilityGate>
    </PageFrame>
  )
}

function Months({ facility, year }: { readonly facility: NodeId; readonly year: number }) {
  const [params, setParams] = useSearchParams()
  const grid = useAsk(['activity', 'grid', facility, year], () => api.activity.grid({ facility, year }), {
    also: ['monitoring'],
  })
  const seals = useAsk(['activity', 'seals', facility], () => api.activity.seals({ facility }))
  const trouble = grid.error ?? seals.error
  if (trouble) return <TroubleNote trouble={trouble} />
  if (!grid.data || !seals.data) return null
  const months = monthsOf(year)
  const closed = seals.data.filter(({ reopenedAt }) => reopenedAt === null)
  const sealed = new Set(closed.map((each) => each.month))
  const stateOf = monthStates(grid.data, sealed)
  const next = months.find((month) => ['blocked', 'ready'].includes(stateOf(month).kind))
  const asked = params.get('month')
  const month = asked !== null && months.includes(asked) ? asked : (next ?? months[0] ?? '')
  const seal = closed.find((each) => each.month === month)
  const choose = (chosen: string) =>
    setParams((before) => {
      const changed = new URLSearchParams(before)
      changed.set('month', chosen)
      return changed
    })
  return (
    <>
      <MonthStrip months={months} chosen={month} stateOf={stateOf} onChoose={choose} />
      <MonthTotals facility={facility} month={month} />
      <MonthWork key={month} facility={facility} month={month} />
      {seal && <RecordSide key={seal.id} record={`activity/seal/${seal.id}`} />}
      <SealList seals={seals.data} />
    </>
  )
}
