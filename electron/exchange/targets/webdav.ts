import type { Outgoing, Sending, TargetPort } from '#electron/exchange/target-port'
import { randomBytes } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { bringInto, type Shelf } from './append.ts'
import { type Answer, type HttpLine, openHttpLine, type Question, type Reaching } from './http-line.ts'
import { sendInPieces } from './nextcloud.ts'
import { refuseOpenPassword } from './open-password.ts'
import { paced } from './paced.ts'

/**
 * Bytes of the parts of a file: of the first, of the second, of all others. What is cut off of a first part, a server may
 * throw away; and after the second we know whether it puts parts behind one another.
 */
const partSizes = { first: 4 * 1024, second: 60 * 1024, others: 1024 * 1024 }
const smallest = partSizes.first + partSizes.second

/**
 * A folder of a WebDAV server (RFC 4918). A file goes there in parts with `Content-Range` (RFC 9110 §14.5) where the
 * server keeps them, as Apache does, in pieces that Nextcloud puts together, and whole where there is neither.
 *
 * @param settings.url the folder, which must be there.
 */
export function openWebdav(
  settings: SettingsOf<'webdav'>,
  password: string,
  { quiet, proxy }: Reaching = {},
): TargetPort {
  const line = openHttpLine({ quiet, proxy })
  const folder = new URL(settings.url.endsWith('/') ? settings.url : `${settings.url}/`)
  const authorization = `Basic ${Buffer.from(`${settings.user}:${password}`).toString('base64')}`
  const ask: HttpLine['ask'] = (question) =>
    line.ask({ ...question, headers: { authorization, ...question.headers } })
  let takesParts: boolean | null = null
  return {
    check: async (signal) => {
      refuseOpenPassword(folder)
      await check({ ask, folder, signal })
    },
    send: async (outgoing, sending) => {
      refuseOpenPassword(folder)
      const parts = { take: () => takesParts, learn: (answer: boolean) => void (takesParts = answer) }
      return bringInto(
        shelfOf({ ask, folder, signal: sending.signal }, parts, outgoing, sending),
        outgoing,
        sending,
      )
    },
    close: async () => line.close(),
  }
}

interface Folder {
  readonly ask: HttpLine['ask']
  readonly folder: URL
  readonly signal: AbortSignal
}

/** Finds the folder, and writes and removes an empty file in it. */
async function check({ ask, folder, signal }: Folder): Promise<void> {
  const found = await ask({ method: 'PROPFIND', url: folder, headers: { depth: '0' }, signal })
  await found.text()
  if (found.status !== 207) throw refusalOf(found.status, folder)
  const url = new URL(`.tanbu-${randomBytes(8).toString('hex')}.check`, folder)
  await done(await ask({ method: 'PUT', url, headers: { 'if-none-match': '*' }, signal }), folder)
  await done(await ask({ method: 'DELETE', url, signal }), folder)
}

interface Parts {
  /** Whether the server puts parts behind one another; null before it was seen. */
  readonly take: () => boolean | null
  readonly learn: (answer: boolean) => void
}

function shelfOf(place: Folder, parts: Parts, outgoing: Outgoing, sending: Sending): Shelf {
  const { folder, signal } = place
  const one = (question: Omit<Question, 'signal'>) => place.ask({ ...question, signal })
  return {
    sizeOf: (name) => sizeAt(place, name),
    placeOf: (name) => new URL(name, folder).href,
    async *read(name, from) {
      if (from >= outgoing.size) return
      const headers = { ...asItLies, ...(from > 0 ? { range: `bytes=${from}-` } : {}) }
      const answer = await one({ method: 'GET', url: fileIn(folder, name), headers })
      if (answer.status !== 200 && answer.status !== 206) throw refusalOf(answer.status, folder)
      yield* after(answer.bytes(), answer.status === 206 ? 0 : from)
    },
    append: (name, from, arrived) => sendParts(place, parts, { outgoing, sending, name }, from, arrived),
    name: async (half, name) => {
      const headers = { destination: fileIn(folder, name).href, overwrite: 'F' }
      const answer = await one({ method: 'MOVE', url: fileIn(folder, half), headers })
      if (answer.status === 412) return 'taken'
      await done(answer, folder)
      return 'named'
    },
    remove: async (name) => {
      const answer = await one({ method: 'DELETE', url: fileIn(folder, name) })
      if (answer.status !== 404) await done(answer, folder)
    },
  }
}

