import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { _electron, expect, test } from '@playwright/test'

import { rootFlags } from '../../scripts/browser.mjs'
import { findElectron } from '../../scripts/electron-binary.mjs'

const binary = findElectron()
test.skip(!binary, 'Electron’s binary is not on this machine')

test('the program comes up in Electron, confined, and closes its store', async () => {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-electron-'))
  const app = await _electron.launch({
    executablePath: binary ?? '',
    args: [...rootFlags, '.'],
    env: { ...(process.env as Record<string, string>), TANBU_HOME: home },
  })
  const page = await app.firstWindow()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.waitForSelector('#root > *')
  expect(page.url()).toMatch(/^app:\/\/local\//)
  const reach = await page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    host: Object.keys(Reflect.get(window, 'host') as object),
  }))
  expect(reach).toEqual({
    require: 'undefined',
    process: 'undefined',
    host: ['kind', 'setLanguage', 'chooseFolder'],
  })
  expect(problems).toEqual([])
  await app.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
