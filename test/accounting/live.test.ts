import { afterAll, beforeAll, expect, it } from 'vitest'

import { readDb } from '#db/kernel/access'
import { totalsOf } from '#electron/accounting/kept-account'
import { liveAccount } from '#electron/accounting/live'
import { usualRules } from '#electron/accounting/usual-rules'
import type { Account } from '#shared/accounting/account'
import { toRecord } from '#shared/kernel/figure'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { randomFrom } from '#test/fault/random'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

/** Every total with its whole tree. */
function trees(account: Account): unknown {
  return totalsOf(account).map(({ path, total }) => [
    path,
    total.state,
    toRecord(total.state === 'complete' ? total.figure : total.known),
  ])
}

it('L1 what is kept from the last time makes the same trees as computing everything again', async () => {
  const { api, backend } = plant
  const { store, around } = backend.backend.spine
  const factor = { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' }
  const amounts = [plant.bought]
  for (const code of ['D-2', 'D-3']) {
    const source = await api.monitoring.addSource({ ...plant.source, code, name: code })
    amounts.push(await plant.addParameter({ source: source.id, name: code }))
  }
  for (const { source } of amounts)
    await plant.addParameter({
      source,
      role: 'factor',
      name: '因子',
      unit: 'tCO2/MWh',
      determination: 'default',
      frequency: 'year',
      factor,
    })
  const { read, sqlite } = store()
  const rules = usualRules({ db: read, around }, 2025, null)!
  const random = randomFrom(7)
  const entered = new Map<string, string>()
  for (let change = 0; change < 60; change += 1) {
    const parameter = random.pick(amounts)
    const month = `2025-${String(1 + random.below(12)).padStart(2, '0')}`
    const key = `${parameter.id}/${month}`
    const text = `${1 + random.below(9999)}.5`
    const reading = entered.get(key)
    const given = { text, unit: null, note: null, proofs: [] }
    const { readings } = reading
      ? await api.activity.correct({ reading: reading as never, ...given, reason: '抄错' })
      : await api.activity.submit({
          readings: [inMonth(parameter.id, month, text)],
          proofs: [],
          reason: null,
        })
    entered.set(key, readings[0]!.id)
    if (change % 4 > 0) continue
    const now = liveAccount(read, around, rules)
    expect(trees(now.account)).toEqual(trees(liveAccount(readDb(sqlite), around, rules).account))
  }
  expect(entered.size).toBeGreaterThan(25)
  const complete = liveAccount(read, around, rules).account.bySource.flatMap(({ months }) =>
    months.filter(({ state }) => state === 'complete'),
  )
  expect(complete.length).toBe(entered.size)
})
