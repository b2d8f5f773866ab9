import { endOf, monthsBetween } from '#shared/kernel/period'
import type { NewParameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'

import { administrator, type App, expect, test } from './support.ts'

/** Purchased electricity and output of three full years and the first half of the next, a little less each year. */
async function plant({ api }: App): Promise<NodeId> {
  await api.organization.begin({
    name: '宁河机械有限公司',
    creditCode: '91440300708461136T',
    industryCode: '3411',
    site: '宁河厂区',
    facility: '铸造分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const since = { validFrom: '2020-01-01' }
  const source = await api.monitoring.addSource(sourceLike(facility, since))
  const add = (facts: Partial<NewParameter>) =>
    api.monitoring.addParameter(parameterLike(source, { ...since, ...facts }))
  const bought = await add({ role: 'bought', name: '购入电量', unit: 'MWh' })
  await add({
    role: 'factor',
    name: '电力排放因子',
    unit: 'tCO2/MWh',
    factor: { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' },
    determination: 'default',
    rollUp: 'mean',
    frequency: 'year',
  })
  const made = await add({ source: null, role: 'output', name: '铸件产量', unit: 't' })
  const readings = monthsBetween('2023-01', '2026-07').flatMap((month) => {
    const fewer = (Number(month.slice(0, 4)) - 2023) * 40 + (Number(month.slice(5)) % 3) * 15
    const value = (text: string) => ({ text, unit: null, note: null, proofs: [] })
    const period = { from: `${month}-01`, to: endOf(month) }
    return [
      { parameter: bought.id, ...period, ...value(String(1200 - fewer)) },
      { parameter: made.id, ...period, ...value('800') },
    ]
  })
  await api.activity.submit({ readings, proofs: [], reason: null })
  return facility
}

const link = ({ page }: App, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true })

test('an indicator is begun by one press, gets a signed baseline, a target that is followed, and the cheapest measures', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { page, api } = app
  await app.signUp()
  await plant(app)

  await link(app, '绩效参数').click()
  await expect(page.getByText('还没有绩效参数')).toBeVisible()
  await app.screenshot('performance-empty')
  await app.expectAccessible()
  await page.getByRole('button', { name: '温室气体排放总量' }).click()
  const years = page.getByRole('region', { name: '温室气体排放总量：历年', exact: true })
  await expect(years.locator('svg').first()).toBeVisible()
  await years.locator('table').getByRole('button').first().click()
  const drawer = page.getByRole('complementary')
  await expect(drawer.getByRole('treeitem').first()).toBeVisible()
  await app.screenshot('performance-indicator')
  await app.expectAccessible()
  await page.keyboard.press('Escape')

  await link(app, '碳排放基准').click()
  await page.getByRole('button', { name: '建立基准' }).first().click()
  await page.getByRole('combobox', { name: '基准年' }).click()
  await page.getByTitle('2023', { exact: true }).click()
  await page.getByRole('combobox', { name: '确定方式' }).click()
  await page.getByTitle('多年平均', { exact: true }).click()
  await page.getByRole('textbox', { name: '原因与依据' }).fill('两年产量相近，数据完整')
  await page.getByRole('button', { name: '计算基准值' }).click()
  await expect(page.getByText('等待批准').first()).toBeVisible()
  await page.getByRole('button', { name: /^批\s?准$/ }).click()
  await page.getByLabel('登录密码').fill(administrator.password)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^批\s?准$/ })
    .click()
  await expect(page.getByText(/王建国 .* 批准/)).toBeVisible()
  await app.screenshot('performance-baseline')
  await app.expectAccessible()

  await link(app, '目标、指标与措施').click()
  await page.getByRole('button', { name: '新建目标' }).first().click()
  await page.getByRole('textbox', { name: /^\* 目标$/ }).fill('2028 年前减排三成')
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('“2028 年前减排三成”没有量化指标')).toBeVisible()
  await app.screenshot('performance-objective-empty')
  const [objective] = await api.performance.objectives({})
  const [indicator] = await api.performance.indicators({})
  const [baseline] = await api.performance.baselines({})
  await api.performance.addTarget({
    objective: objective!.id,
    name: '排放总量',
    indicator: indicator!.id,
    kind: 'absolute',
    baseline: baseline!.id,
    baseYear: 2023,
    baseValue: baseline!.values[0]!.value,
    value: '5600',
    unit: 'tCO2e',
    due: '2028-12-31',
    path: 'straight',
    steps: [],
  })
  const measure = (title: string, expected: string, investment: string, yearlyCost: string) =>
    api.performance.addMeasure({
      objective: objective!.id,
      title,
      what: `${title}，见可行性报告`,
      resource: '设备款与停机时间',
      owner: '赵强',
      department: '设备部',
      node: null,
      start: null,
      due: '2027-06-30',
      evaluation: '比较改造前后的单位产品电耗',
      expected,
      derivation: '',
      achieved: null,
      investment,
      yearlyCost,
      lifetime: 10,
      group: null,
      requires: [],
    })
  await measure('变频改造', '300', '400000', '-90000')
  await measure('屋顶光伏', '900', '5200000', '-380000')
  await measure('余热回收', '420', '900000', '-20000')
  await expect(page.getByRole('region', { name: '排放总量：进度与计划', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '屋顶光伏' }).click()
  await page.getByRole('button', { name: /^批\s?准$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^批\s?准$/ })
    .click()
  await expect(page.getByRole('cell', { name: '已批准' })).toBeVisible()
  await app.screenshot('performance-objective')
  await app.expectAccessible()

  await link(app, '减排成本与路径').click()
  await page.getByLabel('至少减排（tCO₂e/a）').fill('1100')
  await page.getByRole('button', { name: /^求\s?解$/ }).click()
  const answer = page.getByRole('region', { name: '求解结果' })
  await expect(answer.getByText('已用精确小数复核')).toBeVisible({ timeout: 30_000 })
  await expect(answer.getByRole('listitem').first()).toContainText('变频改造')
  await app.screenshot('performance-abatement')
  await app.expectAccessible()

  await link(app, '能耗').click()
  await expect(page.getByRole('row', { name: /综合能耗（当量值）/ })).toBeVisible()
  await app.screenshot('performance-energy')
  await app.expectAccessible()
})
