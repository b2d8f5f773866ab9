import { requiredOutputs, verdictChoices, verdictsOf } from '#shared/review/outputs'
import { administrator } from '#test/support/backend'

import { type App, expect, test } from './support.ts'

async function open({ page }: App, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`)
}
const day = () => new Date().toLocaleDateString('sv-SE')

test('a deviation is raised to a nonconformity, led to its closing, and nothing is left out on the way', async ({
  app,
}) => {
  await app.signUp()
  const { page, api } = app
  await api.organization.begin({
    name: '东方热电',
    creditCode: null,
    industryCode: '4412',
    site: '厂区',
    facility: '热电厂',
    validFrom: '2024-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!
  const { personId } = (await api.access.staff({}))[0]!
  const deviation = await api.monitoring.recordDeviation({
    facility: facility.id,
    title: '入炉煤采样缺一班',
    trigger: null,
    parameters: [],
    from: day(),
    to: null,
    dueOn: null,
    responsible: null,
  })

  await open(app, `/monitoring/deviations/${deviation.id}`)
  await page.getByRole('button', { name: '登记不符合' }).click()
  await expect(page.getByRole('link', { name: /来自 DV-/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue('入炉煤采样缺一班')
  await page.getByLabel('偏差幅度（%）').fill('12')
  await page.getByRole('button', { name: '登记不符合' }).click()
  await expect(page.getByText('达到重大偏差的界限 10 %')).toBeVisible()
  await app.expectAccessible()

  const raised = await api.nonconformity.raise({
    title: '入炉煤采样缺一班',
    source: 'deviation',
    requirements: ['9.1.1'],
    fact: '夜班没有采样记录',
    severity: 'major',
    size: '12',
    node: facility.id,
    subsystem: 'emission',
    foundBy: personId,
    foundOn: day(),
    owner: personId,
    origin: `monitoring/deviation/${deviation.id}`,
    due: null,
  })
  await open(app, `/nonconformity/${raised.id}`)
  await expect(page.getByRole('button', { name: '确认已控制' })).toBeDisabled()
  await page.getByLabel('当时采取的纠正').fill('补采一班并送检')
  await page.getByRole('textbox', { name: '后果' }).fill('当月少一个样本')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '确认已控制' }).click()
  await expect(page.getByText('至少追问两层“为什么”')).toBeVisible()
  await page.getByRole('textbox', { name: '为什么 1' }).fill('采样器卡死')
  await page.getByRole('textbox', { name: '为什么 1' }).press('Enter')
  await page.getByRole('textbox', { name: '为什么 2' }).fill('没有备件')
  await page.getByRole('textbox', { name: '机', exact: true }).fill('采样器卡死')
  await expect(page.getByRole('img', { name: '鱼骨图：入炉煤采样缺一班' })).toBeVisible()
  await app.expectAccessible()
})

test('J4 the review is put together from the record, its gaps are asked for, and it is signed once every output is there', async ({
  app,
}) => {
  await app.signUp()
  const { page, api } = app
  const { personId } = (await api.access.staff({}))[0]!
  for (const subsystem of ['trading', 'asset', 'neutrality'] as const)
    await api.organization.decideSubsystem({ subsystem, isAdopted: false, reason: '不适用', since: day() })
  const { id } = await api.review.plan({
    title: '年度碳管理评审',
    plannedOn: day(),
    from: '2025-01-01',
    to: day(),
    place: '',
    chair: personId,
    invited: [],
  })
  await open(app, `/review/${id}`)
  await page.getByRole('button', { name: '整个体系 资源: 空缺' }).click()
  await page.getByRole('button', { name: '自己填写' }).click()
  await page.getByRole('textbox', { name: '内容' }).fill('人手足够')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('button', { name: '整个体系 资源: 已备齐' })).toBeVisible()

  // Who is asked to fill a gap has it among the tasks until it is answered.
  const asked = '整个体系 内外部信息交流'
  await page.getByRole('button', { name: `${asked}: 空缺` }).click()
  const topic = page.locator('.ant-collapse-item', { hasText: '整个体系 · 内外部信息交流' })
  await topic.getByRole('button', { name: '请人补充' }).click()
  await page.getByRole('textbox', { name: '需要什么' }).fill('今年与主管部门的往来')
  await page.getByRole('combobox', { name: '请谁' }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(administrator.name).click()
  await page.getByRole('button', { name: '保存' }).click()
  const answer = page.getByRole('button', { name: '答复', exact: true })
  await expect(answer).toBeVisible()
  const wanted = async () => {
    const tasks = await api.desk.tasks({ from: '2025-01-01', to: '2099-01-01', withOverdue: true })
    return JSON.stringify(tasks.filter(({ path }) => path.includes(id)))
  }
  await expect.poll(wanted).toContain('今年与主管部门的往来')
  await answer.click()
  await page.getByRole('dialog', { name: '答复' }).getByRole('textbox').fill('两次来函，均已回复')
  await page.getByRole('dialog', { name: '答复' }).getByRole('button', { name: '答复' }).click()
  await expect(page.getByRole('button', { name: `${asked}: 已备齐` })).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: '输入包定稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '输入包定稿' }).click()
  await expect(page.getByText('第 1 版，截至')).toBeVisible()

  await page.getByRole('tab', { name: '讨论' }).click()
  const policy = page.getByRole('textbox', { name: '整个体系 · 方针' })
  await policy.fill('方针仍然适用')
  await policy.press('Tab')
  await expect(page.getByText('已记入纪要')).toBeVisible()
  await app.expectAccessible()

  const outputs = requiredOutputs(['emission']).filter(({ output }) => output !== 'resources')
  for (const required of outputs)
    await api.review.keepOutput({
      review: id,
      ...required,
      text: '维持现状',
      verdicts: Object.fromEntries(verdictsOf(required).map((each) => [each, verdictChoices(each)[0]!])),
      grounds: ['policy'],
    })
  await api.review.keepMeeting({ id, heldOn: day(), present: [personId], note: '' })
  await page.getByRole('tab', { name: '参会与签署' }).click()
  await expect(page.getByText('的输出“整个体系：资源分配”还没有写全')).toBeVisible()
  await expect(page.getByRole('button', { name: '签署纪要' })).toBeDisabled()
  await page.getByRole('tab', { name: '评审输出' }).click()
  const resources = page.getByRole('textbox', { name: '整个体系 · 资源分配 结论' })
  await resources.fill('增加一名数据员')
  await resources.press('Tab')
  await page.getByRole('button', { name: '新增决定' }).click()
  const decision = page.getByRole('region', { name: '新增决定' })
  await decision.getByRole('textbox', { name: /决定/ }).fill('招聘一名数据员')
  await decision.getByRole('combobox', { name: /属于哪项输出/ }).click()
  await page.locator('.ant-select-dropdown:visible').getByText('整个体系 · 资源分配').click()
  await decision.getByRole('combobox', { name: /负责人/ }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(administrator.name).click()
  await decision.getByRole('textbox', { name: /期限/ }).fill(day())
  await page.keyboard.press('Tab')
  await decision.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('cell', { name: /招聘一名数据员/ })).toBeVisible()
  await page.getByRole('tab', { name: '参会与签署' }).click()
  await page.getByRole('button', { name: '签署纪要' }).click()
  await page.getByLabel('密码').fill(administrator.password)
  await page.getByRole('dialog').getByRole('button', { name: '签署纪要' }).click()
  await expect(page.getByText(/王建国 于 .* 签署/)).toBeVisible()
  await expect.poll(wanted).toContain('招聘一名数据员')
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: '输入包 PDF' }).click()
  expect((await taken).suggestedFilename()).toMatch(/\.pdf$/)
  await app.expectAccessible()
})
