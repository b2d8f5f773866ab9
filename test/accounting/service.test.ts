import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openReader } from '#db/kernel/open'
import { liveAccount } from '#electron/accounting/live'
import { newInventory, type Inventory, type Overview } from '#shared/accounting/inventory'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { administrator, finish, refusalOf } from '#test/support/backend'

import { type Plant, startPlant, typeYear } from './plant.ts'

let plant: Plant
let inventory: Inventory
beforeAll(async () => {
  plant = await startPlant()
  await typeYear(plant)
  inventory = await plant.create({ year: 2025 })
})
afterAll(() => plant.backend.close())

const overviewOf = (of: Inventory = inventory) => plant.api.accounting.overview({ id: of.id })
const valueOf = ({ total }: Overview) => total.value ?? `incomplete ${total.lines}`
/** Purchased electricity × 0.5306, and 2.5 t × 42.652 GJ/t × 0.0202 tC/GJ × 98 % × 44/12 of diesel, every month. */
const electricity = new Decimal('0.5306').times(1000)
const diesel = new Decimal('2.5').times('42.652').times('0.0202').times('0.98').times(44).div(12)
const year = electricity.plus(diesel).times(12)
const signed = { password: administrator.password }

it('I1 totals follow from the readings to the last digit, by every way of cutting them', async () => {
  const overview = await overviewOf()
  const { total, byScope, byMonth, byGas, sources, byFacility } = overview
  const fifty = (text: string | null) => new Decimal(text ?? 'NaN').toSignificantDigits(50).toFixed()
  expect(fifty(total.value)).toBe(year.toSignificantDigits(50).toFixed())
  expect(byScope.map(({ key, value }) => `${key} ${fifty(value)}`).toSorted()).toEqual([
    `1 ${diesel.times(12).toSignificantDigits(50).toFixed()}`,
    `2 ${electricity.times(12).toFixed()}`,
  ])
  expect(byMonth).toHaveLength(12)
  expect(new Set(byMonth.map(({ value }) => fifty(value)))).toEqual(
    new Set([electricity.plus(diesel).toSignificantDigits(50).toFixed()]),
  )
  expect(byGas.map(({ key }) => key)).toEqual(['CO2'])
  expect(byFacility.map(({ name }) => name)).toEqual(['热电分厂'])
  expect(sources.map(({ name, months }) => `${name} ${months.length}`)).toEqual([
    '购入使用电力 12',
    '点火柴油 12',
  ])
})

it('I2 one changed reading changes its month, its source and the total, and nothing else', async () => {
  const before = await overviewOf()
  await plant.type(plant.bought, '2025-03', '1000.5')
  const after = await overviewOf()
  const more = new Decimal('0.5306').times('0.5')
  expect(new Decimal(after.total.value!).minus(before.total.value!).toFixed()).toBe(more.toFixed())
  const changed = after.byMonth.filter(({ value }, index) => value !== before.byMonth[index]?.value)
  expect(changed.map(({ key }) => key)).toEqual(['2025-03'])
  await plant.type(plant.bought, '2025-03', '1000')
  expect(valueOf(await overviewOf())).toBe(valueOf(before))
})

it('I3 a month without data is incomplete, not zero, and says where', async () => {
  const empty = await plant.create({ year: 2024, title: '2024' })
  const { total, findings, sources } = await overviewOf(empty)
  expect(total).toMatchObject({ value: null, known: '0', lines: 24 })
  expect(sources.flatMap(({ months }) => months.filter(({ value }) => value !== null))).toEqual([])
  const missing = findings.filter(({ code }) => code === 'accounting.missing')
  expect(missing.map(({ facts }) => `${facts['source']} ${facts['parameter']} ${facts['count']}`)).toEqual([
    '购入使用电力 bought 12',
    '点火柴油 fuel 12',
  ])
  const refusal = await refusalOf(finish(plant.api.accounting.freeze({ id: empty.id, ...signed })))
  expect(refusal).toMatchObject({ code: 'accounting.incomplete', facts: { lines: 24 } })
  await plant.api.accounting.discard({ id: empty.id })
})

it('I4 what is brought up to date after a change is what a full computation gives, whatever changed', async () => {
  const change = fc.record({
    parameter: fc.constantFrom('bought', 'diesel'),
    month: fc.constantFrom(...monthsOf(2025)),
    text: fc.integer({ min: 0, max: 10 ** 7 }).map((mantissa) => new Decimal(mantissa).div(1000).toFixed()),
    act: fc.constantFrom('enter', 'withdraw'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      for (const { parameter, month, text, act } of changes)
        if (act === 'enter') await plant.type(plant[parameter as 'bought' | 'diesel'], month, text)
        else await plant.withdraw(plant[parameter as 'bought' | 'diesel'], month)
      const { total, byMonth } = await overviewOf()
      // A connection of its own knows nothing of what was computed before.
      const fresh = openReader(plant.backend.folder)
      try {
        const { account } = liveAccount(
          fresh.read,
          plant.backend.backend.spine.around,
          newInventory.parse(inventory),
        )
        const whole = account.total
        expect(total.value ?? `incomplete ${total.lines}`).toBe(
          whole.state === 'complete' ? whole.figure.value.toFixed() : `incomplete ${whole.lines}`,
        )
        expect(byMonth.map(({ known }) => known)).toEqual(
          account.byMonth.map((month) =>
            (month.total.state === 'complete' ? month.total.figure : month.total.known).value.toFixed(),
          ),
        )
      } finally {
        fresh.close()
      }
    }),
    { numRuns: 12 },
  )
  await typeYear(plant)
})

