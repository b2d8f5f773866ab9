import { createReadStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'

import { proxySettingsOf } from '#db/exchange/proxy-queries'
import { updateFeed } from '#db/exchange/update-queries'
import { exchangeUpdateFeed } from '#db/exchange/update-tables'
import { migrationsIn } from '#db/kernel/migrate'
import { offlineSince } from '#db/kernel/switches'
import { confirmPassword } from '#electron/access/prove'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { programHost } from '#electron/kernel/program-host'
import type { Surroundings } from '#electron/kernel/surroundings'
import { discardUpload, stagedUpload, stageUpload } from '#electron/kernel/uploads'
import { packageKinds, type Program, unfitness } from '#shared/exchange/update'
import type { updateContract } from '#shared/exchange/update-contract'
import { Refusal } from '#shared/kernel/refusal'

import {
  clearKept,
  keepHead,
  keptIn,
  previousOf,
  programIn,
  recordKept,
  requireUnaltered,
  roomFor,
} from './kept-program.ts'
import { backUp } from './make-backup-task.ts'
import { proxyTo } from './proxy.ts'
import { openHttpLine } from './targets/http-line.ts'
import { openUpdate, releaseKeys, takeProgram } from './update-file.ts'
import { sha256OfFile } from './write-verified.ts'

export const updateHandlers: Handlers<typeof updateContract> = {
  updateStanding: ({ db, folder, around }) => {
    const here = programHere(around)
    return {
      program: here,
      kind: kindHere(),
      keys: releaseKeys(around.program).map(({ id }) => id),
      feed: updateFeed(db),
      offlineSince: offlineSince(db),
      previous: previousOf(folder, here.version),
    }
  },
  setUpdateFeed: ({ db, user, now }, { address, isOn }) => {
    const row = { address, isOn, changedBy: user ?? 'system', changedAt: now }
    db.insert(exchangeUpdateFeed)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: exchangeUpdateFeed.id, set: row })
      .run()
    return {}
  },
  readUpdate,
  fetchUpdate,
  applyUpdate,
  goBack,
}

function programHere({ name, program }: Pick<Surroundings, 'name' | 'program'>): Program {
  const { platform, arch } = process
  const schema =
    migrationsIn(join(program, 'db', 'migrations'))
      .at(-1)
      ?.name.replace(/\.sql$/, '') ?? ''
  return { version: name.split(' ').at(-1) ?? '', platform, arch, schema }
}
const kindHere = () => packageKinds.find((kind) => kind === programHost().kind) ?? null

async function opened(task: TaskContext, upload: string) {
  const { path } = stagedUpload(task.folder, upload)
  task.report({ step: 'exchange.update.step-checking', done: 0, total: null })
  return { path, update: openUpdate(path, releaseKeys(task.around.program)) }
}

async function readUpdate(task: TaskContext, { upload }: { readonly upload: string }) {
  const { path, update } = await opened(task, upload)
  await takeProgram(path, update, null, () => task.signal.throwIfAborted())
  const { manifest, key } = update
  return { manifest, key, unfit: unfitness(manifest, programHere(task.around)) }
}

/**
 * Asks the feed that was switched on. What it gives goes the way of a file from a stick: head and program are put
 * together and checked like one.
 *
 * @throws Refusal `exchange.offline-now`, `exchange.update.no-feed`, `exchange.update.host`, `exchange.update.feed`.
 */
async function fetchUpdate(task: TaskContext): Promise<{ upload: string } | null> {
  if (offlineSince(task.db) !== null) throw new Refusal('exchange.offline-now')
  const feed = updateFeed(task.db)
  if (!feed?.isOn) throw new Refusal('exchange.update.no-feed')
  if (kindHere() === null) throw new Refusal('exchange.update.host')
  const trouble = (error: unknown) =>
    new Refusal('exchange.update.feed', { reason: error instanceof Error ? error.message.slice(0, 300) : '' })
  task.report({ step: 'exchange.update.step-asking', done: 0, total: null })
  const proxy = await proxyTo(task, feed.address)
  const found = await programHost()
    .fetch(feed.address, proxySettingsOf(task.db).mode === 'system' ? undefined : proxy)
    .catch((error: unknown) => {
      throw trouble(error)
    })
  if (found === null) return null
  const head = await headOf(feed.address, found.name, proxy, task.signal).catch((error: unknown) => {
    throw trouble(error)
  })
  const body = joined(head, pathToFileURL(found.file))
  return { upload: await stageUpload(task.folder, { name: `${found.name}.tanbu-update`, type: '', body }) }
}

