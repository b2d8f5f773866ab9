import { existsSync } from 'node:fs'
import { access, mkdir, readdir, rename, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'

import { batchesOfFile, mappingProfiles } from '#db/activity/batches'
import { sealsInForce } from '#db/activity/closing'
import { watchLog } from '#db/activity/tables'
import { isLogged, watchFoldersOf } from '#db/activity/watch-queries'
import { importFile } from '#electron/activity/import'
import type { Inspected } from '#electron/activity/inspect-job'
import { knownParameters } from '#electron/activity/known-parameters'
import { inPatience, patientRead } from '#electron/activity/patient-read'
import { noChoice } from '#electron/activity/read-table'
import type { TaskContext } from '#electron/kernel/context'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import { patientLook } from '#electron/kernel/patient-look'
import { discardUpload, stagedUpload, stageUpload, uploadLimit } from '#electron/kernel/uploads'
import { type Recognised, recognise } from '#shared/activity/recognise'
import type { WatchedFile, WatchFolder } from '#shared/activity/watch'
import { dayAt } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

/** A file as it lies in a folder. */
interface Found {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly modifiedAt: string
}

/** How each file looked the last time, by its path: one that still grows is waited for. */
const seen = new Map<string, string>()
/** Files that broke the reading of them: left alone until they change. */
const broken = new Set<string>()

type Result = Pick<WatchedFile, 'outcome'> & Partial<WatchedFile>

/** Milliseconds that a folder or a piece of a file is waited for; what lies on a dead share holds up nobody else. */
const patience = 5_000
const lookInto = patientLook(filesIn, patience)

/** How many files were dealt with, and how many are still being written. */
interface Looked {
  readonly taken: number
  readonly waiting: number
}

/**
 * Looks into every watched folder once. A file that looks as it did the last time is whole and taken; what became of it
 * is logged, and it is not looked at again until it changes.
 */
export async function lookIntoFolders(task: TaskContext): Promise<Looked> {
  let [taken, waiting] = [0, 0]
  for (const folder of watchFoldersOf(task.db).filter(({ isActive }) => isActive)) {
    const look = await lookInto(folder.path)
    if (look.state !== 'there') continue
    try {
      const here = await takeFiles(task, folder, look.found)
      taken += here.taken
      waiting += here.waiting
    } catch (error) {
      // The share died in the midst of it: the page says so, the other folders go on.
      if (!(error instanceof Refusal && error.code === 'activity.watch.silent')) throw error
    }
  }
  return { taken, waiting }
}

async function takeFiles(task: TaskContext, folder: WatchFolder, files: readonly Found[]): Promise<Looked> {
  let [taken, waiting] = [0, 0]
  for (const file of files) {
    const look = `${file.size} ${file.modifiedAt}`
    if (broken.has(`${file.path} ${look}`) || isLogged(task.db, folder.id, file)) continue
    if (seen.get(file.path) !== look) {
      seen.set(file.path, look)
      waiting += 1
      continue
    }
    seen.delete(file.path)
    // Until it is logged, so that a file which breaks the program is not tried every few seconds.
    broken.add(`${file.path} ${look}`)
    await takeFile(task, folder, file).catch((error: unknown) => {
      const known = tellingFullDisk(error)
      // The next look tries again.
      if (isPassing(known)) broken.delete(`${file.path} ${look}`)
      throw known
    })
    broken.delete(`${file.path} ${look}`)
    taken += 1
  }
  return { taken, waiting }
}

/** Whether it is not the file that something is refused for, but how the program stands at the moment. */
function isPassing(error: unknown): boolean {
  return error instanceof Refusal && passing.has(error.code)
}
const passing: ReadonlySet<string> = new Set([
  'activity.watch.silent',
  'kernel.disk-full',
  'kernel.folder-changed',
  'kernel.folder-gone',
  'kernel.past-is-read-only',
])

/** Tables in a folder; what is hidden, locked by a spreadsheet program, or below the folder is left out. */
async function filesIn(path: string): Promise<Found[]> {
  const entries = await readdir(path, { withFileTypes: true })
  const tables = entries.filter(
    (entry) => entry.isFile() && /^[^.~].*\.(xlsx|xlsm|csv|tsv|txt)$/i.test(entry.name),
  )
  const files: Found[] = []
  // One after the other: many at once would hold every thread that asks the disk, were the share dead.
  for (const { name } of tables) {
    // One that was taken away meanwhile is no trouble.
    const now = await stat(join(path, name)).catch(() => null)
    if (now) files.push({ name, path: join(path, name), size: now.size, modifiedAt: now.mtime.toISOString() })
  }
  return files
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => a.modifiedAt.localeCompare(b.modifiedAt) || a.name.localeCompare(b.name))
}

