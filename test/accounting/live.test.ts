import { afterAll, beforeAll, expect, it } from 'vitest'

import { readDb } from '#db/kernel/access'
import { totalsOf } from '#electron/accounting/kept-account'
import { liveAccount } from '#electron/accounting/live'
import { usualRules } from '#electron/accounting/usual-rules'
import { sha256 } from '#electron/kernel/crypto'
import type { Account } from '#shared/accounting/account'
import { toRecord } from '#shared/kernel/figure'
import { inMonth, paperAt, type Plant, startPlant } from '#test/activity/support'
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

it('L2 a file that proves a reading, or proves it no more, is known to the account at once', async () => {
  const { api, backend } = plant
  const { store, around } = backend.backend.spine
  const { read, sqlite } = store()
  const rules = usualRules({ db: read, around }, 2025, null)!
  const same = () => {
    const { document } = liveAccount(read, around, rules)
    expect(document).toEqual(liveAccount(readDb(sqlite), around, rules).document)
    return JSON.stringify(document)
  }
  const { readings } = await api.activity.readings({ parameter: plant.bought.id, month: '2025-03' })
  const { id: reading, entered } = readings.find(({ live }) => live)!
  const before = same()
  const own = await api.activity.addEvidence({
    to: { kind: 'reading', reading },
    proof: paperAt(plant, '发票'),
  })
  const proven = same()
  expect(proven).not.toBe(before)
  await api.activity.addEvidence({ to: { kind: 'act', act: entered.id }, proof: paperAt(plant, '抄表单') })
  expect(same()).not.toBe(proven)
  await api.activity.removeEvidence({ link: own.link, reason: '附错了' })
  expect(same()).not.toContain(sha256('发票'))
})
