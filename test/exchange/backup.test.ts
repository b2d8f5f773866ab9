import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { keepBackups } from '#electron/exchange/keep-backups'
import { runBySystem } from '#electron/kernel/spine'
import { stageUpload } from '#electron/kernel/uploads'
import type { Inventory } from '#shared/accounting/inventory'
import { type BackupId, type BackupRules, isSound, type Occasion } from '#shared/exchange/backup'
import { surplus } from '#shared/exchange/backup-rotation'
import { type Plant, startPlant, typeYear } from '#test/accounting/plant'
import { administrator, finish, refusalOf, startBackend } from '#test/support/backend'

describe('which backups are kept', () => {
  const rules: BackupRules = { daily: 7, weekly: 5, monthly: 12, warnAfter: 7, target: null }
  const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)
  const made = (number: number, occasion: Occasion = 'daily', isProven = true, nth = 0) => ({
    id: `${String(number).padStart(5, '0')}-${nth}` as BackupId,
    occasion,
    madeOn: day(number),
    madeAt: `${day(number)}T0${nth}:00:00.000Z`,
    provenAt: isProven ? `${day(number)}T0${nth}:01:00.000Z` : null,
  })
  const kept = (backups: readonly ReturnType<typeof made>[]) => {
    const out = new Set(surplus(backups, rules))
    return backups.filter(({ id }) => !out.has(id)).map(({ madeOn }) => madeOn)
  }

  it('B1 of two years of days the last seven, five weeks before them and twelve months before those are left', () => {
    const all = Array.from({ length: 730 }, (_, number) => made(number))
    const left = kept(all)
    expect(left).toHaveLength(7 + 5 + 12)
    expect(left.slice(-7)).toEqual(Array.from({ length: 7 }, (_, index) => day(723 + index)))
    expect(new Set(left.slice(0, 12).map((each) => each.slice(0, 7))).size).toBe(12)
  })
  it('B2 what was made before a year was closed stays for good, and so does all of the last day', () => {
    const all = [made(0, 'before-closing'), ...Array.from({ length: 700 }, (_, number) => made(number + 1))]
    expect(kept([...all, made(700, 'by-hand', true, 1)])).toContain(day(0))
    expect(kept([...all, made(700, 'by-hand', true, 1)]).filter((each) => each === day(700))).toHaveLength(2)
  })
  it('B3 whatever was made: the last proven one stays, and while none is proven all stay', () => {
    const any = fc.array(fc.record({ day: fc.nat(900), isProven: fc.boolean() }), { maxLength: 60 })
    fc.assert(
      fc.property(any, (given) => {
        const backups = given.map((each, nth) => ({
          ...made(each.day, 'daily', each.isProven),
          id: `${nth}` as BackupId,
        }))
        const out = surplus(backups, rules)
        const proven = backups.filter(({ provenAt }) => provenAt !== null).map(({ madeOn }) => madeOn)
        const newest = proven.toSorted().at(-1)
        if (newest === undefined) expect(out).toEqual([])
        else expect(kept(backups)).toContain(newest)
        // Asked again, nothing more goes: what is kept does not melt away.
        const left = backups.filter(({ id }) => !out.includes(id))
        expect(surplus(left, rules)).toEqual([])
      }),
    )
  })
})

let plant: Plant
let inventory: Inventory
let home: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-backup-'))
  plant = await startPlant()
  await typeYear(plant)
  inventory = await plant.create({ year: 2025 })
})
afterAll(async () => {
  await plant.backend.close()
  rmSync(home, { recursive: true, force: true })
})

const { password } = administrator
const fileOf = (name: string) => join(plant.backend.folder, 'backups', name)
const spine = () => plant.backend.backend.spine
const quietMoment = () => runBySystem(spine(), 'exchange.keepBackups', keepBackups)
const send = (folder: string, bytes: Buffer) =>
  stageUpload(folder, { name: 'x.tanbu-backup', type: '', body: new Blob([bytes as BlobPart]).stream() })

