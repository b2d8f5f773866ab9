import { afterEach, beforeEach, expect, it } from 'vitest'

import { type ReadingId, readingStates, readingTransitions } from '#shared/activity/model'
import { type Plant, startPlant } from '#test/accounting/plant'

let plant: Plant
beforeEach(async () => {
  plant = await startPlant()
})
afterEach(() => plant.backend.close())

const reason = '单人工厂'
const verbs = ['check', 'approve', 'return'] as const
type Verb = (typeof verbs)[number]

function act(verb: Verb, id: ReadingId): Promise<unknown> {
  const select = { by: 'readings' as const, readings: [id] }
  const { activity } = plant.api
  if (verb === 'check') return activity.check({ select, reason })
  if (verb === 'approve') return activity.approve({ select, reason })
  return activity.sendBack({ select, reason })
}
/** The ways from a submitted reading to each state. */
const ways = {
  submitted: [],
  checked: ['check'],
  approved: ['check', 'approve'],
  returned: ['return'],
} as const

it.each(readingStates.flatMap((state) => verbs.map((verb) => [state, verb] as const)))(
  'a reading that is %s takes "%s" just where the table of transitions says so',
  async (state, verb) => {
    const parameter = plant.bought.id
    await plant.type(plant.bought, '2025-01', '100')
    const readings = async () => (await plant.api.activity.readings({ parameter, month: '2025-01' })).readings
    const [{ id } = { id: '' as ReadingId }] = await readings()
    for (const step of ways[state]) await act(step, id)
    expect((await readings())[0]?.state).toBe(state)

    const next = (readingTransitions[state] as Partial<Record<Verb, string>>)[verb]
    const done = await act(verb, id).then(
      () => true,
      () => false,
    )
    expect([done, (await readings())[0]?.state]).toEqual([next !== undefined, next ?? state])
  },
)
