import { firstContent } from '#shared/organization/boundary-edit'
import type { SystemReviewId } from '#shared/performance/system-review'
import { finish } from '#test/support/client'

import { administrator, expect } from './support.ts'
import { adopt, alone, type Walk } from './walk.ts'

/** 4: who it is, what surrounds it, which subsystems it takes up, and the scope in writing. */
export async function context({ app, page, say, ...walk }: Walk): Promise<void> {
  await walk.open('单位信息')
  await walk.type('单位名称', '宁河供热有限公司')
  await walk.click('建立单位')
  await expect(page.getByRole('tree')).toBeVisible()
  const [site] = await app.api.organization.tree({})
  const { id } = await app.api.organization.draftBoundary({
    ...firstContent([site!], '首版边界', '2024-01-01'),
    guideline: 'mee-power-2022',
  })
  await finish(app.api.organization.approveBoundary({ id, password: administrator.password }))

  await walk.goTo('organization.context.title')
  await walk.press('organization.context.add')
  await walk.type(say('organization.issue.title'), '余热回收技术成熟')
  await walk.type(say('organization.issue.effect'), '改造见效快')
  await walk.choose(
    page.getByRole('combobox', { name: say('organization.issue.theme') }),
    say('organization.theme.technology'),
  )
  await walk.press('organization.save')
  await expect(page.getByRole('button', { name: '余热回收技术成熟' })).toBeVisible()

  await walk.open('体系范围')
  await adopt(page, ['碳排放'], ['碳交易', '碳资产', '碳中和'])
  await walk.click('起草范围文件')
  await walk.type('范围说明', '宁河厂区的供热生产及其碳管理')
  await walk.confirm('提交批准')
  await expect(page.getByText('第 1 版 · 待批准')).toBeVisible()
  await walk.sign('批准并签署')
  await expect(page.getByText('签名有效')).toBeVisible()
}

/** 5: the policy from its template, and one post with its holder. */
export async function leadership({ page, say, ...walk }: Walk): Promise<void> {
  await walk.goTo('organization.policy.title')
  const core = page.getByRole('region', { name: say('organization.policy.of.core') })
  await core.getByRole('button', { name: say('organization.policy.begin') }).click()
  await walk.press('organization.policy.template')
  await walk.confirm(say('organization.declaration.submit'))
  await walk.sign('批准并签署')
  await expect(page.getByText(say('organization.declaration.signature-holds'))).toBeVisible()

  await walk.goTo('organization.posts.title')
  await walk.press('organization.posts.first')
  await walk.type(say('organization.body.name'), '碳管理办公室')
  await walk.press('organization.save')
  await walk.click(`${say('organization.post.add')} · 碳管理办公室`)
  await walk.type(say('organization.post.title'), '碳管理专员')
  await walk.choose(
    page.getByRole('combobox', { name: say('organization.post.kind') }),
    say('organization.post-kind.carbon-manager'),
  )
  await walk.type(say('organization.post.authority'), '批准采集计划')
  await page.getByRole('checkbox', { name: say('organization.duty.5.3.2-c-5') }).check()
  await walk.press('organization.save')
  await walk.press('organization.appoint')
  await walk.name(say('organization.appointment.person'))
  await walk.press('organization.appoint')
  await walk.press('organization.appointment.take-on')
  await expect(page.getByText(/^AP-\d{4}-001$/)).toBeVisible()
}

/** 6: the review of emissions by a method in writing, criteria of risk with one risk, an indicator and an objective. */
export async function planning({ app, page, ...walk }: Walk): Promise<void> {
  const { api } = app
  await walk.open('体系评审')
  await walk.click('写下评审方法')
  await walk.type('名称', '体系评审方法')
  await walk.type('方法', '对照标准逐项查阅记录')
  await walk.type('准则', '记录齐全，与实际一致')
  await walk.save()
  await expect(page.getByText('对照标准逐项查阅记录')).toBeVisible()
  await page
    .getByRole('row', { name: /^碳排放评审/ })
    .getByRole('button', { name: '计划评审' })
    .click()
  const first = page.getByRole('textbox', { name: '适用的排放法规 评审发现' })
  await page
    .getByRole('radiogroup', { name: '适用的排放法规 结论' })
    .getByText('符合', { exact: true })
    .click()
  await first.fill('按名录判定，逐项登记')
  await first.press('Tab')
  const id = /reviews\/([^?]+)/.exec(page.url())![1] as SystemReviewId
  const open = async () =>
    (await api.performance.systemReview({ id })).items.filter(({ finding }) => !finding)
  await expect.poll(async () => (await open()).length).toBe(9)
  for (const { key } of await open())
    await api.performance.concludeReviewItem({ id, key, conclusion: 'gap', finding: '尚未登记，列入计划' })
  const work = '评审记录'
  await walk.typeDay('评审日期', work)
  await walk.name('参加人', work)
  await walk.type('上次评审以来的变化', '首次评审', work)
  await walk.type('评审结论', '先补登记，再定目标', work)
  await walk.save(work)
  await walk.sign('签名完成')
  await expect(page.getByText('已完成').first()).toBeVisible()

  await walk.open('风险与机遇')
  await walk.click('从建议开始')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('风险准则')
  await walk.click('从建议开始')
  await walk.save()
  await expect(page.getByText('第 1 版').first()).toBeVisible()
  await walk.open('风险与机遇')
  await walk.click(/登\s?记/)
  await page.locator('#title').fill('燃气供应中断')
  await page.locator('#class').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '法律', visible: true }).first().click()
  await page.locator('#cause').fill('冬季保供')
  await page.locator('#effect').fill('改烧燃油，排放增加')
  await walk.save()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('燃气供应中断')

  await walk.open('绩效参数')
  await walk.click('温室气体排放总量')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('温室气体排放总量')
  await walk.open('目标、指标与措施')
  await walk.click('新建目标')
  await walk.type('目标', '三年内供热碳排放下降 5%')
  await walk.save()
  await walk.click('新建指标')
  const target = page.getByRole('region', { name: '新建指标' })
  await walk.type('指标名称', '供热排放总量', '新建指标')
  await walk.choose(target.getByRole('combobox', { name: '绩效参数' }), '温室气体排放总量')
  await walk.type('基准值', '1200', '新建指标')
  await walk.type('目标值', '1140', '新建指标')
  await target.getByRole('combobox', { name: '单位' }).click()
  await page.keyboard.type('tco2e')
  await page.keyboard.press('Enter')
  await target.getByRole('textbox', { name: '完成日期' }).fill('2028-12-31')
  await page.keyboard.press('Tab')
  await walk.save('新建指标')
  await expect(target).toBeHidden()
  await walk.click('新建措施')
  await walk.type('措施', '烟气余热回收', '新建措施')
  await walk.save('新建措施')
  await expect(page.getByText('烟气余热回收').first()).toBeVisible()
  await walk.click('发布')
  const asked = page.getByRole('dialog', { name: '发布' })
  await asked.getByRole('textbox', { name: /传达给谁/ }).fill('各部门')
  await asked.getByLabel(/密码/).fill(administrator.password)
  await asked.getByRole('button', { name: '发布' }).click()
  await expect(page.getByText('已发布').first()).toBeVisible()
}

