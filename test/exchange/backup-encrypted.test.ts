import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { keepBackups } from '#electron/exchange/keep-backups'
import { evidencePath, putEvidence } from '#electron/kernel/evidence-store'
import { dropKeys } from '#electron/kernel/folder-keys'
import { readKept } from '#electron/kernel/kept-bytes'
import { runBySystem } from '#electron/kernel/spine'
import { stageUpload } from '#electron/kernel/uploads'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'
import { program } from '#test/support/program'

/** Words that stand in the plant, in its evidence and in what is made of it, and nowhere readable on a disk. */
const marks = { person: '欧阳霜降秘名', evidence: 'EVIDENCE-MARK-88001' } as const
const { login, password } = administrator
const passphrase = '一句很长的口令 2026'

let home: string
let folder: string
let plant: TestBackend
let recoveryKey: string
let sha256: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-sealed-backup-'))
  folder = join(home, 'plant')
  plant = await startBackend({ folder, setUp: false })
  recoveryKey = (await finish(plant.api.access.setUp({ ...administrator, isEncrypted: true }))).recoveryKey
  await plant.api.access.addPerson({ name: marks.person })
  const paper = join(home, 'paper')
  writeFileSync(paper, marks.evidence.repeat(5_000))
  sha256 = putEvidence(folder, paper).sha256
  rmSync(paper)
})
afterAll(async () => {
  await plant.close()
  dropKeys(folder)
  rmSync(home, { recursive: true, force: true })
})

const backups = () => join(folder, 'backups')
const codeOf = async (task: Parameters<typeof finish>[0]) => (await refusalOf(finish(task))).code
const people = async ({ api }: Pick<TestBackend, 'api'>) =>
  (await api.access.people({})).map(({ name }) => name)

/** Which marks stand readable in any file below a folder. */
function found(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const bytes = entry.isFile() ? readFileSync(path) : Buffer.alloc(0)
    return Object.values(marks).flatMap((mark) =>
      ['utf8' as const, 'utf16le' as const].some((encoding) => bytes.includes(Buffer.from(mark, encoding)))
        ? [`${mark} in ${path}`]
        : [],
    )
  })
}

describe('a backup of an encrypted plant', () => {
  it('E1 is made, proven by restoring it aside, and shows a thief nothing', async () => {
    const made = await finish(plant.api.exchange.backUp({ target: null }))
    expect(made.provenAt).not.toBeNull()
    expect(await finish(plant.api.exchange.proveBackup({ id: made.id }))).toMatchObject({ outcome: 'proved' })
    expect(readdirSync(backups())).toEqual([made.file])
    expect(readdirSync(join(folder, 'staging'))).toEqual([])
    expect(found(home)).toEqual([])
  })

  it('E2 is made by itself once a day, and the rotation takes away what is no longer kept', async () => {
    await plant.api.exchange.setBackupRules({ daily: 1, weekly: 0, monthly: 0, warnAfter: 7, target: null })
    plant.clock.advance(86_400)
    await runBySystem(plant.backend.spine, 'exchange.keepBackups', keepBackups)
    await finish(plant.api.access.signIn({ login, password }))
    const kept = (await plant.api.exchange.backups({})).filter(({ isThere }) => isThere)
    expect(kept.map(({ occasion }) => occasion)).toEqual(['daily'])
    expect(kept.every(({ provenAt }) => provenAt !== null)).toBe(true)
    expect(readdirSync(backups()).toSorted()).toEqual(kept.map(({ file }) => file).toSorted())
  })

  it('E3 says what it holds, opens for looking, and becomes the present again', async () => {
    const [kept] = await plant.api.exchange.backups({})
    await plant.api.access.addPerson({ name: '后来的人' })
    const { contents, comparison } = await finish(plant.api.exchange.previewBackup({ id: kept!.id }))
    expect(contents).toMatchObject({ isEnciphered: false, users: [login], schema: 'current' })
    expect(comparison.relation).toBe('older')
    await finish(plant.api.exchange.openBackup({ id: kept!.id }))
    await finish(plant.api.access.signIn({ login, password }))
    expect(await people(plant)).not.toContain('后来的人')
    expect(found(home)).toEqual([])
    await finish(plant.api.access.openToday({}))
    const { keptAs } = await finish(plant.api.exchange.restoreBackup({ source: { id: kept!.id }, password }))
    await finish(plant.api.access.signIn({ login, password }))
    expect(await people(plant)).toContain(marks.person)
    expect(await people(plant)).not.toContain('后来的人')
    expect((await finish(plant.api.access.auditVerify({}))).firstBreak).toBeNull()
    expect(readKept(evidencePath(folder, sha256)).toString()).toBe(marks.evidence.repeat(5_000))
    expect(found(home)).toEqual([])
    rmSync(keptAs, { recursive: true })
  })
})

