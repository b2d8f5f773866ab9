import { readFileSync } from 'node:fs'

import { formulaById } from '#shared/monitoring/formulas/all'

import { gridOn, type Hands, handsOn } from './journey.ts'
import { type App, expect, test } from './support.ts'

/** A year of a sector as the sample has it: the number of each month by source and role. */
interface Sample {
  readonly year: number
  readonly readings: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
  readonly expected: { readonly total: string }
}
interface Sector {
  /** What is typed to find the kind of plant, and what it is called. */
  readonly search: string
  readonly title: string
  readonly sample: string
  readonly guideline: string
  /** The first row of the grid. */
  readonly first: string
  /** A source that is calculated by a formula of its guideline. */
  readonly source: string
  readonly formula: string
}

function sampleOf(sector: string): Sample {
  return JSON.parse(readFileSync(`test/sectors/${sector}.json`, 'utf8')) as Sample
}

/** The year as a spreadsheet has it: a row for each parameter in the order of the grid, a column for each month. */
async function sheetOf({ api }: App, { readings }: Sample): Promise<string> {
  const { sources, parameters } = await api.monitoring.register({ facility: null })
  const rows = sources
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ id, code }) =>
      parameters
        .filter(({ source }) => source === id)
        .toSorted((a, b) => a.position - b.position)
        .map(({ role }) => readings[code]?.[role] ?? ''),
    )
  return rows
    .map((row) => (typeof row === 'string' ? Array.from({ length: 12 }, () => row) : row).join('\t'))
    .join('\n')
}

async function register(hands: Hands, { search, title }: Sector): Promise<void> {
  const { page } = hands
  await hands.goTo('monitoring.title')
  await page.getByRole('searchbox').fill(search)
  await page.getByRole('radio', { name: title }).check()
  await hands.press('monitoring.template.apply')
  await expect(page.locator('.records').getByText('购入使用电力', { exact: true })).toBeVisible()
}

async function pasteYear(app: App, hands: Hands, { first }: Sector, sample: Sample): Promise<void> {
  const { page } = hands
  await hands.goTo('activity.entry.title')
  await hands.chooseYear(sample.year)
  await gridOn(page).focus(first, `${sample.year}-01`)
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), await sheetOf(app, sample))
  await page.keyboard.press('Control+v')
  const count = Object.values(sample.readings).flatMap((roles) => Object.values(roles)).length * 12
  await hands.press('activity.submit.act', { count })
  await expect(hands.button('activity.submit.act', { count })).toBeHidden()
}

async function totalOf(hands: Hands, { guideline }: Sector): Promise<string> {
  const { page, say } = hands
  await hands.goTo('accounting.inventories')
  await hands.press('accounting.inventory.new')
  await expect(page.getByTitle(guideline)).toBeVisible()
  await expect(page.getByRole('radio', { name: say('accounting.view.guideline') })).toBeChecked()
  await hands.press('accounting.create')
  const head = page.getByRole('region', { name: say('accounting.head.total') })
  const total = head.locator('button.openable')
  await expect(total).toBeVisible()
  return (await total.innerText()).split(/\s/)[0] ?? ''
}

/** A month of the source opens down to the formula that its document prescribes. */
async function openFormula({ page, say }: Hands, { source, formula }: Sector): Promise<void> {
  await page.getByRole('row', { name: source }).first().getByRole('button').first().click()
  const drawer = page.getByRole('complementary', { name: say('frame.explain') })
  await drawer.getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(drawer.getByText(formulaById(formula).title.zh).first()).toBeVisible()
}

const sectors: readonly Sector[] = [
  {
    sample: 'glass',
    search: '玻璃',
    title: '平板玻璃',
    guideline: '温室气体排放核算与报告要求 第 7 部分：平板玻璃生产企业（2023）',
    first: '购入电量',
    source: '石灰石分解',
    formula: 'glass-carbonate-ndrc-2013',
  },
  {
    sample: 'fluorochemical',
    search: 'HCFC-22',
    title: '氟化工',
    guideline: '氟化工企业温室气体排放核算方法与报告指南（试行）',
    first: '购入电量',
    source: 'HFC-134a 生产逃逸',
    formula: 'fluorinated-gas-production-ndrc-2015',
  },
]

for (const sector of sectors)
  test(`a plant of the sector ${sector.sample} does its first year by the guideline of the sector`, async ({
    app,
  }) => {
    test.setTimeout(300_000)
    const sample = sampleOf(sector.sample)
    const hands = handsOn(app.page, 'zh')
    await app.signUp()
    await app.api.organization.begin({
      name: '清河工业有限公司',
      creditCode: null,
      industryCode: null,
      site: '厂区',
      facility: '分厂',
      validFrom: `${sample.year}-01-01`,
    })
    await register(hands, sector)
    await app.screenshot(`sector-${sector.sample}-register`)
    await pasteYear(app, hands, sector, sample)
    await app.screenshot(`sector-${sector.sample}-entry`)
    const total = await totalOf(hands, sector)
    await app.screenshot(`sector-${sector.sample}-inventory`)
    await app.expectAccessible()
    await openFormula(hands, sector)
    await app.screenshot(`sector-${sector.sample}-formula`)
    expect(Number(total.replaceAll(',', ''))).toBeCloseTo(Number(sample.expected.total), 1)
  })
