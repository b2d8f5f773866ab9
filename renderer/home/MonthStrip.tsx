import { Link } from 'react-router'

import { type MonthOverview, type MonthStep, stepOf } from '#shared/activity/year-overview'
import { grouped } from '#shared/kernel/grouped'

import { useSay } from '../kernel/say.ts'
import type { IconName } from '../ui/Icon.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useMonths } from './use-year.ts'

const tones = {
  ahead: ['quiet', 'clock'],
  empty: ['quiet', 'minus'],
  enter: ['stop', 'warning'],
  check: ['warn', 'pending'],
  approve: ['warn', 'pending'],
  seal: ['info', 'check'],
  sealed: ['good', 'lock'],
} as const satisfies Record<MonthStep, readonly [Tone, IconName]>

/** Where each month stands, place by place; each leads to its own work. */
export function MonthStrip() {
  const say = useSay()
  const { data: months = [] } = useMonths()
  const places = [...grouped(months, ({ facility }) => facility)]
  return places.map(([facility, own]) => {
    const name = own[0]?.name ?? ''
    return (
      <div key={facility} className="home-place">
        {places.length > 1 && <h3>{name}</h3>}
        <ol className="home-months" aria-label={say('frame.home.months', { name })}>
          {own.map((month) => (
            <li key={month.month}>
              <Month month={month} />
            </li>
          ))}
        </ol>
      </div>
    )
  })
}

function Month({ month: overview }: { readonly month: MonthOverview }) {
  const say = useSay()
  const { facility, month, missing } = overview
  const step = stepOf(overview)
  const [tone, icon] = tones[step]
  const page = step === 'seal' || step === 'sealed' ? '/activity/months' : '/activity'
  return (
    <Link to={`${page}?facility=${facility}&year=${month.slice(0, 4)}&month=${month}`}>
      <span>{month}</span>
      <StateTag tone={tone} icon={icon} text={say(`frame.home.month.${step}`, { count: missing })} />
    </Link>
  )
}
