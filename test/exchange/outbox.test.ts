import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import { finish, refusalOf } from '#test/support/backend'

import { exportOf } from './export-of.ts'
import { folderTarget } from './folder-target.ts'
import { outboxStage } from './outbox-stage.ts'

const stage = outboxStage()
const { add, arrivals, deliver, idOf, line, make, passTo, round, send, states } = stage

describe('the line of a target', () => {
  it('O1 files arrive in the order asked, unless some come first or later', async () => {
    await send('a.txt', 'b.txt', 'c.txt', 'd.txt')
    await stage.plant.api.exchange.prioritise({ ids: [await idOf('c.txt')], priority: 2 })
    await stage.plant.api.exchange.prioritise({ ids: [await idOf('a.txt')], priority: 0 })
    expect(await deliver()).toEqual({ delivered: 4, failed: 0 })
    expect(arrivals()).toEqual(['c.txt', 'b.txt', 'd.txt', 'a.txt'])
    expect(readFileSync(join(stage.place, 'b.txt'), 'utf8')).toBe('b.txt')
  })

  it('O2 a person puts the line in another order', async () => {
    await send('a.txt', 'b.txt', 'c.txt')
    const ids = await Promise.all(['c.txt', 'a.txt', 'b.txt'].map(idOf))
    await stage.plant.api.exchange.arrange({ ids })
    await deliver()
    expect(arrivals()).toEqual(['c.txt', 'a.txt', 'b.txt'])
    expect((await refusalOf(stage.plant.api.exchange.arrange({ ids }))).code).toBe(
      'exchange.delivery-settled',
    )
  })

  it('O3 what is paused waits and holds up nobody; what is cancelled never goes, and may be asked for again', async () => {
    const [, paused, cancelled] = await send('a.txt', 'b.txt', 'c.txt')
    await stage.plant.api.exchange.pause({ ids: [await idOf('b.txt')] })
    await stage.plant.api.exchange.cancel({ ids: [await idOf('c.txt')] })
    await deliver()
    expect(await states()).toEqual(['a.txt delivered', 'b.txt paused', 'c.txt cancelled'])
    await stage.plant.api.exchange.resume({ ids: [await idOf('b.txt')] })
    await stage.plant.api.exchange.send({ exports: [cancelled!.id], target: stage.target.id })
    await deliver()
    expect(readdirSync(stage.place).toSorted()).toEqual(['a.txt', 'b.txt', 'c.txt'])
    const again = stage.plant.api.exchange.send({ exports: [paused!.id], target: stage.target.id })
    expect((await refusalOf(again)).code).toBe('exchange.already-sent')
  })

  it('O4 a receipt says what was read back and where, in the outbox and in the trail', async () => {
    const [file] = await send('report.pdf')
    await deliver()
    const [receipt] = await line()
    expect(receipt).toMatchObject({
      state: 'delivered',
      place: join(stage.place, 'report.pdf'),
      sha256: file!.sha256,
      size: file!.size,
      sent: file!.size,
    })
    const [row] = stage.plant.backend.spine
      .store()
      .read.ask<{ detail: string }>('SELECT detail FROM kernel_audit ORDER BY seq DESC LIMIT 1')
    expect(row?.detail).toContain(file!.sha256)
  })

  it('O5 two of our own files of one name both arrive, the later one numbered', async () => {
    const made = [await make('report.pdf', 'first'), await make('report.pdf', 'second')]
    await stage.plant.api.exchange.send({ exports: made.map(({ id }) => id), target: stage.target.id })
    await deliver()
    expect(readFileSync(join(stage.place, 'report.pdf'), 'utf8')).toBe('first')
    expect(readFileSync(join(stage.place, 'report (2).pdf'), 'utf8')).toBe('second')
  })
})

