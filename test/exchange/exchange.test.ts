import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'

import { restore } from '#electron/exchange/restore'
import { sha256 } from '#electron/kernel/crypto'
import type { Inventory } from '#shared/accounting/inventory'
import type { ExportRecord, ReportKind } from '#shared/exchange/model'
import type { Target } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'
import { type Plant, startPlant, typeYear } from '#test/accounting/plant'
import { administrator, finish, refusalOf, startBackend } from '#test/support/backend'

import { folderTarget } from './folder-target.ts'

let plant: Plant
let inventory: Inventory
let home: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-exchange-'))
  plant = await startPlant()
  await typeYear(plant)
  inventory = await plant.create({ year: 2025 })
})
afterAll(async () => {
  await plant.backend.close()
  rmSync(home, { recursive: true, force: true })
})

const bytesOf = ({ id }: ExportRecord) => readFileSync(join(plant.backend.folder, 'exports', id))
const make = (kinds: ReportKind[], language: 'zh' | 'en' = 'zh') =>
  finish(plant.api.exchange.makeExports({ inventory: inventory.id, kinds, language }))
const target = async (name: string): Promise<Target & { readonly path: string }> => {
  const path = join(home, name)
  mkdirSync(path)
  return { ...(await finish(plant.api.exchange.addTarget(folderTarget(name, path)))), path }
}
/** The names of the entries of a zip file. */
async function entriesOf(bytes: Buffer): Promise<string[]> {
  const zip = await yauzl.fromBufferPromise(bytes)
  const names: string[] = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  return names
}

describe('exports', () => {
  it('X1 each file is of its kind, opens, and has the size and hash that are on record', async () => {
    const made = await make(['xlsx', 'docx', 'pdf', 'json'])
    expect(made.map(({ kind }) => kind)).toEqual(['xlsx', 'docx', 'pdf', 'json'])
    for (const record of made) {
      const bytes = bytesOf(record)
      expect(`${bytes.length} ${sha256(bytes)}`).toBe(`${record.size} ${record.sha256}`)
      expect(record.fileName.endsWith(`.${record.kind}`)).toBe(true)
    }
    const [xlsx, docx, pdf, json] = made.map(bytesOf)
    expect(await entriesOf(xlsx!)).toContain('xl/workbook.xml')
    expect(await entriesOf(docx!)).toContain('word/document.xml')
    expect(pdf!.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf!.subarray(-6).toString().trim()).toBe('%%EOF')
    const { json: document } = await plant.api.accounting.document({ id: inventory.id })
    // But for the head of the audit chain it is the document, to the letter.
    expect(json!.toString().replace(/^\{"audit":\{[^}]*\},/, '{')).toBe(`${document}\n`)
    const listed = await plant.api.exchange.exports({})
    expect(listed.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  })

  it('X2 the same inventory in English speaks English', async () => {
    const [zh] = await make(['docx'], 'zh')
    const [en] = await make(['docx'], 'en')
    expect(en?.language).toBe('en')
    expect(sha256(bytesOf(zh!))).not.toBe(sha256(bytesOf(en!)))
  })

  it('X3 an inventory that is not there gives no file', async () => {
    const before = readdirSync(join(plant.backend.folder, 'exports'))
    const other = plant.api.exchange.makeExports({
      inventory: '00000000-0000-7000-8000-000000000000' as Inventory['id'],
      kinds: ['json'],
      language: 'zh',
    })
    expect((await refusalOf(finish(other))).code).toBe('accounting.unknown-inventory')
    expect(readdirSync(join(plant.backend.folder, 'exports'))).toEqual(before)
  })
})

describe('delivery', () => {
  const stateOf = async (id: string) => {
    const found = (await plant.api.exchange.outbox({})).find(({ exportId }) => exportId === id)
    return `${found?.state} ${found?.attempts} ${found?.trouble}`
  }

  it('X4 a file arrives whole under its name, and nothing half lies beside it', async () => {
    const [file] = await make(['json'])
    const stick = await target('stick')
    await plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    expect(await stateOf(file!.id)).toBe('waiting 0 null')
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 1, failed: 0 })
    expect(await stateOf(file!.id)).toBe('delivered 1 null')
    expect(readdirSync(stick.path)).toEqual([file!.fileName])
    expect(sha256(readFileSync(join(stick.path, file!.fileName)))).toBe(file!.sha256)
    const twice = plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    expect((await refusalOf(twice)).code).toBe('exchange.already-sent')
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 0, failed: 0 })
  })

  it('X5 a stick that is gone keeps its files waiting with the reason, until it is back', async () => {
    const [file] = await make(['json'])
    const stick = await target('gone')
    await plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    rmSync(stick.path, { recursive: true })
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 0, failed: 1 })
    expect(await stateOf(file!.id)).toBe('waiting 1 exchange.target-gone')
    mkdirSync(stick.path)
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 1, failed: 0 })
    expect(await stateOf(file!.id)).toBe('delivered 2 null')
  })

  it('X6 another file of that name at the target stays as it was, and the conflict is shown', async () => {
    const [file] = await make(['json'])
    const stick = await target('blocked')
    const path = join(stick.path, file!.fileName)
    writeFileSync(path, 'the older report')
    await plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 0, failed: 1 })
    expect(await stateOf(file!.id)).toBe('conflict 1 exchange.name-taken')
    expect(readFileSync(path, 'utf8')).toBe('the older report')
    expect(readdirSync(stick.path)).toEqual([file!.fileName])
    await plant.api.exchange.removeTarget({ id: stick.id })
  })

  it.skipIf(process.getuid?.() === 0)('X7 a write-protected stick is named as such', async () => {
    const [file] = await make(['json'])
    const stick = await target('protected')
    await plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    chmodSync(stick.path, 0o500)
    await finish(plant.api.exchange.deliver({}))
    expect(await stateOf(file!.id)).toBe('failed 1 exchange.target-read-only')
    chmodSync(stick.path, 0o700)
  })

  it('X8 a folder that is not there, or inside the own data, is no target', async () => {
    const add = (path: string) => refusalOf(finish(plant.api.exchange.addTarget(folderTarget('x', path))))
    expect((await add(join(home, 'nowhere'))).code).toBe('exchange.target-gone')
    expect((await add('relative/path')).code).toBe('exchange.target-gone')
    expect((await add(join(plant.backend.folder, 'exports'))).code).toBe('exchange.target-is-own-data')
  })

  it('X9 a removed target gets nothing more', async () => {
    const [file] = await make(['json'])
    const stick = await target('removed')
    await plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    await plant.api.exchange.removeTarget({ id: stick.id })
    expect(await finish(plant.api.exchange.deliver({}))).toEqual({ delivered: 0, failed: 0 })
    expect(readdirSync(stick.path)).toEqual([])
    const again = plant.api.exchange.send({ exports: [file!.id], target: stick.id })
    expect((await refusalOf(again)).code).toBe('exchange.unknown-target')
  })
})

