import { constants, inflateSync } from 'node:zlib'

/** A value as PDF writes it. Strings hold bytes, one in each character; an `op` stands in content and in CMaps only. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly name: string }
  | { readonly text: string }
  | { readonly op: string }
  | { readonly ref: number }
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>
export type PdfDict = ReadonlyMap<string, PdfValue>

/** The objects of a file by number; `streamOf` is empty where there is none, or none that can be read. */
export interface PdfObjects {
  readonly all: ReadonlyMap<number, PdfValue>
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  readonly streamOf: (value: PdfValue | undefined) => string
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map
}
export function nameIn(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : null
}
export function textIn(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : null
}

const blank = /[\0\t\n\f\r ]/
const numberLike = /^[+-]?(\d+\.?\d*|\.\d+)$/
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const reference = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])/y

/** A place in a text, from which values are read one after the other. */
export interface Cursor {
  readonly source: string
  /** Whether it knows references `12 0 R`, which content does not have. */
  readonly isBody: boolean
  at: number
}
export function cursorAt(source: string, isBody = false): Cursor {
  return { source, isBody, at: 0 }
}

/** The next value; undefined at the end. */
export function nextValue(cursor: Cursor): PdfValue | undefined {
  skipBlank(cursor)
  const { source, at, isBody } = cursor
  const sign = source[at]
  if (sign === undefined) return undefined
  if (sign === '(') return { text: literal(cursor) }
  if (source.startsWith('<<', at)) return dictionary(cursor)
  if (sign === '<') return { text: hexadecimal(cursor) }
  if (sign === '[') return list(cursor)
  if (sign === '/') return { name: named(cursor) }
  return (isBody && referred(cursor)) || plain(cursor)
}

function skipBlank(cursor: Cursor): void {
  const { source } = cursor
  for (;;) {
    while (cursor.at < source.length && blank.test(source[cursor.at] ?? '')) cursor.at += 1
    if (source[cursor.at] !== '%') return
    while (cursor.at < source.length && source[cursor.at] !== '\n' && source[cursor.at] !== '\r')
      cursor.at += 1
  }
}
function referred(cursor: Cursor): PdfValue {
  reference.lastIndex = cursor.at
  const found = reference.exec(cursor.source)
  if (!found) return null
  cursor.at = reference.lastIndex
  return { ref: Number(found[1]) }
}
function wordAt(cursor: Cursor): string | undefined {
  word.lastIndex = cursor.at
  const [found] = word.exec(cursor.source) ?? []
  cursor.at += found?.length ?? 0
  return found
}
function plain(cursor: Cursor): PdfValue {
  const found = wordAt(cursor)
  if (found === undefined) {
    // A bracket that closes nothing.
    cursor.at += 1
    return null
  }
  if (numberLike.test(found)) return Number(found)
  if (found === 'true' || found === 'false') return found === 'true'
  return found === 'null' ? null : { op: found }
}
function named(cursor: Cursor): string {
  cursor.at += 1
  return (wordAt(cursor) ?? '').replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
function hexadecimal(cursor: Cursor): string {
  const { source, at } = cursor
  const end = source.indexOf('>', at)
  const digits = source.slice(at + 1, end === -1 ? source.length : end).replaceAll(/[^0-9a-f]/gi, '')
  cursor.at = end === -1 ? source.length : end + 1
  return Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex').toString('latin1')
}
function literal(cursor: Cursor): string {
  const { source } = cursor
  const start = cursor.at + 1
  let depth = 0
  do {
    if (source[cursor.at] === '\\') cursor.at += 1
    else if (source[cursor.at] === '(') depth += 1
    else if (source[cursor.at] === ')') depth -= 1
    cursor.at += 1
  } while (depth > 0 && cursor.at < source.length)
  return source
    .slice(start, cursor.at - 1)
    .replaceAll(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, code: string) => escaped(code))
}
function list(cursor: Cursor): PdfValue[] {
  const { source } = cursor
  const values: PdfValue[] = []
  cursor.at += 1
  for (skipBlank(cursor); cursor.at < source.length && source[cursor.at] !== ']'; skipBlank(cursor))
    values.push(nextValue(cursor) ?? null)
  cursor.at += 1
  return values
}
function dictionary(cursor: Cursor): PdfDict {
  const { source } = cursor
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  for (
    skipBlank(cursor);
    cursor.at < source.length && !source.startsWith('>>', cursor.at);
    skipBlank(cursor)
  ) {
    const key = nameIn(nextValue(cursor))
    if (key !== null) entries.set(key, nextValue(cursor) ?? null)
  }
  cursor.at += 2
  return entries
}
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
function escaped(code: string): string {
  if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8) & 255)
  return code.startsWith('\r') || code === '\n' ? '' : (escapes[code] ?? code)
}