it('I5 a figure opens floor by floor down to its readings and factors', async () => {
  const { sources } = await overviewOf()
  const path = sources[0]!.months[4]!.path
  const root = await plant.api.accounting.figure({ id: inventory.id, path, at: [] })
  expect(root.figure).toMatchObject({
    code: 'accounting.emission',
    facts: { source: '购入使用电力', month: '2025-05' },
  })
  const leaves: string[] = []
  const walk = async (at: readonly number[]) => {
    const { figure } = await plant.api.accounting.figure({ id: inventory.id, path, at: [...at] })
    if (figure.origin) leaves.push(`${figure.origin.kind} ${figure.value} ${figure.unit}`)
    for (const index of figure.operands.keys()) await walk([...at, index])
  }
  await walk([])
  expect(leaves).toContain('readings 1000 MWh')
  expect(leaves).toContain('factor 0.5306 tCO2/MWh')
  const nowhere = plant.api.accounting.figure({ id: inventory.id, path, at: [99] })
  expect((await refusalOf(nowhere)).code).toBe('accounting.no-figure')
})

it('I6 last year stands beside this one by the same rules, with what changed in percent', async () => {
  for (const month of monthsOf(2024)) {
    await plant.type(plant.bought, month, '800')
    await plant.type(plant.diesel, month, '2.5')
  }
  const { before, sources } = await overviewOf()
  expect(before?.sources.find(({ key }) => key === sources[0]!.key)).toMatchObject({
    value: new Decimal('0.5306').times(800).times(12).toFixed(),
    change: '25',
  })
  expect(before?.sources.find(({ key }) => key === sources[1]!.key)?.change).toBe('0')
})

it('I7 a wrong password or a role without the right freezes nothing', async () => {
  const wrong = plant.api.accounting.freeze({ id: inventory.id, password: 'not the password 1' })
  expect((await refusalOf(finish(wrong))).code).toBe('access.wrong-password')
  const { api } = await plant.backend.signInAs(['data-owner'])
  const without = api.accounting.freeze({ id: inventory.id, password: 'Plant-2026 first' })
  expect((await refusalOf(finish(without))).code).toBe('kernel.not-permitted')
  expect((await overviewOf()).inventory.state).toBe('working')
})

it('I8 a frozen inventory stays as it is, recomputes identically, and names what changed since', async () => {
  const frozen = await finish(plant.api.accounting.freeze({ id: inventory.id, ...signed }))
  expect(frozen).toMatchObject({ state: 'frozen', version: 1 })
  const before = await overviewOf(frozen)
  await plant.type(plant.bought, '2025-07', '1500')
  const after = await overviewOf(frozen)
  expect(valueOf(after)).toBe(valueOf(before))
  expect(await plant.api.accounting.recompute({ id: frozen.id })).toMatchObject({
    isIdentical: true,
    damaged: [],
    faults: [],
    differences: [],
  })
  const differences = await plant.api.accounting.compareWithToday({ id: frozen.id })
  const paths = differences.map(({ path }) => path)
  expect(paths).toContain('month/2025-07')
  expect(paths).not.toContain('month/2025-06')
  const month = differences.find(({ path }) => path === 'month/2025-07')!
  expect(new Decimal(month.now!).minus(month.frozen!).toFixed()).toBe('265.3')
  const edit = plant.api.accounting.edit({ ...newInventory.parse(frozen), id: frozen.id, title: 'other' })
  expect((await refusalOf(edit)).code).toBe('accounting.is-frozen')
  expect((await refusalOf(plant.api.accounting.discard({ id: frozen.id }))).code).toBe('accounting.is-frozen')
})

it('I9 the frozen leaves carry the digest of the readings that were signed', async () => {
  const { sources } = await overviewOf()
  const { document } = plant.api.accounting
  const { json, sha256 } = await document({ id: inventory.id })
  expect(sha256).toBe((await overviewOf()).inventory.documentHash)
  expect(json).toContain('"digest"')
  const { path } = sources[0]!.months[0]!
  const node = await plant.api.accounting.figure({ id: inventory.id, path, at: [0] })
  expect(JSON.stringify(node)).toMatch(/"digest":"[0-9a-f]{64}"/)
})

it('I10 reopened it becomes a new version, which supersedes the old one once it is frozen itself', async () => {
  const next = await plant.api.accounting.reopen({ id: inventory.id, reason: '七月电量更正' })
  expect(next).toMatchObject({ state: 'working', version: 2, replaces: inventory.id })
  expect((await overviewOf()).inventory.state).toBe('frozen')
  const frozen = await finish(plant.api.accounting.freeze({ id: next.id, ...signed }))
  expect((await overviewOf()).inventory.state).toBe('superseded')
  expect(
    new Decimal((await overviewOf(frozen)).total.value!).minus((await overviewOf()).total.value!).toFixed(),
  ).toBe('265.3')
  const again = plant.api.accounting.reopen({ id: inventory.id, reason: '再次' })
  expect((await refusalOf(again)).code).toBe('accounting.not-frozen')
})

it('I11 content that was altered behind the program is found and shown to nobody as a number', async () => {
  const [newest] = await plant.api.accounting.inventories({})
  const { sqlite } = plant.backend.backend.spine.store()
  sqlite.exec('DROP TRIGGER accounting_contents_no_update')
  sqlite
    .prepare('UPDATE accounting_contents SET body = replace(body, ?, ?) WHERE sha256 = ?')
    .run('"1500"', '"1400"', newest!.documentHash)
  expect(await plant.api.accounting.recompute({ id: newest!.id })).toMatchObject({
    isIdentical: false,
    damaged: ['document'],
  })
  expect((await refusalOf(overviewOf(newest))).code).toBe('accounting.content-damaged')
  expect((await refusalOf(plant.api.accounting.document({ id: newest!.id }))).code).toBe(
    'accounting.content-damaged',
  )
})
