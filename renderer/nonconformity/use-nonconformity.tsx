import { useState } from 'react'

import type { ImprovementState } from '#shared/nonconformity/improvement'
import type { CaseState } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

export function useCases() {
  return useAsk(['nonconformity', 'cases'], () => api.nonconformity.cases({}))
}
export function useIdeas() {
  return useAsk(['nonconformity', 'improvements'], () => api.nonconformity.improvements({}))
}
/** The calendar day on which the page was opened, as ISO text. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}

const caseTones = {
  found: 'stop',
  contained: 'warn',
  analysed: 'warn',
  acting: 'info',
  awaiting: 'info',
  proven: 'info',
  closed: 'good',
  withdrawn: 'quiet',
} as const satisfies Record<CaseState, Tone>
export function CaseStateTag({ state }: { readonly state: CaseState }) {
  const say = useSay()
  return <StateTag tone={caseTones[state]} text={say(`nonconformity.state.${state}`)} />
}

const ideaTones = {
  proposed: 'warn',
  accepted: 'info',
  refused: 'quiet',
  done: 'info',
  judged: 'good',
  withdrawn: 'quiet',
} as const satisfies Record<ImprovementState, Tone>
export function IdeaStateTag({ state }: { readonly state: ImprovementState }) {
  const say = useSay()
  return <StateTag tone={ideaTones[state]} text={say(`nonconformity.idea-state.${state}`)} />
}
