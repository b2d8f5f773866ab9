import type { Readable } from 'node:stream'

/** What a scan tells, in document order. Names are without their prefix; attributes are looked up when wanted. */
export interface XmlListener {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
  /**
   * Takes an element of the usual shape as a whole, with all that is in it: where it ends in the text, or -1 where it is
   * of another shape or not all there, and is then told piece by piece.
   */
  readonly whole?: (text: string, at: number) => number
}

export interface XmlScan {
  readonly push: (chunk: string) => void
  /** @throws XmlFault when the document is not closed. */
  readonly end: () => void
}

const [exclamation, slash, colon, equals, question] = [33, 47, 58, 61, 63]

/** Longest piece of markup or text that is kept; a cell of a spreadsheet holds at most 32,767 characters. */
const longestPiece = 4 * 1024 * 1024

/**
 * Reads XML piece by piece, as it is inflated. The sheets of a workbook are read with it because formulas, hidden
 * rows, merged ranges and the very characters of a number are wanted, which row readers of libraries leave out.
 * A document type is refused: workbooks have none, and entities of its making are a way to blow up a reader.
 */
export function scanXml({ open, close, text, whole = () => -1 }: XmlListener): XmlScan {
  let rest = ''
  let depth = 0
  function tag(from: number, to: number): void {
    const opening = rest.charCodeAt(from) !== slash
    const empty = rest.charCodeAt(to - 1) === slash
    const first = opening ? from : from + 1
    const last = empty ? to - 1 : to
    const nameEnd = endOfName(rest, first, last)
    const name = local(rest.slice(first, nameEnd))
    if (opening) {
      depth += 1
      open(name, nameEnd < last ? rest.slice(nameEnd, last) : '')
    }
    if (opening && !empty) return
    depth -= 1
    if (depth < 0) throw fault('closed too often')
    close(name)
  }
  /** Takes one piece of markup that starts at `at`; returns where it ends, or -1 when more is needed. */
  function markup(at: number): number {
    const second = rest.charCodeAt(at + 1)
    if (second === exclamation || second === question) {
      const { end, content } = besideTags(rest, at)
      if (content !== '') text(content)
      return end
    }
    const end = tagEnd(rest, at)
    if (end >= 0) tag(at + 1, end)
    return pieceEnd(end, 1)
  }
  function consume(last: boolean): void {
    let at = 0
    while (at < rest.length) {
      const next = rest.indexOf('<', at)
      if (next < 0 && !last) break
      if (next !== at) text(decoded(rest.slice(at, next < 0 ? rest.length : next)))
      if (next < 0) break
      at = next
      const taken = whole(rest, at)
      const end = taken < 0 ? markup(at) : taken
      if (end < 0) break
      at = end
    }
    rest = last ? '' : rest.slice(at)
    if (rest.length > longestPiece) throw fault('endless piece')
  }
  return {
    push: (chunk) => {
      rest += chunk
      consume(false)
    },
    end: () => {
      consume(true)
      if (depth !== 0) throw fault('not closed')
    },
  }
}

/** Scans a whole stream of bytes; UTF-8 unless its mark says UTF-16. `stop` ends it early, without its end. */
export async function scanStream(
  stream: Readable,
  listener: XmlListener,
  stop?: () => boolean,
): Promise<void> {
  const scan = scanXml(listener)
  for await (const text of decodedText(stream)) {
    scan.push(text)
    if (stop?.() === true) return
  }
  scan.end()
}

/** The text of pieces of XML bytes, piece by piece. */
export async function* decodedText(bytes: Readable | readonly Buffer[]): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(markedEncoding(chunk), { fatal: true })
    yield decoder.decode(chunk, { stream: true })
  }
  if (decoder) yield decoder.decode()
}
function markedEncoding(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** An attribute by its name, prefix or not: `attribute(' r="A1" t="s"', 't')` is `s`; null where it is not given. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at > 0; at = attributes.indexOf(name, at + 1)) {
    const from = at + name.length
    const before = attributes.charCodeAt(at - 1)
    if (attributes.charCodeAt(from) !== equals || (before > 32 && before !== colon)) continue
    const quote = attributes[from + 1]
    if (quote !== '"' && quote !== "'") return null
    const to = attributes.indexOf(quote, from + 2)
    return to < 0 ? null : decoded(attributes.slice(from + 2, to))
  }
  return null
}

/** The document is not what it should be. Its readers word it for the person. */
export function isXmlFault(error: unknown): boolean {
  return error instanceof Error && (error.name === 'XmlFault' || error instanceof TypeError)
}
function fault(what: string): Error {
  return Object.assign(new Error(`XML: ${what}`), { name: 'XmlFault' })
}

function endOfName(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) > 32) at += 1
  return at
}
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
/** Comments, instructions and literal text; `content` is what of it is text. */
function besideTags(text: string, at: number): { readonly end: number; readonly content: string } {
  if (text.startsWith('<!--', at)) return { end: pieceEnd(text.indexOf('-->', at), 3), content: '' }
  if (text.startsWith('<?', at)) return { end: pieceEnd(text.indexOf('?>', at), 2), content: '' }
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at)
    return { end: pieceEnd(end, 3), content: end < 0 ? '' : text.slice(at + 9, end) }
  }
  if (text.length - at < 9) return { end: -1, content: '' }
  throw fault('document type')
}
function pieceEnd(found: number, length: number): number {
  return found < 0 ? -1 : found + length
}
/** A `>` may stand inside an attribute, so quotes are followed. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = Number.parseInt(name.slice(/^#x/i.test(name) ? 2 : 1), /^#x/i.test(name) ? 16 : 10)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}
