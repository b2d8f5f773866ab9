import { useState } from 'react'

import type { Result } from '#shared/compliance/evaluation'
import type { ShownObligation } from '#shared/compliance/obligation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

export function useObligations() {
  return useAsk(['compliance', 'obligations'], () => api.compliance.obligations({}), {
    also: ['kernel', 'nonconformity'],
  })
}
/** The calendar day on which the page was opened, as ISO text. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}

const standings = {
  undecided: 'warn',
  excluded: 'quiet',
  ended: 'quiet',
  'never-evaluated': 'warn',
  met: 'good',
  partly: 'warn',
  'not-met': 'stop',
  'not-applicable': 'quiet',
} as const satisfies Record<ShownObligation['standing'], Tone>
export function ObligationTag({ standing }: Pick<ShownObligation, 'standing'>) {
  const say = useSay()
  return <StateTag tone={standings[standing]} text={say(`compliance.standing.${standing}`)} />
}
export function ResultTag({ result }: { readonly result: Result }) {
  const say = useSay()
  return <StateTag tone={standings[result]} text={say(`compliance.result.${result}`)} />
}
