import type { Outgoing, Sending } from '#electron/exchange/target-port'

import { paced } from './paced.ts'
import { type Bucket, type S3Answer, tagIn } from './s3-bucket.ts'
import { whileItAdvances } from './trouble.ts'

export interface PartsToSend {
  readonly bucket: Bucket
  readonly outgoing: Outgoing
  readonly sending: Sending
  /** In bytes; the same for all attempts of a file. */
  readonly partSize: number
  /** Whether an object has the name. */
  readonly isTaken: () => Promise<boolean>
}

/**
 * Sends a large object part by part and puts it together at the end. What an earlier attempt brought there is found by
 * asking the service for it.
 *
 * @param before the upload of an earlier attempt; null at the first.
 * @returns the tag of the object; null when another took the name meanwhile.
 */
export async function sendInParts(work: PartsToSend, before: string | null): Promise<string | null> {
  const { bucket, outgoing, sending } = work
  let upload = before
  let arrived = 0
  return whileItAdvances(
    async () => {
      let parts = upload === null ? null : await partsOf(bucket, outgoing.name, upload)
      if (upload === null || parts === null) {
        // Given up by the service or never begun. Kept before the first part: nobody else knows its name.
        upload = await startUpload(bucket, outgoing.name)
        sending.remember(JSON.stringify({ upload }))
        parts = new Map()
      }
      await sendMissing(work, upload, parts, (bytes) => {
        arrived = Math.max(arrived, bytes)
        sending.report(bytes)
      })
      return complete(work, upload, parts)
    },
    () => arrived,
    sending.signal,
  )
}

/** @returns the id that the service gave to the upload. */
export async function startUpload(bucket: Bucket, key: string): Promise<string> {
  const answer = await bucket.ask({ method: 'POST', key, query: { uploads: '' } }, [])
  const id = tagIn(answer.text, 'UploadId')
  if (answer.status !== 200 || id === null) throw bucket.refusalOf(answer)
  return id
}

/** Tag and size of each part that is there, by number. */
type Parts = Map<number, { readonly tag: string; readonly size: number }>

/** @returns null when the service does not know the upload any more. */
async function partsOf(bucket: Bucket, key: string, upload: string): Promise<Parts | null> {
  const parts: Parts = new Map()
  for (let marker: string | null = '0'; marker !== null;) {
    const query = { uploadId: upload, 'part-number-marker': marker }
    const answer: S3Answer = await bucket.ask({ method: 'GET', key, query }, [])
    if (answer.code === 'NoSuchUpload') return null
    if (answer.status !== 200) throw bucket.refusalOf(answer)
    for (const [part] of answer.text.matchAll(/<Part>.*?<\/Part>/gs)) {
      const [number, tag, size] = [tagIn(part, 'PartNumber'), tagIn(part, 'ETag'), tagIn(part, 'Size')]
      if (number && tag && size)
        parts.set(Number.parseInt(number, 10), { tag, size: Number.parseInt(size, 10) })
    }
    marker = tagIn(answer.text, 'IsTruncated') === 'true' ? tagIn(answer.text, 'NextPartNumberMarker') : null
  }
  return parts
}

async function sendMissing(
  { bucket, outgoing, sending, partSize }: PartsToSend,
  upload: string,
  parts: Parts,
  arrived: (bytes: number) => void,
): Promise<void> {
  const { name: key, size, read } = outgoing
  let sum = 0
  for (let number = 1; (number - 1) * partSize < size; number += 1) {
    const from = (number - 1) * partSize
    const to = Math.min(from + partSize, size)
    if (parts.get(number)?.size !== to - from) {
      const answer = await bucket.ask(
        {
          method: 'PUT',
          key,
          query: { partNumber: String(number), uploadId: upload },
          body: { size: to - from, read: () => read(from, to), send: () => paced(read(from, to), sending) },
        },
        [],
      )
      if (answer.status !== 200) throw bucket.refusalOf(answer)
      parts.set(number, { tag: answer.header('etag') ?? '', size: to - from })
    }
    sum += to - from
    arrived(sum)
  }
}

async function complete(
  { bucket, outgoing, isTaken }: PartsToSend,
  upload: string,
  parts: Parts,
): Promise<string | null> {
  const { name: key } = outgoing
  const giveUp = async () => {
    await bucket.ask({ method: 'DELETE', key, query: { uploadId: upload } }, [])
    return null
  }
  // Some services overlook the condition at this step; there this look has to be enough.
  if (await isTaken()) return giveUp()
  const list = [...parts]
    .toSorted(([one], [other]) => one - other)
    .map(([number, { tag }]) => `<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`)
  const answer = await bucket.ask(
    {
      method: 'POST',
      key,
      query: { uploadId: upload },
      headers: { 'if-none-match': '*', 'content-type': 'application/xml' },
      body: `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
    },
    [],
  )
  if (answer.status === 412) return giveUp()
  // An answer that began well may end badly: S3 says 200 before it has put the parts together.
  if (answer.status !== 200 || answer.code !== null) throw bucket.refusalOf(answer)
  const there = await bucket.ask({ method: 'GET', key, headers: { range: 'bytes=0-0' } }, [])
  return there.header('etag') ?? ''
}
