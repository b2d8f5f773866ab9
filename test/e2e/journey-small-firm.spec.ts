import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { cli, gridOn, type Hands, handsOn, watchNetwork } from './journey.ts'
import { expect, test } from './support.ts'
import { adopt } from './walk.ts'

/** The last whole year, which an empty plant opens on. */
const year = new Date().getFullYear() - 1
const bills = {
  购入电量: '12.56 11.84 12.3 10.9 11.2 14.75 17.9 18.2 14.1 11.6 11.9 12.8',
  天然气消耗量: '0.42 0.39 0.31 0.18 0.12 0.1 0.09 0.1 0.13 0.2 0.33 0.41',
  柴油消耗量: '0.65 0.4 0.7 0.72 0.69 0.74 0.71 0.66 0.73 0.7 0.68 0.75',
}

async function describe(hands: Hands): Promise<void> {
  const { page, fill, press } = hands
  await hands.goTo('organization.facts.title')
  await fill('organization.field.name', '清河五金制品厂')
  await fill('organization.field.creditCode', '91440300708461136T')
  await fill('organization.field.industryCode', '3311')
  await press('organization.begin.act')
  await expect(page.getByRole('tree')).toBeVisible()
  await hands.goTo('monitoring.title')
  await page.getByRole('radio', { name: /小型企业/ }).check()
  await press('monitoring.template.apply')
  for (const source of ['购入使用电力', '天然气', '柴油'])
    await expect(page.locator('.records').getByText(source, { exact: true })).toBeVisible()
}

/** Three rows of bills; where kWh are typed into the field for MWh, the program asks. */
async function typeBills(hands: Hands): Promise<void> {
  const { page, say } = hands
  const grid = gridOn(page)
  await hands.goTo('activity.entry.title')
  for (const [row, amounts] of Object.entries(bills)) {
    await grid.focus(row, `${year}-01`)
    for (const [at, amount] of amounts.split(' ').entries()) {
      const isInKilowattHours = row === '购入电量' && at === 2
      await page.keyboard.type(isInKilowattHours ? '12300' : amount)
      await page.keyboard.press('Tab')
    }
  }
  await grid.focus('购入电量', `${year}-03`)
  await expect(grid.foot).toContainText(
    say('activity.entry.unit-doubted', { amount: '12,300 MWh', unit: 'kWh' }),
  )
  await hands.press('activity.entry.take-unit', { unit: 'kWh' })
  await expect(page.getByText(say('activity.submit.drafts', { count: 36 }))).toBeVisible()
  await hands.press('activity.submit.attach', { count: 0 })
  await page.locator('.activity-submit input[type=file]').setInputFiles({
    name: '电费单.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  })
  await expect(hands.button('activity.submit.attach', { count: 1 })).toBeVisible()
  await hands.press('activity.submit.act', { count: 36 })
  await expect(hands.button('activity.submit.act', { count: 36 })).toBeHidden()
}

/** Emissions and neutrality are taken up; what is left out is listed as excluded and asks for nothing. */
async function chooseSubsystems({ page }: Hands): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '体系范围', exact: true }).click()
  await adopt(page, ['碳排放', '碳中和'], ['碳交易', '碳资产'])
  await page.getByRole('navigation').getByRole('link', { name: '符合性总览', exact: true }).click()
  for (const name of ['碳交易', '碳资产'])
    await expect(page.getByText(new RegExp(`${name}.*没有此项业务`))).toBeVisible()
  await expect(page.getByText(/碳中和.*没有此项业务/)).toHaveCount(0)
}

async function countTotal(hands: Hands): Promise<string> {
  const { page, say } = hands
  await hands.goTo('accounting.inventories')
  await hands.press('accounting.inventory.new')
  await hands.press('accounting.create')
  const total = page.getByRole('region', { name: say('accounting.head.total') }).locator('button.openable')
  await expect(total).toBeVisible()
  for (const source of ['购入使用电力', '天然气', '柴油'])
    await expect(
      page
        .getByRole('cell', { name: source })
        .or(page.getByRole('rowheader', { name: source }))
        .first(),
    ).toBeVisible()
  return (await total.innerText()).split(/\s/)[0] ?? ''
}

/** A backup onto a stick, read back and proven. */
async function backUp(hands: Hands, stick: string): Promise<string> {
  const { page, say } = hands
  await hands.goTo('exchange.title')
  await page.getByRole('tab', { name: say('exchange.targets') }).click()
  await hands.press('exchange.add-target')
  await page.getByRole('menuitem', { name: say('exchange.kind-of-folder') }).click()
  await hands.fill('exchange.target-name', 'U 盘')
  await hands.fill('exchange.target-path', stick)
  await hands.press('exchange.save-target')
  await expect(page.getByRole('rowheader', { name: 'U 盘' })).toBeVisible()
  await page.getByRole('tab', { name: say('exchange.backups') }).click()
  await hands.choose(page.getByRole('combobox', { name: say('exchange.back-up-also') }), /U 盘/)
  await hands.press('exchange.back-up')
  await expect(page.getByText(say('exchange.backed-up', { file: 'tanbu-' }).slice(0, 9))).toBeVisible({
    timeout: 30_000,
  })
  const [file] = readdirSync(stick)
  expect(file).toBeDefined()
  return join(stick, file ?? '')
}

/** Every file of evidence by its name, which is its hash. */
function evidenceIn(folder: string): string[] {
  return readdirSync(join(folder, 'evidence'), { recursive: true, encoding: 'utf8' }).toSorted()
}

test('J6 the owner of a small firm leaves out what does not apply, types a year of bills, sees the total on one page, and finds it again on another computer', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const strangers = watchNetwork(app.context)
  const hands = handsOn(app.page, 'zh')
  await app.signUp()
  await describe(hands)
  await chooseSubsystems(hands)
  await typeBills(hands)
  const total = await countTotal(hands)
  await app.screenshot('journey-small-firm')

  const stick = join(app.home, 'stick')
  const laptop = join(app.home, 'new-laptop')
  mkdirSync(stick)
  const backup = await backUp(hands, stick)
  await cli('restore', backup, laptop)
  const [before, after] = await Promise.all(
    [join(app.home, 'plant'), laptop].map((folder) =>
      cli('inventory', folder, '--year', `${year}`, '--json'),
    ),
  )
  expect(after).toBe(before)
  expect(after).toContain(total.replaceAll(',', ''))
  expect(evidenceIn(laptop)).toEqual(evidenceIn(join(app.home, 'plant')))
  expect(await cli('audit', 'verify', laptop)).toContain('审计链完整')
  expect(strangers).toEqual([])
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
