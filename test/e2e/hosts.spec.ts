import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { finish } from '#test/support/client'

import { administrator, expect, open, startHost, test } from './support.ts'

test('the program comes up in its window under the strict policy, and nothing complains', async ({ app }) => {
  await app.signUp()
  await expect(app.page).toHaveTitle(/碳簿/)
  await expect(app.page.locator('#root')).not.toBeEmpty()
  const policy = await app.page.evaluate(async () =>
    (await fetch('/')).headers.get('content-security-policy'),
  )
  expect(policy).toContain(`default-src 'none'`)
  await app.screenshot('first-page')
})

test('what was done before a crash is there after it, and nobody is signed in any more', async ({ app }) => {
  await app.signUp()
  await app.restart('SIGKILL')
  expect(await app.api.access.about({})).toMatchObject({ isSetUp: true })
  expect(await app.api.access.session({})).toEqual({ state: 'none' })
})

test('a second program on the same data says so in both languages', async ({ app }) => {
  await app.signUp()
  const second = await startHost(app.home)
  const page = await app.context.newPage()
  await page.goto(second.address)
  await expect(page.getByText('数据文件夹正在被另一个程序使用')).toBeVisible()
  await expect(page.getByText('is being used by another program')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible()
  second.process.stdin?.end()
})

test('data outlives the program', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-e2e-'))
  const first = await open(home)
  await first.app.signUp()
  await first.close()
  const second = await open(home)
  expect(await second.app.api.access.about({})).toMatchObject({ isSetUp: true })
  expect(await second.app.api.access.session({})).toEqual({ state: 'none' })
  await finish(second.app.api.access.signIn({ login: administrator.login, password: administrator.password }))
  expect(await second.app.api.access.session({})).toMatchObject({ state: 'open' })
  await second.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