/** Everything in a file together, so that a small file cannot unfold into an endless one. */
const mostInflated = 64 * 1024 * 1024
const mostObjects = 200_000

/**
 * The objects of a file, found by their own marks and not by its tables, which are often damaged. What was written
 * later takes the place of what stood before. Empty where the file is enciphered.
 */
export function objectsIn(bytes: Buffer): PdfObjects {
  const source = bytes.toString('latin1')
  const all = new Map<number, PdfValue>()
  const streams = new Map<PdfDict, string>()
  let room = mostInflated
  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (typeof value !== 'object' || value === null || !('ref' in value)) return value ?? null
    return all.get(value.ref) ?? null
  }
  const streamOf = (value: PdfValue | undefined): string => {
    const dict = resolve(value)
    const raw = isDict(dict) ? streams.get(dict) : undefined
    if (!isDict(dict) || raw === undefined) return ''
    const filter = resolve(dict.get('Filter'))
    const names = (Array.isArray(filter) ? filter : filter === null ? [] : [filter]).map((each) =>
      nameIn(resolve(each)),
    )
    if (names.length === 0) return raw
    if (names.length > 1 || names[0] !== 'FlateDecode') return ''
    const text = inflated(raw, room)
    room -= text.length
    return text
  }
  const head = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj\b/g
  for (let found = head.exec(source); found && all.size < mostObjects; found = head.exec(source)) {
    const cursor = { source, isBody: true, at: head.lastIndex }
    const value = nextValue(cursor) ?? null
    const end = cursor.at
    all.set(Number(found[1]), value)
    const [opening] = /^[\0\t\n\f\r ]*stream(\r\n|\n|\r)?/.exec(source.slice(end, end + 40)) ?? []
    if (opening === undefined || !isDict(value)) {
      head.lastIndex = end
      continue
    }
    const close = endOfStream(source, end + opening.length, value.get('Length'))
    streams.set(value, source.slice(end + opening.length, close))
    head.lastIndex = close
  }
  if (/\/Encrypt[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R/.test(source)) all.clear()
  const packed = [...all.values()].filter(isDict).filter((each) => nameIn(each.get('Type')) === 'ObjStm')
  for (const each of packed) unpack(streamOf(each), each.get('First'), all)
  return { all, resolve, streamOf }
}

function endOfStream(source: string, from: number, length: PdfValue | undefined): number {
  if (
    typeof length === 'number' &&
    /^[\0\t\n\f\r ]*endstream/.test(source.slice(from + length, from + length + 20))
  )
    return from + length
  const end = source.indexOf('endstream', from)
  return end === -1 ? source.length : end
}

/** Objects that stand together in one stream: pairs of number and place, then the objects. */
function unpack(text: string, first: PdfValue | undefined, into: Map<number, PdfValue>): void {
  if (typeof first !== 'number') return
  const places = text.slice(0, first).trim().split(/\s+/).map(Number)
  for (let at = 0; at + 1 < places.length && into.size < mostObjects; at += 2) {
    const [number = 0, place = 0] = [places[at], places[at + 1]]
    const value = nextValue({ source: text, isBody: true, at: first + place })
    if (!into.has(number)) into.set(number, value ?? null)
  }
}

/** As far as it can be read: a stream that breaks off still says what stands before the break. */
function inflated(raw: string, room: number): string {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(room, 1) }
    return inflateSync(Buffer.from(raw, 'latin1'), options).toString('latin1')
  } catch {
    return ''
  }
}
