import { z } from 'zod'

import type { Outgoing, Receipt, Sending, TargetPort } from '#electron/exchange/target-port'
import { randomBytes } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { isSame, receiptOf, settleExisting } from './compare.ts'
import { type HttpLine, openHttpLine, type Reaching } from './http-line.ts'
import { paced } from './paced.ts'
import { type Bucket, bucketAt, type S3Answer } from './s3-bucket.ts'
import { sendInParts, startUpload } from './s3-parts.ts'
import { whileItAdvances } from './trouble.ts'

/** The least that S3 takes for a part other than the last; what is cut off of a part is lost. */
const leastPart = 5 * 1024 * 1024
/** S3 takes 10,000 parts. */
const mostParts = 9_000

/** What an earlier attempt left: an upload that is under way, or an object that was placed and not yet read back. */
const words = z.union([z.object({ upload: z.string() }), z.object({ placed: z.string() })])

/**
 * A bucket of a service that speaks S3. A large file goes there in parts that are remembered; the object appears when all
 * are there, is read back, and is taken away again when it is not what was sent.
 *
 * @param secretKey the secret access key.
 */
export function openS3(
  settings: SettingsOf<'s3'>,
  secretKey: string,
  { quiet, proxy }: Reaching = {},
): TargetPort {
  const line: HttpLine = openHttpLine({ quiet, proxy })
  const bucketFor = (signal: AbortSignal) => bucketAt(settings, secretKey, line, signal)
  return {
    check: async (signal) => {
      const bucket = bucketFor(signal)
      const key = `.tanbu-${randomBytes(8).toString('hex')}.check`
      await objectAt(bucket, key)
      // An upload that is given up shows the right to write, and leaves nothing.
      const upload = await startUpload(bucket, key)
      await bucket.ask({ method: 'DELETE', key, query: { uploadId: upload } }, [204])
    },
    send: (outgoing, sending) => bring(bucketFor(sending.signal), outgoing, sending),
    close: async () => line.close(),
  }
}

async function bring(bucket: Bucket, outgoing: Outgoing, sending: Sending): Promise<Receipt> {
  const { name: key } = outgoing
  const persist = <T>(work: () => Promise<T>) => whileItAdvances(work, () => 0, sending.signal)
  const kept = words.safeParse(sending.resume === null ? null : JSON.parse(sending.resume))
  const before = await persist(() => objectAt(bucket, key))
  const isOurs = before !== null && kept.success && 'placed' in kept.data && kept.data.placed === before.tag
  if (before !== null && !isOurs) return settle(bucket, before.size, outgoing, sending)

  // Looked at before it leaves: what is placed has its name at once.
  const receipt = await receiptOf(outgoing, bucket.placeOf(key))
  const upload = kept.success && 'upload' in kept.data ? kept.data.upload : null
  const tag = isOurs ? before.tag : await place(bucket, upload, outgoing, sending)
  if (tag === null) {
    const other = await persist(() => objectAt(bucket, key))
    return settle(bucket, other?.size ?? 0, outgoing, sending)
  }
  sending.remember(JSON.stringify({ placed: tag }))
  sending.report(outgoing.size)
  if (await isSame((from) => readFrom(bucket, outgoing, from), outgoing, sending)) return receipt
  sending.remember(null)
  await persist(() => takeAway(bucket, key, tag))
  throw new Refusal('exchange.not-the-same', { file: key })
}

function settle(bucket: Bucket, size: number, outgoing: Outgoing, sending: Sending): Promise<Receipt> {
  const readBack = (from: number) => readFrom(bucket, outgoing, from)
  return settleExisting(size, readBack, outgoing, sending, bucket.placeOf(outgoing.name))
}

/** Size and tag of an object; null when there is none. A GET of one byte, as an answer to HEAD cannot say what is wrong. */
async function objectAt(bucket: Bucket, key: string): Promise<{ size: number; tag: string } | null> {
  const answer = await bucket.ask({ method: 'GET', key, headers: { range: 'bytes=0-0' } }, [200, 206])
  if (answer.status === 404 && answer.code === 'NoSuchKey') return null
  // An empty object has no first byte.
  if (answer.status === 416) return { size: 0, tag: answer.header('etag') ?? '' }
  if (answer.code !== null || answer.status >= 300) throw bucket.refusalOf(answer)
  for await (const _piece of answer.bytes());
  const total = /\/(\d+)$/.exec(answer.header('content-range') ?? '')?.[1] ?? answer.header('content-length')
  return { size: Number.parseInt(total ?? '0', 10), tag: answer.header('etag') ?? '' }
}

async function* readFrom(
  bucket: Bucket,
  { name: key, size }: Outgoing,
  from: number,
): AsyncGenerator<Buffer> {
  if (from >= size) return
  const answer = await bucket.ask({ method: 'GET', key, headers: { range: `bytes=${from}-` } }, [206])
  if (answer.status !== 206) throw bucket.refusalOf(answer)
  yield* answer.bytes()
}

/** Puts the object there, unless another is. @returns its tag; null when another took the name. */
async function place(
  bucket: Bucket,
  upload: string | null,
  outgoing: Outgoing,
  sending: Sending,
): Promise<string | null> {
  const { name: key, size } = outgoing
  if (size > leastPart) {
    const partSize = Math.max(leastPart, Math.ceil(size / mostParts))
    const isTaken = async () => (await objectAt(bucket, key)) !== null
    return sendInParts({ bucket, outgoing, sending, partSize, isTaken }, upload)
  }
  return whileItAdvances(
    () => putWhole(bucket, outgoing, sending),
    () => 0,
    sending.signal,
  )
}

async function putWhole(
  bucket: Bucket,
  { name: key, size, read }: Outgoing,
  sending: Sending,
): Promise<string | null> {
  const body = { size, read: () => read(), send: () => paced(read(), sending) }
  const put = (headers: Readonly<Record<string, string>>) =>
    bucket.ask({ method: 'PUT', key, headers, body }, [200])
  const answer = await put({ 'if-none-match': '*' })
  if (answer.status === 412) return null
  const done = knowsNoConditions(answer) ? await put({}) : answer
  if (done.status !== 200) throw bucket.refusalOf(done)
  for await (const _piece of done.bytes());
  return done.header('etag') ?? ''
}
/** There a look just before has to be enough. */
const knowsNoConditions = ({ status, code }: S3Answer) => status === 501 || code === 'NotImplemented'

/** Takes away what we have placed, and nothing that came after it. */
async function takeAway(bucket: Bucket, key: string, tag: string): Promise<void> {
  const there = await objectAt(bucket, key)
  if (there === null || there.tag !== tag) return
  const answer = await bucket.ask({ method: 'DELETE', key }, [200, 204])
  if (answer.status >= 300 && answer.status !== 404) throw bucket.refusalOf(answer)
}
