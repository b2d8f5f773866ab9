import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, afterEach, expect, it } from 'vitest'

import { dropKeys, holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { runJob } from '#electron/kernel/jobs'

/** A thread that tells of itself: which one it is, and how often it was asked; it fails, refuses or never ends if told. */
const teller = `
  const { parentPort, threadId } = require('node:worker_threads')
  let asked = 0
  parentPort.on('message', ({ name, keys }) => {
    asked += 1
    if (name === 'wait') return
    if (name === 'refuse') return parentPort.postMessage({ type: 'refused', code: 'kernel.not-found', facts: {} })
    if (name === 'fail') return parentPort.postMessage({ type: 'failed', message: 'broken', code: null, stack: '' })
    parentPort.postMessage({ type: 'done', result: { threadId, asked, keys: keys.length } })
  })`

const folder = mkdtempSync(join(tmpdir(), 'tanbu-jobs-'))
const entry = pathToFileURL(join(folder, 'teller.cjs'))
writeFileSync(entry, teller)
const run = (name: string, signal = new AbortController().signal) =>
  runJob({ entry, name, input: null, report: () => {}, signal }) as Promise<{
    readonly threadId: number
    readonly asked: number
    readonly keys: number
  }>

afterEach(() => dropKeys(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('jobs that follow each other run in one thread, each with the keys that are held then', async () => {
  const first = await run('tell')
  holdKeys(folder, keysFrom(Buffer.alloc(32, 7)))
  const second = await run('tell')
  dropKeys(folder)
  const third = await run('tell')
  expect([second.keys - first.keys, third.keys - first.keys]).toEqual([1, 0])
  expect([second, third].map(({ threadId }) => threadId)).toEqual([first.threadId, first.threadId])
  expect(third.asked).toBe(first.asked + 2)
})

it('jobs at the same time run in threads of their own', async () => {
  const [one, other] = await Promise.all([run('tell'), run('tell')])
  expect(one.threadId).not.toBe(other.threadId)
})

it('a refusal leaves the thread to the next job; a failure ends it', async () => {
  const { threadId } = await run('tell')
  await expect(run('refuse')).rejects.toMatchObject({ code: 'kernel.not-found' })
  expect((await run('tell')).threadId).toBe(threadId)
  await expect(run('fail')).rejects.toThrow('broken')
  expect((await run('tell')).threadId).not.toBe(threadId)
})

it('a cancelled job ends with its thread, and the next one begins anew', async () => {
  const { threadId } = await run('tell')
  const cancel = new AbortController()
  const waiting = run('wait', cancel.signal)
  cancel.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'kernel.cancelled' })
  expect((await run('tell')).threadId).not.toBe(threadId)
})
