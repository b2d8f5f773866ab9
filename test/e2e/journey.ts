import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import type { BrowserContext, Locator, Page } from '@playwright/test'

import type { Facts } from '#shared/kernel/refusal'
import { type Language, say as word } from '#shared/kernel/texts'
import { texts } from '#shared/texts'

import { administrator, expect } from './support.ts'

type Code = keyof typeof texts

/** A person at the window, who knows things by what they are called in one language. */
export interface Hands {
  readonly page: Page
  readonly say: (code: Code, facts?: Facts) => string
  readonly button: (code: Code, facts?: Facts) => Locator
  readonly press: (code: Code, facts?: Facts) => Promise<void>
  /** Opens a page from the rail. */
  readonly goTo: (code: Code) => Promise<void>
  readonly fill: (code: Code, text: string) => Promise<void>
  /** Presses a button that asks beside itself, gives the reason it asks for, and says yes. */
  readonly confirm: (label: string, reason?: string) => Promise<void>
  /** Chooses from a list that drops down. */
  readonly choose: (list: Locator, option: string | RegExp) => Promise<void>
  readonly chooseYear: (year: number) => Promise<void>
  /** The first run up to the choice of the plant. */
  readonly passFirstRun: () => Promise<void>
  readonly signIn: () => Promise<void>
}

export function handsOn(page: Page, language: Language): Hands {
  page.setDefaultTimeout(20_000)
  const say = (code: Code, facts?: Facts) => word(texts[code], language, facts)
  const button = (code: Code, facts?: Facts) =>
    page.getByRole('button', { name: say(code, facts), exact: true })
  const press = (code: Code, facts?: Facts) => button(code, facts).click()
  // A head of the table that is just going away may bear the same label.
  const fill = (code: Code, text: string) =>
    page.getByLabel(say(code), { exact: true }).and(page.locator('input, textarea')).fill(text)
  const choose = async (list: Locator, option: string | RegExp) => {
    await list.click()
    const exact = typeof option === 'string' ? { exact: true } : {}
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, exact).click()
  }
  return {
    page,
    say,
    button,
    press,
    fill,
    choose,
    goTo: (code) =>
      page
        .getByRole('navigation')
        .getByRole('link', { name: say(code), exact: true })
        .click(),
    confirm: async (label, reason) => {
      await page.getByRole('button', { name: label, exact: true }).click()
      const asked = page.getByRole('dialog', { name: label, exact: true })
      if (reason !== undefined) await asked.getByRole('textbox').fill(reason)
      await asked.getByRole('button', { name: label, exact: true }).click()
      await expect(asked).toBeHidden()
    },
    chooseYear: async (year) => {
      const list = page.getByRole('combobox', { name: say('frame.scope.year'), exact: true })
      await choose(list, say('frame.scope.year-of', { year }))
    },
    passFirstRun: async () => {
      // Offered at the top of every door and, as the first step, on the sheet itself.
      await page
        .getByText(say(`frame.language.${language}`), { exact: true })
        .last()
        .click()
      await press('access.next')
      await fill('access.name', administrator.name)
      await fill('access.login', administrator.login)
      await fill('access.password', administrator.password)
      await fill('access.password.again', administrator.password)
      await press('access.create')
      await expect(page.getByRole('group', { name: say('access.recovery.key') })).toHaveText(
        /^(\w{4}-){7}\w{4}$/,
      )
      await page.getByRole('checkbox', { name: say('access.recovery.kept') }).check()
      await press('access.next')
    },
    signIn: async () => {
      await fill('access.login', administrator.login)
      await fill('access.password', administrator.password)
      await press('access.sign-in')
      await expect(page.getByRole('navigation')).toBeVisible()
    },
  }
}

/** The grid for entering data, used by its keys alone once a cell has the focus. */
export interface GridHands {
  /** Puts the focus on a cell, by the names of its row and column. */
  readonly focus: (row: string, column: string) => Promise<void>
  readonly type: (row: string, column: string, text: string) => Promise<void>
  /** What is said at the foot about the cell that has the focus. */
  readonly foot: Locator
}

export function gridOn(page: Page): GridHands {
  const grid = page.locator('revo-grid')
  const foot = page.locator('.grid-foot')
  const rowOf = async (row: string) => {
    const title = grid.locator('.colPinStart').getByText(row, { exact: true })
    await title.scrollIntoViewIfNeeded()
    return title.evaluate((found) => found.closest('[data-rgrow]')?.getAttribute('data-rgrow') ?? '')
  }
  const place = async () => (await foot.locator('span').first().textContent()) ?? ''
  const focus = async (row: string, column: string) => {
    const at = await rowOf(row)
    await grid.locator(`.rgCol [data-rgrow="${at}"][data-rgcol]:visible`).first().click()
    await expect(foot).toContainText(row)
    for (let at = await place(); !at.includes(`${row} · ${column}`); at = await place()) {
      const here = at.split(' · ')[1] ?? ''
      // The cell of the whole year stands before those of its months.
      const isBefore = !/^\d/.test(here) || here < column
      await page.keyboard.press(isBefore ? 'ArrowRight' : 'ArrowLeft')
      await expect.poll(place, `the way to ${column}`).not.toBe(at)
    }
  }
  return {
    foot,
    focus,
    type: async (row, column, text) => {
      await focus(row, column)
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
  }
}

/**
 * Watches what the window asks for.
 *
 * @returns every address that is not this machine's own, as they come
 */
export function watchNetwork(context: BrowserContext): string[] {
  const strangers: string[] = []
  const look = (address: string) => {
    const { protocol, hostname } = new URL(address)
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') strangers.push(address)
  }
  context.on('request', (request) => look(request.url()))
  for (const page of context.pages()) page.on('websocket', (socket) => look(socket.url()))
  return strangers
}

const run = promisify(execFile)
/** Runs a command without a window and gives what it says; one that fails throws. */
export async function cli(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['out/main/cli.js', ...args], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}