async function headOf(
  feed: string,
  name: string,
  proxy: string | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = new URL(`${encodeURIComponent(name)}.head`, feed.endsWith('/') ? feed : `${feed}/`)
  const line = openHttpLine({ quiet: 30_000, proxy })
  try {
    const { status, bytes } = await line.ask({ method: 'GET', url, signal })
    if (status !== 200) throw new Error(`${url.pathname}: ${status}`)
    const pieces: Buffer[] = []
    for await (const piece of bytes()) pieces.push(piece)
    return Buffer.concat(pieces)
  } finally {
    line.close()
  }
}

function joined(head: Uint8Array, program: URL): ReadableStream<Uint8Array> {
  const pieces = async function* () {
    yield head
    yield* createReadStream(program) as AsyncIterable<Uint8Array>
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>
}

/**
 * Checks an update once more, makes and proves a backup, keeps package and present program, and hands over.
 *
 * @throws Refusal those of `openUpdate` and `takeProgram`; `exchange.update.host` where the program cannot be replaced
 *   from within; `exchange.update.backup` where the backup could not be proven; why it does not fit.
 */
async function applyUpdate(
  task: TaskContext,
  { upload, password }: { readonly upload: string; readonly password: string },
): Promise<{ version: string; backup: string }> {
  await confirmPassword(task, password)
  const kind = kindHere()
  if (kind === null) throw new Refusal('exchange.update.host')
  const { path, update } = await opened(task, upload)
  const { manifest } = update
  const here = programHere(task.around)
  const unfit = manifest.kind === kind ? unfitness(manifest, here) : 'exchange.update.other-machine'
  if (unfit !== null) throw new Refusal(unfit, { version: manifest.version, here: here.version })
  const place = join(keptIn(task.folder), manifest.version)
  const file = join(place, manifest.fileName)
  const half = `${place}.incomplete`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  try {
    await takeProgram(path, update, join(half, manifest.fileName), (done) => {
      task.signal.throwIfAborted()
      task.report({ step: 'exchange.update.step-taking', done, total: manifest.size })
    })
    keepHead(path, update, half)
    const { file: backup, provenAt } = await backUp(task, { occasion: 'before-upgrade', target: null })
    if (provenAt === null) throw new Refusal('exchange.update.backup', { file: backup })
    rmSync(place, { recursive: true, force: true })
    renameSync(half, place)
    discardUpload(task.folder, upload)
    clearKept(task.folder, [manifest.version, here.version])
    const kept = await handOver(file, task.folder, here.version)
    // The program ends a moment later; what was not taken was not an update.
    task.promote((context) => {
      if (kept !== null) recordKept(context, here.version, kept)
      context.note({
        code: 'exchange.update.applied',
        from: here.version,
        to: manifest.version,
        sha256: manifest.sha256,
        backup,
      })
    })
    return { version: manifest.version, backup }
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/**
 * @returns what the bytes of the program that goes hash to, where it was kept just now.
 * @throws Refusal `exchange.update.handing`, when the system did not take it: the program that runs stays.
 */
async function handOver(file: string, folder: string, here: string): Promise<string | null> {
  const keepIn = roomFor(folder, here)
  const keepAs = programIn(keepIn) === undefined ? join(keepIn, 'Tanbu') : null
  try {
    await programHost().handOver({ file, keepAs })
  } catch (error) {
    throw new Refusal('exchange.update.handing', {
      reason: error instanceof Error ? error.message.slice(0, 300) : '',
    })
  } finally {
    // An installer's own program cannot be kept, only packages that came this way.
    if (programIn(keepIn) === undefined) rmSync(keepIn, { recursive: true, force: true })
  }
  return keepAs !== null && programIn(keepIn) !== undefined ? sha256OfFile(keepAs) : null
}

/** @throws Refusal `exchange.update.no-previous`, `exchange.update.kept-altered`, and those of the handing over. */
async function goBack(
  task: TaskContext,
  { password }: { readonly password: string },
): Promise<{ version: string }> {
  await confirmPassword(task, password)
  if (kindHere() === null) throw new Refusal('exchange.update.host')
  const here = programHere(task.around)
  const previous = previousOf(task.folder, here.version)
  if (previous === null) throw new Refusal('exchange.update.no-previous')
  await backUp(task, { occasion: 'before-upgrade', target: null })
  const { version, fileName } = previous
  const keys = releaseKeys(task.around.program)
  await requireUnaltered({ db: task.db, folder: task.folder, keys }, previous)
  const kept = await handOver(join(keptIn(task.folder), version, fileName), task.folder, here.version)
  task.promote((context) => {
    if (kept !== null) recordKept(context, here.version, kept)
    context.note({ code: 'exchange.update.went-back', from: here.version, to: version })
  })
  return { version }
}
