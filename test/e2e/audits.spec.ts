import { finish } from '#test/support/client'

import { administrator, expect, test } from './support.ts'

test('an auditor walks through an audit by keyboard, loses nothing in a crash, and signs what was found', async ({
  app,
}) => {
  await app.signUp()
  const { page, api } = app
  const [me] = await api.access.staff({})
  const leader = me!.personId
  const { origin } = new URL(page.url())
  const { id } = await api.audits.createAudit({
    planned: null,
    title: '内部审核制度审核',
    purpose: '查明内部审核是否按计划做',
    methods: '查阅记录',
    tree: 't-cieccpa',
    criteria: await api.audits.criteria({}),
    subsystems: ['core'],
    clauses: ['9.2'],
    nodes: [],
    departments: [],
    begins: '2026-11-23',
    ends: '2026-11-23',
    leader,
    leaderQualification: '内审员证书',
  })
  await page.goto(`${origin}/#/audits/${id}`)
  await page.getByRole('button', { name: '增加一场' }).click()
  await page.getByRole('textbox', { name: '部门' }).fill('体系办公室')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('cell', { name: '体系办公室', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '检查表' }).click()
  await page.getByRole('button', { name: '生成检查表' }).click()
  await expect(page.getByText('已看 0 / 14，')).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('tab', { name: '计划' }).click()
  await page.getByRole('button', { name: '批准计划' }).click()
  await page.getByLabel('登录密码').fill(administrator.password)
  await page.getByRole('dialog').getByRole('button', { name: '批准计划' }).click()
  await page.getByRole('button', { name: '开始检查' }).click()

  const card = page.locator('.audits-card')
  await expect(card.getByRole('button', { name: '1 符合' })).toBeEnabled()
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('2')
  await page.keyboard.press('n')
  await page.keyboard.type('去年计划的两次审核只做了一次')
  // The window is never left: what is typed is a draft 300 ms after the last key, and that must be enough.
  await expect.poll(async () => (await api.desk.drafts({ prefix: `audits/${id}/walk/` })).length).toBe(1)
  await app.expectAccessible()

  await app.restart('SIGKILL')
  await page.getByLabel('登录名').fill(administrator.login)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const [, second] = await app.api.audits.checklist({ audit: id })
  await page.goto(`${origin}/#/audits/${id}/walk?item=${second!.id}`)
  await expect(card.getByRole('textbox', { name: '记录 (N)' })).toHaveValue('去年计划的两次审核只做了一次')
  await expect(card.getByRole('button', { name: '2 一般不符合' })).toHaveAttribute('aria-pressed', 'true')
  await card.getByRole('button', { name: '记录', exact: true }).click()
  await card.getByRole('button', { name: '转成不符合项' }).click()
  await expect(card.getByRole('button', { name: /不符合项 NC-/ })).toBeVisible()

  const report = {
    course: '一天',
    performance: '下降',
    conformity: '除一项外符合',
    effectiveness: '有效',
    conclusion: '见发现',
  }
  await app.api.audits.saveReport({ id, report })
  await page.goto(`${origin}/#/audits/${id}`)
  await page.getByRole('tab', { name: '报告' }).click()
  await page.getByRole('button', { name: '签发报告' }).click()
  await page.getByLabel('登录密码').fill(administrator.password)
  await page.getByRole('dialog').getByRole('button', { name: '签发报告' }).click()
  await expect(page.getByText('1 个不符合未关闭')).toBeVisible()
  await expect(page.getByRole('row', { name: /^9\.2\.1/ })).toContainText('部分')
  const { fileName } = await finish(
    app.api.audits.print({ id, what: 'report', kind: 'docx', language: 'en' }),
  )
  expect(fileName).toContain('IA-2026-001')
})
