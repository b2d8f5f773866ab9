import { endOf, monthsOf } from '#shared/kernel/period'
import type { NewParameter, NewSource } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'

import { type App, expect, test } from './support.ts'

const since = { validFrom: '2024-01-01' }
const mean = { rollUp: 'mean' } as const
/** What an oxidation rate is under the guideline of the inventory, whichever that is. */
const oxidation = {
  determination: 'default',
  rollUp: 'mean',
  frequency: 'year',
  factor: { urn: 'urn:tanbu:factors:guideline-default:in-force', ref: 'coal-any' },
} as const

/** Role, unit, what every month comes to, and what else there is to say of the parameter. */
type Line = readonly [string, NewParameter['unit'], string | null, Partial<NewParameter>?]
interface Entry {
  readonly source: Partial<NewSource>
  readonly lines: readonly Line[]
}
const register: readonly Entry[] = [
  {
    source: {
      code: 'R-1',
      name: '燃煤锅炉',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      fuel: 'coal',
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    },
    lines: [
      ['fuel', 't', '81230.5'],
      ['calorificValue', 'GJ/t', '20.908', mean],
      ['carbonContent', 'tC/GJ', '0.02637', mean],
      ['oxidation', '%', null, oxidation],
    ],
  },
  {
    source: {
      code: 'R-2',
      name: '石灰石脱硫',
      category: 'desulfurization',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'desulfurization' },
    },
    lines: [
      ['agent', 't', '1250'],
      ['carbonateShare', '%', '90', mean],
      ['factor', 'tCO2/t', '0.4397', mean],
      ['conversion', '%', '100', mean],
    ],
  },
  {
    source: {
      code: 'D-1',
      name: '购入电力',
      calculation: { method: 'electricity', instruments: [{ name: '冀北绿电', kind: 'green-power' }] },
    },
    lines: [
      ['bought', 'MWh', '1200'],
      ['factor', 'tCO2/MWh', '0.5306', mean],
      ['instruments/0/greenPower', 'MWh', '300'],
      ['instruments/0/greenFactor', 'tCO2/MWh', '0', mean],
    ],
  },
]
/** Of the facility itself. */
const production: readonly Line[] = [
  ['generation', 'MWh', '180000'],
  ['auxiliary-power', 'MWh', '10800'],
  ['supplied-heat', 'GJ', '150000'],
  ['delivered-heat', 'GJ', '1650000'],
]

/** A power plant with a year of data, and one inventory of it under each of two guidelines. */
async function plantWithYear({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const known = await registered(api, facility)
  await api.activity.submit({
    readings: known.flatMap(({ parameter, text }) =>
      monthsOf(2025).map((month) => ({
        parameter,
        from: `${month}-01`,
        to: endOf(month),
        text,
        unit: null,
        note: null,
        proofs: [],
      })),
    ),
    proofs: [],
    reason: null,
  })
  for (const rules of [
    { title: '发电设施（不含脱硫）', guideline: 'mee-power-2022', rounding: 'mee-power-2022' },
    { title: 'GB/T 32151.1（含脱硫）', guideline: 'gbt-32151.1-2015', rounding: 'none' },
  ])
    await api.accounting.create({
      ...rules,
      year: 2025,
      facilities: null,
      gwpSet: 'AR5',
      scope2: 'location-based',
      view: 'guideline',
    })
}

async function registered(api: App['api'], facility: NodeId) {
  const known: { readonly parameter: NewParameter['weightedBy'] & string; readonly text: string }[] = []
  const add = async (
    like: Parameters<typeof parameterLike>[0],
    own: boolean,
    line: Line,
    position: number,
  ) => {
    const [role, unit, text, more] = line
    const facts = parameterLike(like, { ...since, role, name: role, unit, position, ...more })
    const made = await api.monitoring.addParameter(own ? { ...facts, source: null } : facts)
    if (text !== null) known.push({ parameter: made.id, text })
  }
  for (const { source, lines } of register) {
    const added = await api.monitoring.addSource(sourceLike(facility, { ...since, ...source }))
    for (const [position, line] of lines.entries()) await add(added, false, line, position)
    if (source.code === 'D-1')
      for (const [position, line] of production.entries()) await add(added, true, line, position)
  }
  return known
}

test('two boundaries of one plant, three views of one inventory, and an edition that takes over', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { page, api } = app
  await app.signUp()
  await plantWithYear(app)
  const { origin } = new URL(page.url())

  await page.goto(`${origin}/#/accounting?year=2025`)
  await page.getByRole('button', { name: '边界对照' }).click()
  // 12 × 1250 t × 90 % × 0.4397
  await expect(page.getByRole('row', { name: /石灰石脱硫/ })).toContainText('5,935.95')
  await app.screenshot('boundaries-compare')
  await app.expectAccessible()
  const coal = page.getByRole('row', { name: /燃煤锅炉/ })
  await coal.getByRole('listitem').first().getByRole('button').click()
  await expect(page.getByRole('complementary').getByText('缺省值或因子不同').first()).toBeVisible()
  await page.getByRole('button', { name: '导出对照表（XLSX）' }).click()
  await expect(page.getByRole('link', { name: /^\S+\.xlsx$/ })).toBeVisible()

  const [inventory] = await api.accounting.inventories({})
  await page.goto(`${origin}/#/accounting/${inventory!.id}?year=2025&tab=views`)
  // 12 × (1200 − 300) MWh × 0.5306
  await expect(page.getByRole('row', { name: /另行报告/ })).toContainText('5,730.48')
  await app.screenshot('boundaries-view-iso')
  await app.expectAccessible()
  await page.getByText('GHG Protocol（范围）').click()
  await expect(page.getByRole('row', { name: '范围二，基于位置' })).toContainText('7,640.64')
  await expect(page.getByRole('row', { name: '范围二，基于市场' })).toContainText('5,730.48')
  await page.getByRole('tab', { name: '生产数据' }).click()
  // 150 000 GJ ÷ 1 650 000 GJ
  await expect(page.getByRole('row', { name: /供热比/ })).toContainText('0.0909')
  await app.screenshot('boundaries-production')

  await page.goto(`${origin}/#/accounting/new?year=2026`)
  await page.getByLabel('核算指南').fill('钢铁')
  await page.getByTitle('温室气体排放核算与报告要求 第 5 部分：钢铁生产企业', { exact: true }).click()
  await expect(page.getByText('自 2026-10 起')).toBeVisible()
  await app.screenshot('boundaries-editions')
  await page.getByRole('button', { name: '建立清单' }).click()
  const editions = [{ from: '2026-10', guideline: 'gbt-32151.5-2026', rounding: 'none' }]
  await expect
    .poll(async () => (await api.accounting.inventories({})).map((each) => each.editions))
    .toContainEqual(editions)
})
