import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import { sha256 } from '#electron/kernel/crypto'
import { monthAfter, monthOf } from '#shared/kernel/period'
import { inMonth } from '#test/activity/support'
import { folderTarget } from '#test/exchange/folder-target'
import { meterLike, parameterLike, sourceLike } from '#test/monitoring/support'
import { finish } from '#test/support/client'

import { gridOn, type Hands, handsOn } from './journey.ts'
import { administrator, type App, expect, test } from './support.ts'
import { alone, today } from './walk.ts'

const month = monthAfter(monthOf(today), -1)
const before = monthAfter(month, -1)
const year = Number(month.slice(0, 4))
const [first, second] = ['1#变压器电量', '2#变压器电量']

/** A remote site with two transformers; the certificate of the first one's meter ran out before the month. */
async function site({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const since = { validFrom: `${before}-01` }
  const factor = { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' }
  const usual = { determination: 'default', rollUp: 'mean', frequency: 'year', unit: 'tCO2/MWh' } as const
  const parameters = []
  for (const [at, name] of [first, second].entries()) {
    const source = await api.monitoring.addSource(
      sourceLike(facility, { ...since, code: `D-${at + 1}`, name }),
    )
    const band = { ...since, bandLow: '700', bandHigh: '900' }
    parameters.push(await api.monitoring.addParameter(parameterLike(source, { ...band, name })))
    await api.monitoring.addParameter(
      parameterLike(source, { ...since, ...usual, role: 'factor', name: '电网因子', factor }),
    )
  }
  const installed = meterLike(facility, { tag: 'DN-1', installedOn: '2024-01-01' })
  const { meter } = await api.monitoring.addMeter({ ...installed, parameters: [parameters[0]!.id] })
  await api.monitoring.addCertificate({
    meter: meter.id,
    number: 'JD-118',
    body: '市计量院',
    calibratedOn: '2024-01-10',
    validUntil: `${before}-09`,
    result: 'within-limits',
    deviation: '0.2',
    limit: '0.5',
    note: null,
    upload: null,
  })
  const readings = parameters.map(({ id }) => inMonth(id, before, '860'))
  await api.activity.submit({ readings, proofs: [], reason: null })
}

/** The start page leads to what is due; values are taken as people write them, and doubts are shown beside them. */
async function typeMonth(app: App, { page, say, press, signIn }: Hands): Promise<void> {
  const grid = gridOn(page)
  const due = page.getByRole('link', { name: new RegExp(`${month} 数据采集（已有 0/2）`) })
  await due.click()
  await expect(page.getByRole('columnheader', { name: month })).toBeVisible()
  await grid.type(second, month, '1.240.500')
  await grid.focus(second, month)
  await expect(grid.foot).toContainText('有两种读法：1240500 或 1240.500')
  await grid.type(first, month, '1 240,5')
  await grid.focus(first, month)
  await expect(grid.foot).toContainText('读作 1,240.5 MWh')
  await expect(grid.foot).toContainText(`证书有效至 ${before}-09`)
  await expect(grid.foot).toContainText('没有有效检定，数据可以录入')
  await expect(page.getByRole('group', { name: say('activity.abnormal') })).toBeVisible()
  await app.expectAccessible()
  await app.restart('SIGKILL')
  await signIn()
  await expect(page.locator('.todo').getByText(/^已恢复 \d 项草稿：活动数据，保存于 \d\d:\d\d/)).toBeVisible()
  await due.click()
  await press('activity.submit.act', { count: 1 })
  await grid.focus(first, month)
  await expect(grid.foot).toContainText('计量器具 DN-1 检定已过期')
}

/** The unusual value is investigated as a deviation, with a photo that was too large, until somebody closes it. */
async function investigate({ page, say, press, fill, confirm, button }: Hands): Promise<void> {
  await press('activity.abnormal.investigate')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^DV-\d{4}-001/)
  await fill('monitoring.deviation.cause', '盘点更正')
  await fill('monitoring.deviation.response', '已重新盘点并更正台账')
  await page.getByLabel(say('monitoring.deviation.to')).fill(`${monthAfter(month, 1)}-01`)
  await page.keyboard.press('Tab')
  await press('monitoring.deviation.answer-save')
  await page.getByRole('tab', { name: say('frame.record.files') }).click()
  const photo = Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.alloc(9 * 1024 * 1024)])
  const files = page.getByRole('complementary')
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: '盘点.png', mimeType: 'image/png', buffer: photo })
  await expect(files.getByText('原文件不会改动')).toBeVisible()
  await press('frame.upload.shrink')
  await expect(files.getByRole('link', { name: '盘点.jpg' })).toBeVisible()
  await page.getByPlaceholder('独自批准的理由').fill(alone)
  await page.getByPlaceholder('登录密码').fill(administrator.password)
  await press('monitoring.deviation.approve')
  await confirm(say('monitoring.deviation.close'), '台账与盘点一致')
  await expect(button('monitoring.deviation.close')).toBeHidden()
}