describe('on another machine', () => {
  /** A machine on which nothing is, and the upload of a file there. */
  async function bare(name: string, bytes: Buffer): Promise<{ machine: TestBackend; upload: string }> {
    const place = join(home, name, 'plant')
    const machine = await startBackend({ folder: place, setUp: false })
    const body = new Blob([bytes as BlobPart]).stream()
    const upload = await stageUpload(place, { name: 'x.tanbu-backup', type: '', body })
    return { machine, upload }
  }
  /** The bytes of the newest backup, as they leave the plant for a stick or a target. */
  const taken = () => readKept(join(backups(), readdirSync(backups()).toSorted().at(-1)!))

  it('E4 the file of a backup comes back and opens with a password of that day', async () => {
    const { machine, upload } = await bare('by-password', taken())
    const closed = await finish(machine.api.exchange.previewFirst({ upload, passphrase: null }))
    expect(closed).toMatchObject({ isEnciphered: true, organization: null, users: [] })
    const look = (key: string) => machine.api.exchange.previewFirst({ upload, passphrase: null, key })
    expect(await codeOf(look('not that one 1'))).toBe('exchange.wrong-key')
    for (const key of [password, recoveryKey])
      expect(await finish(look(key))).toMatchObject({ isEnciphered: false, users: [login] })
    expect(readdirSync(join(machine.folder, 'staging')).filter((name) => name.startsWith('backup-'))).toEqual(
      [],
    )
    await finish(machine.api.exchange.restoreFirst({ upload, passphrase: null }))
    expect(await machine.api.access.about({})).toMatchObject({ isSetUp: true, sealed: 'locked' })
    expect(found(machine.folder)).toEqual([])
    expect(await codeOf(machine.api.access.unseal({ login, password: 'not that one 1' }))).toBe(
      'access.wrong-password',
    )
    await finish(machine.api.access.unseal({ login, password }))
    expect(await people(machine)).toContain(marks.person)
    expect(readKept(evidencePath(machine.folder, sha256)).toString()).toBe(marks.evidence.repeat(5_000))
    await machine.close()
    dropKeys(machine.folder)
  })

  it('E5 and with the recovery key, where all passwords are lost', async () => {
    const { machine, upload } = await bare('by-recovery-key', taken())
    await finish(machine.api.exchange.restoreFirst({ upload, passphrase: null }))
    await finish(machine.api.access.unsealWithRecovery({ recoveryKey }))
    const fresh = 'a new password 9'
    await finish(machine.api.access.recover({ recoveryKey, login, password: fresh }))
    await finish(machine.api.access.signIn({ login, password: fresh }))
    expect(await people(machine)).toContain(marks.person)
    expect((await finish(machine.api.access.auditVerify({}))).firstBreak).toBeNull()
    // Its trail says where it came from, as soon as it could be written to.
    const { lines } = await machine.api.access.auditSearch({ procedure: 'exchange.restore' })
    expect(lines).toHaveLength(1)
    await machine.close()
    dropKeys(machine.folder)
  })

  it('E6 so does the one file of everything, under a passphrase of its own', async () => {
    const { download } = await finish(plant.api.exchange.exportAll({ passphrase }))
    const bytes = readKept(join(folder, 'exports', download))
    for (const part of ['store.db', 'keyring.json']) expect(bytes.includes(part)).toBe(false)
    const { machine, upload } = await bare('by-file', bytes)
    expect(await codeOf(machine.api.exchange.previewFirst({ upload, passphrase: null }))).toBe(
      'exchange.passphrase-needed',
    )
    await finish(machine.api.exchange.restoreFirst({ upload, passphrase }))
    await finish(machine.api.access.unseal({ login, password }))
    expect(await people(machine)).toContain(marks.person)
    await machine.close()
    dropKeys(machine.folder)
  })
})

