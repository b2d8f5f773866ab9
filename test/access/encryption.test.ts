import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openReader } from '#db/kernel/open'
import { evidencePath, putEvidence, verifyEvidence } from '#electron/kernel/evidence-store'
import { dropKeys } from '#electron/kernel/folder-keys'
import { readKept, writeKept } from '#electron/kernel/kept-bytes'
import { offerDownload, stagedUpload, stageUpload } from '#electron/kernel/uploads'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

/** Words that stand nowhere on the disk of an encrypted plant, by what they are. */
const marks = {
  person: '慕容雪见秘名',
  department: '机密炼钢车间',
  evidence: 'EVIDENCE-MARK-77001',
  upload: 'UPLOAD-MARK-77002',
  uploadName: '上传文件名-77003',
  export: 'EXPORT-MARK-77004',
  exportName: '导出文件名-77005',
  draft: 'DRAFT-MARK-77006',
} as const
const encodings = ['utf8', 'utf16le'] as const

/** Where a mark stands in any file or file name below a folder, as a thief would look for it. */
function found(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const bytes = entry.isFile() ? readFileSync(path) : Buffer.alloc(0)
    return Object.values(marks).flatMap((mark) =>
      entry.name.includes(mark) || encodings.some((encoding) => bytes.includes(Buffer.from(mark, encoding)))
        ? [`${mark} in ${path}`]
        : [],
    )
  })
}

let home: string
let folder: string
let plant: TestBackend
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-sealed-'))
  folder = join(home, 'plant')
})
afterEach(async () => {
  await plant.close()
  dropKeys(folder)
  rmSync(home, { recursive: true, force: true })
})

const start = async (options: { readonly isEncrypted?: boolean } = {}) => {
  plant = await startBackend({ folder, setUp: false })
  return finish(plant.api.access.setUp({ ...administrator, ...options }))
}
const codeOf = async (task: Parameters<typeof finish>[0]) => (await refusalOf(finish(task))).code
const reopen = async () => {
  await plant.close()
  dropKeys(folder)
  plant = await startBackend({ folder, setUp: false })
}
const words = { login: administrator.login, password: administrator.password }

/** Leaves a mark wherever people leave something. @returns hash of the evidence and id of the upload. */
async function workHere(): Promise<{ readonly sha256: string; readonly upload: string }> {
  await plant.api.access.addPerson({ name: marks.person, department: marks.department })
  await plant.api.desk.saveDraft({ key: 'form', content: { typed: marks.draft } } as never).catch(() => {})
  const body = new Blob([marks.upload.repeat(20_000)]).stream() as never
  const upload = await stageUpload(folder, { name: `${marks.uploadName}.csv`, type: 'text/csv', body })
  const paper = join(home, 'paper')
  writeFileSync(paper, marks.evidence.repeat(10_000))
  const { sha256 } = putEvidence(folder, paper)
  rmSync(paper)
  const id = plant.backend.spine.around.newId()
  writeKept(join(folder, 'exports', id), Buffer.from(marks.export))
  offerDownload(folder, id, { name: `${marks.exportName}.pdf`, type: 'application/pdf', sha256 })
  return { sha256, upload }
}

async function expectAllThere(made: { readonly sha256: string; readonly upload: string }): Promise<void> {
  const people = await plant.api.access.people({})
  expect(people.map(({ name }) => name)).toContain(marks.person)
  expect(readKept(evidencePath(folder, made.sha256)).toString()).toBe(marks.evidence.repeat(10_000))
  expect(await verifyEvidence(folder, [made.sha256])).toEqual([])
  const upload = stagedUpload(folder, made.upload)
  expect(upload.name).toBe(`${marks.uploadName}.csv`)
  expect(readKept(upload.path).toString()).toBe(marks.upload.repeat(20_000))
}

it('the search for marks finds them in a plant in clear', async () => {
  await start()
  await workHere()
  const seen = found(folder).map((line) => line.split(' in ')[0])
  for (const mark of [marks.person, marks.evidence, marks.upload, marks.uploadName, marks.exportName])
    expect(seen).toContain(mark)
})

it('a plant that was encrypted at its first run shows a thief nothing, while it is open and when it is closed', async () => {
  await start({ isEncrypted: true })
  const made = await workHere()
  expect(found(folder)).toEqual([])
  await expectAllThere(made)
  await reopen()
  expect(found(folder)).toEqual([])
})

it('without a key everything is refused and nothing is known but that it is sealed', async () => {
  await start({ isEncrypted: true })
  await reopen()
  expect(await plant.api.access.about({})).toMatchObject({ sealed: 'locked', isSetUp: true })
  expect(await plant.api.access.session({})).toEqual({ state: 'none' })
  expect(await codeOf(plant.api.access.signIn(words))).toBe('kernel.sealed')
  expect(() => openReader(folder)).toThrow('kernel.sealed')
})

