import { endOf, monthsOf } from '#shared/kernel/period'
import type { CaseId } from '#shared/verification/case'
import type { ShownStep } from '#shared/verification/contract'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { finish } from '#test/support/client'

import { administrator, type App, expect, test } from './support.ts'
import { alone, today, type Walk, walkOn } from './walk.ts'

const year = Number(today.slice(0, 4)) - 1
/** Long enough ago for the first step to be late whatever holidays lie between. */
const begun = new Date(Date.parse(today) - 21 * 86_400_000).toISOString().slice(0, 10)
/** No calendar of holidays reaches so far. */
const farOff = '2049-12-20'

/** A plant that buys electricity, and its readings of last year. */
async function plant({ api }: App): Promise<void> {
  await api.organization.begin({
    name: '示例热电有限公司',
    creditCode: null,
    industryCode: '4411',
    site: '厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const since = { validFrom: `${year}-01-01` }
  const source = await api.monitoring.addSource(sourceLike(facility, since))
  const bought = await api.monitoring.addParameter(parameterLike(source, since))
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
  const readings = monthsOf(year).map((month) => ({
    parameter: bought.id,
    from: `${month}-01`,
    to: endOf(month),
    text: '1000',
    unit: null,
    note: null,
    proofs: [],
  }))
  await api.activity.submit({ readings, proofs: [], reason: null })
}

/** A year without a table of holidays is asked about; Monday to Friday only is confirmed, and stands marked. */
async function begin({ page, app, ...walk }: Walk): Promise<CaseId> {
  await walk.open('核查与盘查')
  await walk.click('新建任务')
  await walk.type('名称', `${year} 年碳盘查`)
  await walk.choose(page.getByRole('combobox', { name: /流程/ }), '碳盘查')
  const starts = page.getByRole('textbox', { name: /起始日/ })
  const confirm = page.getByRole('button', { name: /^确认 \d{4} 年按周一至周五计算$/ })
  await starts.fill(farOff)
  await page.keyboard.press('Tab')
  await walk.click('建立')
  await confirm.click()
  await expect(page.getByText('2049 年按周一至周五计算（已确认）')).toBeVisible()
  await app.screenshot('stocktaking-year-confirmed')
  await starts.fill(begun)
  await page.keyboard.press('Tab')
  await walk.click('建立')
  // At the end of a year the steps may reach into one whose holidays are not out yet.
  const heading = page.getByRole('heading', { level: 1, name: /PC-\d{4}-001/ })
  await expect(heading.or(confirm)).toBeVisible()
  if (await confirm.isVisible()) {
    await confirm.click()
    await walk.click('建立')
  }
  await expect(heading).toBeVisible()
  return /cases\/([^?]+)/.exec(page.url())![1] as CaseId
}

/** The steps as the table shows them. */
const steps = ({ page }: Walk) => page.getByRole('region', { name: '步骤' }).locator('tbody tr')

/** Attaches a file to the step that is worked on. */
async function attach({ page }: Walk, name: string): Promise<void> {
  const side = page.getByRole('complementary')
  await side.getByRole('tab', { name: '附件' }).click()
  await side
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) })
  await expect(side.getByRole('link', { name })).toBeVisible()
}

/** The agreement is late: the day it is signed the dates of what follows are new, and the old ones stay beside them. */
async function sign(walk: Walk): Promise<void> {
  const { page, app } = walk
  const row = steps(walk)
  await expect(row).toHaveCount(7)
  await expect(row.nth(0)).toContainText(/已逾期逾期 \d+ 个工作日/)
  await expect(row.nth(6)).toContainText('原计划')
  await app.expectAccessible()
  await app.screenshot('stocktaking-late')
  await expect(page.getByText('这一步还没有附件')).toBeVisible()
  await attach(walk, '盘查协议.pdf')
  await walk.confirm('完成这一步')
  await expect(row.nth(0)).toContainText(today)
  await expect(row.nth(1)).toContainText('进行中')
}

/** The items of a running step, answered behind the window but for the first, and the step closed in it. */
async function goThrough(walk: Walk, id: CaseId, file: string): Promise<void> {
  const { page, app } = walk
  const step = await running(app, id)
  const [first] = step.items
  if (first) {
    const { zh } = first.title
    await page.getByRole('textbox', { name: `依据或说明 ${zh}` }).fill('有凭证')
    await walk.choose(page.getByRole('combobox', { name: `结果 ${zh}` }), '符合')
  }
  await answer(app, step)
  await attach(walk, file)
  await walk.confirm('完成这一步')
  await expect.poll(async () => (await running(app, id)).id).not.toBe(step.id)
}
async function running({ api }: App, id: CaseId): Promise<ShownStep> {
  return (await api.verification.case({ id })).steps.find(({ outcome }) => outcome === null)!
}
async function answer({ api }: App, { id, items }: ShownStep): Promise<void> {
  for (const { key, tier } of items)
    await api.verification.answerItem({ id, item: key, answer: 'yes', tier, flag: null, note: '' })
}

