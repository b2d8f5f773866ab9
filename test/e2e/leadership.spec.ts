import { handsOn } from './journey.ts'
import { administrator, expect, test } from './support.ts'

test('J5 a context is drawn up, and a policy is written, sent back, mended, found among the tasks, signed and made known', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp('zh')
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: null,
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  await page.reload()
  const { say, press, goTo, fill, confirm, choose, button } = handsOn(page, 'zh')

  // 4.1: the first issue, then what is still missing.
  await goTo('organization.context.title')
  await expect(page.getByText(say('organization.context.empty'))).toBeVisible()
  await press('organization.context.add')
  await fill('organization.issue.title', '余热回收技术成熟')
  await fill('organization.issue.effect', '改造见效快')
  await choose(page.getByLabel(say('organization.issue.theme')), say('organization.theme.technology'))
  await press('organization.save')
  await expect(page.getByRole('button', { name: '余热回收技术成熟' })).toBeVisible()
  await expect(page.getByText(say('organization.context.no-climate'))).toBeVisible()
  await app.expectAccessible()

  // 4.2: a need that is an obligation leads to the register of obligations.
  await goTo('organization.parties.title')
  await press('organization.parties.add')
  await fill('organization.party.name', '省生态环境厅')
  await choose(
    page.getByLabel(say('organization.party.category')),
    say('organization.party-category.external'),
  )
  await page.getByLabel(`${say('organization.need.what')} 1`).fill('按期清缴配额')
  await page.getByText(say('organization.need.yes'), { exact: true }).click()
  await press('organization.save')
  await expect(button('organization.need.make-obligation')).toBeVisible()
  await app.expectAccessible()

  // 5.2: six contents; one is missing, and the policy goes back.
  await goTo('organization.policy.title')
  const core = page.getByRole('region', { name: say('organization.policy.of.core') })
  await core.getByRole('button', { name: say('organization.policy.begin') }).click()
  await press('organization.policy.template')
  const law = page.getByLabel(say('organization.check.obligations'), { exact: true })
  await law.fill('')
  await confirm(say('organization.declaration.submit'))
  await expect(
    page.getByText(say('organization.policy-lacks.obligations', { clause: '5.2 d' })),
  ).toBeVisible()
  await expect(button('organization.declaration.approve')).toBeDisabled()
  await confirm(say('organization.declaration.return'), '请写明守法承诺')
  await expect(page.getByText('请写明守法承诺')).toBeVisible()

  // The passage is quoted from the text itself.
  const text = page.getByLabel(say('organization.policy.text'), { exact: true })
  await text.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('公司承诺遵守')
    field.focus()
    field.setSelectionRange(at, field.value.indexOf('。', at))
  })
  const quote = say('organization.policy.quote-for', { check: say('organization.check.obligations') })
  await page.getByRole('button', { name: quote }).click()
  await expect(law).toHaveValue('公司承诺遵守适用的法律法规和其他碳管理要求')
  await confirm(say('organization.declaration.submit'))
  await expect(button('organization.declaration.approve')).toBeVisible()

  // It is a task of top management, and the task leads to it.
  const wanted = async () => {
    const tasks = await api.desk.tasks({ from: '2020-01-01', to: '2099-01-01', withOverdue: true })
    return tasks.find(({ code, isMine }) => isMine && code === 'organization.task.approve-policy')?.path ?? ''
  }
  await expect.poll(wanted).not.toBe('')
  await goTo('organization.policy.title')
  await page.goto(`${new URL(page.url()).origin}/#${await wanted()}`)
  await press('organization.declaration.approve')
  const asked = page.getByRole('dialog', { name: say('organization.declaration.approve') })
  await asked.getByLabel(say('organization.declaration.alone-reason')).fill('由负责人一人运行')
  await asked.getByLabel(say('frame.password')).fill(administrator.password)
  await asked.getByRole('button', { name: say('organization.declaration.approve') }).click()
  await expect(page.getByText(say('organization.declaration.signature-holds'))).toBeVisible()

  await press('organization.policy.publish')
  await fill('organization.policy.place', '公告栏')
  await fill('organization.policy.recipients', '全体员工')
  await press('organization.policy.publish')
  await press('organization.policy.read')
  await expect(page.getByText(say('organization.policy.readers-count', { read: 1, unread: 0 }))).toBeVisible()
  const download = page.waitForEvent('download')
  await press('organization.declaration.print')
  expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  await app.expectAccessible()
})

test('a body, a post and its holder fill the chart, and what is vacant is named', async ({ app }) => {
  const { page } = app
  await app.signUp('en')
  const { say, press, goTo, fill, choose } = handsOn(page, 'en')
  await goTo('organization.posts.title')
  await press('organization.posts.first')
  await fill('organization.body.name', 'Carbon office')
  await press('organization.save')
  await expect(page.getByText(say('organization.vacant-post.internal-auditor'))).toBeVisible()
  await page.getByRole('button', { name: `${say('organization.post.add')} · Carbon office` }).click()
  await fill('organization.post.title', 'Carbon manager')
  await choose(page.getByLabel(say('organization.post.kind')), say('organization.post-kind.carbon-manager'))
  await fill('organization.post.authority', 'Approves the collection plan')
  await page.getByLabel(say('organization.duty.5.3.2-c-5')).check()
  await press('organization.save')
  await press('organization.appoint')
  await choose(page.getByLabel(say('organization.appointment.person')), administrator.name)
  await press('organization.appoint')
  await press('organization.appointment.take-on')
  await expect(page.getByText(/^AP-\d{4}-001$/)).toBeVisible()
  await app.expectAccessible()
  await goTo('organization.posts.title')
  const duties = page.getByRole('region', { name: say('organization.posts.duties') })
  await expect(duties.getByRole('row', { name: /5\.3\.2 c 5/ })).toContainText(administrator.name)
  await app.expectAccessible()
  await goTo('organization.commitments.title')
  await expect(page.getByText(say('organization.commitments.empty'))).toBeVisible()
  await app.expectAccessible()
})
