import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Refusal } from '#shared/kernel/refusal'
import { randomFrom } from '#test/fault/random'
import { makeReaders, type Reader } from '#test/fault/readers'

/*
 * Reads files made by chance with every reader, in a process of its own whose heap the caller bounds.
 * Arguments: cases for each reader, seed, seconds of processor time after which a reader has had enough, and if wanted
 * the one reader. Prints one line of JSON for each reader.
 */
const [count = 0, seed = 0, patience = 0] = process.argv.slice(2, 5).map(Number)
const only = process.argv[5]
/** So many are read however slow the machine is. */
const atLeast = 12

export interface ReaderOutcome {
  readonly reader: string
  readonly read: number
  readonly refused: number
  /** What was neither read nor refused in words. */
  readonly broken: readonly string[]
  /** The longest of them, milliseconds of this process's own time. */
  readonly longest: number
  readonly spent: number
  /** Most memory that the process held so far, MiB. */
  readonly memory: number
}

const { readers, close } = await makeReaders()
const folder = mkdtempSync(join(tmpdir(), 'tanbu-fuzzed-'))
try {
  for (const reader of readers)
    if (only === undefined || only === reader.name)
      process.stdout.write(`${JSON.stringify(await attack(reader))}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
  await close()
}
process.exit(0)

async function attack({ name: reader, bases, read }: Reader): Promise<ReaderOutcome> {
  const random = randomFrom(seed)
  const broken: string[] = []
  let [done, refused, longest, spent] = [0, 0, 0, 0]
  for (let at = 0; at < count + bases.length; at += 1) {
    if (at >= bases.length + atLeast && spent > patience * 1000) break
    // First every honest file, which is read: else the rest would prove nothing.
    const base = bases[at] ?? random.pick(bases)
    const isHonest = at < bases.length
    const bytes = isHonest ? base.bytes : await base.mutation(base.bytes, random)
    const path = join(folder, 'given')
    writeFileSync(path, bytes)
    const begun = process.cpuUsage()
    const outcome = await read(path, base.name).then(
      () => 'read' as const,
      (error: unknown) => told(error) ?? (error as Error),
    )
    const { user, system } = process.cpuUsage(begun)
    spent += (user + system) / 1000
    longest = Math.max(longest, (user + system) / 1000)
    if (outcome === 'read') done += 1
    else if (outcome === 'refused' && !isHonest) refused += 1
    else {
      const kept = join(tmpdir(), `tanbu-broken-${reader.replace(/\W+/g, '-')}-${at}-${base.name}`)
      writeFileSync(kept, bytes)
      const reason =
        outcome instanceof Error ? (outcome.stack ?? '').split('\n').slice(0, 5).join(' ') : String(outcome)
      broken.push(`${kept}: ${reason}`)
    }
  }
  const memory = process.resourceUsage().maxRSS / 1024
  return { reader, read: done, refused, broken: broken.slice(0, 10), longest, spent, memory }
}

/** A refusal in words, thrown as it is or carried by a client. */
function told(error: unknown): 'refused' | null {
  if (error instanceof Refusal) return 'refused'
  const { code } = error as { readonly code?: unknown }
  return code === 'REFUSED' || code === 'BAD_REQUEST' ? 'refused' : null
}
