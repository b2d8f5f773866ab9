import { afterAll, beforeAll, expect, it } from 'vitest'

import { monthEntries } from '#db/activity/queries'
import { sha256 } from '#electron/kernel/crypto'
import { inMonth, paperAt, type Plant, startPlant } from '#test/activity/support'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const paper = (text: string) => paperAt(plant, text)

it('P1 a reading that several files prove, of its own and of its act, counts as one that is proven', async () => {
  const daily = await plant.addParameter({ role: 'sold', name: '外供', frequency: 'day' })
  const day = (of: number, proofs: ReturnType<typeof paper>[]) =>
    inMonth(daily.id, '2025-01', '5', {
      from: `2025-01-0${of}`,
      to: `2025-01-0${of + 1}`,
      proofs,
    })
  const submit = (readings: ReturnType<typeof day>[], proofs: ReturnType<typeof paper>[]) =>
    plant.api.activity.submit({ readings, proofs, reason: null })
  await submit([day(1, [paper('a'), paper('b')]), day(2, [])], [paper('c'), paper('d')])
  await submit([day(3, [paper('e'), paper('f')]), day(4, [])], [])
  const { read } = plant.backend.backend.spine.store()
  const range = { from: '2025-01', to: '2025-02' }
  const [entry] = monthEntries(read, [daily], range)
  expect(entry).toMatchObject({ count: 4, unproven: 1 })
  expect(entry?.files).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map(sha256).toSorted())
})

it('P2 a plant of many parameters gives each the same answer as asking for it alone', async () => {
  const many = []
  for (let number = 0; number < 25; number += 1) {
    const source = await plant.api.monitoring.addSource({
      ...plant.source,
      code: `L-${number}`,
      name: `线路 ${number}`,
    })
    many.push(await plant.addParameter({ source: source.id, name: `线路 ${number}` }))
  }
  for (const [index, parameter] of many.entries())
    await plant.api.activity.submit({
      readings: [
        inMonth(parameter.id, '2025-03', String(index + 1), {
          proofs: index % 3 ? [] : [paper(`x${index}`)],
        }),
      ],
      proofs: index % 2 ? [] : [paper(`y${index}`)],
      reason: null,
    })
  const { read } = plant.backend.backend.spine.store()
  const range = { from: '2025', to: '2026' }
  const together = monthEntries(read, many, range)
  expect(together).toHaveLength(25)
  expect(together.filter(({ unproven }) => unproven === 1)).toHaveLength(8)
  for (const parameter of many)
    expect(monthEntries(read, [parameter], range)).toEqual(
      together.filter((entry) => entry.parameter === parameter.id),
    )
})
