import type { MeterStanding as Standing } from '#shared/monitoring/calibration'

import type { Say } from '../kernel/say.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones = {
  exempt: 'quiet',
  removed: 'quiet',
  valid: 'good',
  due: 'warn',
  invalid: 'stop',
} as const satisfies Record<Standing['state'], Tone>

/** How a meter stands, in words. */
export function standingWord(say: Say, standing: Standing): string {
  return say(
    `monitoring.meter.standing.${standing.state}`,
    'until' in standing ? { until: standing.until } : {},
  )
}

/** How a meter stands, as icon and word. */
export function MeterStanding({ standing }: { readonly standing: Standing }) {
  const say = useSay()
  return <StateTag tone={tones[standing.state]} text={standingWord(say, standing)} />
}
