import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'

import { updateFeed } from '#db/exchange/update-queries'
import { exchangeUpdateFeed } from '#db/exchange/update-tables'
import { migrationsIn } from '#db/kernel/migrate'
import { offlineSince } from '#db/kernel/switches'
import { confirmPassword } from '#electron/access/prove'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { programHost } from '#electron/kernel/program-host'
import type { Surroundings } from '#electron/kernel/surroundings'
import { discardUpload, stagedUpload, stageUpload } from '#electron/kernel/uploads'
import {
  compareVersions,
  keptProgram,
  type KeptProgram,
  packageKinds,
  type Program,
  unfitness,
} from '#shared/exchange/update'
import type { updateContract } from '#shared/exchange/update-contract'
import { Refusal } from '#shared/kernel/refusal'

import { backUp } from './make-backup-task.ts'
import { openUpdate, releaseKeys, takeProgram } from './update-file.ts'

export const updateHandlers: Handlers<typeof updateContract> = {
  updateStanding: ({ db, folder, around }) => {
    const here = programHere(around)
    return {
      program: here,
      kind: kindHere(),
      keys: releaseKeys(around.program).map(({ id }) => id),
      feed: updateFeed(db),
      offlineSince: offlineSince(db),
      previous: previousOf(folder, here),
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

/** Beside the data folders: packages that were put in place, each under its version. */
const keptIn = (folder: string) => join(dirname(folder), 'updates')

/** The newest of the kept programs that is older than the one that runs. */
function previousOf(folder: string, here: Program): KeptProgram | null {
  const kept = keptIn(folder)
  const versions = existsSync(kept) ? readdirSync(kept) : []
  const [found] = versions
    .flatMap((version) => {
      const known = keptProgram.safeParse({ version, fileName: readdirSync(join(kept, version))[0] })
      return known.success && compareVersions(version, here.version) < 0 ? [known.data] : []
    })
    .toSorted((a, b) => compareVersions(b.version, a.version))
  return found ?? null
}

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
  const found = await programHost()
    .fetch(feed.address)
    .catch((error: unknown) => {
      throw trouble(error)
    })
  if (found === null) return null
  const head = await headOf(feed.address, found.name, task.signal).catch((error: unknown) => {
    throw trouble(error)
  })
  const body = joined(head, pathToFileURL(found.file))
  return { upload: await stageUpload(task.folder, { name: `${found.name}.tanbu-update`, type: '', body }) }
}

async function headOf(feed: string, name: string, signal: AbortSignal): Promise<Uint8Array> {
  const address = new URL(`${encodeURIComponent(name)}.head`, feed.endsWith('/') ? feed : `${feed}/`)
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    redirect: 'error',
  })
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
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
    const { file: backup, provenAt } = await backUp(task, { occasion: 'before-upgrade', target: null })
    if (provenAt === null) throw new Refusal('exchange.update.backup', { file: backup })
    rmSync(place, { recursive: true, force: true })
    renameSync(half, place)
    discardUpload(task.folder, upload)
    clearKept(task.folder, [manifest.version, here.version])
    await handOver(file, join(keptIn(task.folder), here.version))
    // The program ends a moment later; what was not taken was not an update.
    task.promote(({ note }) =>
      note({
        code: 'exchange.update.applied',
        from: here.version,
        to: manifest.version,
        sha256: manifest.sha256,
        backup,
      }),
    )
    return { version: manifest.version, backup }
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/** @throws Refusal `exchange.update.handing`, when the system did not take it: the program that runs stays. */
async function handOver(file: string, keepIn: string): Promise<void> {
  mkdirSync(keepIn, { recursive: true, mode: 0o700 })
  const [kept] = readdirSync(keepIn)
  try {
    await programHost().handOver({ file, keepAs: kept === undefined ? join(keepIn, 'Tanbu') : null })
  } catch (error) {
    throw new Refusal('exchange.update.handing', {
      reason: error instanceof Error ? error.message.slice(0, 300) : '',
    })
  } finally {
    // An installer's own program cannot be kept, only packages that came this way.
    if (readdirSync(keepIn).length === 0) rmSync(keepIn, { recursive: true, force: true })
  }
}

/** Two programs are kept: the one that comes and the one that goes. */
function clearKept(folder: string, wanted: readonly string[]): void {
  for (const version of readdirSync(keptIn(folder)))
    if (!wanted.includes(version)) rmSync(join(keptIn(folder), version), { recursive: true, force: true })
}

/** @throws Refusal `exchange.update.no-previous`, and those of the handing over. */
async function goBack(
  task: TaskContext,
  { password }: { readonly password: string },
): Promise<{ version: string }> {
  await confirmPassword(task, password)
  if (kindHere() === null) throw new Refusal('exchange.update.host')
  const here = programHere(task.around)
  const previous = previousOf(task.folder, here)
  if (previous === null) throw new Refusal('exchange.update.no-previous')
  await backUp(task, { occasion: 'before-upgrade', target: null })
  const { version, fileName } = previous
  await handOver(join(keptIn(task.folder), version, fileName), join(keptIn(task.folder), here.version))
  task.promote(({ note }) =>
    note({ code: 'exchange.update.went-back', from: here.version, to: previous.version }),
  )
  return { version }
}
