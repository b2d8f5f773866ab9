import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import type { Language } from '#shared/kernel/texts'
import { finish } from '#test/support/client'

import { type Hands, handsOn } from './journey.ts'
import { printedBy } from './office.ts'
import { administrator, type App, expect, test } from './support.ts'

const given = 'Plant-2026 first'
const own = 'known to me alone'

/** A small plant with three months of purchased electricity, read from a meter whose number the parameter names. */
async function plant({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const made = await api.monitoring.applyTemplate({
    template: 'small-firm',
    node: facility,
    validFrom: '2025-01-01',
    language: 'zh',
  })
  const bought = made.parameters.find(({ role }) => role === 'bought')!
  await api.monitoring.changeParameter({ ...bought, meter: 'DN-7' })
  const month = (number: number) => `2025-${String(number).padStart(2, '0')}-01`
  await api.activity.submit({
    readings: [1, 2, 3].map((number) => ({
      parameter: bought.id,
      from: month(number),
      to: month(number + 1),
      text: '1000',
      unit: null,
      note: null,
      proofs: [],
    })),
    proofs: [],
    reason: null,
  })
  const personId = await api.access.addPerson({ name: '李敏' })
  const userId = await finish(
    api.access.addUser({ personId, login: 'limin', language: 'zh', password: given }),
  )
  await api.access.grant({ userId, role: 'management-representative', nodeId: null })
}

/** Hands the window over to somebody else. */
async function handOver({ page, fill, press }: Hands, from: string, login: string, password: string) {
  await page.getByRole('banner').getByRole('button', { name: from }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await fill('access.login', login)
  await fill('access.password', password)
  await press('access.sign-in')
}

test('a plan from the register goes through review and approval, a meter marks the total until it is settled, the plan leaves as files', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { page } = app
  await app.signUp()
  await plant(app)
  const hands = handsOn(page, 'zh')
  await hands.goTo('monitoring.plans')
  await app.screenshot('plan-empty')
  await hands.press('monitoring.plans.begin-first')
  await expect(page.getByText('没有写实际做法偏离计划时的处理规则')).toBeVisible()
  await app.screenshot('plan-heading')
  await app.expectAccessible()

  await page.getByRole('tab', { name: /^参数/ }).click()
  await page.getByRole('textbox', { name: '记录方式' }).fill('运行日志')
  await page.getByRole('textbox', { name: '责任部门' }).fill('生产部')
  await hands.press('monitoring.plan.line-fill')
  await expect(page.getByText('10 个参数没有责任部门')).toHaveCount(0)
  await app.screenshot('plan-lines')
  await app.expectAccessible()
  await page.getByRole('tab', { name: '采样与质量' }).click()
  await hands.fill('monitoring.plan.field.deviationRule', '三日内查明原因，改用替代方法并记录')
  await app.screenshot('plan-parts')
  await hands.press('monitoring.plan.submit')
  await expect(page.getByText('这一版由你编写或提交')).toBeVisible()

  app.signWith(given)
  await handOver(hands, administrator.name, 'limin', given)
  await page.getByLabel('原密码').fill(given)
  await page.getByLabel('新密码').fill(own)
  await page.getByLabel('再次输入密码').fill(own)
  await page.getByRole('button', { name: '修改密码' }).click()
  await hands.goTo('monitoring.plans')
  await page.locator('.record').getByText('审核中').click()
  await page.getByLabel('登录密码').fill(own)
  await hands.press('monitoring.plan.approve')
  await expect(page.getByText('签名有效，内容未被改动')).toBeVisible()
  await app.screenshot('plan-approved')
  app.signWith(administrator.password)
  await handOver(hands, '李敏', administrator.login, administrator.password)
  await hands.goTo('monitoring.plans')
  await page.locator('.record').getByText('已批准，待生效').click()
  await hands.confirm('使其生效')
  await expect(page.locator('.page-head').getByText('现行')).toBeVisible()

  await hands.goTo('monitoring.meters')
  await app.screenshot('meters-empty')
  await page.getByRole('button', { name: '登记“DN-7”（1 个参数）' }).click()
  await page.getByLabel('启用日期').fill('2025-01-01')
  await page.keyboard.press('Tab')
  await hands.press('monitoring.meter.save')
  await expect(page.getByRole('heading', { name: 'DN-7' })).toBeVisible()
  await hands.press('monitoring.certificate.add')
  await hands.fill('monitoring.certificate.number', 'JD-2025-1')
  await hands.fill('monitoring.certificate.body', '市计量院')
  await hands.fill('monitoring.certificate.calibratedOn', '2025-01-01')
  await page.keyboard.press('Tab')
  await hands.fill('monitoring.certificate.validUntil', '2025-01-31')
  await page.keyboard.press('Tab')
  await app.screenshot('meter-certificate')
  await hands.press('monitoring.certificate.save')
  await expect(
    page.getByText('购入使用电力 2025-02 2025-03').or(page.getByText(/2025-02 2025-03/)),
  ).toBeVisible()
  await app.screenshot('meter-lapse')
  await app.expectAccessible()
  await hands.goTo('monitoring.meters')
  await app.screenshot('meters-year')
  await app.expectAccessible()

  const { api } = app
  const year = () => api.accounting.standingOfYear({ year: 2025, facility: null })
  expect((await year())?.uncalibrated[0]?.parts[0]?.months).toEqual(['2025-02', '2025-03'])
  await page.locator('.record').getByText('DN-7').click()
  await hands.press('monitoring.lapse.settle')
  await hands.choose(page.getByLabel('处理方式'), '已采用保守值')
  await page.getByLabel('理由', { exact: true }).fill('按关口表结算电量取较大值')
  await hands.press('monitoring.settle.act')
  await expect(page.getByText('已采用保守值：按关口表结算电量取较大值')).toBeVisible()
  expect((await year())?.uncalibrated).toEqual([])

  await hands.goTo('monitoring.plans')
  await page.locator('.record').getByText('现行').click()
  await page.getByRole('tab', { name: '提交与导出' }).click()
  const taken = mkdtempSync(join(tmpdir(), 'tanbu-plan-'))
  const files: string[] = []
  for (const kind of ['docx', 'xlsx'] as const) {
    await hands.press('monitoring.plan.make', { kind: kind.toUpperCase() })
    files.push(await take(page, new RegExp(`\\.${kind}$`), join(taken, `plan-zh-${kind}.${kind}`)))
  }
  await app.screenshot('plan-files')
  await hands.goTo('activity.finding.title')
  await hands.chooseYear(2025)
  await hands.press('activity.finding.export')
  files.push(await take(page, /^下载 2025 .*\.xlsx$/, join(taken, 'findings-zh.xlsx')))
  await app.screenshot('findings-file')
  files.push(...(await madeInEnglish(app, taken)))
  const printed = await printedBy(files, taken)
  rmSync(taken, { recursive: true, force: true })
  await expectPrinted(app, 'zh', printed.slice(0, 3))
  await expectPrinted(app, 'en', printed.slice(3))
})

/** The plan as DOCX and as XLSX and the list of findings, each with a heading and a number of its own. */
async function expectPrinted({ api, page }: App, language: Language, printed: readonly string[]) {
  const { say } = handsOn(page, language)
  const [docx = '', xlsx = '', findings = ''] = printed
  for (const plan of [docx, xlsx]) {
    expect(plan).toContain(say('monitoring.plan.part.lines'))
    expect(plan).toContain('运行日志')
    expect(plan).toContain('91440300708461136T')
  }
  const { facility } = (await api.monitoring.plans({}))[0]!
  const register = await api.activity.findings({ year: 2025, facility, language })
  const open = register.findings.filter(({ state }) => state === 'open').length
  expect(open).toBeGreaterThan(0)
  expect(findings).toContain(say('activity.finding.sheet', { year: 2025, name: '热电分厂' }))
  expect(findings).toContain(say('activity.finding.sheet-line', { open, answered: 0, settled: 0 }))
}

/** Takes a finished file away by its link. */
async function take(page: Page, link: RegExp, path: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  await (await coming).saveAs(path)
  return path
}

/** The plan and the findings as somebody takes them who reads English. */
async function madeInEnglish({ api, page, context }: App, folder: string): Promise<string[]> {
  const language = 'en'
  const { id: plan, facility } = (await api.monitoring.plans({}))[0]!
  const made = await finish(api.exchange.exportPlan({ plan, kinds: ['docx', 'xlsx'], language }))
  const findings = await finish(api.activity.exportFindings({ year: 2025, facility, language }))
  const wanted = [
    ...made.map(({ id, kind }) => ({ id, name: `plan-en-${kind}.${kind}` })),
    { id: findings.download, name: 'findings-en.xlsx' },
  ]
  for (const { id, name } of wanted) {
    const answer = await context.request.get(new URL(`/download/${id}`, page.url()).href)
    expect(answer.ok()).toBe(true)
    writeFileSync(join(folder, name), await answer.body())
  }
  return wanted.map(({ name }) => join(folder, name))
}
