import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { TargetPort } from '#electron/exchange/target-port'
import { type FaultProxy, flipped, startFaultProxy } from '#test/support/servers/fault-proxy'

import { bytesOf, delivery, endOf, outgoing, untilArrived } from './support.ts'

/** A real server with one place for files on it. */
export interface Stage {
  readonly port: number
  /** The target, reached through the link at this port. */
  readonly open: (port: number) => TargetPort
  /** What lies at the server under a name, read beside the target. */
  readonly lies: (name: string) => Promise<Buffer | null>
  /** Puts a file there beside the target. */
  readonly put: (name: string, bytes: Buffer) => Promise<void>
  /** What is sent, about this large; another for each seed. */
  readonly content?: (name: string, size: number, seed: number) => Buffer
  /** How it says that something else is there. */
  readonly taken?: string
  /** Names of what is there besides files that arrived. */
  readonly leftovers: () => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

/** Sizes that suit the server: some lose whatever was cut off of a part, and their parts are large. */
export interface Measures {
  /** What each connection lets through. */
  readonly cutAfter: number
  readonly cutSize: number
  /** Bytes that are sent for each byte of a file over such a link, at most. */
  readonly most: number
  /** The same for what is read back. */
  readonly cutBackAfter: number
  readonly mostBack: number
  readonly resumeSize: number
  /** Bytes sent before the program is ended, and the most that is sent after. */
  readonly resumeAt: number
  readonly resumeMost: number
}

export const smallMeasures: Measures = {
  cutAfter: 48_000,
  cutSize: 600_000,
  most: 2,
  cutBackAfter: 180_000,
  mostBack: 1.8,
  resumeSize: 2_500_000,
  resumeAt: 1_300_000,
  resumeMost: 1_800_000,
}

/**
 * What every target owes, tried on a real server over a link that can be made bad.
 *
 * @returns the stage and the link, for what is special about one kind.
 */
export function owesWhatEveryTargetOwes(start: () => Promise<Stage>, measures: Measures = smallMeasures) {
  let stage: Stage
  let link: FaultProxy
  beforeAll(async () => {
    stage = await start()
    link = await startFaultProxy(stage.port)
  })
  afterAll(async () => {
    await link?.stop()
    await stage?.stop()
  })
  beforeEach(() => link.become({}))
  const open = () => stage.open(link.port)
  const content = (name: string, size: number, seed: number) =>
    stage.content?.(name, size, seed) ?? bytesOf(size, seed)
  const made = (name: string, size: number, seed: number) => outgoing(name, content(name, size, seed))

  describe('what every target owes', () => {
    it('T1 can be reached, and is left as it was by the look', async () => {
      await open().check(new AbortController().signal)
      expect(await stage.leftovers()).toEqual([])
    })

    it('T2 takes the same file once, however often it is sent', async () => {
      const file = made('排放报告 2025 & 附表+1.pdf', 700_000, 1)
      const { attempt, reached } = delivery(file)
      const receipt = await attempt(open())
      expect(receipt).toMatchObject({ size: file.size, sha256: file.sha256 })
      expect(reached()).toBe(file.size)
      link.become({})
      expect(await delivery(file).attempt(open())).toEqual(receipt)
      expect(link.moved().there).toBeLessThan(20_000)
      expect((await stage.lies(file.name))?.equals(content(file.name, 700_000, 1))).toBe(true)
      expect(await stage.leftovers()).toEqual([])
    })

    it('T3 gets a file over a link that breaks again and again, and sends little twice', async () => {
      const { cutAfter, cutSize, most } = measures
      link.become({ cutAfter, reset: true })
      await untilArrived(open(), delivery(made('through.bin', cutSize, 2)), 4)
      expect((await stage.lies('through.bin'))?.equals(content('through.bin', cutSize, 2))).toBe(true)
      expect(link.moved().connections).toBeGreaterThan(cutSize / cutAfter)
      expect(link.moved().there).toBeLessThan(cutSize * most)
    })

    it('T4 goes on where it was after the program was ended in between', async () => {
      const { resumeSize, resumeAt, resumeMost } = measures
      const { attempt } = delivery(made('later.bin', resumeSize, 3))
      const stop = new AbortController()
      link.become({ rate: resumeAt * 3 })
      const sending = endOf(attempt(open(), stop.signal))
      while (link.moved().there < resumeAt) await sleep(2)
      stop.abort()
      expect(await sending).toBe('kernel.cancelled')
      expect(await stage.lies('later.bin')).toBe(null)
      link.become({})
      // The server may still be writing what it had been given.
      await sleep(150)
      await attempt(open())
      expect(link.moved().there).toBeLessThan(resumeMost)
      expect((await stage.lies('later.bin'))?.equals(content('later.bin', resumeSize, 3))).toBe(true)
    })

    it('T5 is read back over a link that breaks, from where it was', async () => {
      const { cutBackAfter, mostBack } = measures
      link.become({ cutBackAfter })
      await untilArrived(open(), delivery(made('back.bin', 900_000, 4)), 4)
      expect(link.moved().back).toBeLessThan(900_000 * mostBack)
      expect((await stage.lies('back.bin'))?.equals(content('back.bin', 900_000, 4))).toBe(true)
    })

    it('T6 says that nobody answers, that the link broke, that nobody is there', async () => {
      const file = made('silent.bin', 100_000, 5)
      const look = (port = open()) => endOf(port.check(new AbortController().signal))
      link.become({ silent: true })
      expect(['exchange.target-cut', 'exchange.target-unreachable']).toContain(await look())
      link.become({ cutAfter: 10, reset: true })
      expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.target-cut')
      expect(await look(stage.open(9))).toBe('exchange.target-unreachable')
      expect(await stage.lies(file.name)).toBe(null)
    })

    it('T7 takes its time over a slow link', async () => {
      link.become({ rate: 800_000, delay: 2 })
      await delivery(made('slow.bin', 200_000, 6)).attempt(open())
      expect((await stage.lies('slow.bin'))?.equals(content('slow.bin', 200_000, 6))).toBe(true)
    })

    it('T8 leaves another file of the name as it is', async () => {
      const taken = stage.taken ?? 'exchange.name-taken'
      const [another, alike] = [content('taken.bin', 70_000, 8), content('alike.bin', 80_000, 9)]
      await stage.put('taken.bin', another)
      // The same size is not yet the same file.
      await stage.put('alike.bin', alike)
      for (const name of ['taken.bin', 'alike.bin'])
        expect(await endOf(delivery(made(name, 80_000, 10)).attempt(open()))).toBe(taken)
      expect((await stage.lies('taken.bin'))?.equals(another)).toBe(true)
      expect((await stage.lies('alike.bin'))?.equals(alike)).toBe(true)
    })

    it('T9 tells of damage to our own copy instead of spreading it', async () => {
      const file = { ...made('own.bin', 70_000, 12), sha256: 'a'.repeat(64) }
      expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.target-own-copy')
      expect(await stage.lies('own.bin')).toBe(null)
    })
  })
  return { stage: () => stage, link: () => link, open }
}

/** One changed bit in what a plain protocol brings back. */
export function lyingLink(link: FaultProxy): void {
  link.become({ lie: (answer) => (answer.length > 4_000 ? flipped(answer) : answer) })
}
