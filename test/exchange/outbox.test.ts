import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sendByItself } from '#electron/exchange/deliver'
import { sha256 } from '#electron/kernel/crypto'
import { runBySystem } from '#electron/kernel/spine'
import type { ExportRecord } from '#shared/exchange/model'
import type { Delivery, DeliveryId } from '#shared/exchange/outbox'
import type { Target, TargetDraft } from '#shared/exchange/target'
import { administrator, finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

import { exportOf } from './export-of.ts'
import { folderTarget } from './folder-target.ts'

let home: string
let plant: TestBackend
let count = 0
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-outbox-'))
  plant = await startBackend()
})
afterAll(async () => {
  await plant.close()
  rmSync(home, { recursive: true, force: true })
})

let place: string
let target: Target
beforeEach(async () => {
  target = await add()
})
async function add(more: Partial<TargetDraft> = {}): Promise<Target> {
  count += 1
  place = join(home, `stick-${count}`)
  mkdirSync(place)
  return plant.api.exchange.addTarget(folderTarget(`stick-${count}`, place, more))
}

const make = (name: string, text = name): Promise<ExportRecord> => exportOf(plant, name, Buffer.from(text))
const send = async (...names: string[]): Promise<ExportRecord[]> => {
  const made = await Promise.all(names.map((name) => make(name)))
  await plant.api.exchange.send({ exports: made.map(({ id }) => id), target: target.id })
  return made
}
const line = async (): Promise<Delivery[]> =>
  (await plant.api.exchange.outbox({})).filter(({ targetId }) => targetId === target.id)
const idOf = async (name: string): Promise<DeliveryId> =>
  (await line()).find((each) => each.name === name)!.id
const deliver = () => finish(plant.api.exchange.deliver({ target: target.id }))
/** One round of what the program does by itself, to the end of what it began. */
async function round(): Promise<void> {
  const { spine } = plant.backend
  await runBySystem(spine, 'exchange.deliver', (task) => sendByItself(task, spine))
  await expect.poll(async () => (await line()).filter(({ state }) => state === 'sending')).toEqual([])
}
/** Lets time pass to an instant; windows lock meanwhile. */
async function at(instant: string): Promise<void> {
  plant.clock.set(instant)
  const { login, password } = administrator
  await finish(plant.api.access.signIn({ login, password }))
}
const states = async () =>
  (await line())
    .toReversed()
    .map(({ name, state, trouble }) => `${name} ${state}${trouble === null ? '' : ` ${trouble}`}`)
/** The names at a target in the order in which they arrived, by the trail. */
function arrivals(): string[] {
  return plant.backend.spine
    .store()
    .read.ask<{ detail: string }>(
      `SELECT detail FROM kernel_audit WHERE procedure = 'exchange.deliver' ORDER BY seq`,
    )
    .flatMap(({ detail }) => {
      const { changes } = JSON.parse(detail) as { changes: { after: Record<string, string> | null }[] }
      return changes.flatMap(({ after }) =>
        after?.['state'] === 'delivered' && after['target_id'] === target.id ? [after['name'] ?? ''] : [],
      )
    })
}