it('the password opens the store and signs in; a wrong one, or that of another login, does not', async () => {
  await start({ isEncrypted: true })
  const made = await workHere()
  const other = await plant.signInAs(['viewer'])
  await reopen()
  const wrong = { ...words, password: 'not the right one 1' }
  expect(await codeOf(plant.api.access.unseal(wrong))).toBe('access.wrong-password')
  const swapped = { login: other.login, password: words.password }
  expect(await codeOf(plant.api.access.unseal(swapped))).toBe('access.wrong-password')
  expect(await plant.api.access.about({})).toMatchObject({ sealed: 'locked' })
  await finish(plant.api.access.unseal(words))
  expect(await plant.api.access.session({})).toMatchObject({ state: 'open', user: { login: words.login } })
  await expectAllThere(made)
})

it('guessing at the sealed door costs time', async () => {
  await start({ isEncrypted: true })
  await reopen()
  const guess = () => codeOf(plant.api.access.unseal({ ...words, password: 'a guess of 12' }))
  expect([await guess(), await guess(), await guess()]).toEqual(Array(3).fill('access.wrong-password'))
  expect(await guess()).toBe('access.wait')
})

it('a second user opens it too, until taken off the ring; a new password takes the place of the old one', async () => {
  await start({ isEncrypted: true })
  const other = await plant.signInAs(['viewer'])
  await finish(other.api.access.changePassword({ old: 'Plant-2026 first', password: 'Plant-2026 second' }))
  await reopen()
  const old = { login: other.login, password: 'Plant-2026 first' }
  expect(await codeOf(plant.api.access.unseal(old))).toBe('access.wrong-password')
  await finish(plant.api.access.unseal({ login: other.login, password: 'Plant-2026 second' }))
  await finish(plant.api.access.signIn(words))
  await plant.api.access.disableUser({ userId: other.userId })
  await reopen()
  const gone = plant.api.access.unseal({ login: other.login, password: 'Plant-2026 second' })
  expect(await codeOf(gone)).toBe('access.wrong-password')
})

it('the recovery key opens it for who lost the password', async () => {
  const { recoveryKey } = await start({ isEncrypted: true })
  const made = await workHere()
  await reopen()
  const bad = `${recoveryKey.slice(0, -4)}0000`
  expect(await codeOf(plant.api.access.unsealWithRecovery({ recoveryKey: bad }))).toBe(
    'access.wrong-recovery-key',
  )
  await finish(plant.api.access.unsealWithRecovery({ recoveryKey }))
  const password = 'a new password 9'
  await finish(plant.api.access.recover({ recoveryKey, login: words.login, password }))
  await reopen()
  await finish(plant.api.access.unseal({ login: words.login, password }))
  await expectAllThere(made)
})

it('encryption is turned on later, with everything still there', { timeout: 180_000 }, async () => {
  await start()
  const made = await workHere()
  writeFileSync(join(folder, 'backups', 'old.zip'), marks.person)
  expect(await plant.api.access.protection({})).toMatchObject({ isEncrypted: false })
  expect(await codeOf(plant.api.access.encryptStore({ password: 'wrong one 123' }))).toBe(
    'access.wrong-password',
  )
  await finish(plant.api.access.encryptStore({ password: words.password }))
  expect(await plant.api.access.protection({})).toMatchObject({ isEncrypted: true })
  expect(readKept(join(folder, 'backups', 'old.zip')).toString()).toBe(marks.person)
  expect(found(folder)).toEqual([])
  await expectAllThere(made)
  expect(await finish(plant.api.access.auditVerify({}))).toMatchObject({ firstBreak: null })
  await reopen()
  await finish(plant.api.access.unseal(words))
  await expectAllThere(made)
})

it('encryption is turned off again, with everything still there', { timeout: 180_000 }, async () => {
  await start({ isEncrypted: true })
  const made = await workHere()
  await finish(plant.api.access.decryptStore({ password: words.password }))
  await expectAllThere(made)
  await reopen()
  expect(await plant.api.access.about({})).toMatchObject({ sealed: null })
  await finish(plant.api.access.signIn(words))
  await expectAllThere(made)
})

it('after idle time the keys are dropped and the plant is sealed, and a password opens it again', async () => {
  await start({ isEncrypted: true })
  const made = await workHere()
  plant.clock.advance(14 * 60)
  plant.backend.sealWhenIdle()
  expect(plant.backend.workspace.sealed()).toBeNull()
  plant.clock.advance(16 * 60)
  plant.backend.sealWhenIdle()
  expect(await plant.api.access.about({})).toMatchObject({ sealed: 'locked' })
  expect(() => openReader(folder)).toThrow('kernel.sealed')
  await finish(plant.api.access.unseal(words))
  await expectAllThere(made)
})

it('a plant in clear is never sealed', async () => {
  await start()
  plant.clock.advance(60 * 60)
  plant.backend.sealWhenIdle()
  expect(plant.backend.workspace.sealed()).toBeNull()
})

it('a past day of an encrypted plant is a copy under the same key', async () => {
  await start({ isEncrypted: true })
  await workHere()
  plant.clock.advance(3 * 24 * 3600)
  await finish(plant.api.access.signIn(words))
  await finish(plant.api.access.openPast({ day: '2026-06-30' }))
  expect(await plant.api.access.about({})).toMatchObject({ past: '2026-06-30' })
  expect((await plant.api.access.people({})).map(({ name }) => name)).toContain(marks.person)
  expect(found(home)).toEqual([])
  await finish(plant.api.access.openToday({}))
})
