import { afterAll, beforeAll, expect, it } from 'vitest'

import { startBackend, type TestBackend } from '#test/support/backend'

const tree = 't-cieccpa'
let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend({ sample: true })
  // The sample plant leaves neutrality out; here its requirements are to count as well.
  const taken = { subsystem: 'neutrality', isAdopted: true, reason: null, since: '2026-06-30' } as const
  await plant.api.organization.decideSubsystem(taken)
}, 120_000)
afterAll(() => plant.close())

it('every record that a requirement names leads back to it, and every clause and annex has such a record', async () => {
  const { compliance } = plant.api
  const { rows } = await compliance.standing({ tree })
  const backOf = new Map<string, ReadonlySet<string | null>>()
  const followed = new Set<string>()
  const lost: string[] = []
  for (const { id } of rows) {
    const { signals } = await compliance.requirement({ tree, requirement: id })
    for (const { record } of signals.flatMap(({ records }) => records)) {
      const known = backOf.get(record)
      const back = known ?? new Set((await compliance.requirementsOf({ record })).map(({ number }) => number))
      backOf.set(record, back)
      if (!back.has(id)) lost.push(`${id} ${record}`)
      followed.add(id.split(/[.-]/)[0] ?? '')
    }
  }
  expect(lost).toEqual([])
  expect([...followed].toSorted()).toEqual(['10', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D'])
}, 60_000)