/** Without the second value the month has no sum; with it, it has one by source. */
async function completeMonth({ page, goTo, press }: Hands): Promise<void> {
  const grid = gridOn(page)
  await goTo('activity.months.title')
  await page.getByRole('button', { name: new RegExp(`^${month}`) }).click()
  const totals = page.getByRole('region', { name: `${month} 排放量预览` })
  await expect(totals.getByRole('row', { name: /^合计/ })).toHaveText('合计不完整，缺 1 项')
  await goTo('activity.entry.title')
  await grid.focus(second, month)
  // What stands there from before can be read in two ways; it is typed anew as an input method gives it.
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('８６０．５ MWh')
  await page.keyboard.press('Enter')
  await press('activity.submit.act', { count: 1 })
  await goTo('activity.months.title')
  await page.getByRole('button', { name: new RegExp(`^${month}`) }).click()
  await expect(totals.getByRole('row')).toHaveText([
    new RegExp(`^${first}[\\d.]+`),
    new RegExp(`^${second}[\\d.]+`),
    /^合计[\d,.]+/,
  ])
}

/** The package goes onto a stick and is whole there; once the stick is gone the next one says that it did not arrive. */
async function handOver({ home, api }: App, { page, say, goTo, press }: Hands): Promise<void> {
  const stick = join(home, 'stick')
  mkdirSync(stick)
  await finish(api.exchange.addTarget(folderTarget('U 盘', stick)))
  await api.accounting.create({
    title: `${year} 年清单`,
    year,
    facilities: null,
    guideline: 'carbon-management-annex-f',
    gwpSet: 'AR6',
    rounding: 'none',
    view: 'iso-14064-1',
    scope2: 'location-based',
  })
  await goTo('exchange.reports')
  for (const kind of ['xlsx', 'docx', 'pdf'] as const)
    await page.getByRole('checkbox', { name: say(`exchange.kind-${kind}`) }).uncheck()
  const made = page.locator('.exchange-made')
  const send = made.getByRole('button', { name: say('exchange.send'), exact: true })
  await press('exchange.reports.make')
  await send.click()
  await expect(made.getByText('已送达 1 份，未送达 0 份')).toBeVisible()
  const [name = ''] = readdirSync(stick)
  const hash = sha256(readFileSync(join(stick, name)))
  await expect(made.getByRole('row', { name: new RegExp(hash) })).toContainText('KiB')
  renameSync(stick, `${stick}-away`)
  await made
    .getByRole('button', { name: say('frame.close') })
    .last()
    .click()
  await press('exchange.reports.make')
  await send.click()
  await expect(made.getByText('已送达 0 份，未送达 1 份')).toBeVisible()
  expect(sha256(readFileSync(join(`${stick}-away`, name)))).toBe(hash)
}

test('J1 a month at a remote site: typed as people write, doubted, investigated, completed and handed over', async ({
  app,
}) => {
  const hands = handsOn(app.page, 'zh')
  await app.signUp()
  await site(app)
  await typeMonth(app, hands)
  await investigate(hands)
  await completeMonth(hands)
  await handOver(app, hands)
})

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
