import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { tellingFullDisk } from '#electron/kernel/disk-full'
import { openLog } from '#electron/kernel/log'
import { type MenuItem, menuTemplate } from '#electron/kernel/menu'
import { homeFolder, nodeSurroundings } from '#electron/kernel/node-surroundings'
import {
  type Bounds,
  reachableBounds,
  readWindowState,
  writeWindowState,
} from '#electron/kernel/window-state'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tanbu-parts-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('where the window stands', () => {
  const desk: Bounds = { x: 0, y: 0, width: 1920, height: 1040 }
  const second: Bounds = { x: 1920, y: 0, width: 2560, height: 1400 }
  it('is where it stood, while that display is there', () => {
    const saved = { x: 2000, y: 100, width: 1400, height: 900 }
    expect(reachableBounds(saved, [desk, second])).toEqual(saved)
    expect(reachableBounds(saved, [desk])).toBeNull()
    expect(reachableBounds(null, [desk])).toBeNull()
  })
  it('can always be reached', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 8000 }),
      height: fc.integer({ min: 1, max: 8000 }),
    })
    fc.assert(
      fc.property(rectangle, (saved) => {
        const placed = reachableBounds(saved, [desk])
        if (!placed) return
        expect(placed.x).toBeGreaterThanOrEqual(desk.x)
        expect(placed.y).toBeGreaterThanOrEqual(desk.y)
        expect(placed.x + placed.width).toBeLessThanOrEqual(desk.x + desk.width)
        expect(placed.y + placed.height).toBeLessThanOrEqual(desk.y + desk.height)
      }),
    )
  })
  it('is forgotten rather than believed when its file is broken', () => {
    const file = join(folder, 'window.json')
    const state = { bounds: desk, maximized: true, language: 'en' } as const
    writeWindowState(file, state)
    expect(readWindowState(file, 'zh')).toEqual(state)
    writeFileSync(file, '{"bounds":{"x":"far"}}')
    expect(readWindowState(file, 'zh')).toEqual({ bounds: null, maximized: false, language: 'zh' })
  })
})

describe('the native menu', () => {
  const acts = { openDataFolder: () => {}, openLogFolder: () => {}, print: () => {} }
  const labels = (items: readonly MenuItem[]): string[] =>
    items.flatMap(({ label, submenu }) => [...(label ? [label] : []), ...labels(submenu ?? [])])
  it('has every item in both languages, in the same order, on every system', () => {
    for (const isMac of [true, false]) {
      const chinese = labels(menuTemplate('zh', isMac, acts))
      const english = labels(menuTemplate('en', isMac, acts))
      expect(chinese.length).toBe(english.length)
      expect(chinese.every((label) => /\p{Script=Han}/u.test(label))).toBe(true)
      expect(english.some((label) => /\p{Script=Han}/u.test(label))).toBe(false)
    }
  })
})

describe('the log', () => {
  const now = () => new Date('2026-01-02T03:04:05Z')
  const written = () => readFileSync(join(folder, 'logs', 'tanbu.log'), 'utf8')
  it('gives a number under which a bug is found again', () => {
    const number = openLog(folder, now).unexpected('activity.enter', new TypeError('x is undefined'))
    expect(number).toMatch(/^E-[0-9A-F]{6}$/)
    expect(JSON.parse(written())).toMatchObject({
      at: '2026-01-02T03:04:05.000Z',
      number,
      where: 'activity.enter',
    })
  })
  it('keeps out what people typed and who they are', () => {
    const error = new Error(`No such file “王建国.xlsx” at ${homedir()}/secret, "typed", 'typed'`)
    openLog(folder, now).unexpected('import', error)
    for (const secret of ['王建国', 'typed', `${homedir()}/`]) expect(written()).not.toContain(secret)
  })
  it('is turned over at a mebibyte and keeps five files', () => {
    const log = openLog(folder, now)
    for (let turn = 0; turn < 8; turn += 1) {
      log.unexpected('x', new Error('first'))
      writeFileSync(join(folder, 'logs', 'tanbu.log'), 'x'.repeat(1024 * 1024))
    }
    log.unexpected('x', new Error('last'))
    expect(readdirSync(join(folder, 'logs')).length).toBe(5)
    expect(written()).toContain('last')
  })
})

describe('a full disk', () => {
  it('is told as such, whoever met it: a file, the database, or a job on its thread', () => {
    const store = new Sqlite(':memory:')
    store.exec('PRAGMA page_size = 512; PRAGMA max_page_count = 4; CREATE TABLE a (x)')
    const fill = () => void store.exec('INSERT INTO a VALUES (zeroblob(10000))')
    const met = (work: () => void) => {
      try {
        return work()
      } catch (error) {
        return tellingFullDisk(error)
      }
    }
    const refusal = { code: 'kernel.disk-full' }
    expect(met(fill)).toMatchObject(refusal)
    expect(met(() => writeFileSync('/dev/full', 'x'))).toMatchObject(refusal)
    expect(tellingFullDisk(new Error('ENOSPC: no space left on device, write'))).toMatchObject(refusal)
    const other = new Error('ENOENT: no such file or directory')
    expect(tellingFullDisk(other)).toBe(other)
  })
})

it('the surroundings know the program, give ids in order of time, and keep data where the user says', () => {
  const around = nodeSurroundings()
  expect(readdirSync(around.program)).toContain('resources')
  expect(around.name).toMatch(/^Tanbu \d+\.\d+\.\d+$/)
  const ids = Array.from({ length: 50 }, () => around.newId())
  expect(ids.toSorted()).toEqual(ids)
  process.env['TANBU_HOME'] = '/somewhere'
  expect(homeFolder()).toBe('/somewhere')
  delete process.env['TANBU_HOME']
  expect(homeFolder()).toMatch(/tanbu/i)
})
