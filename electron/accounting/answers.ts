import { answerTo, keepAnswer, type KeptAnswer } from '#db/accounting/answer-queries'
import type { ReadDb } from '#db/kernel/access'
import { chainHead } from '#db/kernel/queries'
import type { ReadContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { Spine } from '#electron/kernel/spine'
import { canonical } from '#shared/kernel/canonical'

import { isSameSince } from './changed-since.ts'
import { programDigest } from './program-digest.ts'

type Context = Pick<ReadContext, 'db' | 'around'>

/** What is asked with all that it depends on besides the store and the program. */
export interface Question {
  readonly what: readonly (string | number | null)[]
  /** What the calendar day changes in the answer. */
  readonly day: string
}

/** Answers that take long to work out, kept from one start of the program to the next. */
export interface Answers {
  /**
   * The answer to a question. At the first time in a run it is the kept one, if nothing was recorded since that could
   * bear on an account; as soon as nothing else is asked it is worked out all the same, and if it should ever differ the
   * windows are told to ask again. An answer is plain JSON.
   */
  readonly of: <Answer>(context: Context, question: Question, compute: () => Answer) => Answer
}
type Standing = Pick<Spine, 'store' | 'isPast' | 'hub'>

/** What is done when nothing else is asked: over which connection, and what. */
interface Due {
  readonly db: ReadDb
  readonly work: () => void
}

/** Milliseconds without a new answer after which the program is taken to be idle. */
const idle = 1500
/** Longer answers would take longer to write and to read than they take to work out. */
const longest = 16_000_000
const mostKept = 24

/** Keeps answers in the open data folder; a copy of an earlier day neither has nor gets any. */
export function createAnswers(spine: Standing): Answers {
  const asked = new WeakMap<ReadDb, Set<string>>()
  const later = createLater(spine)
  return {
    of: (context, { what, day }, compute) => {
      const { db } = context
      if (spine.isPast() || spine.store().read !== db) return compute()
      const question = canonical(what)
      const before = asked.get(db) ?? new Set()
      asked.set(db, before)
      const anew = () => {
        const { seq, hash } = chainHead(db)
        const answer = compute()
        const place = { question, program: programDigest(context.around), day, seq, hash }
        later(question, { db, work: () => write(spine, place, answer) })
        return answer
      }
      // After the first time the memory of the engine is as fast.
      const kept = before.has(question) ? null : soundAnswer(context, question, day)
      before.add(question)
      if (kept === null) return anew()
      const isStill = () => JSON.stringify(compute()) === kept
      later(question, { db, work: () => isStill() || (anew(), spine.hub.publish(['accounting'])) })
      return JSON.parse(kept) as ReturnType<typeof compute>
    },
  }
}

/** Puts work off until the program is idle; what is put off for the same question takes its place. */
function createLater({ store }: Standing): (question: string, due: Due) => void {
  const waiting = new Map<string, Due>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    const [next] = waiting
    if (!next) return
    waiting.delete(next[0])
    attempt(store, next[1])
    // One at a time, so that whoever asks in between is answered in between.
    timer = setTimeout(run, 0).unref()
  }
  return (question, due) => {
    waiting.set(question, due)
    clearTimeout(timer)
    timer = setTimeout(run, idle).unref()
  }
}

/** A cache that cannot be written, because the disk is full or the store is closed, is no cache; nobody is told. */
function attempt(store: Spine['store'], { db, work }: Due): void {
  const { read, sqlite } = store()
  if (read !== db || !sqlite.open || sqlite.inTransaction) return
  try {
    work()
  } catch {
    return
  }
}

type Place = Omit<KeptAnswer, 'body' | 'sha256'>

function write({ store }: Standing, place: Place, answer: unknown): void {
  const body = JSON.stringify(answer)
  if (body.length > longest) return
  const { write: db, sqlite } = store()
  const kept = { ...place, body, sha256: sealOf({ ...place, body }) }
  sqlite.transaction(() => keepAnswer(db, kept, mostKept))()
}

function sealOf({ question, program, day, seq, hash, body }: Omit<KeptAnswer, 'sha256'>): string {
  return sha256(canonical({ question, program, day, seq, hash, body }))
}

/** The body of a kept answer that is still right; null when there is none, or anything at all is odd about it. */
function soundAnswer({ db, around }: Context, question: string, day: string): string | null {
  try {
    const kept = answerTo(db, question)
    if (!kept || kept.day !== day || kept.program !== programDigest(around)) return null
    return sealOf(kept) === kept.sha256 && isSameSince(db, kept) ? kept.body : null
  } catch {
    // A damaged page of the cache is no reason not to answer.
    return null
  }
}
