import { useState } from 'react'

import type { DecisionState, ReviewId, ReviewState } from '#shared/review/model'
import type { Standing } from '#shared/review/pack'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

export function useReviews() {
  return useAsk(['review', 'reviews'], () => api.review.reviews({}), { also: ['organization'] })
}
/** The pack frozen under a number, or what the records of all areas say now. */
export function usePack(id: ReviewId, number: number | null) {
  return useAsk(['review', 'pack', id, number], () => api.review.pack({ id, number }), {
    also: number === null ? everyArea : [],
  })
}
const everyArea = [
  'organization',
  'documents',
  'competence',
  'monitoring',
  'activity',
  'accounting',
  'performance',
  'risks',
  'compliance',
  'nonconformity',
  'audits',
  'assets',
]

/** The calendar day on which the page was opened, as ISO text. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}

const reviewTones = {
  planned: 'warn',
  prepared: 'info',
  signed: 'good',
  cancelled: 'quiet',
} as const satisfies Record<ReviewState, Tone>
export function ReviewStateTag({ state }: { readonly state: ReviewState }) {
  const say = useSay()
  return <StateTag tone={reviewTones[state]} text={say(`review.state.${state}`)} />
}

const decisionTones = {
  open: 'warn',
  done: 'info',
  verified: 'good',
  dropped: 'quiet',
} as const satisfies Record<DecisionState, Tone>
export function DecisionStateTag({ state }: { readonly state: DecisionState }) {
  const say = useSay()
  return <StateTag tone={decisionTones[state]} text={say(`review.decision-state.${state}`)} />
}

const standingTones = { ready: 'good', old: 'warn', empty: 'stop' } as const satisfies Record<Standing, Tone>
export function StandingTag({ standing }: { readonly standing: Standing }) {
  const say = useSay()
  return <StateTag tone={standingTones[standing]} text={say(`review.standing.${standing}`)} />
}
