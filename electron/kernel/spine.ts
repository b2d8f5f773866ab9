import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { ORPCError } from '@orpc/server'

import { drainChanges, withoutCapture } from '#db/kernel/changes'
import type { Store } from '#db/kernel/open'
import { openReader } from '#db/kernel/open'
import { type Anchor, writeAnchor } from '#electron/kernel/anchor'
import { appendAudit, type PersonalColumns } from '#electron/kernel/audit'
import type { ReadContext, TaskContext, UserId, WriteContext } from '#electron/kernel/context'
import type { Gate } from '#electron/kernel/gate'
import type { Hub } from '#electron/kernel/hub'
import { runJob } from '#electron/kernel/jobs'
import { requireSignature, type Seals, signAct } from '#electron/kernel/signed-acts'
import type { Surroundings } from '#electron/kernel/surroundings'
import { taskStream } from '#electron/kernel/task-stream'
import type { ProcedureMeta } from '#shared/kernel/contract'
import type { Id } from '#shared/kernel/id'
import { type Facts, Refusal } from '#shared/kernel/refusal'

/** All that the spine stands on. `store` is asked anew each time, since a program can change its data folder. */
export interface Spine {
  readonly store: () => Store
  readonly around: Surroundings
  readonly gate: Gate
  readonly hub: Hub
  readonly personal: PersonalColumns
  /** Whether the open folder is a copy of an earlier day, at which one only looks. */
  readonly isPast: () => boolean
  /** The plant's calendar day at an instant. */
  readonly dayAt: (instant: Date) => string
  /** The duties that are declared for a procedure: who must not do it to whose work. */
  readonly dutiesOf: (procedure: string) => readonly string[]
  /** How the areas hash what a signature of theirs covers. */
  readonly seals: Seals
}

/** One request on its way: which procedure, from which window, with what. */
export interface Request {
  readonly procedure: string
  readonly meta: ProcedureMeta
  readonly window: string
  /** Asked by this process itself, such as for a sample plant. */
  readonly isOwn?: boolean
  readonly signal: AbortSignal | undefined
}
export interface Admitted extends Request {
  readonly user: UserId | null
  /** For whom, where only a lent right allows it. */
  readonly standsInFor?: UserId | null
  readonly now: Date
  /** Something that is written beside the act itself, such as a password that was stretched anew. */
  readonly isAside?: boolean
  /** What the audit line says; a refusal that left a record of its own is no `done`. */
  readonly outcome?: 'done' | 'refused'
}

/**
 * First half of every request, before its input is even read: who asks, and may they ask this at all?
 *
 * @throws Refusal `kernel.sign-in-first`, `kernel.not-permitted`.
 */
export function admit(spine: Spine, request: Request): Admitted {
  const now = spine.around.now()
  const user = spine.gate.userAt(request.window, now)
  const { permission } = request.meta
  const admitted = { ...request, user, now }
  if (permission === 'public') return admitted
  if (user === null) throw new Refusal('kernel.sign-in-first')
  spine.gate.touch(request.window, now)
  if (permission === 'signed-in') return admitted
  if (!spine.gate.may(spine.store().read, user, permission, spine.dayAt(now), undefined))
    refuse(spine, user, request, now)
  return admitted
}

function refuse(spine: Spine, user: UserId, request: Request, now: Date): never {
  const refusal = new Refusal('kernel.not-permitted', { permission: request.meta.permission })
  logRefusal(spine, { ...request, user, now }, refusal)
  throw refusal
}

type AnyHandler = (context: never, input: never) => unknown
type AnyScope = ((db: never, input: never) => readonly string[] | null) | undefined

/** Second half, with a valid input: scope, then the kind of procedure decides what the handler is handed. */
export function execute(
  spine: Spine,
  asked: Admitted,
  handler: AnyHandler,
  scope: AnyScope,
  input: unknown,
): unknown {
  refuseUnprintable(input)
  const request = { ...asked, standsInFor: checkScope(spine, asked, scope, input) }
  const context = readContext(spine, request)
  const { kind } = request.meta
  if (kind === 'query') return handler(context as never, input as never)
  if (kind === 'task') return runTask(spine, request, context, handler, input)
  const { signs } = request.meta
  if (signs) requireSignature(spine, request, input)
  return runCommand(spine, request, (write) => {
    const result = handler(write as never, input as never)
    if (signs) signAct(write, spine.seals, signs, input, result)
    return result
  })
}