describe('the line of a target', () => {
  it('O1 files arrive in the order asked, unless some come first or later', async () => {
    await send('a.txt', 'b.txt', 'c.txt', 'd.txt')
    await plant.api.exchange.prioritise({ ids: [await idOf('c.txt')], priority: 2 })
    await plant.api.exchange.prioritise({ ids: [await idOf('a.txt')], priority: 0 })
    expect(await deliver()).toEqual({ delivered: 4, failed: 0 })
    expect(arrivals()).toEqual(['c.txt', 'b.txt', 'd.txt', 'a.txt'])
    expect(readFileSync(join(place, 'b.txt'), 'utf8')).toBe('b.txt')
  })

  it('O2 a person puts the line in another order', async () => {
    await send('a.txt', 'b.txt', 'c.txt')
    const ids = await Promise.all(['c.txt', 'a.txt', 'b.txt'].map(idOf))
    await plant.api.exchange.arrange({ ids })
    await deliver()
    expect(arrivals()).toEqual(['c.txt', 'a.txt', 'b.txt'])
    expect((await refusalOf(plant.api.exchange.arrange({ ids }))).code).toBe('exchange.delivery-settled')
  })

  it('O3 what is paused waits and holds up nobody; what is cancelled never goes, and may be asked for again', async () => {
    const [, paused, cancelled] = await send('a.txt', 'b.txt', 'c.txt')
    await plant.api.exchange.pause({ ids: [await idOf('b.txt')] })
    await plant.api.exchange.cancel({ ids: [await idOf('c.txt')] })
    await deliver()
    expect(await states()).toEqual(['a.txt delivered', 'b.txt paused', 'c.txt cancelled'])
    await plant.api.exchange.resume({ ids: [await idOf('b.txt')] })
    await plant.api.exchange.send({ exports: [cancelled!.id], target: target.id })
    await deliver()
    expect(readdirSync(place).toSorted()).toEqual(['a.txt', 'b.txt', 'c.txt'])
    const again = plant.api.exchange.send({ exports: [paused!.id], target: target.id })
    expect((await refusalOf(again)).code).toBe('exchange.already-sent')
  })

  it('O4 a receipt says what was read back and where, in the outbox and in the trail', async () => {
    const [file] = await send('report.pdf')
    await deliver()
    const [receipt] = await line()
    expect(receipt).toMatchObject({
      state: 'delivered',
      place: join(place, 'report.pdf'),
      sha256: file!.sha256,
      size: file!.size,
      sent: file!.size,
    })
    const [row] = plant.backend.spine
      .store()
      .read.ask<{ detail: string }>('SELECT detail FROM kernel_audit ORDER BY seq DESC LIMIT 1')
    expect(row?.detail).toContain(file!.sha256)
  })

  it('O5 two of our own files of one name both arrive, the later one numbered', async () => {
    const made = [await make('report.pdf', 'first'), await make('report.pdf', 'second')]
    await plant.api.exchange.send({ exports: made.map(({ id }) => id), target: target.id })
    await deliver()
    expect(readFileSync(join(place, 'report.pdf'), 'utf8')).toBe('first')
    expect(readFileSync(join(place, 'report (2).pdf'), 'utf8')).toBe('second')
  })
})

describe('troubles', () => {
  it('O6 a conflict is shown with what is there, holds up nobody, and goes under another name', async () => {
    writeFileSync(join(place, 'b.txt'), 'somebody else’s')
    await send('a.txt', 'b.txt', 'c.txt')
    expect(await deliver()).toEqual({ delivered: 2, failed: 1 })
    expect(await states()).toEqual([
      'a.txt delivered',
      'b.txt conflict exchange.name-taken',
      'c.txt delivered',
    ])
    const id = await idOf('b.txt')
    const taken = plant.api.exchange.rename({ id, name: 'c.txt' })
    expect((await refusalOf(taken)).code).toBe('exchange.name-used')
    await plant.api.exchange.rename({ id, name: 'b of ours.txt' })
    await deliver()
    expect(readFileSync(join(place, 'b.txt'), 'utf8')).toBe('somebody else’s')
    expect(readFileSync(join(place, 'b of ours.txt'), 'utf8')).toBe('b.txt')
  })

  it('O7 a name that leads elsewhere is no name', async () => {
    await send('a.txt')
    const id = await idOf('a.txt')
    for (const name of ['../a.txt', 'a/b', 'con:', '.hidden', 'a.', ''])
      await expect(plant.api.exchange.rename({ id, name })).rejects.toThrow('Input validation failed')
  })

  it('O8 a stick that is not there is tried again by itself, ever more seldom, and at once by hand', async () => {
    await send('a.txt', 'b.txt')
    renameSync(place, `${place}-pulled`)
    const rests: number[] = []
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await round()
      const [last] = (await line()).toReversed()
      expect(last).toMatchObject({ state: 'waiting', attempts: attempt, trouble: 'exchange.target-gone' })
      const rest = Date.parse(last!.nextAttemptAt!) - plant.clock.now().getTime()
      rests.push(rest)
      await round()
      expect((await line()).at(-1)?.attempts).toBe(attempt)
      plant.clock.advance(rest / 1000)
    }
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(4_000)
    expect(Math.max(...rests)).toBeLessThanOrEqual(5 * 60_000)
    expect(rests[3]).toBeGreaterThan(rests[0]!)
    // Nothing of it is history: only what counts stands in the trail.
    expect(arrivals()).toEqual([])
    renameSync(`${place}-pulled`, place)
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 })
    expect(arrivals()).toEqual(['a.txt', 'b.txt'])
  })

  it('O9 what a person has to mend holds up those behind it, until it is tried again', async () => {
    const [file] = await send('a.txt', 'b.txt')
    // The copy here is damaged: it never leaves.
    writeFileSync(join(plant.folder, 'exports', file!.id), 'A.txt')
    await deliver()
    expect(await states()).toEqual(['a.txt failed exchange.target-own-copy', 'b.txt delivered'])
    rmSync(join(plant.folder, 'exports', file!.id))
    await plant.api.exchange.retry({ ids: [await idOf('a.txt')] })
    await deliver()
    expect(await states()).toEqual(['a.txt failed exchange.export-gone', 'b.txt delivered'])
  })

  it('O10 of a half-written file what is ours is not sent again, and what is not is thrown away', async () => {
    const bytes = Buffer.alloc(3_000_000, 'tanbu')
    for (const half of [bytes.subarray(0, 1_234_567), Buffer.alloc(4_000_000, 'x')]) {
      target = await add()
      const file = await exportOf(plant, 'big.bin', bytes)
      writeFileSync(join(place, `.${file.sha256.slice(0, 16)}.incomplete`), half)
      await plant.api.exchange.send({ exports: [file.id], target: target.id })
      expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
      expect(readdirSync(place)).toEqual(['big.bin'])
      expect(sha256(readFileSync(join(place, 'big.bin')))).toBe(file.sha256)
    }
  })

  it('O11 a beginning that is not ours is found when it is read back, and the next attempt is whole', async () => {
    const file = await exportOf(plant, 'big.bin', Buffer.alloc(3_000_000, 'tanbu'))
    writeFileSync(join(place, `.${file.sha256.slice(0, 16)}.incomplete`), Buffer.alloc(1_000_000, 'x'))
    await plant.api.exchange.send({ exports: [file.id], target: target.id })
    await deliver()
    expect(await states()).toEqual(['big.bin waiting exchange.not-the-same'])
    expect(readdirSync(place)).toEqual([])
    await deliver()
    expect(sha256(readFileSync(join(place, 'big.bin')))).toBe(file.sha256)
  })
})

