import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { unpacked } from '#electron/verification/open-package'
import { endOf, monthsOf } from '#shared/kernel/period'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { finish } from '#test/support/client'

import { administrator, type App, expect, test } from './support.ts'

/** A plant that buys electricity, a year of it, and the inventory of that year, frozen. */
async function frozenPlant({ api }: App) {
  await api.organization.begin({
    name: '示例热电有限公司',
    creditCode: null,
    industryCode: '4411',
    site: '厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const since = { validFrom: '2024-01-01' }
  const source = await api.monitoring.addSource(sourceLike(facility, since))
  const bought = await api.monitoring.addParameter(
    parameterLike(source, { ...since, role: 'bought', name: '购入电量', unit: 'MWh' }),
  )
  await api.monitoring.addParameter(
    parameterLike(source, {
      ...since,
      role: 'factor',
      name: '电网因子',
      unit: 'tCO2/MWh',
      factor: { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' },
      determination: 'default',
      rollUp: 'mean',
      frequency: 'year',
    }),
  )
  const readings = monthsOf(2025).map((month, at) => ({
    parameter: bought.id,
    from: `${month}-01`,
    to: endOf(month),
    text: `${1000 + at}.5`,
    unit: null,
    note: null,
    proofs: [],
  }))
  await api.activity.submit({ readings, proofs: [], reason: null })
  const inventory = await api.accounting.create({
    title: '2025 年清单',
    year: 2025,
    facilities: null,
    guideline: 'carbon-management-annex-f',
    gwpSet: 'AR6',
    rounding: 'none',
    view: 'iso-14064-1',
    scope2: 'location-based',
  })
  await finish(api.accounting.freeze({ id: inventory.id, password: administrator.password }))
  return api.verification.createCase({
    kind: 'verification',
    title: '2025 年核查',
    year: 2025,
    inventory: inventory.id,
    owner: null,
    body: null,
    requester: '省厅',
    isCompulsory: true,
    cost: null,
    startsOn: new Date().toISOString().slice(0, 10),
    weekdayYears: [2027, 2028],
  })
}

test('J9 a verifier reads the package on a bare machine, sees when it was altered, and sends questions back', async ({
  app,
}) => {
  await app.signUp('zh')
  const { id } = await frozenPlant(app)
  const { page, context } = app
  await page.goto(`${new URL(page.url()).origin}/#/verification/cases/${id}`)
  await page.getByRole('tab', { name: '核查包' }).click()
  await page.getByLabel('接收方').fill('某核查有限公司')
  await page.getByRole('button', { name: '生成核查包' }).click()
  const link = page.getByRole('link', { name: /^\S+\.zip$/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  await app.expectAccessible()

  const folder = mkdtempSync(join(tmpdir(), 'tanbu-verifier-'))
  try {
    const zip = join(folder, 'package.zip')
    const place = join(folder, 'package')
    await download.saveAs(zip)
    await unpacked(zip, place, 'package.zip')
    const reader = await context.newPage()
    const asked: string[] = []
    reader.on('request', (request) => void asked.push(request.url()))
    await reader.goto(`file://${place}/index.html#figures`)
    await expect(reader.locator('#integrity')).toContainText('数据未改动')
    await expect(reader.locator('#page')).toContainText('tCO₂e')
    await reader.goto(`file://${place}/index.html#questions`)
    await reader.getByLabel('提出人').fill('核查员甲')
    await reader.getByLabel('内容', { exact: true }).fill('一月的结算单在哪里？')
    await reader.getByRole('button', { name: '加入' }).click()
    const [replies] = await Promise.all([
      reader.waitForEvent('download'),
      reader.getByRole('button', { name: '保存 replies.json' }).click(),
    ])
    await replies.saveAs(join(folder, 'replies.json'))
    // Nothing is asked of any network.
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([])

    const readings = join(place, 'data', 'readings.js')
    writeFileSync(readings, readFileSync(readings, 'utf8').replace('1003.5', '1008.5'))
    await reader.goto(`file://${place}/index.html#overview`)
    await reader.reload()
    await expect(reader.getByRole('alert')).toContainText('json/readings.json')
    await reader.getByRole('button', { name: 'English' }).click()
    await expect(reader.locator('#integrity')).toContainText('the package was altered')
    await reader.close()

    await page.getByRole('tab', { name: /问题与更正/ }).click()
    await page.locator('input[type=file]').last().setInputFiles(join(folder, 'replies.json'))
    await expect(page.getByText('一月的结算单在哪里？')).toBeVisible()
    await expect(page.getByText(/核查员甲/)).toBeVisible()
    await app.expectAccessible()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