/** The character that ends a text for SQLite: what stood behind it would be kept and never be seen again. */
const unprintable = String.fromCodePoint(0)

/** @throws Refusal `kernel.unprintable`. */
function refuseUnprintable(input: unknown): void {
  if (typeof input === 'string' && input.includes(unprintable)) throw new Refusal('kernel.unprintable')
  if (typeof input === 'object' && input !== null)
    for (const part of Object.values(input)) refuseUnprintable(part)
}

/** @returns for whom the user acts where only a lent right allows it; null where it is the user's own. */
function checkScope(spine: Spine, request: Admitted, scope: AnyScope, input: unknown): UserId | null {
  const { user, meta } = request
  if (user === null || meta.permission === 'public' || meta.permission === 'signed-in') return null
  // A question without a scope shows the whole and asks for any grant; a change without one touches the whole.
  const nodes = scope
    ? scope(spine.store().read as never, input as never)
    : meta.kind === 'query'
      ? undefined
      : null
  const by = spine.gate.mayBy(spine.store().read, user, meta.permission, spine.dayAt(request.now), nodes)
  if (by === null) refuse(spine, user, request, request.now)
  return by === 'own' ? null : by
}

function readContext(spine: Spine, { user, standsInFor = null, window, now }: Admitted): ReadContext {
  const store = spine.store()
  return {
    db: store.read,
    user,
    standsInFor,
    window,
    now: now.toISOString(),
    today: spine.dayAt(now),
    folder: store.folder,
    around: spine.around,
  }
}

/**
 * One change: transaction, handler, audit line in the same transaction, commit, and then the news of it. What a
 * refused command had already written is rolled back; that it was refused is logged by itself.
 */
export function runCommand<T>(spine: Spine, request: Admitted, work: (context: WriteContext) => T): T {
  const { sqlite, write, folder } = spine.store()
  refuseInThePast(spine, request)
  // On some systems a deleted file goes on taking writes that nobody will ever read: nothing is acknowledged then.
  if (!existsSync(join(folder, 'store.db'))) throw new Refusal('kernel.folder-gone', { folder })
  const { standsInFor = null } = request
  const notes: Facts[] = standsInFor === null ? [] : [{ code: standsIn, of: standsInFor }]
  const looked = new Set<string>()
  const context: WriteContext = {
    ...readContext(spine, request),
    db: write,
    newId: <Kind extends string>() => spine.around.newId() as Id<Kind>,
    note: (note) => void notes.push(note),
    looked: (duty) => void looked.add(duty),
    bulk: (note, bulk) => {
      notes.push(note)
      return withoutCapture(sqlite, bulk)
    },
  }
  let areas: readonly string[] = []
  let head: Anchor | null = null
  try {
    const result = sqlite
      .transaction(() => {
        const value = work(context)
        refuseUnlooked(spine, request, looked)
        const changes = drainChanges(sqlite)
        areas = changedAreas(
          changes.map(({ table }) => table),
          notes,
        )
        if (request.meta.audit !== false)
          head = appendAudit(
            sqlite,
            { ...entryOf(request), outcome: request.outcome ?? 'done', changes, notes },
            spine.personal,
          )
        return value
      })
      .immediate()
    if (head) writeAnchor(folder, head)
    spine.hub.publish(areas)
    return result
  } catch (error) {
    if (error instanceof Refusal && request.meta.audit !== false) logRefusal(spine, request, error)
    throw error
  }
}

/** What the note of an audit line says of who acts for somebody else. */
const standsIn = 'access.stood-in'

/** A procedure for which a duty is declared looks at it in the transaction in which it writes; else the declaration lies. */
function refuseUnlooked(
  spine: Spine,
  { procedure, outcome, isAside }: Admitted,
  looked: ReadonlySet<string>,
): void {
  if (outcome === 'refused' || isAside === true) return
  const duties = spine.dutiesOf(procedure)
  if (duties.length > 0 && !duties.some((duty) => looked.has(duty)))
    throw new Error(`${procedure} does not look at the duty ${duties.join(', ')} that is declared for it`)
}

function refuseInThePast(spine: Spine, { procedure }: Request): void {
  if (spine.isPast() && !worksInThePast.test(procedure)) throw new Refusal('kernel.past-is-read-only')
}