describe('a backup', () => {
  it('B4 is made before a year is closed, kept for good, and computes to the same', async () => {
    await finish(plant.api.accounting.freeze({ id: inventory.id, password }))
    const [before] = await plant.api.exchange.backups({})
    expect(before).toMatchObject({ occasion: 'before-closing', isThere: true })
    const { id } = await finish(plant.api.exchange.backUp({ target: null }))
    const [made] = await plant.api.exchange.backups({})
    expect(made).toMatchObject({ id, proof: { outcome: 'proved', found: { inventories: 1, troubles: [] } } })
    expect(made!.proof!.found.auditLines).toBeGreaterThan(10)
    expect(await plant.api.exchange.backupSafety({})).toMatchObject({ lastProvenAt: made!.provenAt })
  })

  it('B5 of a plant whose frozen figures were changed past the program is kept, and is not proven', async () => {
    const { sqlite } = plant.backend.backend.workspace.store()
    const [{ accountHash }] = [(await plant.api.accounting.overview({ id: inventory.id })).inventory]
    const of = 'accounting_contents WHERE sha256 = ?'
    const body = sqlite.prepare<[string], string>(`SELECT body FROM ${of}`).pluck().get(accountHash!)!
    const triggers = sqlite
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'accounting_contents'`,
      )
      .all()
    const put = (text: string) => {
      for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`)
      sqlite.prepare('UPDATE accounting_contents SET body = ? WHERE sha256 = ?').run(text, accountHash)
      for (const { sql } of triggers) sqlite.exec(sql)
    }
    put(body.replace('"1', '"2'))
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    expect(made.provenAt).toBeNull()
    const [kept] = await plant.api.exchange.backups({})
    expect(kept!.proof!.found.troubles).toEqual([
      { code: 'exchange.proof.inventory', facts: { title: inventory.title, version: 1 } },
    ])
    put(body)
    expect(await finish(plant.api.exchange.proveBackup({ id: made.id }))).toMatchObject({
      outcome: 'doubtful',
    })
  })

  it('B6 that rots on the disk is found out when it is proven again', async () => {
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    const bytes = readFileSync(fileOf(made.file))
    writeFileSync(fileOf(made.file), bytes.subarray(0, bytes.length >> 1))
    const proof = await finish(plant.api.exchange.proveBackup({ id: made.id }))
    expect(proof.outcome).toBe('doubtful')
    expect(proof.found.troubles[0]!.code).toMatch(/^exchange\.(not-a-backup|backup-damaged)$/)
    rmSync(fileOf(made.file))
    expect((await plant.api.exchange.backups({}))[0]).toMatchObject({ isThere: false, provenAt: null })
  })

  it('B7 is made by itself once a day, together with the check of the data; one that lies there is put on record', async () => {
    plant.backend.clock.advance(86_400)
    await finish(plant.api.access.signIn({ login: administrator.login, password }))
    const [last] = await plant.api.exchange.backups({})
    const there = readdirSync(join(plant.backend.folder, 'backups')).find((name) => name !== last!.file)!
    writeFileSync(fileOf('tanbu-before-upgrade-x.tanbu-backup'), readFileSync(fileOf(there)))
    await quietMoment()
    const occasions = (await plant.api.exchange.backups({})).map(({ occasion }) => occasion)
    expect(occasions.filter((each) => each === 'daily')).toHaveLength(1)
    expect(occasions.filter((each) => each === 'before-upgrade')).toHaveLength(1)
    const [check] = await plant.api.exchange.storeChecks({})
    expect(check).toMatchObject({ sound: true, found: { unlike: [] } })
    await quietMoment()
    expect(
      (await plant.api.exchange.backups({})).filter(({ occasion }) => occasion === 'daily'),
    ).toHaveLength(1)
    expect(await plant.api.exchange.storeChecks({})).toHaveLength(1)
  })
})