describe('backups', () => {
  const signal = new AbortController().signal
  const bring = (from: string, folder: string) => restore({ from, folder }, { report: () => {}, signal })
  const fileOf = (name: string) => join(plant.backend.folder, 'backups', name)

  it('X10 a backup brings the whole plant back, to the last digit', async () => {
    const steps = new Set<string>()
    const made = await finish(plant.api.exchange.backUp({ target: null }), ({ step }) => steps.add(step))
    expect(sha256(readFileSync(fileOf(made.file)))).toBe(made.sha256)
    expect([...steps]).toEqual([
      'exchange.step-copying',
      'exchange.step-hashing',
      'exchange.step-proving',
      'access.verifying',
    ])
    const folder = join(home, 'restored')
    await bring(fileOf(made.file), folder)
    expect(existsSync(`${folder}.restoring`)).toBe(false)
    const again = await startBackend({ folder, setUp: false })
    await finish(again.api.access.signIn({ login: administrator.login, password: administrator.password }))
    const before = await plant.api.accounting.overview({ id: inventory.id })
    expect((await again.api.accounting.overview({ id: inventory.id })).total).toEqual(before.total)
    expect((await finish(again.api.access.auditVerify({}))).firstBreak).toBeNull()
    const [file] = await again.api.exchange.exports({})
    expect(sha256(readFileSync(join(folder, 'exports', file!.id)))).toBe(file!.sha256)
    await again.close()
  })

  it('X11 with a target the backup lies there too, byte for byte', async () => {
    const stick = await target('safe')
    const made = await finish(plant.api.exchange.backUp({ target: stick.id }))
    expect(sha256(readFileSync(join(stick.path, made.file)))).toBe(made.sha256)
    expect((await plant.api.exchange.backups({}))[0]).toMatchObject({ file: made.file })
  })

  it('X12 a damaged backup is refused and leaves no folder behind', async () => {
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    const bytes = readFileSync(fileOf(made.file))
    const damaged = join(home, 'damaged.tanbu-backup')
    const marker = bytes.indexOf(Buffer.from('exports/'))
    // Into the content of the first export, behind its name and head.
    bytes[marker + 120] = bytes[marker + 120]! ^ 0xff
    writeFileSync(damaged, bytes)
    const folder = join(home, 'never')
    const refusal = await bring(damaged, folder).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).code).toBe('exchange.backup-damaged')
    expect((refusal as Refusal).facts['file']).toMatch(/^exports\//)
    expect([existsSync(folder), existsSync(`${folder}.restoring`)]).toEqual([false, false])
  })

  it('X13 one altered byte anywhere is refused, or lies where nothing is kept: never another plant', async () => {
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    const whole = readFileSync(fileOf(made.file))
    const contents = (folder: string) => sha256(readFileSync(join(folder, 'store.db')))
    await bring(fileOf(made.file), join(home, 'whole'))
    const expected = contents(join(home, 'whole'))
    const one = join(home, 'one.tanbu-backup')
    const folder = join(home, 'one')
    const change = fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) })
    const property = fc.asyncProperty(change, async ({ at, bit }) => {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ (1 << bit)
      writeFileSync(one, bytes)
      const outcome = await bring(one, folder).then(
        () => contents(folder),
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      )
      rmSync(folder, { recursive: true, force: true })
      expect([expected, 'exchange.backup-damaged', 'exchange.not-a-backup']).toContain(outcome)
    })
    await fc.assert(property, { numRuns: 60 })
  })

  it('X14 any other file, and a folder that holds something, are refused', async () => {
    const other = join(home, 'letter.txt')
    writeFileSync(other, 'not a backup at all')
    const made = (await plant.api.exchange.backups({}))[0]!
    const code = (request: Promise<unknown>) =>
      request.then(
        () => 'done',
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      )
    expect(await code(bring(other, join(home, 'a')))).toBe('exchange.not-a-backup')
    expect(await code(bring(join(home, 'none'), join(home, 'b')))).toBe('exchange.no-such-file')
    const taken = join(home, 'taken')
    mkdirSync(taken)
    writeFileSync(join(taken, 'diary'), 'mine')
    expect(await code(bring(fileOf(made.file), taken))).toBe('exchange.folder-not-empty')
    expect(readFileSync(join(taken, 'diary'), 'utf8')).toBe('mine')
  })
})