describe('when it is sent', () => {
  it('O12 with everything kept from leaving, nothing does, and afterwards it goes by itself', async () => {
    await plant.api.exchange.switchOffline({ offline: true })
    await send('a.txt')
    await round()
    expect((await refusalOf(deliver())).code).toBe('exchange.offline-now')
    const { settings } = target
    const test = plant.api.exchange.testTarget({ id: target.id, settings, secret: null })
    expect((await refusalOf(finish(test))).code).toBe('exchange.offline-now')
    expect(readdirSync(place)).toEqual([])
    expect((await plant.api.exchange.offline({})).since).not.toBeNull()
    await plant.api.exchange.switchOffline({ offline: false })
    await round()
    expect(readdirSync(place)).toEqual(['a.txt'])
  })

  it('O13 a target with hours is sent to in them alone, at the clock on the plant’s wall; one by hand never by itself', async () => {
    // Thursday 2026-07-02 at 21:59 in China.
    await at('2026-07-02T13:59:00.000Z')
    target = await add({ schedule: { when: 'hours', days: [4], from: '22:00', to: '06:00' } })
    await send('a.txt')
    await round()
    expect(readdirSync(place)).toEqual([])
    // Friday at 05:59: the hours of Thursday reach into it.
    await at('2026-07-02T21:59:00.000Z')
    await round()
    expect(readdirSync(place)).toEqual(['a.txt'])
    target = await add({ schedule: { when: 'hand' } })
    await send('a.txt')
    await round()
    expect(readdirSync(place)).toEqual([])
    await deliver()
    expect(readdirSync(place)).toEqual(['a.txt'])
  })

  it('O14 a limit keeps sending slow, the bytes that have arrived can be watched, and a pause stops it at once', async () => {
    target = await add({ bandwidth: 2_000 })
    const file = await exportOf(plant, 'big.bin', Buffer.alloc(12_000_000, 7))
    await plant.api.exchange.send({ exports: [file.id], target: target.id })
    const id = await idOf('big.bin')
    const running = deliver()
    await expect.poll(async () => (await line())[0]?.state).toBe('sending')
    expect(await plant.api.exchange.underWay({})).toMatchObject([{ id, size: 12_000_000 }])
    await plant.api.exchange.pause({ ids: [id] })
    expect(await running).toEqual({ delivered: 0, failed: 1 })
    expect(await states()).toEqual(['big.bin paused'])
    expect(await plant.api.exchange.underWay({})).toEqual([])
  })

  it('O15 a target that was changed is sent to by its new settings', async () => {
    await send('a.txt')
    renameSync(place, `${place}-pulled`)
    await deliver()
    await plant.api.exchange.changeTarget({
      id: target.id,
      ...folderTarget('moved', `${place}-pulled`),
    })
    await round()
    expect(await states()).toEqual(['a.txt delivered'])
  })
})

