import { cpSync, mkdirSync, openAsBlob } from 'node:fs'
import { join } from 'node:path'

import { stageUpload } from '#electron/kernel/uploads'
import { ledgerRequest } from '#test/bench/ledger'
import { open } from '#test/e2e/support'
import { administrator, finish } from '#test/support/backend'

/**
 * The longest that the window of a real browser stood still, in milliseconds: while it starts over a data folder and
 * shows the first page and the grid, and while a file is imported into the plant that it shows. A process of its own,
 * under a display; prints one line of JSON.
 */
const [folder = '', file = '', home = ''] = process.argv.slice(2)

/** In the page: the longest gap between two frames, and the longest task, since somebody last asked. */
const watching = `
  window.stood = { gap: 0, task: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.stood.task = Math.max(window.stood.task, duration)
  }).observe({ type: 'longtask', buffered: true })
  let last = performance.now()
  const frame = () => {
    const now = performance.now()
    window.stood.gap = Math.max(window.stood.gap, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)`

mkdirSync(home, { recursive: true })
cpSync(folder, join(home, 'plant'), { recursive: true })
const { app, close } = await open(home)
const { page, api, context } = app
try {
  await context.addInitScript(watching)
  await finish(api.access.signIn({ login: administrator.login, password: administrator.password }))
  const since = async () => {
    const stood = (await page.evaluate('({ ...window.stood })')) as { gap: number; task: number }
    await page.evaluate('window.stood = { gap: 0, task: 0 }')
    return stood
  }
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/`)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1500)
  const start = await since()
  const body = (await openAsBlob(file)).stream()
  const upload = await stageUpload(join(home, 'plant'), {
    name: 'ledger.xlsx',
    type: '',
    body: body as never,
  })
  await finish(api.activity.import(await ledgerRequest(api, upload)))
  await page.waitForTimeout(1500)
  const bring = await since()
  console.log(JSON.stringify({ start, import: bring }))
} finally {
  await close()
}
