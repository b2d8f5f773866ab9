import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { OwnEditionRecord } from '#shared/factors/record'
import { endOf, monthsOf } from '#shared/kernel/period'
import { newObjective } from '#shared/performance/objective'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { objectiveLike } from '#test/performance/support'
import { finish } from '#test/support/client'

import { changeThere, mergeBack } from './brought-back.ts'
import { disposeOfExpired } from './expired.ts'
import { type Hands, handsOn } from './journey.ts'
import { administrator, type App, expect, open, test } from './support.ts'
import { today } from './walk.ts'

const year = Number(today.slice(0, 4))
const passphrase = '一号锅炉房 搬家'

/** A factor of the plant's own, as a supplier's certificate gives it. */
const contract = (value: string) => ({
  ref: 'contract/CN',
  subject: 'electricity',
  name: { zh: '合同电力排放因子', en: 'Contract electricity' },
  kind: 'emission-factor' as const,
  value,
  unit: 'tCO2/MWh' as const,
  per: null,
  formula: null,
  gas: 'CO2' as const,
  region: 'CN',
  purpose: 'electricity-average' as const,
  usedFor: null,
  sector: null,
  dataYear: year - 1,
  validFrom: null,
  validTo: null,
  source: `供电合同 GD-${year - 1} 第 3 页`,
  seenIn: null,
  verification: 'secondary-copy' as const,
  note: null,
})
const edition = (value: string, readAt: string | null) => ({
  table: 'contract',
  title: { zh: '供电合同', en: 'Supply contract' },
  issuer: { zh: '供电公司', en: 'Supplier' },
  document: `GD-${year - 1}`,
  published: `${year - 1}`,
  note: null,
  factors: [contract(value)],
  readAt,
})

/** Electricity of last year by the plant's own factor; last year is frozen, this year is open. */
async function plant({ api }: App): Promise<OwnEditionRecord> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const draft = await api.factors.saveOwnEdition(edition('0.5', null))
  const own = await api.factors.releaseOwnEdition({ urn: draft.summary.urn })
  const since = { validFrom: `${year - 1}-01-01` }
  const source = await api.monitoring.addSource(sourceLike(facility, since))
  const bought = await api.monitoring.addParameter(parameterLike(source, since))
  await api.monitoring.addParameter(
    parameterLike(source, {
      ...since,
      role: 'factor',
      name: '合同因子',
      unit: 'tCO2/MWh',
      factor: { urn: own.summary.urn, ref: 'contract/CN' },
      determination: 'default',
      rollUp: 'mean',
      frequency: 'year',
    }),
  )
  const readings = monthsOf(year - 1).map((month) => ({
    parameter: bought.id,
    from: `${month}-01`,
    to: endOf(month),
    text: '1000',
    unit: null,
    note: null,
    proofs: [],
  }))
  await api.activity.submit({ readings, proofs: [], reason: null })
  for (const each of [year - 1, year]) {
    const { id } = await api.accounting.create({
      title: `${each} 年清单`,
      year: each,
      facilities: null,
      guideline: 'carbon-management-annex-f',
      gwpSet: 'AR6',
      rounding: 'none',
      view: 'iso-14064-1',
      scope2: 'location-based',
    })
    if (each < year) await finish(api.accounting.freeze({ id, password: administrator.password }))
  }
  await api.performance.addObjective(objectiveLike)
  return own
}

const frozenHash = async ({ api }: App) =>
  (await api.accounting.inventories({})).find(({ state }) => state === 'frozen')?.documentHash

/** A backup is proven by restoring it aside; everything is taken along in one file under a passphrase. */
async function takeAlong(app: App, { page, goTo, press, say }: Hands, folder: string): Promise<string> {
  await goTo('exchange.title')
  await page.getByRole('tab', { name: say('exchange.backups') }).click()
  await press('exchange.back-up')
  await expect(page.getByText(/^备份完成并已读回核对/)).toBeVisible()
  await expect(page.locator('.record').getByText(say('exchange.outcome.proved')).first()).toBeVisible()
  await press('exchange.export-all')
  await page.getByLabel(say('exchange.passphrase'), { exact: true }).fill(passphrase)
  await page.getByLabel(say('exchange.passphrase.again')).fill(passphrase)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('exchange.export-all') })
    .click()
  const link = page.getByRole('link', { name: /^保存 / })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  await app.screenshot('moving-backup')
  return file
}

/**
 * On a bare machine the file shows what it holds, and the plant is there again with the same hashes. What is changed
 * there goes into a package.
 *
 * @returns where the package lies.
 */
async function bringBack(app: App, file: string, home: string): Promise<string> {
  const other = await open(home)
  try {
    const hands = handsOn(other.app.page, 'zh')
    const { page, say, press, signIn } = hands
    await press('access.bring-back')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByLabel(say('exchange.passphrase'), { exact: true }).fill(passphrase)
    await press('exchange.passphrase.open')
    const holds = page.getByRole('table', { name: say('exchange.holds') })
    await expect(holds).toContainText('宁河热电有限公司')
    await expect(holds).toContainText(`${year - 1}-01 – ${year - 1}-12`)
    await other.app.expectAccessible()
    await other.app.screenshot('moving-bring-back')
    await press('exchange.bring-back.act')
    await signIn()
    expect(await frozenHash(other.app)).toBe(await frozenHash(app))
    expect(await other.app.api.monitoring.register({ facility: null })).toEqual(
      await app.api.monitoring.register({ facility: null }),
    )
    return await changeThere(other.app, hands, home)
  } finally {
    await other.close()
  }
}