describe('troubles', () => {
  it('O6 a conflict is shown with what is there, holds up nobody, and goes under another name', async () => {
    writeFileSync(join(stage.place, 'b.txt'), 'somebody else’s')
    await send('a.txt', 'b.txt', 'c.txt')
    expect(await deliver()).toEqual({ delivered: 2, failed: 1 })
    expect(await states()).toEqual([
      'a.txt delivered',
      'b.txt conflict exchange.name-taken',
      'c.txt delivered',
    ])
    const id = await idOf('b.txt')
    const taken = stage.plant.api.exchange.rename({ id, name: 'c.txt' })
    expect((await refusalOf(taken)).code).toBe('exchange.name-used')
    await stage.plant.api.exchange.rename({ id, name: 'b of ours.txt' })
    await deliver()
    expect(readFileSync(join(stage.place, 'b.txt'), 'utf8')).toBe('somebody else’s')
    expect(readFileSync(join(stage.place, 'b of ours.txt'), 'utf8')).toBe('b.txt')
  })

  it('O7 a name that leads elsewhere is no name', async () => {
    await send('a.txt')
    const id = await idOf('a.txt')
    for (const name of ['../a.txt', 'a/b', 'con:', '.hidden', 'a.', ''])
      await expect(stage.plant.api.exchange.rename({ id, name })).rejects.toThrow('Input validation failed')
  })

  it('O8 a stick that is not there is tried again by itself, ever more seldom, and at once by hand', async () => {
    await send('a.txt', 'b.txt')
    renameSync(stage.place, `${stage.place}-pulled`)
    const rests: number[] = []
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await round()
      const [last] = (await line()).toReversed()
      expect(last).toMatchObject({ state: 'waiting', attempts: attempt, trouble: 'exchange.target-gone' })
      const rest = Date.parse(last!.nextAttemptAt!) - stage.plant.clock.now().getTime()
      rests.push(rest)
      await round()
      expect((await line()).at(-1)?.attempts).toBe(attempt)
      stage.plant.clock.advance(rest / 1000)
    }
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(4_000)
    expect(Math.max(...rests)).toBeLessThanOrEqual(5 * 60_000)
    expect(rests[3]).toBeGreaterThan(rests[0]!)
    // Nothing of it is history: only what counts stands in the trail.
    expect(arrivals()).toEqual([])
    renameSync(`${stage.place}-pulled`, stage.place)
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 })
    expect(arrivals()).toEqual(['a.txt', 'b.txt'])
  })

  it('O9 what a person has to mend holds up those behind it, until it is tried again', async () => {
    const [file] = await send('a.txt', 'b.txt')
    // The copy here is damaged: it never leaves.
    writeFileSync(join(stage.plant.folder, 'exports', file!.id), 'A.txt')
    await deliver()
    expect(await states()).toEqual(['a.txt failed exchange.target-own-copy', 'b.txt delivered'])
    rmSync(join(stage.plant.folder, 'exports', file!.id))
    await stage.plant.api.exchange.retry({ ids: [await idOf('a.txt')] })
    await deliver()
    expect(await states()).toEqual(['a.txt failed exchange.export-gone', 'b.txt delivered'])
  })

  it('O10 of a half-written file what is ours is not sent again, and what is not is thrown away', async () => {
    const bytes = Buffer.alloc(3_000_000, 'tanbu')
    for (const half of [bytes.subarray(0, 1_234_567), Buffer.alloc(4_000_000, 'x')]) {
      await add()
      const file = await exportOf(stage.plant, 'big.bin', bytes)
      writeFileSync(join(stage.place, `.${file.sha256.slice(0, 16)}.incomplete`), half)
      await stage.plant.api.exchange.send({ exports: [file.id], target: stage.target.id })
      expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
      expect(readdirSync(stage.place)).toEqual(['big.bin'])
      expect(sha256(readFileSync(join(stage.place, 'big.bin')))).toBe(file.sha256)
    }
  })

  it('O11 a beginning that is not ours is found when it is read back, and the next attempt is whole', async () => {
    const file = await exportOf(stage.plant, 'big.bin', Buffer.alloc(3_000_000, 'tanbu'))
    writeFileSync(join(stage.place, `.${file.sha256.slice(0, 16)}.incomplete`), Buffer.alloc(1_000_000, 'x'))
    await stage.plant.api.exchange.send({ exports: [file.id], target: stage.target.id })
    await deliver()
    expect(await states()).toEqual(['big.bin waiting exchange.not-the-same'])
    expect(readdirSync(stage.place)).toEqual([])
    await deliver()
    expect(sha256(readFileSync(join(stage.place, 'big.bin')))).toBe(file.sha256)
  })
})

describe('when it is sent', () => {
  it('O12 with everything kept from leaving, nothing does, and afterwards it goes by itself', async () => {
    await stage.plant.api.exchange.switchOffline({ offline: true })
    await send('a.txt')
    await round()
    expect((await refusalOf(deliver())).code).toBe('exchange.offline-now')
    const { settings } = stage.target
    const test = stage.plant.api.exchange.testTarget({ id: stage.target.id, settings, secret: null })
    expect((await refusalOf(finish(test))).code).toBe('exchange.offline-now')
    expect(readdirSync(stage.place)).toEqual([])
    expect((await stage.plant.api.exchange.offline({})).since).not.toBeNull()
    await stage.plant.api.exchange.switchOffline({ offline: false })
    await round()
    expect(readdirSync(stage.place)).toEqual(['a.txt'])
  })

  it('O13 a target with hours is sent to in them alone, at the clock on the plant’s wall; one by hand never by itself', async () => {
    // Thursday 2026-07-02 at 21:59 in China.
    await passTo('2026-07-02T13:59:00.000Z')
    await add({ schedule: { when: 'hours', days: [4], from: '22:00', to: '06:00' } })
    await send('a.txt')
    await round()
    expect(readdirSync(stage.place)).toEqual([])
    // Friday at 05:59: the hours of Thursday reach into it.
    await passTo('2026-07-02T21:59:00.000Z')
    await round()
    expect(readdirSync(stage.place)).toEqual(['a.txt'])
    await add({ schedule: { when: 'hand' } })
    await send('a.txt')
    await round()
    expect(readdirSync(stage.place)).toEqual([])
    await deliver()
    expect(readdirSync(stage.place)).toEqual(['a.txt'])
  })

  it('O14 a limit keeps sending slow, the bytes that have arrived can be watched, and a pause stops it at once', async () => {
    await add({ bandwidth: 2_000 })
    const file = await exportOf(stage.plant, 'big.bin', Buffer.alloc(12_000_000, 7))
    await stage.plant.api.exchange.send({ exports: [file.id], target: stage.target.id })
    const id = await idOf('big.bin')
    const running = deliver()
    await expect.poll(async () => (await line())[0]?.state).toBe('sending')
    expect(await stage.plant.api.exchange.underWay({})).toMatchObject([{ id, size: 12_000_000 }])
    await stage.plant.api.exchange.pause({ ids: [id] })
    expect(await running).toEqual({ delivered: 0, failed: 1 })
    expect(await states()).toEqual(['big.bin paused'])
    expect(await stage.plant.api.exchange.underWay({})).toEqual([])
  })

  it('O15 a target that was changed is sent to by its new settings', async () => {
    await send('a.txt')
    renameSync(stage.place, `${stage.place}-pulled`)
    await deliver()
    await finish(
      stage.plant.api.exchange.changeTarget({
        id: stage.target.id,
        ...folderTarget('moved', `${stage.place}-pulled`),
      }),
    )
    await round()
    expect(await states()).toEqual(['a.txt delivered'])
  })
})
