import type { SourceState as State } from '#shared/monitoring/model'

import { useSay } from '../kernel/say.ts'
import type { IconName } from '../ui/Icon.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const looks = {
  planned: ['quiet', 'pending'],
  building: ['info', 'settings'],
  running: ['good', 'done'],
  closed: ['quiet', 'lock'],
} as const satisfies Record<State, readonly [Tone, IconName]>

/** Where a source is in its life. */
export function SourceState({ state }: { readonly state: State }) {
  const say = useSay()
  const [tone, icon] = looks[state]
  return <StateTag tone={tone} icon={icon} text={say(`monitoring.state.${state}`)} />
}
