import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { program } from '#test/support/program'

const scratch = mkdtempSync(join(tmpdir(), 'tanbu-cli-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}
/** Runs the command line as a program of its own, with one line on its standard input. */
function tanbu(args: readonly string[], line = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program('cli'), ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    )
    child.stdin?.end(line === '' ? '' : `${line}\n`)
  })
}
const golden = 'resources/accounting/golden/21-electricity-year.json'

describe('calculate', () => {
  it('computes a published case to its last digit, without a database', async () => {
    const { code, out } = await tanbu(['calculate', golden, '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toContain('2,833.2 tCO₂e')
  })
  it('gives every number as a string in JSON, with the tree it was made of', async () => {
    const { code, out } = await tanbu(['calculate', golden, '--json'])
    expect(code).toBe(0)
    const computed = JSON.parse(out) as { total: { value: string }; figure: { operands: unknown[] } }
    expect(computed.total.value).toBe('2833.2')
    expect(computed.figure.operands.length).toBeGreaterThan(0)
    expect(out).not.toMatch(/"(value|known)":-?\d/)
  })
  it('says that an inventory with a missing month is incomplete, by its exit code too', async () => {
    const document = JSON.parse(readFileSync(golden, 'utf8')) as {
      sources: Record<string, { months?: object }>[]
    }
    const [activity] = Object.values(document.sources[0]!).filter((part) => part.months !== undefined)
    activity!.months = {}
    const file = join(scratch, 'incomplete.json')
    writeFileSync(file, JSON.stringify(document))
    const { code, out } = await tanbu(['calculate', file, '--lang', 'zh'])
    expect(code).toBe(5)
    expect(out).toContain('清单不完整')
  })
  it.each([
    ['a file that is not there', 'nowhere.json', '找不到文件'],
    ['a file that is no JSON', 'README.md', '不是 JSON'],
    ['a file that is no inventory document', 'package.json', '不是有效的清单文件'],
  ])('refuses %s on standard error', async (_what, file, words) => {
    const { code, out, err } = await tanbu(['calculate', file, '--lang', 'zh'])
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain(words)
  })
})

describe('usage', () => {
  it('gives the JSON Schema of the inventory document', async () => {
    const { code, out } = await tanbu(['schema', 'inventory'])
    expect(code).toBe(0)
    expect((JSON.parse(out) as { required: string[] }).required).toEqual(
      expect.arrayContaining(['format', 'sources']),
    )
    expect(out).toContain('tanbu-inventory/1')
  })
  it.each([
    ['an unknown command', ['dance']],
    ['a missing argument', ['calculate']],
    ['a year that is none', ['inventory', scratch, '--year', 'last']],
    ['an unknown option', ['help', '--loud']],
  ])('ends %s with exit code 2', async (_what, args) => {
    expect((await tanbu(args)).code).toBe(2)
  })
  it('helps in both languages and names every exit code', async () => {
    for (const lang of ['zh', 'en']) {
      const { code, out } = await tanbu(['help', '--lang', lang])
      expect(code).toBe(0)
      for (const word of ['calculate', 'restore', 'serve', '5']) expect(out).toContain(word)
    }
  })
})

describe('the main job without a window', () => {
  const folder = join(scratch, 'demo')
  let demo: Ended
  beforeAll(async () => {
    demo = await tanbu(['demo', folder, '--lang', 'zh'])
  }, 180_000)
  const sample = join(folder, 'data', 'sample')

  it('goes from an empty folder to the four files', () => {
    expect([demo.code, demo.err]).toEqual([0, ''])
    const endings = readdirSync(folder).map((name) => name.split('.').at(-1) ?? '')
    expect(new Set(endings)).toEqual(new Set(['data', 'docx', 'json', 'pdf', 'xlsx']))
  })
  it('makes a document that computes to the total of the inventory', async () => {
    const file = readdirSync(folder).find((name) => name.endsWith('.json'))!
    const { total } = JSON.parse((await tanbu(['calculate', join(folder, file), '--json'])).out) as {
      total: { value: string }
    }
    const inventory = await tanbu(['inventory', sample, '--year', '2025', '--json'])
    expect((JSON.parse(inventory.out) as { total: { value: string } }).total.value).toBe(total.value)
    expect(demo.out.replaceAll(',', '')).toContain(total.value)
  })
  it('refuses a folder that is not empty', async () => {
    const { code, err } = await tanbu(['demo', folder, '--lang', 'en'])
    expect(code).toBe(3)
    expect(err).toContain('not empty')
  })
  it('verifies the chain, and names the line that was altered', async () => {
    expect((await tanbu(['audit', 'verify', sample])).code).toBe(0)
    const copy = join(scratch, 'altered')
    const backup = join(scratch, 'plant.tanbu-backup')
    expect((await tanbu(['backup', sample, '--to', backup])).code).toBe(0)
    expect((await tanbu(['restore', backup, copy])).code).toBe(0)
    expect((await tanbu(['audit', 'verify', copy])).code).toBe(0)
    const store = new Sqlite(join(copy, 'store.db'))
    store.exec('DROP TRIGGER kernel_audit_no_update')
    store.exec(`UPDATE kernel_audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 7`)
    store.close()
    const { code, out } = await tanbu(['audit', 'verify', copy, '--lang', 'en'])
    expect(code).toBe(4)
    expect(out).toContain('line 7')
  })
  it('imports a ledger with a password from standard input, and refuses a wrong one', async () => {
    const wrong = await tanbu(
      ['import', sample, 'resources/sample/ledger-2025.xlsx', '--user', 'demo'],
      'not it at all',
    )
    expect(wrong.code).toBe(3)
    const password = /(?:密码|password) ([^\s）)]+)/.exec(demo.out)?.[1] ?? ''
    const dry = await tanbu(
      [
        'import',
        sample,
        'resources/sample/ledger-2025.xlsx',
        '--user',
        'demo',
        '--year',
        '2025',
        '--dry-run',
        '--lang',
        'zh',
      ],
      password,
    )
    expect(dry.out + dry.err).toContain('条读数')
  })
})
