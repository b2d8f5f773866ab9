import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Inventory } from '#shared/accounting/inventory'
import { accountingTexts } from '#shared/accounting/texts'
import { wordedFinding } from '#shared/accounting/worded-finding'
import type { Mapping, Proposal } from '#shared/activity/mapping'
import type { Finding } from '#shared/kernel/finding'
import { type Language, say } from '#shared/kernel/texts'
import type { Parameter } from '#shared/monitoring/model'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

import { bring, cellsBelow, codesIn, type Enterprise, type Import, makeInventory } from './enterprise.ts'
import { henanEnergyTable, type Ledger, ningboMeterLedger, supplierExport } from './ledgers.ts'
import { demonstration, henan, nationalAverage, ningbo } from './plants.ts'

/** Gives the column under a heading to a parameter, as a person does where the program was not sure. */
function columnAs(heading: string, parameter: Parameter) {
  return (mapping: Mapping, { headings }: Proposal): Mapping => {
    if (mapping.layout !== 'wide-parameters') throw new Error(`read as ${mapping.layout}`)
    const column = mapping.values.filter((value) => headings[value.column]?.startsWith(heading))
    return { ...mapping, values: column.map((value) => ({ ...value, parameter: parameter.id })) }
  }
}

/** The first two findings as the page says them. */
async function inWords(findings: readonly Finding[], language: Language): Promise<string[]> {
  const average = await plant.api.factors.factor(nationalAverage(2022))
  return findings.slice(0, 2).map((finding) => {
    const { code, facts } = wordedFinding(finding, language, () => average.factor.name)
    return say(accountingTexts[code as keyof typeof accountingTexts], language, facts)
  })
}

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

describe('Ningbo 2020: purchased electricity, its factor corrected by the verifier', () => {
  open()
  const average = {
    urn: 'urn:tanbu:factors:grid-regional-ndrc:2012',
    ref: 'reporting-grid-average/CN-grid-east',
  }
  let factor: Parameter
  let first: Inventory

  it('is imported from its meter ledger in kWh', async () => {
    const made = await ningbo(backend.api)
    plant = made.enterprise
    factor = made.factor
    ledger = await ningboMeterLedger()
    imported = await bring(plant, backend.folder, ledger, columnAs('用电量', made.bought))
    expect(imported.readings).toBe(12)
    expect(imported.codes).toEqual(['activity.total-row'])
  })

  it('gives 6461.16 with the baseline margin, and says that this is no factor of an enterprise', async () => {
    first = await makeInventory(plant, {
      title: '核查前',
      guideline: 'carbon-management-annex-f',
      rounding: 'statement-2-decimals',
    })
    await plant.api.accounting.setReported({
      id: first.id,
      reported: [
        { of: 'total', value: '6461.16', unit: 'tCO2', source: '核查声明 2020（初始）' },
        { of: 'total', value: '5738.45', unit: 'tCO2', source: '核查声明 2020（核查后）' },
      ],
    })
    const { total, findings } = await overviewOf(first)
    expect(total.value).toBe('6461.16')
    const purpose = findings.find(({ code }) => code === 'accounting.factor-purpose')!
    expect(purpose).toMatchObject({ severity: 'explain', facts: { purpose: 'baseline-om' } })
    expect(codesIn({ findings })).toContain('accounting.grid-factor-year')
    const fits = findings.filter(({ code }) => code === 'accounting.other-factor-fits')
    expect(fits.map(({ facts }) => [facts['published'], facts['value'], facts['year']])).toContainEqual([
      '5738.45',
      '0.7035',
      '2012',
    ])
  })

  it('gives 5738.45 with the regional average, as a new version of the frozen one', async () => {
    await finish(plant.api.accounting.freeze({ id: first.id, password: administrator.password }))
    expect(codesIn(await overviewOf(first))).toContain('accounting.factor-purpose')
    await plant.api.monitoring.changeParameter({ ...factor, factor: average })
    const second = await plant.api.accounting.reopen({ id: first.id, reason: '核查机构更正电力排放因子' })
    const { total, findings, inventory } = await overviewOf(second)
    expect(total.value).toBe('5738.45')
    expect(inventory).toMatchObject({ version: 2, replaces: first.id })
    expect(codesIn({ findings })).not.toContain('accounting.factor-purpose')
    expect((await overviewOf(first)).total.value).toBe('6461.16')
    expect(await cells(second)).toEqual(Array.from({ length: 12 }, (_, index) => `总表!E${index + 4}`))
  })
})