/** Coming, going and what is being typed: these concern who looks, not what is looked at. */
const worksInThePast =
  /^(access\.(signIn|unlock|lock|signOut|setLanguage|openToday|openPlant|openSample|removeSample)|desk\.(saveDraft|discardDraft))$/

function logRefusal(spine: Spine, request: Admitted, { code, facts }: Refusal): void {
  const { sqlite, folder } = spine.store()
  const entry = { ...entryOf(request), outcome: 'refused' as const, changes: [], notes: [{ code, ...facts }] }
  writeAnchor(folder, sqlite.transaction(() => appendAudit(sqlite, entry, spine.personal)).immediate())
}
function entryOf({ procedure, user, now }: Admitted) {
  return { at: now.toISOString(), actor: user ?? 'system', procedure }
}

/** The first word of a table's name is its area; bulk work names its area in its note. */
function changedAreas(tables: readonly string[], notes: readonly Facts[]): string[] {
  const fromTables = tables.map((table) => table.split('_')[0] ?? table)
  const fromNotes = notes.flatMap(({ area }) => (typeof area === 'string' ? [area] : []))
  return [...new Set([...fromTables, ...fromNotes])]
}

function runTask(
  spine: Spine,
  request: Admitted,
  context: ReadContext,
  handler: AnyHandler,
  input: unknown,
): unknown {
  // Before it begins: what it makes outside of the store, such as a backup on a stick, would be taken for today's.
  if (/\.(enter|check|approve|manage)$/.test(request.meta.permission)) refuseInThePast(spine, request)
  return taskStream(async (report, signal) => {
    const { task, end } = taskContext(spine, request, context, report, signal)
    try {
      return await (handler(task as never, input as never) as Promise<unknown>)
    } catch (error) {
      throw asTravelling(error)
    } finally {
      end()
    }
  }, request.signal)
}

/** What a task is handed; `end` lets go of the connection that it read on. */
function taskContext(
  spine: Spine,
  request: Admitted,
  context: ReadContext,
  report: TaskContext['report'],
  signal: AbortSignal,
): { readonly task: TaskContext; readonly end: () => void } {
  let reader: ReturnType<typeof openReader> | undefined
  const task: TaskContext = {
    ...context,
    // Opened at the first question: a task that changes the data folder itself never holds the old one open.
    get db() {
      reader ??= openReader(context.folder)
      return reader.read
    },
    newId: <Kind extends string>() => spine.around.newId() as Id<Kind>,
    signal,
    report,
    promote: (work, { staging, ...as } = {}) =>
      withStaging(spine, staging, () => {
        if (spine.store().folder !== context.folder && request.procedure !== opensAnother)
          throw new Refusal('kernel.folder-changed')
        const isAside = as.user !== undefined
        return runCommand(spine, { ...request, ...as, isAside, now: spine.around.now() }, work)
      }),
    job: (name, jobInput) =>
      runJob({ entry: spine.around.jobs, name, input: jobInput, report, signal }) as never,
  }
  return { task, end: () => reader?.close() }
}

/**
 * What a task read in one data folder must never be written into another that was opened meanwhile. Only building the
 * sample plant begins in one and writes into the other.
 */
const opensAnother = 'access.openSample'

/**
 * Long work that the program does by itself, such as looking into a folder. What it writes stands in the trail as done
 * by the system.
 */
export async function runBySystem<T>(
  spine: Spine,
  procedure: string,
  work: (task: TaskContext) => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  const meta = { kind: 'task', permission: 'signed-in' } as const
  const request = {
    procedure,
    meta,
    window: 'system',
    signal: undefined,
    user: null,
    now: spine.around.now(),
  }
  const { task, end } = taskContext(spine, request, readContext(spine, request), () => {}, signal)
  try {
    return await work(task)
  } finally {
    end()
  }
}

/** A database is attached before the transaction begins and let go after it ended: inside, it would be locked. */
function withStaging<T>(spine: Spine, file: string | undefined, work: () => T): T {
  if (file === undefined) return work()
  const { sqlite } = spine.store()
  sqlite.prepare('ATTACH ? AS staging').run(file)
  try {
    return work()
  } finally {
    sqlite.exec('DETACH staging')
  }
}

/** A refusal as it travels; anything else is a bug and stays one, logged by the host and shown as unexpected. */
export function asTravelling(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error
  return new ORPCError('REFUSED', {
    defined: true,
    status: 422,
    data: { code: error.code, facts: error.facts },
  })
}