describe('restoring', () => {
  it('B8 says what a backup holds and what would be lost', async () => {
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    await plant.type(plant.diesel, '2026-01', '9')
    const { contents, comparison } = await finish(plant.api.exchange.previewBackup({ id: made.id }))
    expect(contents).toMatchObject({
      months: { first: '2025-01', last: '2025-12' },
      frozenYears: [2025],
      users: [administrator.login],
      schema: 'current',
    })
    expect(comparison.relation).toBe('older')
    expect(comparison.lost).toContainEqual({ area: 'activity', count: 1 })
  })

  it('B9 makes a backup the present in one act and keeps what was the present, whole', async () => {
    const { backend, api } = plant
    const made = (await api.exchange.backups({})).find(({ occasion }) => occasion === 'by-hand')!
    const { total } = await api.accounting.overview({ id: inventory.id })
    const wrong = api.exchange.restoreBackup({ source: { id: made.id }, password: 'not it' })
    expect((await refusalOf(finish(wrong))).code).toBe('access.wrong-password')
    const { keptAs } = await finish(api.exchange.restoreBackup({ source: { id: made.id }, password }))
    expect(existsSync(join(keptAs, 'store.db'))).toBe(true)
    // Whoever was signed in was known to the other store.
    expect((await refusalOf(api.exchange.backups({}))).code).toBe('kernel.sign-in-first')
    await finish(api.access.signIn({ login: administrator.login, password }))
    expect((await finish(api.access.auditVerify({}))).firstBreak).toBeNull()
    expect((await api.accounting.overview({ id: inventory.id })).total).toEqual(total)
    // Backups belong to the plant, not to one state of it.
    expect(existsSync(fileOf(made.file))).toBe(true)
    expect(isSound(await finish(api.exchange.checkStore({})))).toBe(true)
    rmSync(keptAs, { recursive: true })
    expect(backend.folder).toBe(spine().store().folder)
  })

  it('B10 opens a copy for looking only, and the present is what it was', async () => {
    const { api } = plant
    const made = (await api.exchange.backups({})).find(({ isThere }) => isThere)!
    await finish(api.exchange.openBackup({ id: made.id }))
    await finish(api.access.signIn({ login: administrator.login, password }))
    expect((await api.access.about({})).past).not.toBeNull()
    const change = api.exchange.setBackupRules({
      daily: 3,
      weekly: 0,
      monthly: 0,
      warnAfter: 3,
      target: null,
    })
    expect((await refusalOf(change)).code).toBe('kernel.past-is-read-only')
    await finish(api.access.openToday({}))
    expect((await api.access.about({})).past).toBeNull()
  })

  it('B11 carries everything to a new machine in one sealed file', async () => {
    const { download } = await finish(plant.api.exchange.exportAll({ passphrase: '口令 long enough' }))
    const sealed = readFileSync(join(plant.backend.folder, 'exports', download))
    expect(sealed.includes(Buffer.from('store.db'))).toBe(false)
    const folder = join(home, 'new', 'plant')
    const bare = await startBackend({ folder, setUp: false })
    const upload = await send(folder, sealed)
    const first = (passphrase: string | null) => bare.api.exchange.previewFirst({ upload, passphrase })
    expect((await refusalOf(finish(first(null)))).code).toBe('exchange.passphrase-needed')
    expect((await refusalOf(finish(first('something else')))).code).toBe('kernel.sealed-passphrase')
    expect(await finish(first('口令 long enough'))).toMatchObject({ frozenYears: [2025] })
    await finish(bare.api.exchange.restoreFirst({ upload, passphrase: '口令 long enough' }))
    await finish(bare.api.access.signIn({ login: administrator.login, password }))
    const { total } = await bare.api.accounting.overview({ id: inventory.id })
    expect(total).toEqual((await plant.api.accounting.overview({ id: inventory.id })).total)
    // Nothing is left of the empty folder, and nobody can do it a second time.
    expect(readdirSync(join(home, 'new'))).toEqual(['plant'])
    const again = bare.api.exchange.previewFirst({ upload, passphrase: null })
    expect((await refusalOf(finish(again))).code).toBe('exchange.not-first')
    await bare.close()
  })

  it('B12 goes on while the clock jumps: the trail keeps its order, the next one is due on its day', async () => {
    const { backend, api } = plant
    const signIn = () => finish(api.access.signIn({ login: administrator.login, password }))
    const jumps = ['2031-12-31T20:00:00.000Z', '2026-07-05T02:00:00.000Z', '2026-07-04T02:00:00.000Z']
    for (const instant of jumps) {
      backend.clock.set(instant)
      await signIn()
      await quietMoment()
      await plant.type(plant.diesel, '2026-02', instant.slice(0, 4))
    }
    const backups = await api.exchange.backups({})
    const days = backups.map(({ madeOn }) => madeOn)
    expect(days).toEqual(expect.arrayContaining(['2032-01-01', '2026-07-05', '2026-07-04']))
    // What was made while the clock was ahead does not pass for the last one.
    expect((await api.exchange.backupSafety({})).lastProvenAt).toBe('2026-07-04T02:00:00.000Z')
    expect((await finish(api.access.auditVerify({}))).firstBreak).toBeNull()
    expect(isSound(await finish(api.exchange.checkStore({})))).toBe(true)
  })
})
