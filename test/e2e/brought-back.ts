import { join } from 'node:path'

import { newObjective } from '#shared/performance/objective'
import { sourceLike } from '#test/monitoring/support'

import type { Hands } from './journey.ts'
import { type App, expect } from './support.ts'

const passphrase = '一号锅炉房 带回来合并'

/** On the copy a source is noted in the field and the objective is worded otherwise; both go into one package. */
export async function changeThere(
  { api }: App,
  { page, goTo, press, say }: Hands,
  folder: string,
): Promise<string> {
  const [known] = await api.performance.objectives({})
  await api.performance.editObjective({
    ...newObjective.parse(known),
    id: known!.id,
    title: '三年内强度降 5%',
  })
  const { node } = (await api.monitoring.register({ facility: null })).sources[0]!
  await api.monitoring.addSource(sourceLike(node, { code: 'C-9', name: '新冷水机组' }))
  await goTo('exchange.changes')
  const make = page.getByRole('region', { name: say('exchange.changes.make') })
  await make.getByLabel(say('frame.sealed.passphrase')).fill(passphrase)
  await press('exchange.changes.make')
  const link = page.getByRole('link', { name: say('frame.sealed.save') })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

/** What comes back is laid beside what was changed here meanwhile; where both did, somebody chooses; then it is one act. */
export async function mergeBack(app: App, { page, goTo, press, say }: Hands, file: string): Promise<void> {
  const { api } = app
  const [known] = await api.performance.objectives({})
  await api.performance.editObjective({
    ...newObjective.parse(known),
    id: known!.id,
    title: '三年内强度降 7%',
  })
  await goTo('exchange.changes')
  const bring = page.getByRole('region', { name: say('exchange.changes.bring') })
  await bring.locator('input[type=file]').setInputFiles(file)
  await bring.getByLabel(say('frame.sealed.passphrase')).fill(passphrase)
  await press('exchange.changes.open')
  const both = page.getByRole('row').filter({ hasText: '三年内强度降 5%' })
  await expect(both).toContainText('三年内降低排放强度三年内强度降 7%三年内强度降 5%')
  await expect(page.getByRole('heading', { name: /C-9 新冷水机组/ })).toBeVisible()
  await expect(page.getByRole('button', { name: say('exchange.changes.apply') })).toBeDisabled()
  await app.expectAccessible()
  await app.screenshot('moving-changes')
  await both.getByRole('radio', { name: say('exchange.changes.take-there') }).check()
  await press('exchange.changes.apply')
  await expect(page.getByRole('heading', { name: say('exchange.changes.result') })).toBeVisible()
  expect((await api.performance.objectives({}))[0]).toMatchObject({ title: '三年内强度降 5%' })
  const { sources } = await api.monitoring.register({ facility: null })
  expect(sources.map(({ code }) => code)).toContain('C-9')
}
