import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Inventory } from '#shared/accounting/inventory'
import { startBackend, type TestBackend } from '#test/support/backend'

import { bring, cellsBelow, codesIn, type Enterprise, type Import, makeInventory } from './enterprise.ts'
import { carbonPlantReport, gasPowerForm, type Ledger } from './ledgers.ts'
import { type CarbonPlant, carbonPlant, gasPlant } from './plants.ts'

let backend: TestBackend
let plant: Enterprise
let ledger: Ledger
let imported: Import
const open = () => {
  beforeAll(async () => {
    backend = await startBackend()
  })
  afterAll(() => backend.close())
}
const overviewOf = ({ id }: Inventory) => plant.api.accounting.overview({ id })
const cells = (inventory: Inventory, path?: string) =>
  cellsBelow(plant, backend.folder, ledger, inventory, path)

describe('GB/T 32151.34: fuel, asphalt fume, desulfurization, electricity and heat of one month', () => {
  open()
  let path: CarbonPlant['path']

  beforeAll(async () => {
    const made = await carbonPlant(backend.api)
    plant = made.enterprise
    path = made.path
    ledger = await carbonPlantReport()
    imported = await bring(plant, backend.folder, ledger)
  })

  it('is imported from one list of all processes, each name told from the next by its process', () => {
    expect(imported.proposal.mapping?.layout).toBe('long')
    expect(imported.readings).toBe(17)
  })

  it('reproduces all five published figures; the other months of the year are not asked for', async () => {
    const inventory = await makeInventory(plant, {
      title: '2024 年 6 月',
      guideline: 'gbt-32151.34-2024',
      rounding: 'none',
      view: 'guideline',
    })
    const published = {
      煅烧炉: '0.1078',
      沥青烟气焚烧: '0.00051744',
      烟气脱硫: '3.96',
      电网购电: '53.06',
      外购蒸汽: '0.308',
      非化石电力: '0',
      自发电: '0',
    }
    await plant.api.accounting.setReported({
      id: inventory.id,
      reported: Object.entries(published).map(([name, value]) => ({
        of: path(name),
        value,
        unit: 'tCO2' as const,
        source: 'GB/T 32151.34-2024 测试数据',
      })),
    })
    const overview = await overviewOf(inventory)
    expect(Object.fromEntries(overview.sources.map(({ name, value }) => [name, value]))).toEqual(published)
    expect(overview.total).toMatchObject({ value: '57.43631744', lines: 0 })
    expect(overview.byMonth.map(({ key }) => key)).toEqual(['2024-06'])
    expect(codesIn(overview)).not.toContain('accounting.missing')
    expect(codesIn(overview)).not.toContain('accounting.published-differs')
    expect(await cells(inventory)).toHaveLength(17)
    expect(await cells(inventory, path('外购蒸汽'))).toEqual(['月报!E17', '月报!E18'])
  })
})

describe('The monthly form of a gas power plant, rounded cell by cell', () => {
  open()
  const rules = { title: '2023 年清单', guideline: 'mee-power-2022', view: 'guideline' } as const

  beforeAll(async () => {
    plant = await gasPlant(backend.api)
    ledger = await gasPowerForm()
    imported = await bring(plant, backend.folder, ledger)
  })

  it('is imported with its empty months left empty', () => {
    expect(imported.readings).toBe(2)
    expect(imported.codes).toEqual([])
  })

  it('gives 454.33 with C_ar rounded to 5.96 and a heat of 8175.51 GJ', async () => {
    const inventory = await makeInventory(plant, { ...rules, rounding: 'mee-power-form' })
    const { total, sources } = await overviewOf(inventory)
    expect(total.value).toBe('454.33')
    const [month] = sources[0]!.months
    expect(month!.beside.map(({ code, value, unit }) => `${code} ${value} ${unit}`)).toEqual([
      'accounting.fuel-heat 8175.51 GJ',
      'accounting.carbon-received 5.96 tC/10^4 Nm3',
    ])
    expect(await cells(inventory)).toEqual(['化石燃料燃烧排放-发电-2023!B3', '化石燃料燃烧排放-发电-2023!C3'])
    expect(await cells(inventory, month!.beside[0]!.path)).toHaveLength(2)
  })

  it('gives 454.65 by the decimals of the guideline: which rule rounded is part of the figure', async () => {
    const inventory = await makeInventory(plant, { ...rules, rounding: 'mee-power-2022' })
    expect((await overviewOf(inventory)).total.value).toBe('454.65')
  })
})