const fileIn = (folder: URL, name: string) => new URL(encodeURIComponent(name), folder)
/** No server may shrink on the way what is compared byte by byte. */
const asItLies = { 'accept-encoding': 'identity' }

async function sizeAt({ ask, folder, signal }: Folder, name: string): Promise<number | null> {
  const answer = await ask({ method: 'HEAD', url: fileIn(folder, name), headers: asItLies, signal })
  await answer.text()
  if (answer.status === 404) return null
  if (answer.status !== 200) throw refusalOf(answer.status, folder)
  const length = answer.header('content-length') ?? (await lengthAt({ ask, folder, signal }, name))
  return Number.parseInt(length, 10)
}
/** Some servers say the length only as a property. */
async function lengthAt({ ask, folder, signal }: Folder, name: string): Promise<string> {
  const answer = await ask({ method: 'PROPFIND', url: fileIn(folder, name), headers: { depth: '0' }, signal })
  const length = /<(?:\w+:)?getcontentlength[^>]*>(\d+)</.exec(await answer.text())?.[1]
  if (length === undefined)
    throw new Refusal('exchange.target-odd-answer', { folder: folder.href, status: 'HEAD' })
  return length
}

/** Sends what is left, part by part; whole where the server knows no parts, and ends early where it turns out so. */
async function sendParts(
  place: Folder,
  parts: Parts,
  {
    outgoing,
    sending,
    name,
  }: { readonly outgoing: Outgoing; readonly sending: Sending; readonly name: string },
  from: number,
  arrived: (upTo: number) => void,
): Promise<void> {
  const { ask, folder, signal } = place
  const { size } = outgoing
  const put = (begin: number, end: number, headers: Readonly<Record<string, string>>) =>
    ask({
      method: 'PUT',
      url: fileIn(folder, name),
      headers: {
        'content-length': String(end - begin),
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body: paced(outgoing.read(begin, end), sending),
      signal,
    })
  const destination = fileIn(folder, name)
  const refused = (status: number) => refusalOf(status, folder)
  if (await sendInPieces({ ask, outgoing, sending, destination, arrived, refusalOf: refused })) return
  if (parts.take() === false || size <= smallest) {
    await done(await put(0, size, {}), folder)
    return arrived(size)
  }
  for (let upTo = from; upTo < size;) {
    const to = Math.min(upTo + sizeOfPart(upTo), size)
    const answer = await put(upTo, to, { 'content-range': `bytes ${upTo}-${to - 1}/${size}` })
    const isTaken = isDone(answer.status)
    if (!isTaken && ![400, 405, 501].includes(answer.status)) throw refusalOf(answer.status, folder)
    await answer.text()
    // A server that knows no parts refuses them, or takes a part for the whole.
    if (parts.take() === null && (upTo > 0 || !isTaken))
      parts.learn(isTaken && (await sizeAt(place, name)) === to)
    if (parts.take() === false) return
    upTo = to
    arrived(upTo)
  }
}

function sizeOfPart(from: number): number {
  if (from === 0) return partSizes.first
  return from <= partSizes.first ? partSizes.second : partSizes.others
}

/** Skips what is known already, where a server gives a file from its beginning only. */
async function* after(bytes: AsyncIterable<Buffer>, known: number): AsyncGenerator<Buffer> {
  let left = known
  for await (const piece of bytes) {
    const rest = piece.subarray(Math.min(left, piece.length))
    left -= piece.length - rest.length
    if (rest.length > 0) yield rest
  }
}

const isDone = (status: number) => status === 200 || status === 201 || status === 204
async function done(answer: Answer, folder: URL): Promise<void> {
  await answer.text()
  if (!isDone(answer.status)) throw refusalOf(answer.status, folder)
}

function refusalOf(status: number, { href }: URL): Refusal {
  const folder = { folder: href }
  switch (status) {
    case 401:
      return new Refusal('exchange.target-denied', folder)
    case 403:
      return new Refusal('exchange.target-read-only', folder)
    case 404:
    case 409:
    case 410:
      return new Refusal('exchange.target-no-folder', folder)
    case 200:
    case 405:
    case 501:
      return new Refusal('exchange.target-no-webdav', folder)
    case 413:
      return new Refusal('exchange.target-too-large', folder)
    case 507:
      return new Refusal('exchange.target-full', folder)
    case 423:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return new Refusal('exchange.target-busy', { ...folder, status })
    default:
      return new Refusal('exchange.target-odd-answer', { ...folder, status })
  }
}