/** A new edition of a factor tells which inventories it concerns: the open one; the frozen one keeps its value. */
async function renewFactor(app: App, { page, say, confirm }: Hands, own: OwnEditionRecord): Promise<void> {
  const { api } = app
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/#/factors/own?edition=${own.summary.urn}`)
  await confirm(say('factors.own.correct'))
  await expect(page.getByText(say('factors.own.state.draft')).first()).toBeVisible()
  const draft = (await api.factors.ownEditions({})).find(({ state }) => state === 'draft')!
  await api.factors.saveOwnEdition(edition('0.48', draft.changedAt))
  await confirm(say('factors.own.release'))
  const affected = page.getByRole('region', { name: say('factors.own.affected') })
  await expect(affected.getByRole('listitem').filter({ hasText: `${year} 年清单` })).toContainText(
    say('factors.record.uses.follows'),
  )
  await expect(affected.getByRole('listitem').filter({ hasText: `${year - 1} 年清单` })).toContainText(
    say('factors.record.uses.kept'),
  )
  await app.expectAccessible()
  await app.screenshot('moving-factor')
}

/** Two change one objective: both are shown field by field, and what only the other changed is taken over. */
async function changeObjective(app: App, { page, say, press }: Hands): Promise<void> {
  const { api } = app
  const opened = (await api.performance.objectives({}))[0]!
  const seen = newObjective.parse(opened)
  await page.goto(`${new URL(page.url()).origin}/#/performance/targets/${opened.id}`)
  await press('performance.objective.edit')
  const title = page.getByRole('textbox', { name: /目标$/ }).first()
  await title.fill('三年内强度降 8%')
  const theirs = { ...seen, title: '三年内强度降 6%', policy: '总部方针第三条' }
  await api.performance.editObjective({ ...theirs, id: opened.id, seen })
  await press('performance.save')
  const clash = page.getByRole('alert').filter({ hasText: say('kernel.clash.theirs') })
  await expect(clash.getByRole('row').last()).toContainText('三年内强度降 8%三年内强度降 6%')
  await app.screenshot('moving-objective')
  await press('kernel.clash.take-mine')
  await press('performance.save')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('三年内强度降 8%')
  expect((await api.performance.objectives({}))[0]).toMatchObject({
    title: '三年内强度降 8%',
    policy: '总部方针第三条',
  })
}

/** A holiday on the day when something is due moves it to the next day that is worked; what was planned stays. */
async function addHoliday(app: App, { page, goTo, chooseYear, say }: Hands): Promise<void> {
  const { api } = app
  const { id } = await api.verification.createCase({
    kind: 'inventory',
    title: '年度碳盘查',
    year: year - 1,
    inventory: null,
    owner: null,
    body: null,
    requester: '总部',
    isCompulsory: false,
    cost: null,
    startsOn: today,
    weekdayYears: [year + 1],
  })
  const last = async () => (await api.verification.case({ id })).steps.at(-1)!
  const { dueOn } = await last()
  await goTo('frame.calendar.title')
  await chooseYear(Number(dueOn.slice(0, 4)))
  // Open by itself where no day of the year is known yet, and shut once those that come along are there.
  await expect(async () => {
    const soon = { timeout: 1000 }
    await page.locator('.calendar-days').evaluate((days: HTMLDetailsElement) => (days.open = true))
    await page.getByLabel(say('frame.calendar.days.day')).fill(dueOn, soon)
    await page.getByLabel(say('frame.calendar.days.name')).fill('厂庆', soon)
    await page.getByRole('button', { name: say('frame.calendar.days.save') }).click(soon)
  }).toPass()
  await expect(page.getByRole('cell', { name: '厂庆' })).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/verification/cases/${id}`)
  const row = page
    .getByRole('region', { name: say('verification.steps') })
    .getByRole('row')
    .last()
  await expect(row).toContainText(`${say('verification.step.planned')} ${dueOn}`)
  expect((await last()).dueOn > dueOn).toBe(true)
  await app.screenshot('moving-holiday')
}

test('J12 backup, second machine, its changes back, a new factor, one objective changed twice, a holiday, a disposal', async ({
  app,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tanbu-moving-'))
  try {
    const hands = handsOn(app.page, 'zh')
    await app.signUp()
    const own = await plant(app)
    const file = await takeAlong(app, hands, folder)
    await mergeBack(app, hands, await bringBack(app, file, join(folder, 'other')))
    await renewFactor(app, hands, own)
    await changeObjective(app, hands)
    await addHoliday(app, hands)
    await disposeOfExpired(join(folder, 'old'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
