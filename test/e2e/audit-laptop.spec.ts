import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { finish } from '#test/support/client'

import { administrator, type App, expect, open, test } from './support.ts'

const passphrase = '一号锅炉房 二〇二六年七月'

/** An approved audit of clause 9.2, led by whoever runs the plant. */
async function approvedAudit({ api }: App): Promise<string> {
  const [leader] = await api.access.staff({})
  const { id } = await api.audits.createAudit({
    planned: null,
    title: '上半年内部审核',
    purpose: '查明体系是否符合要求并得到保持',
    methods: '查阅记录、现场观察、谈话',
    tree: 't-cieccpa',
    criteria: [{ kind: 'standard', title: 'T/CIECCPA 碳管理体系', version: '1', record: null }],
    subsystems: [],
    clauses: ['9.2.1'],
    nodes: [],
    departments: [],
    begins: '2026-06-22',
    ends: '2026-06-24',
    leader: leader!.personId,
    leaderQualification: '内部审核员',
  })
  const session = {
    day: '2026-06-22',
    from: '09:00',
    to: '11:00',
    department: '体系办公室',
    place: '',
    clauses: [],
    auditors: [leader!.personId],
  }
  await api.audits.addSession({ audit: id, session })
  await api.audits.buildChecklist({ audit: id })
  const { conflicts } = await api.audits.audit({ id })
  for (const { key, person } of conflicts)
    await api.audits.justify({ audit: id, person, key, reason: '只有一人' })
  await finish(api.audits.approveAudit({ id, password: administrator.password }))
  return id
}

/** Saves what a page offers for download and gives where it lies. */
async function saved(page: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '保存文件' }).click(),
  ])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

test('J3 an audit goes to a laptop without an account, is answered by keyboard through a crash, and comes back', async ({
  app: plant,
}) => {
  const stick = mkdtempSync(join(tmpdir(), 'tanbu-stick-'))
  await plant.signUp()
  const audit = await approvedAudit(plant)
  await plant.page.goto(`${new URL(plant.page.url()).origin}/#/audits/${audit}`)
  await plant.page.getByRole('tab', { name: '离线审核' }).click()
  const making = plant.page.getByRole('region', { name: '制作离线包' })
  await making.getByLabel(/^口令/).fill(passphrase)
  await making.getByRole('button', { name: '制作离线包' }).click()
  const packed = await saved(plant.page, stick)

  const home = mkdtempSync(join(tmpdir(), 'tanbu-laptop-'))
  const { app: laptop, close } = await open(home)
  await laptop.signUp()
  const { page } = laptop
  await page.goto(`${new URL(page.url()).origin}/#/audits/open`)
  await page.locator('input[type=file]').setInputFiles(packed)
  await page.getByLabel(/^口令/).fill(passphrase)
  await laptop.expectAccessible()
  await page.getByRole('button', { name: '打开审核离线包' }).click()
  await page.getByRole('button', { name: '开始检查' }).click()
  await expect(page.locator('.audits-card').getByRole('button', { name: '1 符合' })).toBeEnabled()
  await page.keyboard.press('2')
  const verdicts = async () => {
    const asked = await laptop.api.audits.checklist({ audit: audit as never })
    return asked.map(({ answer }) => answer?.verdict ?? null)
  }
  await expect.poll(verdicts).toContain('minor')
  await laptop.restart('SIGKILL')
  const questions = await plant.api.audits.checklist({ audit: audit as never })
  await page.getByLabel('登录名').fill(administrator.login)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect((await verdicts())[0]).toBe('minor')
  await page.goto(`${new URL(page.url()).origin}/#/audits/${audit}`)
  await page.getByRole('tab', { name: '离线审核' }).click()
  await page.getByLabel(/^口令/).fill(passphrase)
  await page.getByRole('button', { name: '制作结果包' }).click()
  const result = await saved(page, stick)
  await close()

  const ours = { interviewed: '', place: '', department: '', basis: [], isConfirmed: true }
  await plant.api.audits.answer({ ...ours, item: questions[0]!.id, verdict: 'conforming', note: '' })
  const merging = plant.page.getByRole('region', { name: '合并交回的结果包' })
  await merging.locator('input[type=file]').setInputFiles(result)
  await merging.getByLabel(/^口令/).fill(passphrase)
  await merging.getByRole('button', { name: '合并交回的结果包' }).click()
  await expect(merging.getByRole('status')).toContainText('1 处差异待选择')
  await plant.expectAccessible()
  await plant.screenshot('audit-clashes')
  await plant.page.getByRole('button', { name: '采用交回' }).click()
  await expect(plant.page.getByRole('button', { name: '采用交回' })).toHaveCount(0)
  const [first] = await plant.api.audits.checklist({ audit: audit as never })
  expect(first!.answer?.verdict).toBe('minor')
  for (const folder of [stick, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
