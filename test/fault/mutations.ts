import yauzl from 'yauzl'
import yazl from 'yazl'

import type { Random } from '#test/fault/random'

/** Makes of the bytes of an honest file those of a damaged or hostile one. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer | Promise<Buffer>

/** Lengths and places that readers take from a file and must not believe. */
const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/** What a transfer, a bad disk or a hand with an editor does to any file. */
export const damaged: Mutation = (bytes, random) => {
  let changed: Buffer = Buffer.from(bytes)
  for (let turn = random.below(3); turn >= 0; turn -= 1) changed = damage(changed, random)
  return changed
}
function damage(bytes: Buffer, random: Random): Buffer {
  if (bytes.length === 0) return Buffer.from('x')
  const at = random.below(bytes.length)
  const end = Math.min(bytes.length, at + 1 + random.below(64))
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)])
    case 2:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)])
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.alloc(1 + random.below(4096), random.below(256)),
        bytes.subarray(at),
      ])
    case 4: {
      const number = Buffer.alloc(4)
      const value = random.pick(numbers)
      if (random.below(2) === 0) number.writeUInt32LE(value)
      else number.writeUInt32BE(value)
      number.copy(bytes, Math.min(at, Math.max(0, bytes.length - 4)))
      return bytes
    }
    default:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      return bytes
  }
}

/** Pieces of text that mean something to one reader or another. */
const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\0',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '=cmd|calc!A0',
  '-',
  '1e9999',
  '１２３',
  '9'.repeat(400),
  '2026-13-45',
  '0000-00-00',
  'x'.repeat(70_000),
  '../../x',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#x110000;',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A0" t="s"><v>999999999</v></c>',
  '<row r="-1">',
  '</row>',
  '<row r="1048577">',
  '<mergeCell ref="A1:XFD1048576"/>',
  's="4294967295"',
  '<a>'.repeat(5_000),
  '__proto__',
  'constructor',
  '{',
  '[',
  '}',
  ']',
  'null',
  '%00',
  '\\',
] as const

/** The same with a piece put in, taken out or doubled, where a text is still a text. */
export const scribbled: Mutation = (bytes, random) => {
  let text = bytes.toString('utf8')
  for (let turn = random.below(4); turn >= 0; turn -= 1) {
    const at = random.below(text.length + 1)
    const end = at + random.below(40)
    const piece = random.below(3) === 0 ? text.slice(at, end) : random.pick(pieces)
    text = `${text.slice(0, at)}${piece}${text.slice(random.below(2) === 0 ? at : end)}`
  }
  return Buffer.from(text)
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown
const odd = (random: Random): unknown =>
  random.pick([
    null,
    true,
    false,
    0,
    -1,
    0.1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    'x',
    '\0',
    '=1+1',
    '1e400',
    '-0',
    'NaN',
    '../x',
    [],
    {},
    [null],
    [[]],
    { length: 1e9 },
    JSON.parse('{"__proto__":{"state":"frozen"}}') as unknown,
    deep(2_000),
    'y'.repeat(100_000),
  ])

/** A document whose shape is kept but for one or a few values: changed, taken out, doubled, or put elsewhere. */
export const reshaped: Mutation = (bytes, random) => {
  const document = documentIn(bytes)
  // Changed before, it is no document any more.
  if (document === undefined) return scribbled(bytes, random)
  for (let turn = random.below(3); turn >= 0; turn -= 1) reshape(document, random)
  return Buffer.from(JSON.stringify(document))
}
function documentIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}
function reshape(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Record<string, unknown>
  const keys = Object.keys(holder)
  if (keys.length === 0) return
  const key = random.pick(keys)
  const inner = holder[key]
  const goesDeeper = typeof inner === 'object' && inner !== null && random.below(8) > 0
  if (goesDeeper) return reshape(inner, random)
  switch (random.below(5)) {
    case 0:
      if (Array.isArray(value)) value.splice(Number(key), 1)
      else delete holder[key]
      return
    case 1:
      if (Array.isArray(value)) value.push(inner)
      else holder[random.pick(['surplus', 'id', '__proto__x', key.toUpperCase()])] = inner
      return
    case 2:
      holder[key] = holder[random.pick(keys)]
      return
    default:
      holder[key] = odd(random)
  }
}

/** One of several, by chance. */
export const anyOf =
  (...mutations: readonly Mutation[]): Mutation =>
  (bytes, random) =>
    random.pick(mutations)(bytes, random)

/** Whatever a part's name says that it is. */
const byKind: Mutation = anyOf(damaged, scribbled)
function partMutation(name: string): Mutation {
  return name.endsWith('.json')
    ? anyOf(reshaped, reshaped, scribbled)
    : /\.(xml|rels|csv|txt|js)$/.test(name)
      ? scribbled
      : byKind
}

/** An archive of which parts were changed, left out, doubled or renamed; the archive itself is sound. */
export const repacked =
  (mend: (parts: Map<string, Buffer>) => void = () => {}): Mutation =>
  async (bytes, random) => {
    const parts = await partsOf(bytes)
    for (let turn = random.below(2); turn >= 0; turn -= 1) {
      const name = random.pick([...parts.keys()])
      const part = parts.get(name) ?? Buffer.alloc(0)
      const act = random.below(12)
      if (act === 0) parts.delete(name)
      else if (act === 1) parts.set(random.pick([`${name}.copy`, 'x/y', 'manifest.json']), part)
      else parts.set(name, await partMutation(name)(part, random))
      if (parts.size === 0) parts.set('empty', Buffer.alloc(0))
    }
    mend(parts)
    return packed(parts)
  }

export async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const content: Buffer[] = []
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      content.push(piece)
    parts.set(entry.fileName, Buffer.concat(content))
  }
  return parts
}

export async function packed(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  // Without compressing: it is the reader that is tried.
  for (const [name, content] of parts) zip.addBuffer(content, name, { compress: false })
  zip.end()
  const content: Buffer[] = []
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) content.push(piece)
  return Buffer.concat(content)
}
