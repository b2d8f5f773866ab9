import type { Page } from '@playwright/test'

import { type Hands, handsOn } from './journey.ts'
import { administrator, type App, expect } from './support.ts'

/** This day at the plant. */
export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Why one person does what asks for two. */
export const alone = '本厂只有一人'

/** What a person does again and again on the pages of the management system. */
export interface Walk extends Hands {
  readonly app: App
  /** Opens a page from the rail by its name. */
  readonly open: (name: string) => Promise<void>
  /** Presses a button by its name. */
  readonly click: (name: string | RegExp) => Promise<void>
  /** Types into a field of the page or of a region in it. */
  readonly type: (field: string, text: string, region?: string) => Promise<void>
  readonly typeDay: (field: string, region?: string) => Promise<void>
  /** Names the one person there is. */
  readonly name: (field: string, region?: string) => Promise<void>
  readonly save: (region?: string) => Promise<void>
  /** Signs with the password, and says why one person does it alone where that is asked. */
  readonly sign: (act: string) => Promise<void>
}
/** A person who works through the management system in Chinese. */
export function walkOn(app: App): Walk {
  const { page } = app
  const hands = handsOn(page, 'zh')
  page.setDefaultTimeout(60_000)
  const place = (region?: string) =>
    region === undefined ? page : page.getByRole('region', { name: region })
  const field = (name: string, region?: string) =>
    place(region)
      .getByRole('textbox', { name, exact: true })
      .or(place(region).getByRole('textbox', { name: `* ${name}`, exact: true }))
  return {
    ...hands,
    app,
    open: async (name) => {
      await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    },
    click: (name) =>
      page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    type: (name, text, region) => field(name, region).fill(text),
    typeDay: async (name, region) => {
      await field(name, region).fill(today)
      await page.keyboard.press('Tab')
    },
    name: async (name, region) => {
      await place(region)
        .getByRole('combobox', { name: new RegExp(`^(\\* )?${name}`) })
        .click()
      await page.locator('.ant-select-dropdown:visible').getByText(administrator.name).click()
      await page.keyboard.press('Escape')
    },
    save: async (region) => {
      const act = place(region).getByRole('button', { name: /^保\s?存$/ })
      await act.click()
    },
    sign: async (act) => {
      await page.getByRole('button', { name: act, exact: true }).click()
      const asked = page.getByRole('dialog', { name: act, exact: true })
      await expect(asked.getByLabel(/密码/)).toBeVisible()
      const why = asked.getByRole('textbox', { name: /单人模式|独自/ })
      if ((await why.count()) > 0) await why.fill(alone)
      await asked.getByLabel(/密码/).fill(administrator.password)
      await asked.getByRole('button', { name: act, exact: true }).click()
      await expect(asked).toBeHidden()
    },
  }
}

/** Decides on the page of the scope which subsystems are taken up, and which are left out and why. */
export async function adopt(page: Page, taken: readonly string[], left: readonly string[]): Promise<void> {
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  for (const name of taken) {
    await row(name).getByRole('button', { name: '采用', exact: true }).click()
    const asked = page.getByRole('dialog', { name: '采用', exact: true })
    await asked.getByRole('button', { name: '采用', exact: true }).click()
    await expect(asked).toBeHidden()
  }
  for (const name of left) {
    await row(name).getByRole('button', { name: '不采用' }).click()
    const asked = page.getByRole('dialog', { name: '不采用' })
    await asked.getByRole('textbox').fill('没有此项业务')
    await asked.getByRole('button', { name: '不采用' }).click()
    await expect(row(name)).toContainText('没有此项业务')
  }
}
