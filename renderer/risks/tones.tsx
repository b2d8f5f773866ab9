import type { Level } from '#shared/risks/criteria'
import type { ShownRisk, TreatmentState } from '#shared/risks/risk'

import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const standings = {
  unrated: 'warn',
  gap: 'stop',
  treating: 'info',
  checking: 'warn',
  watched: 'good',
  closed: 'quiet',
} as const satisfies Record<ShownRisk['standing'], Tone>
export function StandingTag({ standing }: Pick<ShownRisk, 'standing'>) {
  const say = useSay()
  return <StateTag tone={standings[standing]} text={say(`risks.standing.${standing}`)} />
}

const treatments = {
  planned: 'info',
  done: 'warn',
  effective: 'good',
  ineffective: 'stop',
  dropped: 'quiet',
} as const satisfies Record<TreatmentState, Tone>
export function TreatmentTag({ state }: { readonly state: TreatmentState }) {
  const say = useSay()
  return <StateTag tone={treatments[state]} text={say(`risks.treatment-state.${state}`)} />
}

/** A level as a word on its colour, with its points. */
export function LevelTag({ level, points }: { readonly level: Level; readonly points: number }) {
  const say = useSay()
  return (
    <span className={`risks-level risks-${level}`}>
      {points} · {say(`risks.level.${level}`)}
    </span>
  )
}