describe('of a plant that was in clear before', () => {
  const place = () => join(home, 'later', 'plant')
  let later: TestBackend
  let key: string
  let [before, after] = ['', '']
  beforeAll(async () => {
    later = await startBackend({ folder: place(), setUp: false })
    key = (await finish(later.api.access.setUp(administrator))).recoveryKey
    await later.api.access.addPerson({ name: marks.person })
  })
  afterAll(async () => {
    await later.close()
    dropKeys(place())
    // It ends in clear, as it was when it began.
    rmSync(join(home, 'later'), { recursive: true })
  })

  it('E7 made before the plant was encrypted, one goes on being proven, and so does the plant', async () => {
    const { id, file } = await finish(later.api.exchange.backUp({ target: null }))
    before = file
    await finish(later.api.access.encryptStore({ password }))
    expect(found(place())).toEqual([])
    expect(await finish(later.api.exchange.proveBackup({ id }))).toMatchObject({ outcome: 'proved' })
    const { proof } = await finish(later.api.exchange.proveSelf({ language: 'zh' }))
    expect(proof.data?.backups.map(({ state }) => state)).toEqual(['same'])
    expect(proof.data?.newest?.troubles).toEqual([])
  })

  const offers = async () => (await later.api.exchange.rescueOffers({})).map(({ file }) => file)
  const rescue = (file: string, secret: string) => later.api.exchange.rescueSealed({ file, secret })
  const damage = () => {
    const bytes = readFileSync(join(place(), 'store.db'))
    bytes[200] = bytes[200]! ^ 1
    writeFileSync(join(place(), 'store.db'), bytes)
  }

  it('E10 damaged, it is brought back at its door by whoever has the key, and what was damaged stays beside', async () => {
    await later.api.access.addPerson({ name: '加密之后' })
    later.clock.advance(60)
    after = (await finish(later.api.exchange.backUp({ target: null }))).file
    await later.api.access.addPerson({ name: '备份之后' })
    later.backend.workspace.seal()
    damage()
    // Nobody is offered anything before the right key failed.
    expect(await offers()).toEqual([])
    expect(await codeOf(rescue(after, password))).toBe('exchange.nothing-to-rescue')
    expect(await codeOf(later.api.access.unseal({ login, password: 'not that one 1' }))).toBe(
      'access.wrong-password',
    )
    expect(await offers()).toEqual([])
    expect(await codeOf(later.api.access.unseal({ login, password }))).toBe('kernel.damaged')
    expect(new Set(await offers())).toEqual(new Set([before, after]))
    expect(await codeOf(rescue('../../store.db', password))).toBe('exchange.nothing-to-rescue')
    expect(await codeOf(rescue(after, 'not that one 1'))).toBe('access.wrong-password')
    await finish(rescue(after, password))
    expect(await offers()).toEqual([])
    await finish(later.api.access.signIn({ login, password }))
    const names = await people(later)
    expect(names).toContain('加密之后')
    expect(names).not.toContain('备份之后')
    const beside = readdirSync(join(home, 'later')).filter((name) => name.startsWith('plant.before-'))
    expect(beside).toHaveLength(1)
    expect(readdirSync(join(place(), 'backups'))).toEqual(expect.arrayContaining([before, after]))
    expect(found(join(home, 'later'))).toEqual([])
  })

  it('E11 lost altogether, the recovery key brings it back too; a damaged backup leaves all as it was', async () => {
    later.clock.advance(60)
    later.backend.workspace.seal()
    rmSync(join(place(), 'store.db'))
    expect(await codeOf(later.api.access.unsealWithRecovery({ recoveryKey: key }))).toBe(
      'kernel.store-missing',
    )
    const half = readFileSync(join(place(), 'backups', after)).subarray(0, 20_000)
    writeFileSync(join(place(), 'backups', after), half)
    expect(await codeOf(rescue(after, key))).toMatch(/^exchange\.(not-a-backup|backup-damaged)$/)
    expect(await offers()).toContain(before)
    await finish(rescue(before, key))
    // It is of before the plant was encrypted, and is what it was then.
    await finish(later.api.access.signIn({ login, password }))
    expect(await later.api.access.protection({})).toMatchObject({ isEncrypted: false })
    expect(await people(later)).toContain(marks.person)
  })
})

describe('without a window', () => {
  /** Runs the command line with these lines on its standard input. */
  function tanbu(args: readonly string[], ...lines: readonly string[]) {
    return new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const child = execFile(process.execPath, [program('cli'), ...args, '--lang', 'en'], (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
      )
      child.stdin?.end(lines.map((line) => `${line}\n`).join(''))
    })
  }
  const file = () => join(home, 'by-command.tanbu-backup')

  it('E8 the password on standard input makes, proves and seals one, beside the running program', async () => {
    const made = await tanbu(['backup', 'make', folder, '--to', file(), '--sealed'], password, passphrase)
    expect([made.code, made.err]).toEqual([0, ''])
    const wrong = await tanbu(['backup', 'check', file()], passphrase, 'not that one 1')
    expect([wrong.code, wrong.err.trim()]).toEqual([3, 'The login or the password is not right.'])
    const checked = await tanbu(['backup', 'check', file()], passphrase, recoveryKey)
    expect([checked.code, checked.err]).toEqual([0, ''])
    expect(readdirSync(home).filter((name) => name.startsWith('by-command'))).toHaveLength(1)
    expect(found(home)).toEqual([])
  }, 120_000)

  it('E9 it comes back with its key or without, and what came back asks for one', async () => {
    const back = join(home, 'back')
    const restored = await tanbu(['backup', 'restore', file(), back], passphrase, recoveryKey)
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect((await tanbu(['audit', 'verify', back])).code).toBe(3)
    expect((await tanbu(['audit', 'verify', back], password)).code).toBe(0)
    const closed = join(home, 'back-closed')
    expect((await tanbu(['backup', 'restore', file(), closed], passphrase)).code).toBe(0)
    expect(found(home)).toEqual([])
  }, 120_000)
})