/** 7: what somebody must be able to do, a training for it, and a document in force. */
export async function support({ page, ...walk }: Walk): Promise<void> {
  await walk.open('能力')
  await walk.click('登记能力')
  await walk.type('名称', '碳排放核算')
  await walk.save()
  await expect(page.getByRole('columnheader', { name: '碳排放核算' })).toBeVisible()
  await walk.open('培训与意识')
  await walk.click('安排培训')
  await walk.type('主题', '碳排放核算入门')
  await walk.choose(page.getByRole('combobox', { name: '对应能力' }), '碳排放核算')
  await walk.type('学时', '4')
  await walk.typeDay('计划日期')
  await walk.name('参加人员')
  await walk.save()
  await page.locator('.record').getByText('碳排放核算入门').click()
  await walk.click('登记举办结果')
  await walk.type('效果', '能独立核算')
  await page.getByRole('textbox', { name: /^原因/ }).fill(alone)
  await walk.click('评价效果')
  await expect(page.getByText(/·\s*能独立核算/)).toBeVisible()

  await walk.open('受控文件')
  await walk.click('由模板生成')
  await walk.click('生成草稿 文件控制程序')
  await walk.name('负责人')
  await walk.click('生成草稿')
  await expect(page.getByRole('heading', { level: 1, name: /文件控制程序/ })).toBeVisible()
  await walk.click('送审')
  await walk.name('审核人')
  await walk.name('批准人')
  await page.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审', exact: true }).click()
  await walk.sign('审核通过')
  await walk.sign('批准')
  await expect(page.getByText('现行有效').first()).toBeVisible()
}

/** 8 and 9.1.2: a criterion of a process, and an obligation that was evaluated. */
export async function operation({ page, ...walk }: Walk): Promise<void> {
  await walk.open('运行控制')
  await walk.click('新建运行准则')
  await walk.type('过程', '锅炉运行')
  await walk.type('要求', '排烟温度不高于 150 ℃，每班抄表')
  await walk.name('负责人')
  await walk.typeDay('下次复核')
  await walk.type('依据', '锅炉运行规程')
  await walk.type('所需资源', '运行值班员')
  await walk.type('留存的记录', '锅炉运行日志')
  await walk.save()
  await expect(page.locator('.record').getByText('锅炉运行')).toBeVisible()

  await walk.open('合规义务')
  await walk.click('常见义务')
  await page.getByLabel('2026 年全国碳排放权交易市场有关工作的通知').check()
  await walk.click('选取 1 项')
  await page.locator('.record', { hasText: /OB-\d{4}-001/ }).click()
  await walk.click('判定是否适用')
  await pick(page, 'applicability', /^适用$/)
  await page.locator('#applicabilityReason').fill('列入重点排放单位名录')
  await walk.save()
  await expect(page.getByText('适用 · 列入重点排放单位名录')).toBeVisible()
  await walk.click(/^评\s?价$/)
  await pick(page, 'result', /^符合$/)
  await page.locator('#finding').fill('按期清缴')
  await page.locator('#proof').fill('登记系统记录')
  await page
    .locator('form input[type=file]')
    .setInputFiles({ name: '回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await expect(page.getByRole('button', { name: '去掉 回执.pdf' })).toBeVisible()
  await walk.click('保存并锁定')
  await expect(page.getByText(/CE-\d{4}-001/).first()).toBeVisible()
}
/** Opens a choice of a form and takes an entry that is worded so. */
async function pick(page: Walk['page'], field: string, entry: RegExp): Promise<void> {
  await page.locator(`#${field}`).click()
  await page.locator('.ant-select-item-option').filter({ hasText: entry, visible: true }).first().click()
}
