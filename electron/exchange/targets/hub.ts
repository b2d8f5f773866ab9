import type { Outgoing, Receipt, Sending, TargetPort } from '#electron/exchange/target-port'
import { type Submission, submission } from '#shared/exchange/submission'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { isSame, receiptOf } from './compare.ts'
import { usualQuiet } from './http-line.ts'
import { type HubLine, openHubLine } from './hub-line.ts'
import { stopIfAsked, whileItAdvances } from './trouble.ts'

/** Bytes that go in one statement; what is cut off of them is lost. */
const partSize = 64 * 1024
/** What PostgreSQL keeps as one document. */
const mostBytes = 200 * 1024 * 1024

type Settings = SettingsOf<'hub'>
type Ask = HubLine['ask']
/** Runs work on a connection, on a new one after a cut. */
type Reach = <T>(work: (ask: Ask) => Promise<T>) => Promise<T>

/**
 * The database in which a group gathers what its plants submit (`resources/exchange/hub`). One row for each revision of an
 * inventory: the same submission changes nothing, and a submitted revision is never replaced.
 *
 * @param quiet milliseconds without an answer before the link counts as broken.
 */
export function openHub(
  settings: Settings,
  password: string,
  { quiet = usualQuiet }: { readonly quiet?: number } = {},
): TargetPort {
  let line: HubLine | null = null
  const leave = () => {
    line?.end()
    line = null
  }
  const reachFor =
    (signal: AbortSignal): Reach =>
    async (work) => {
      if (!line?.isOpen()) line = await openHubLine(settings, password, quiet, signal)
      return work(line.ask)
    }
  const ending = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } finally {
      leave()
    }
  }
  return {
    check: (signal) =>
      ending(
        reachFor(signal)(async (ask) => {
          await ask('SELECT 1 FROM "group".submissions LIMIT 1')
          const own = await ask('SELECT store_id FROM "group".plants WHERE role_name = current_user')
          if (own.length === 0) throw new Refusal('exchange.target-not-registered', { user: settings.user })
        }),
      ),
    send: (outgoing, sending) => ending(submit(settings, reachFor(sending.signal), outgoing, sending)),
    close: async () => leave(),
  }
}

async function submit(
  settings: Settings,
  reach: Reach,
  outgoing: Outgoing,
  sending: Sending,
): Promise<Receipt> {
  const { storeId, inventory } = await submissionIn(outgoing)
  const key = [storeId, inventory.id, inventory.version]
  const place = `postgresql://${settings.host}:${settings.port}/${settings.database} group.submissions ${key.join(' ')}`
  // Looked at before it leaves: a row that is there stays there.
  const receipt = await receiptOf(outgoing, place)
  let reached = 0
  const arrived = (bytes: number) => {
    reached = Math.max(reached, bytes)
    sending.report(bytes)
  }
  await whileItAdvances(
    () =>
      reach(async (ask) => {
        const there = await keptHash(ask, key)
        if (there === null) await bringRow(ask, [...key, inventory.year], outgoing, sending, arrived)
        else if (there !== outgoing.sha256)
          throw new Refusal('exchange.target-revision-taken', { version: inventory.version })
      }),
    () => reached,
    sending.signal,
  )
  if (!(await isSame((from) => readBack(reach, key, from), outgoing, sending)))
    throw new Refusal('exchange.not-the-same', { file: outgoing.name })
  arrived(outgoing.size)
  await whileItAdvances(
    () => reach((ask) => discard(ask, outgoing)),
    () => 0,
    sending.signal,
  )
  return receipt
}

/** @throws Refusal `exchange.target-not-a-submission`, `exchange.target-too-large`. */
async function submissionIn({ name, size, read }: Outgoing): Promise<Submission> {
  if (size > mostBytes) throw new Refusal('exchange.target-too-large', { folder: name })
  const pieces: Buffer[] = []
  for await (const piece of read()) pieces.push(piece as Buffer)
  try {
    return submission.parse(JSON.parse(Buffer.concat(pieces).toString()))
  } catch {
    throw new Refusal('exchange.target-not-a-submission', { file: name })
  }
}

const ofKey = 'store_id = $1 AND inventory_id = $2 AND revision = $3'

async function keptHash(ask: Ask, key: readonly unknown[]): Promise<string | null> {
  const [row] = await ask<{ sha256: string }>(`SELECT sha256 FROM "group".submissions WHERE ${ofKey}`, key)
  return row?.sha256 ?? null
}

async function bringRow(
  ask: Ask,
  keyAndYear: readonly unknown[],
  outgoing: Outgoing,
  { signal, pace }: Sending,
  arrived: (bytes: number) => void,
): Promise<void> {
  const { sha256, size, read } = outgoing
  const there = await ask<{ begins: string }>('SELECT begins FROM "group".parts WHERE sha256 = $1', [sha256])
  const known = new Set(there.map(({ begins }) => Number.parseInt(begins, 10)))
  for (let from = 0; from < size; from += partSize) {
    const to = Math.min(from + partSize, size)
    if (!known.has(from)) {
      stopIfAsked(signal)
      await pace(to - from)
      const part: Buffer[] = []
      for await (const piece of read(from, to)) part.push(piece as Buffer)
      await ask(
        'INSERT INTO "group".parts (sha256, begins, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [sha256, from, Buffer.concat(part)],
      )
    }
    arrived(to)
  }
  try {
    await ask(
      `INSERT INTO "group".submissions (store_id, inventory_id, revision, year, sha256, content, document, evidence)
       SELECT $1, $2, $3, $4, $5, whole.bytes, whole.json -> 'document', whole.json -> 'evidence'
       FROM (SELECT bytes, convert_from(bytes, 'UTF8')::jsonb AS json
             FROM (SELECT string_agg(bytes, ''::bytea ORDER BY begins) AS bytes
                   FROM "group".parts WHERE sha256 = $5) AS parts) AS whole
       ON CONFLICT DO NOTHING`,
      [...keyAndYear, sha256],
    )
  } catch (error) {
    if (!isBadContent(error)) throw error
    // The parts are not what was sent; the next attempt brings them anew.
    await discard(ask, outgoing)
    throw new Refusal('exchange.not-the-same', { file: outgoing.name })
  }
}

/** A check that failed, or bytes that are no text or no JSON. */
function isBadContent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === '23514' || code.startsWith('22')
}

async function discard(ask: Ask, { sha256 }: Outgoing): Promise<void> {
  await ask('SELECT "group".discard_parts($1)', [sha256])
}

async function* readBack(reach: Reach, key: readonly unknown[], from: number): AsyncGenerator<Buffer> {
  for (let at = from; ;) {
    const [row] = await reach((ask) =>
      ask<{ bytes: string }>(
        `SELECT encode(substring(content FROM $4 FOR $5), 'base64') AS bytes FROM "group".submissions WHERE ${ofKey}`,
        [...key, at + 1, partSize],
      ),
    )
    if (!row || row.bytes === '') return
    const bytes = Buffer.from(row.bytes, 'base64')
    yield bytes
    at += bytes.length
  }
}