/** On site a chiller is found that nobody registered, and two people note different things of one source. */
async function onSite(walk: Walk, id: CaseId): Promise<void> {
  const { page, app } = walk
  const { api } = app
  await walk.click('现场发现新排放源，去登记')
  await walk.type('编号', 'R-1')
  await walk.type('名称', '2#冷水机组')
  await walk.typeDay('起始日期')
  await walk.click(/^保\s?存$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2#冷水机组')
  await app.screenshot('stocktaking-chiller')
  const chiller = (await api.monitoring.register({ facility: null })).sources.find(
    ({ code }) => code === 'R-1',
  )!
  await walk.type('名称', '2#离心式冷水机组')
  await page.getByRole('textbox', { name: '备注' }).fill('制冷剂 R134a')
  const { id: source, node, changedBy, changedAt, ...facts } = chiller
  expect([changedBy, changedAt].every(Boolean)).toBe(true)
  await api.monitoring.changeSource({
    ...facts,
    node,
    id: source,
    name: '2#螺杆式冷水机组',
    code: 'R-2',
    seen: { ...facts, node },
  })
  await walk.click(/^保\s?存$/)
  const clash = page.getByRole('alert').filter({ hasText: '您填写的' })
  await expect(clash.getByRole('row', { name: /名称/ })).toContainText('2#离心式冷水机组2#螺杆式冷水机组')
  await app.screenshot('stocktaking-clash')
  await walk.click('保留我的，再保存')
  await walk.click(/^保\s?存$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R-2 2#离心式冷水机组')
  await page.goto(`${new URL(page.url()).origin}/#/verification/cases/${id}`)
}

/** The report stands on the frozen inventory of the year. */
async function freeze({ app: { api } }: Walk, id: CaseId): Promise<void> {
  const inventory = await api.accounting.create({
    title: `${year} 年清单`,
    year,
    facilities: null,
    guideline: 'carbon-management-annex-f',
    gwpSet: 'AR6',
    rounding: 'none',
    view: 'iso-14064-1',
    scope2: 'location-based',
  })
  await finish(api.accounting.freeze({ id: inventory.id, password: administrator.password }))
  const { title, owner, body, requester, isCompulsory, cost } = await api.verification.case({ id })
  const facts = { title, year, owner, body, requester, isCompulsory, cost }
  await api.verification.editCase({ id, ...facts, inventory: inventory.id })
}

/** Two lines are sent back: round 2 begins at the documents, and round 1 stays as it was. */
async function sendBack(walk: Walk, id: CaseId): Promise<void> {
  await walk.confirm('退回到“文件评审”', '两行数据没有凭证')
  const row = steps(walk)
  await expect(row).toHaveCount(11)
  await expect(row.nth(5)).toContainText('已退回')
  await expect(row.nth(6)).toContainText('文件评审 第 2 轮进行中')
  await walk.page.getByRole('button', { name: '内部技术评审' }).first().click()
  await expect(walk.page.getByText('两行数据没有凭证')).toBeVisible()
  await walk.page.getByRole('button', { name: '文件评审' }).last().click()
  await walk.app.screenshot('stocktaking-round-2')
  for (const name of ['凭证补充.pdf', '现场记录 2.pdf', '盘查报告 2.pdf']) await goThrough(walk, id, name)
}

/** Reviewed, handed over under a signature, and locked. */
async function deliver(walk: Walk, id: CaseId): Promise<void> {
  const { page, app } = walk
  await answer(app, await running(app, id))
  await page.getByRole('textbox', { name: '自己评审自己报告的理由（单人模式）' }).fill(alone)
  await walk.sign('签名完成')
  await expect(steps(walk).nth(10)).toContainText('进行中')
  await walk.sign('签名完成')
  await expect(page.getByText(new RegExp(`已于 ${today} 交付，内容哈希 [0-9a-f]{64}`))).toBeVisible()
  await expect(page.getByRole('button', { name: '负责人与期限' })).toHaveCount(0)
  await app.expectAccessible()
  await app.screenshot('stocktaking-delivered')
}

test('J2 a stocktaking in seven steps: dates that move, a find on site, two who note the same, a second round, delivery', async ({
  app,
}) => {
  await app.signUp()
  await plant(app)
  const walk = walkOn(app)
  const id = await begin(walk)
  await sign(walk)
  await goThrough(walk, id, '工作组.pdf')
  await goThrough(walk, id, '文件评审记录.pdf')
  await onSite(walk, id)
  await goThrough(walk, id, '现场记录.pdf')
  await freeze(walk, id)
  await goThrough(walk, id, '盘查报告.pdf')
  await sendBack(walk, id)
  await deliver(walk, id)
})
