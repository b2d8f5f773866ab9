import type { Role } from '#shared/access/model'
import { monthAfter, monthOf } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { finish } from '#test/support/client'

import { type Hands, handsOn } from './journey.ts'
import { administrator, type App, expect, test } from './support.ts'

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const month = monthAfter(monthOf(today), -1)
const department = '生产部'
const first = 'given by the office'
const own = 'known to me alone'

/** A plant whose electricity of the last month is due from the production department today. */
async function plant({ api }: App): Promise<NodeId> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const facts = { validFrom: `${month}-01` }
  const grid = await api.monitoring.addSource(sourceLike(facility, facts))
  const about = { ...facts, department, responsible: '李敏' }
  await api.monitoring.addParameter(parameterLike(grid, { ...about, name: '购入电量' }))
  const days = Number(today.slice(8))
  await api.activity.saveCollectionRule({ facility, days, counting: 'calendar' })
  return facility
}

/** A colleague with an account of their own, who has not been at it yet. */
async function colleague({ api }: App, name: string, login: string, role: Role): Promise<void> {
  const personId = await api.access.addPerson({ name })
  const userId = await finish(api.access.addUser({ personId, login, language: 'zh', password: first }))
  await api.access.grant({ userId, role, nodeId: null })
}

/** Hands the window over: whoever sits there signs out, the next signs in for the first time. */
async function handOver({ page, fill, press }: Hands, from: string, login: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: from }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await fill('access.login', login)
  await fill('access.password', first)
  await press('access.sign-in')
  await page.getByLabel('原密码').fill(first)
  await page.getByLabel('新密码').fill(own)
  await page.getByLabel('再次输入密码').fill(own)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

test('a month goes from the task of a data owner over a reviewer to the seal of a manager', async ({
  app,
}) => {
  const hands = handsOn(app.page, 'zh')
  const { page, say } = hands
  await app.signUp()
  const facility = await plant(app)
  await colleague(app, '李敏', 'limin', 'data-owner')
  await colleague(app, '周审', 'zhoushen', 'reviewer')
  await colleague(app, '陈总', 'chenzong', 'management-representative')

  app.signWith(own)
  await handOver(hands, administrator.name, 'limin')
  const task = page.getByRole('link', {
    name: new RegExp(`^${department}：热电分厂 ${month} 数据采集（已有 0/1）`),
  })
  await expect(task).toHaveText(new RegExp(`截止 ${today}$`))
  await expect(page.getByText(say('frame.status.tasks', { count: 1 }))).toBeVisible()
  await task.click()
  await expect(page.getByText(`只显示 ${department} ${month} 要报的参数（1 个）`)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: month })).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('month-task')
  // The month before stands beside the one that is asked for.
  await page.locator('.rgCol [data-rgrow="0"][data-rgcol="1"]').first().click()
  await expect(page.locator('.grid-foot')).toContainText(`购入电量 · ${month}`)
  await page.keyboard.type('1180.5')
  await page.keyboard.press('Enter')
  await hands.press('activity.submit.act', { count: 1 })
  await hands.goTo('frame.calendar.title')
  await expect(page.locator('.record').getByText('已完成')).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('month-calendar')
  await hands.goTo('activity.collect.title')
  await expect(page.locator('.record', { hasText: '1 / 1' }).getByText('齐全')).toBeVisible()
  await app.expectAccessible()

  await handOver(hands, '李敏', 'zhoushen')
  await expect(page.getByText(say('frame.status.tasks', { count: 1 }))).toBeHidden()
  await hands.goTo('activity.entry.title')
  await hands.confirm(say('activity.review.check', { month }))
  await expect(page.getByText(say('activity.review.to-approve', { count: 1 }))).toBeVisible()

  await handOver(hands, '周审', 'chenzong')
  await hands.goTo('activity.entry.title')
  await hands.confirm(say('activity.review.approve', { month }))
  await hands.goTo('activity.months.title')
  await page.getByRole('button', { name: new RegExp(`^${month}`) }).click()
  const seal = hands.button('activity.months.seal', { month })
  await expect(seal).toBeVisible()
  await page.getByRole('textbox').last().fill('已逐项核对')
  await seal.click()
  await expect(hands.button('activity.months.reopen', { month })).toBeVisible()
  const tasks = await app.api.desk.tasks({ from: today, to: today, withOverdue: false })
  expect(tasks.map(({ department: of, state }) => `${of} ${state}`)).toContain(`${department} done`)
  expect((await app.api.activity.seals({ facility })).map(({ month: sealed }) => sealed)).toEqual([month])
})
