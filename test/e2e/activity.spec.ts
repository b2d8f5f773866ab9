import type { NodeId } from '#shared/organization/model'
import type { Parameter } from '#shared/monitoring/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'

import { type App, expect, test } from './support.ts'

interface Plant {
  readonly facility: NodeId
  readonly bought: Parameter
  readonly coal: Parameter
}

/** A facility with purchased electricity and a coal boiler, and last year's electricity. */
async function plant({ api }: App): Promise<Plant> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const facts = { validFrom: '2024-01-01' }
  const grid = await api.monitoring.addSource(sourceLike(facility, facts))
  const bought = await api.monitoring.addParameter(
    parameterLike(grid, { ...facts, name: '购入电量', bandLow: '900', bandHigh: '1500', meter: 'M-01' }),
  )
  const boiler = await api.monitoring.addSource(
    sourceLike(facility, {
      ...facts,
      code: 'G-1',
      name: '1#锅炉',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
    }),
  )
  const coal = await api.monitoring.addParameter(
    parameterLike(boiler, { ...facts, role: 'fuel', name: '入炉煤量', unit: 't', frequency: 'day' }),
  )
  return { facility, bought, coal }
}

test('a year is typed, restored after a crash, submitted, proven, checked and opened', async ({ app }) => {
  const { page } = app
  await app.signUp()
  await plant(app)
  await page.getByRole('navigation').getByRole('link', { name: '活动数据' }).click()
  await expect(page.getByRole('heading', { name: '活动数据' })).toBeVisible()
  await page.waitForTimeout(1500)
  await app.screenshot('activity-grid-empty')
  await app.expectAccessible()
})
