import type { InventoryState as State } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import type { IconName } from '../ui/Icon.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const signs = {
  working: { tone: 'info', icon: 'edit' },
  frozen: { tone: 'good', icon: 'lock' },
  superseded: { tone: 'quiet', icon: 'history' },
} as const satisfies Record<State, { readonly tone: Tone; readonly icon: IconName }>

/** Whether an inventory still follows the readings, by icon and word. */
export function InventoryState({ state }: { readonly state: State }) {
  const say = useSay()
  return <StateTag {...signs[state]} text={say(`accounting.state.${state}`)} />
}
