import { expect, test } from './support.ts'

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
  const tree = page.getByRole('tree', { name: '条款' })
  await tree.getByRole('treeitem', { name: /^4 / }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(tree.getByRole('treeitem', { name: /^5\.1 / })).toHaveAttribute('aria-selected', 'true')
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
