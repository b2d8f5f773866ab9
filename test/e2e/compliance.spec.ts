import { finish } from '#test/support/client'

import { type App, expect, test } from './support.ts'

const tree = 't-cieccpa'

test('a requirement is reached from the map by keyboard, judged, and the map follows; its record leads back', async ({
  app,
}) => {
  const { page, api } = app
  await app.signUp()
  const links = page.getByRole('navigation')
  await links.getByRole('link', { name: '符合性总览', exact: true }).click()
  const cell = page.getByRole('button', { name: /领导作用 · 通用：54 条中符合 0 条/ })
  await expect(cell).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('compliance-map')

  // The number opens its rows; the headings stand beside them as a tree for the keyboard.
  await cell.click()
  await expect(page.getByRole('button', { name: '取消筛选：章 5' })).toBeVisible()
  const headings = page.getByRole('tree', { name: '条款' })
  await headings.getByRole('treeitem', { name: /^4 / }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(headings.getByRole('treeitem', { name: /^5\.1 / })).toHaveAttribute('aria-selected', 'true')
  const row = page.locator('.record').first()
  await expect(row).toContainText('5.1')
  await app.expectAccessible()
  await app.screenshot('compliance-tree')
  const id = (await row.innerText()).match(/5\.1-\w+/)?.[0] ?? ''
  await row.focus()
  await page.keyboard.press('Enter')

  // What the records say stands beside what a person says; saying more than they do asks for a reason.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(id)
  await app.expectAccessible()
  await app.screenshot('compliance-requirement')
  await page.getByRole('combobox', { name: '判定' }).click()
  await page.getByTitle('完全做到', { exact: true }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('总经理办公会纪要已存档')
  await page.getByRole('button', { name: '记下判定' }).click()
  const judged = page.getByRole('region', { name: '人怎么判' })
  await expect(judged.getByText('完全做到')).toBeVisible()
  const { row: standing } = await api.compliance.requirement({ tree: 't-cieccpa', requirement: id })
  expect(standing.judged).toBe('full')
  await page.keyboard.press('Control+z')
  await expect(judged.getByText('已撤回')).toBeVisible()

  // From the records to the requirements that rest on them.
  await links.getByRole('link', { name: '成熟度', exact: true }).click()
  await expect(page.getByText('1 级 · 起步').first()).toBeVisible()
  await app.expectAccessible()
  await app.screenshot('compliance-maturity')
  await links.getByRole('link', { name: '要求树', exact: true }).click()
  await page.getByRole('button', { name: '看变化' }).click()
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await expect(page.getByText('采用中')).toHaveCount(2)
  await app.expectAccessible()
  await app.screenshot('compliance-trees')
})

/** A requirement of a clause or annex of which a register names a record that has a page of its own. */
async function namedIn({ api }: App, clause: string) {
  const { rows } = await api.compliance.standing({ tree })
  for (const { id } of rows.filter(({ id, says }) => id.startsWith(`${clause}.`) && says !== 'silent')) {
    const { signals } = await api.compliance.requirement({ tree, requirement: id })
    const record = signals.flatMap(({ records }) => records).find(({ path }) => /\/[0-9a-f-]{36}$/.test(path))
    if (record) return { id, path: record.path }
  }
  throw new Error(`Nothing of ${clause} names a record`)
}

test('a requirement of each clause and annex is followed from the tree to its record, and back from beside the record', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { page, api } = app
  page.setDefaultTimeout(60_000)
  await app.signUp()
  await finish(api.access.openSample({}))
  const { origin } = new URL(page.url())
  await page.goto(origin)
  const taken = { subsystem: 'neutrality', isAdopted: true, reason: null, since: '2026-01-01' } as const
  await api.organization.decideSubsystem(taken)
  for (const clause of ['4', '5', '6', '7', '8', '9', '10', 'A', 'B', 'C', 'D']) {
    const { id, path } = await namedIn(app, clause)
    await page.goto(`${origin}/#/compliance/tree?tree=${tree}&clause=${id.split('-')[0]}`)
    await page
      .locator('.record')
      .filter({ has: page.getByText(id, { exact: true }) })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(id)
    await page.getByRole('region', { name: '记录怎么说' }).locator(`a[href*="${path}"]`).first().click()
    await expect(page).toHaveURL(new RegExp(path))
    const side = page.getByRole('complementary').getByRole('tab', { name: '标准要求' })
    // A page of many parts has its side as one of them.
    const folded = page.getByRole('tab', { name: '与本记录有关' })
    await side.or(folded).waitFor()
    if (await folded.isVisible()) await folded.click()
    await side.click()
    await page.getByRole('complementary').locator(`a[href*="requirements/${tree}/${id}?"]`).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(id)
  }
})