describe('what is sealed on its way', () => {
  it('O16 with keys only their owners can read it, and the receipt is of what was sent', async () => {
    const identity = await generateX25519Identity()
    const recipients = [await identityToRecipient(identity)]
    target = await add({ sealedFor: { how: 'keys', recipients } })
    const [file] = await send('secret.txt')
    await deliver()
    const sealed = readFileSync(join(place, 'secret.txt.age'))
    expect(readdirSync(place)).toEqual(['secret.txt.age'])
    expect(sealed.includes(Buffer.from('secret.txt'))).toBe(false)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(sha256(Buffer.from(await decrypter.decrypt(sealed)))).toBe(file!.sha256)
    expect((await line())[0]?.sha256).toBe(sha256(sealed))
    expect(readdirSync(join(plant.folder, 'outbox'))).toEqual([])
  })

  it('O17 it is sealed once, so that what had arrived goes on after an interruption', async () => {
    const identity = await generateX25519Identity()
    target = await add({ sealedFor: { how: 'keys', recipients: [await identityToRecipient(identity)] } })
    await send('secret.txt')
    renameSync(place, `${place}-pulled`)
    await deliver()
    const [kept] = readdirSync(join(plant.folder, 'outbox'))
    const before = readFileSync(join(plant.folder, 'outbox', kept!))
    renameSync(`${place}-pulled`, place)
    await deliver()
    expect(readFileSync(join(place, 'secret.txt.age')).equals(before)).toBe(true)
  })

  it('O18 under a passphrase, which is kept sealed itself; without one it does not leave', async () => {
    target = await add({ sealedFor: { how: 'passphrase' } })
    await send('secret.txt')
    await deliver()
    expect(await states()).toEqual(['secret.txt failed exchange.target-no-passphrase'])
    const passphrase = 'burst-swarm-slender-curve'
    const { id, name, settings, sealedFor, bandwidth, schedule } = target
    const draft = { name, settings, sealedFor, bandwidth, schedule }
    expect(await plant.api.exchange.changeTarget({ id, target: draft, passphrase })).toMatchObject({
      hasPassphrase: true,
    })
    await plant.api.exchange.retry({ ids: [await idOf('secret.txt')] })
    await deliver()
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    const sealed = readFileSync(join(place, 'secret.txt.age'))
    expect(await decrypter.decrypt(sealed, 'text')).toBe('secret.txt')
    const store = readFileSync(join(plant.folder, 'store.db'))
    expect(store.includes(Buffer.from(passphrase))).toBe(false)
  })
})

describe('mail', () => {
  it('O19 what was asked for together becomes one message to be opened and sent by a person', async () => {
    target = await plant.api.exchange.addTarget({
      target: {
        ...folderTarget('核查机构', place).target,
        settings: { kind: 'mail', to: 'verifier@example.org', subject: '2026 年核查资料' },
      },
    })
    const files = await send('清单.json', '报告.pdf')
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 })
    const message = (await plant.api.exchange.exports({})).find(({ kind }) => kind === 'message')!
    expect(message.fileName).toBe('2026 年核查资料.eml')
    const text = readFileSync(join(plant.folder, 'exports', message.id), 'utf8')
    expect(sha256(text)).toBe(message.sha256)
    expect(text).toMatch(/^To: verifier@example.org/m)
    expect(text).toMatch(/^X-Unsent: 1/m)
    for (const file of files) expect(text).toContain(Buffer.from(file.fileName).toString('base64'))
    expect((await line()).map(({ state, place: at }) => `${state} ${at}`)).toEqual([
      'delivered 2026 年核查资料.eml',
      'delivered 2026 年核查资料.eml',
    ])
  })
})