async function takeFile(task: TaskContext, folder: WatchFolder, file: Found): Promise<void> {
  if (file.size > uploadLimit) {
    const facts = { limitMiB: uploadLimit / 1024 / 1024 }
    log(task, folder, file, { outcome: 'refused', code: 'kernel.upload-too-large', facts })
    return
  }
  const body = patientRead(file.path, patience)
  const upload = await stageUpload(task.folder, { name: file.name, type: typeOf(file.name), body })
  const { sha256 } = stagedUpload(task.folder, upload)
  try {
    const result = await importWatched(task, folder, { upload, sha256, name: file.name })
    const moved = result.batch && folder.afterwards === 'move' ? await moveToDone(folder, file) : null
    log(task, folder, file, { sha256, ...result, ...moved })
  } finally {
    if (existsSync(join(task.folder, 'staging', upload))) discardUpload(task.folder, upload)
  }
}

interface Staged {
  readonly upload: string
  readonly sha256: string
  readonly name: string
}

async function importWatched(
  task: TaskContext,
  folder: WatchFolder,
  { upload, sha256, name }: Staged,
): Promise<Result> {
  const [before] = batchesOfFile(task.db, sha256)
  if (before)
    return {
      outcome: 'known',
      code: 'activity.watch.known',
      facts: { name: before.name, at: dayAt(before.at) },
    }
  try {
    const found = await recogniseFile(task, folder, stagedUpload(task.folder, upload).path, name)
    if (found === null) return { outcome: 'unknown', code: 'activity.watch.unknown', facts: {} }
    const { shape, mapping, leftOut } = found
    const sealedMonths = sealsInForce(task.db)
      .filter(({ facility }) => facility === folder.facility)
      .map(({ month }) => month)
    const request = {
      upload,
      facility: folder.facility,
      choice: { ...noChoice, sheet: name.toLowerCase().endsWith('x') ? mapping.sheet : null },
      mapping,
      period: null,
      acceptRepairs: [],
      take: 'valid' as const,
      again: false,
      // A workbook is what people say; an export of a meter is the record itself.
      isRecord: shape !== 'workbook',
      proofs: [],
      profile: null,
      reason: null,
    } satisfies Parameters<typeof importFile>[1]
    const { batch, readings, rejected } = await importFile(task, request, { sealedMonths })
    const said = leftOut === '' ? {} : { code: 'activity.watch.left-out', facts: { columns: leftOut } }
    return { outcome: rejected === 0 ? 'imported' : 'partly', shape, batch, readings, rejected, ...said }
  } catch (error) {
    if (!(error instanceof Refusal) || isPassing(error)) throw error
    return { outcome: 'refused', code: error.code, facts: error.facts }
  }
}

async function recogniseFile(
  { db, today, job }: TaskContext,
  { facility }: WatchFolder,
  path: string,
  name: string,
): Promise<Recognised | null> {
  const { sheet, rows } = await job<Inspected>('activity.inspect', { path, name, choice: noChoice })
  const year = Number(today.slice(0, 4))
  return recognise({
    sheet,
    rows,
    year,
    parameters: knownParameters(db, facility, year),
    profiles: mappingProfiles(db),
  })
}

/**
 * Puts a file into `done/`, under another name where that one is taken. One that was written anew since it was read
 * stays where it is: it is another file, which the next look takes.
 */
async function moveToDone(
  { path }: WatchFolder,
  { name, path: from, size, modifiedAt }: Found,
): Promise<Partial<WatchedFile> | null> {
  const done = join(path, 'done')
  const { name: base, ext } = parse(name)
  const move = async () => {
    const now = await stat(from)
    if (now.size !== size || now.mtime.toISOString() !== modifiedAt) return
    await mkdir(done, { recursive: true })
    let to = join(done, name)
    for (let count = 2; await isThere(to); count += 1) to = join(done, `${base} (${count})${ext}`)
    await rename(from, to)
  }
  try {
    await inPatience(move(), path, patience)
    return null
  } catch {
    // Imported all the same; whoever may write to the folder moves it.
    return { code: 'activity.watch.not-moved', facts: { folder: done } }
  }
}
function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function log(
  task: TaskContext,
  folder: WatchFolder,
  { name, size, modifiedAt }: Found,
  result: Result,
): void {
  task.promote(({ db, newId, now }) =>
    db
      .insert(watchLog)
      .values({
        id: newId<'watched-file'>(),
        folder: folder.id,
        name,
        size,
        modifiedAt,
        shape: null,
        code: null,
        batch: null,
        sha256: null,
        facts: {},
        readings: 0,
        rejected: 0,
        ...result,
        at: now,
      })
      .run(),
  )
}

function typeOf(name: string): string {
  return /\.xls[xm]$/i.test(name)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv'
}
