import { Readable } from 'node:stream'

import { AwsV4Signer } from 'aws4fetch'

import { sha256, sha256Stream } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import type { Answer, HttpLine } from './http-line.ts'

type Settings = SettingsOf<'s3'>

/** What is asked of one object, or of the bucket where `key` is empty. */
export interface S3Question {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Text, or bytes that can be read twice: for their hash, which is signed, and on their way. */
  readonly body?:
    | string
    | { readonly size: number; readonly read: () => Readable; readonly send: () => Readable }
}
export interface S3Answer {
  readonly status: number
  readonly header: Answer['header']
  readonly bytes: Answer['bytes']
  /** Of an answer that is not the wanted one: the code of S3, such as `NoSuchKey`. */
  readonly code: string | null
  readonly text: string
}
export interface Bucket {
  /** @param wanted statuses whose body is for the caller; the body of all others is read for its code. */
  readonly ask: (question: S3Question, wanted: readonly number[]) => Promise<S3Answer>
  /** What an answer that nobody wanted means. */
  readonly refusalOf: (answer: S3Answer) => Refusal
  readonly placeOf: (key: string) => string
}

/** A bucket of a service that speaks S3, with every request signed (AWS Signature Version 4). */
export function bucketAt(settings: Settings, secretKey: string, line: HttpLine, signal: AbortSignal): Bucket {
  const home = addressOf(settings, '')
  return {
    placeOf: (key) => decodeURI(addressOf(settings, key).href),
    refusalOf: (answer) => refusalOf(settings, home, answer),
    ask: async ({ method, key, query = {}, headers = {}, body }, wanted) => {
      const url = addressOf(settings, key)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      const signed = await new AwsV4Signer({
        method,
        url: url.href,
        headers: { ...headers, 'x-amz-content-sha256': await hashOf(body) },
        accessKeyId: settings.accessKey,
        secretAccessKey: secretKey,
        service: 's3',
        region: settings.region,
      }).sign()
      const answer = await line.ask({
        method,
        url: new URL(signed.url),
        headers: { ...Object.fromEntries(signed.headers), 'content-length': String(sizeOf(body)) },
        ...(body === undefined ? {} : { body: streamOf(body) }),
        signal,
      })
      const { status, header, bytes } = answer
      if (wanted.includes(status)) return { status, header, bytes, code: null, text: '' }
      const text = await answer.text()
      return { status, header, bytes, code: tagIn(text, 'Code'), text }
    },
  }
}

/** Where an object of the bucket is: below the endpoint, or at the bucket's own host. */
export function addressOf({ endpoint, bucket, prefix, pathStyle }: Settings, key: string): URL {
  const url = new URL(endpoint)
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`
  const parts = [...(pathStyle ? [bucket] : []), ...(key === '' ? [] : [...prefix.split('/'), key])]
  const below = url.pathname.replace(/\/$/, '')
  url.pathname = `${below}/${parts.filter(Boolean).map(escaped).join('/')}`
  return url
}
/** As S3 signs a path: all but unreserved characters (RFC 3986 §2.3). */
function escaped(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

async function hashOf(body: S3Question['body']): Promise<string> {
  if (body === undefined) return sha256('')
  if (typeof body === 'string') return sha256(body)
  const hash = sha256Stream()
  for await (const piece of body.read()) hash.add(piece as Buffer)
  return hash.end()
}
function sizeOf(body: S3Question['body']): number {
  if (body === undefined) return 0
  return typeof body === 'string' ? Buffer.byteLength(body) : body.size
}
function streamOf(body: NonNullable<S3Question['body']>): Readable {
  if (typeof body !== 'string') return body.send()
  return Readable.from([Buffer.from(body)], { objectMode: false })
}

/** The text of the first element of this name; S3 answers in flat, small XML. */
export function tagIn(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)
  return found?.[1] === undefined ? null : unescaped(found[1])
}
function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp|#34|#39);/g, (whole, name: string) => {
    if (name.startsWith('#')) return String.fromCharCode(Number.parseInt(name.slice(1), 10))
    return signs[name] ?? whole
  })
}

const denied = new Set(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'ExpiredToken'])
const elsewhere = new Set([
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
  'InvalidRegionName',
])
function refusalOf(
  { bucket, region }: Settings,
  home: URL,
  { status, code, text, header }: S3Answer,
): Refusal {
  const folder = decodeURI(home.href)
  const { host } = home
  if (code === 'RequestTimeTooSkewed')
    return new Refusal('exchange.target-clock', {
      host,
      server: tagIn(text, 'ServerTime') ?? header('date') ?? '?',
    })
  if (code !== null && denied.has(code)) return new Refusal('exchange.target-denied', { folder })
  if (code === 'NoSuchBucket' || code === 'InvalidBucketName')
    return new Refusal('exchange.target-no-bucket', { host, bucket })
  if (code !== null && elsewhere.has(code)) {
    const expected = tagIn(text, 'Region') ?? tagIn(text, 'Endpoint') ?? header('x-amz-bucket-region') ?? '?'
    return new Refusal('exchange.target-region', { region, expected })
  }
  if (code === 'QuotaExceeded' || status === 507) return new Refusal('exchange.target-full', { folder })
  if (code === 'EntityTooLarge' || status === 413) return new Refusal('exchange.target-too-large', { folder })
  if (status === 403 || status === 401) return new Refusal('exchange.target-read-only', { folder })
  if (status >= 500 || status === 429 || status === 409)
    return new Refusal('exchange.target-busy', { folder, status })
  return new Refusal('exchange.target-odd-answer', { folder, status: code ?? status })
}
