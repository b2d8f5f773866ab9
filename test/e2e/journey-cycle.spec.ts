import type { ReviewId } from '#shared/review/model'
import { requiredOutputs, verdictChoices, verdictsOf } from '#shared/review/outputs'

import { context, leadership, operation, planning, support } from './cycle.ts'
import { administrator, type App, expect, test } from './support.ts'
import { alone, today, type Walk, walkOn } from './walk.ts'

const month = today.slice(0, 7)

/** 9.2: programme, plan, answers by keyboard, a nonconformity and the signed report. */
async function audit({ app, page, ...walk }: Walk): Promise<void> {
  await walk.open('内部审核')
  await page.getByRole('navigation').first().getByRole('link', { name: '审核方案', exact: true }).click()
  await walk.click('从常用写法开始')
  await walk.save()
  await expect(page.getByText(`${today.slice(0, 4)} 年审核方案里还没有安排任何审核。`)).toBeVisible()
  await walk.click(`在 ${month} 安排审核`)
  await walk.type('名称', '首次内部审核', '安排审核')
  await walk.save('安排审核')
  await walk.sign('批准方案')
  await walk.click('写计划')
  await walk.type('审核目的', '查明体系是否建立并运行')
  await walk.type('审核方法', '查阅记录')
  await walk.name('组长')
  await walk.type('组长能力说明', '内审员证书')
  await page.getByRole('combobox', { name: '条款' }).click()
  await page.keyboard.type('9.2.1')
  await page.getByTitle('9.2.1 审核的目的和间隔').click()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '审核依据' }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
  await walk.click('建立审核')
  await expect(page.getByRole('heading', { level: 1, name: /^IA-\d{4}-001/ })).toBeVisible()
  await walk.click('增加一场')
  await walk.type('部门', '碳管理办公室')
  await walk.save()
  await expect(page.getByRole('cell', { name: '碳管理办公室', exact: true })).toBeVisible()
  await page.getByRole('tab', { name: '检查表' }).click()
  await walk.click('生成检查表')
  await expect(page.getByText(/^已看 0 \//)).toBeVisible()
  await page.getByRole('tab', { name: '计划', exact: true }).click()
  // Who audits what was done alone is named twice: for the records, and for the department.
  const conflicts = page.getByRole('region', { name: '公正性' }).getByRole('listitem')
  await expect(conflicts).toHaveCount(2)
  for (const conflict of await conflicts.all()) {
    await conflict.getByRole('button', { name: '说明理由' }).click()
    const asked = page.getByRole('dialog', { name: '说明理由' })
    await asked.getByRole('textbox').fill(alone)
    await asked.getByRole('button', { name: '说明理由' }).click()
    await expect(conflict).toContainText(alone)
  }
  await walk.sign('批准计划')
  await walk.click('开始检查')
  const card = page.locator('.audits-card')
  await expect(card.getByRole('button', { name: '1 符合' })).toBeEnabled()
  await page.keyboard.press('2')
  await page.keyboard.press('n')
  await page.keyboard.type('今年是第一次审核，去年没有计划')
  await expect.poll(async () => (await app.api.desk.drafts({ prefix: 'audits/' })).length).toBe(1)
  await card.getByRole('button', { name: '记录', exact: true }).click()
  await card.getByRole('button', { name: '转成不符合项' }).click()
  await expect(card.getByRole('button', { name: /不符合项 NC-/ })).toBeVisible()

  await walk.open('内部审核')
  await page.locator('.record').getByText('首次内部审核').click()
  await page.getByRole('tab', { name: '报告' }).click()
  const report = '审核报告'
  await walk.type('审核过程', '一天', report)
  await walk.type('碳绩效改进情况', '尚无基准', report)
  await walk.type('符合性：本单位要求、方针目标指标、标准', '除一项外符合', report)
  await walk.type('有效落实和保持情况', '刚开始运行', report)
  await walk.type('结论和理由', '可以继续运行', report)
  await walk.save(report)
  await walk.sign('签发报告')
  await expect(page.getByText('1 个不符合未关闭')).toBeVisible()
}

/** 10.2: the nonconformity is led step by step to its closing. */
async function improvement({ page, ...walk }: Walk): Promise<void> {
  await walk.open('不符合与纠正')
  await page
    .locator('.record')
    .getByText(/NC-\d{4}-001/)
    .click()
  await walk.click('修改')
  await walk.name('负责人', '事实')
  await walk.save('事实')
  const contained = '控制与后果'
  await walk.type('当时采取的纠正', '补写年度审核计划', contained)
  await walk.name('纠正人', contained)
  await walk.type('后果', '没有影响数据', contained)
  await walk.save(contained)
  await walk.click('确认已控制')
  const cause = '原因分析'
  await walk.type('为什么 1', '没有专人安排', cause)
  await walk.click('再问一层')
  await walk.type('为什么 2', '职责没有写明', cause)
  await walk.type('根本原因', '职责没有写明', cause)
  await walk.name('评审人', cause)
  await walk.type('排查了哪里，结果如何', '查过各部门，没有同样情况', cause)
  await walk.choose(page.getByRole('combobox', { name: '是否需要消除原因' }), '需要采取纠正措施')
  await walk.type('判断理由', '否则还会漏掉', cause)
  await walk.save(cause)
  await walk.click('确认原因')
  await walk.click('新增措施')
  await walk.type('措施', '把年度审核写进职责', '新增措施')
  await walk.name('负责人', '新增措施')
  await walk.typeDay('期限', '新增措施')
  await walk.save('新增措施')
  // A day is proposed from the action's; here the effect shows at once.
  const shows = page.getByRole('textbox', { name: '从哪天起能看出效果' })
  await expect(shows).not.toHaveValue('')
  await shows.fill(today)
  await page.keyboard.press('Enter')
  await expect(shows).toHaveValue(today)
  await walk.click('确认措施计划')
  await walk.confirm('登记完成', '已下发')
  await walk.click('措施全部完成')
  const effect = page.getByRole('region', { name: '效果验证' }).first()
  await walk.choose(effect.getByRole('combobox'), '验证有效')
  await effect.getByRole('textbox', { name: /验证结论/ }).fill('职责文件已改')
  await effect.getByRole('textbox', { name: /为什么由实施人验证/ }).fill(alone)
  await effect.getByRole('button', { name: '保存' }).click()
  await walk.type('管理体系的修改', '职责文件增加年度审核')
  await walk.save('管理体系的修改')
  await page.getByRole('tab', { name: '附件' }).click()
  await page
    .getByRole('complementary')
    .locator('input[type=file]')
    .setInputFiles({ name: '职责文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await expect(page.getByRole('tab', { name: '附件 1' })).toBeVisible()
  await walk.click('关闭不符合')
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible()
}

/** 9.3: the review's pack from the record, its discussion, its outputs, and the signed minutes. */
async function review({ app, page, ...walk }: Walk): Promise<void> {
  const { api } = app
  await walk.open('管理评审')
  await walk.click('策划管理评审')
  await walk.name('主持的最高管理者')
  await walk.click('策划管理评审')
  await expect(page.getByRole('heading', { level: 1, name: /^MR-\d{4}-001/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '整个体系 审核结果: 已备齐' })).toBeVisible()
  await expect(page.getByRole('button', { name: '整个体系 不符合与纠正措施: 已备齐' })).toBeVisible()
  await page.getByRole('button', { name: '整个体系 资源: 空缺' }).click()
  await walk.click('自己填写')
  await walk.type('内容', '人手足够')
  await walk.save()
  await walk.confirm('输入包定稿')
  await expect(page.getByText('第 1 版，截至')).toBeVisible()
  await page.getByRole('tab', { name: '讨论' }).click()
  const policy = page.getByRole('textbox', { name: '整个体系 · 方针' })
  await policy.fill('方针仍然适用')
  await policy.press('Tab')
  await expect(page.getByText('已记入纪要')).toBeVisible()
  const id = /review\/([^?]+)/.exec(page.url())![1] as ReviewId
  for (const required of requiredOutputs(['emission']).filter(({ output }) => output !== 'resources'))
    await api.review.keepOutput({
      review: id,
      ...required,
      text: '维持现状',
      verdicts: Object.fromEntries(verdictsOf(required).map((each) => [each, verdictChoices(each)[0]!])),
      grounds: ['policy'],
    })
  await page.getByRole('tab', { name: '评审输出' }).click()
  const resources = page.getByRole('textbox', { name: '整个体系 · 资源分配 结论' })
  await resources.fill('增加一名数据员')
  await resources.press('Tab')
  await page.getByRole('tab', { name: '参会与签署' }).click()
  await walk.typeDay('会议日期')
  await walk.save('参会与签署')
  await walk.sign('签署纪要')
  await expect(page.getByText(new RegExp(`${administrator.name} 于 .* 签署`))).toBeVisible()
}

/** Of each clause, of how many requirements of the whole system the records show that they are in place. */
async function shownByClause({ api }: App): Promise<Record<string, number>> {
  const { rows } = await api.compliance.standing({ tree: 't-cieccpa' })
  const shown = rows.filter(({ state }) => state === 'conforming' || state === 'in-place')
  return Object.fromEntries(
    ['4', '5', '6', '7', '8', '9', '10'].map((clause) => [
      clause,
      shown.filter(({ id }) => id.startsWith(`${clause}.`)).length,
    ]),
  )
}

test('a bare organization reaches its first full cycle through the screens, from its policy to the signed review', async ({
  app,
}) => {
  test.setTimeout(300_000)
  await app.signUp()
  const walk = walkOn(app)
  const before = await shownByClause(app)
  await context(walk)
  await leadership(walk)
  await planning(walk)
  await support(walk)
  await operation(walk)
  await audit(walk)
  await improvement(walk)
  await review(walk)
  const after = await shownByClause(app)
  for (const [clause, count] of Object.entries(after))
    expect(count, `requirements of clause ${clause} that records show`).toBeGreaterThan(before[clause]!)
  await walk.open('符合性总览')
  await expect(app.page.getByRole('button', { name: /领导作用 · 通用：\d+ 条中符合 [1-9]/ })).toBeVisible()
  await app.screenshot('journey-cycle-map')
  await app.expectAccessible()
})
