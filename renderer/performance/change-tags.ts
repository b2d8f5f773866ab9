import type { Change, ChangeState } from '#shared/performance/change'

import type { Say } from '../kernel/say.ts'
import type { Tone } from '../ui/StateTag.tsx'

export const changeTones: Readonly<Record<ChangeState, Tone>> = {
  recorded: 'quiet',
  approved: 'info',
  'carried-out': 'warn',
  closed: 'good',
  dropped: 'stop',
}

/** Whether a change is major: a tag's tone and word. */
export function majorTag(
  say: Say,
  judgement: Change['judgement'],
): { readonly tone: Tone; readonly text: string } {
  if (judgement === null) return { tone: 'warn', text: say('performance.change.unjudged') }
  return judgement.major
    ? { tone: 'stop', text: say('performance.change.is-major') }
    : { tone: 'quiet', text: say('performance.change.is-minor') }
}