describe('Henan 2024: the stated factor does not give the published result', () => {
  open()
  let stated: Inventory
  let factor: Parameter

  it('is imported from a table with quarters above its months', async () => {
    const made = await henan(backend.api)
    plant = made.enterprise
    factor = made.factor
    ledger = await henanEnergyTable()
    imported = await bring(plant, backend.folder, ledger, (mapping) => ({
      ...mapping,
      parameters: { ...mapping.parameters, 自来水: null },
    }))
    expect(imported.proposal.mapping).toMatchObject({ layout: 'wide-months', header: { from: 2, to: 3 } })
    expect(imported.readings).toBe(12)
  })

  it('computes 97.7 by the stated factor; a finding says where the published 93.1 differs and what gives it', async () => {
    stated = await makeInventory(plant, {
      title: '2024 年清单',
      guideline: 'carbon-management-annex-f',
      rounding: 'statement-1-decimal',
    })
    await plant.api.accounting.setReported({
      id: stated.id,
      reported: [{ of: 'total', value: '93.1', unit: 'tCO2', source: '核查声明 2024' }],
    })
    const { total, findings } = await overviewOf(stated)
    expect(total.value).toBe('97.7')
    const ofTotal = findings.filter(({ where }) => where === 'total')
    expect(ofTotal.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'explain accounting.published-differs',
      'explain accounting.other-factor-fits',
      'explain accounting.other-factor-fits',
    ])
    expect(ofTotal[0]!.facts).toMatchObject({ published: '93.1', computed: '97.7', source: '核查声明 2024' })
    // To one decimal the average of one province fits as well; the national one is told first.
    expect(ofTotal[1]!.facts).toMatchObject({ stated: '0.5633', value: '0.5366', year: '2022' })
    expect(ofTotal[2]!.facts).toMatchObject({ value: '0.5368', year: '2022' })
    expect(await inWords(ofTotal, 'zh')).toEqual([
      '温室气体排放总量：公布值 93.1 tCO₂（核查声明 2024）与按所列数据计算的 97.7 tCO₂ 不符',
      '温室气体排放总量：公布值 93.1 与所列因子 0.5633 tCO₂/MWh 不符，而与 0.5366 tCO₂/MWh（全国电力平均二氧化碳排放因子，生态环境部 国家统计局 公告2024年第33号 · 2022）相符',
    ])
    expect(await inWords(ofTotal, 'en')).toEqual([
      'Total greenhouse gas emission: the published 93.1 tCO₂ (核查声明 2024) is not the 97.7 tCO₂ that the stated inputs give',
      'Total greenhouse gas emission: the published 93.1 does not follow from the stated factor 0.5633 tCO₂/MWh, but from 0.5366 tCO₂/MWh (China, average electricity CO2 factor, 生态环境部 国家统计局 公告2024年第33号 · 2022)',
    ])
    expect(await cells(stated)).toEqual(Array.from('CDEFGHIJKLMN', (letter) => `能源消费!${letter}4`))
  })

  it('keeps the finding with the frozen version', async () => {
    const frozen = await finish(
      plant.api.accounting.freeze({ id: stated.id, password: administrator.password }),
    )
    expect(codesIn(await overviewOf(frozen))).toContain('accounting.published-differs')
    const { json } = await plant.api.accounting.document({ id: frozen.id })
    expect(JSON.parse(json)).toMatchObject({ reported: [{ of: 'total', value: '93.1' }] })
    expect(await plant.api.accounting.recompute({ id: frozen.id })).toMatchObject({ isIdentical: true })
  })

  it('gives the published 93.1 with the national average of 2022, and then nothing differs', async () => {
    await plant.api.monitoring.changeParameter({ ...factor, factor: nationalAverage(2022) })
    const second = await plant.api.accounting.reopen({ id: stated.id, reason: '按全国平均因子' })
    const overview = await overviewOf(second)
    expect(overview.total.value).toBe('93.1')
    expect(codesIn(overview)).not.toContain('accounting.published-differs')
    expect(codesIn(overview)).toContain('accounting.grid-factor-year')
  })
})

describe('A demonstration year of electricity', () => {
  open()

  it('gives 2833.2 from an export of the supplier in GBK and kWh', async () => {
    const made = await demonstration(backend.api)
    plant = made.enterprise
    ledger = supplierExport()
    imported = await bring(plant, backend.folder, ledger, columnAs('抄见电量', made.bought))
    expect(imported.readings).toBe(12)
    const inventory = await makeInventory(plant, {
      title: '2023 年清单',
      guideline: 'carbon-management-annex-f',
      rounding: 'statement-1-decimal',
    })
    const { total } = await overviewOf(inventory)
    expect(total.value).toBe('2833.2')
    expect(await cells(inventory)).toHaveLength(12)
  })
})
