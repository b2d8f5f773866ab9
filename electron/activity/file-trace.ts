import { text } from 'node:stream/consumers'
import { inflateSync } from 'node:zlib'

import { usualLimits } from '#electron/activity/table-limits'
import { openGuarded } from '#electron/activity/zip-guard'
import { readKept } from '#electron/kernel/kept-bytes'

import { exifOf } from './exif.ts'

/** What a file says of itself, in its own words; times as ISO text, without a zone where the file has none. */
export interface Trace {
  readonly madeAt: string | null
  readonly editedAt: string | null
  readonly program: string | null
  readonly author: string | null
}
const silent: Trace = { madeAt: null, editedAt: null, program: null, author: null }

/** Larger files are no single papers, and are not read. */
export const mostBytes = 64 * 1024 * 1024

/** Reads what a picture, a PDF or an office file says of itself; nothing of a file of another kind, or a broken one. */
export async function traceOf(path: string, name: string): Promise<Trace> {
  const bytes = readKept(path)
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeTrace(path, name)
  const kind = bytes.subarray(0, 8).toString('latin1')
  if (kind.startsWith('%PDF')) return joined(pdfTrace(bytes), xmpTrace(bytes))
  if (kind.startsWith('\u00ff\u00d8')) return joined(exifOf(jpegExif(bytes)), xmpTrace(bytes))
  if (kind.startsWith('\u0089PNG')) return joined(pngTrace(bytes), xmpTrace(bytes))
  return silent
}

/** What one part of the file does not say, another may. */
function joined(first: Trace, second: Trace): Trace {
  return {
    madeAt: first.madeAt ?? second.madeAt,
    editedAt: first.editedAt ?? second.editedAt,
    program: first.program ?? second.program,
    author: first.author ?? second.author,
  }
}

async function officeTrace(path: string, name: string): Promise<Trace> {
  try {
    const zip = await openGuarded(path, name, usualLimits)
    try {
      const part = async (entry: string) => (zip.has(entry) ? text(await zip.read(entry)) : '')
      const core = await part('docProps/core.xml')
      const app = await part('docProps/app.xml')
      return {
        madeAt: inTag(core, 'dcterms:created'),
        editedAt: inTag(core, 'dcterms:modified'),
        program: inTag(app, 'Application'),
        author: inTag(core, 'cp:lastModifiedBy') ?? inTag(core, 'dc:creator'),
      }
    } finally {
      zip.close()
    }
  } catch {
    // A zip that is broken or hostile says nothing that could be believed.
    return silent
  }
}
function inTag(xml: string, tag: string): string | null {
  const [, content = ''] = new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]{1,200})</${tag}>`).exec(xml) ?? []
  return textOrNull(content)
}

/** XMP stands in pictures and PDFs as plain XML. */
function xmpTrace(bytes: Buffer): Trace {
  const start = bytes.indexOf('<x:xmpmeta')
  const end = start < 0 ? -1 : bytes.indexOf('</x:xmpmeta>', start)
  if (end < 0) return silent
  const xml = bytes.subarray(start, Math.min(end, start + 200_000)).toString('utf8')
  const said = (name: string) =>
    inTag(xml, name) ?? textOrNull(new RegExp(`${name}="([^"]{1,200})"`).exec(xml)?.[1] ?? '')
  return {
    madeAt: isoTime(said('xmp:CreateDate')),
    editedAt: isoTime(said('xmp:ModifyDate')),
    program: said('xmp:CreatorTool'),
    author: null,
  }
}

/** The information dictionary of a PDF; in newer files it lies in a compressed object stream. */
function pdfTrace(bytes: Buffer): Trace {
  const plain = pdfInfo(bytes.toString('latin1'))
  if (plain.editedAt !== null || plain.madeAt !== null) return plain
  return objectStreams(bytes).map(pdfInfo).reduce(joined, plain)
}
function pdfInfo(source: string): Trace {
  const last = (key: string) => source.lastIndexOf(key)
  const said = (key: string) => {
    const at = last(key)
    return at < 0 ? null : pdfText(source.slice(at + key.length, at + key.length + 600))
  }
  return {
    madeAt: pdfTime(said('/CreationDate')),
    editedAt: pdfTime(said('/ModDate')),
    program: [said('/Creator'), said('/Producer')].filter((word) => word !== null).join(' · ') || null,
    author: said('/Author'),
  }
}
/** A string of a PDF, `(...)` or `<hex>`, which may be UTF-16. */
function pdfText(source: string): string | null {
  const [, literal, hex] = /^\s*(?:\(((?:\\.|[^\\()])*)\)|<([0-9a-fA-F\s]*)>)/.exec(source) ?? []
  if (literal === undefined && hex === undefined) return null
  const raw =
    hex === undefined
      ? Buffer.from(
          (literal ?? '').replace(/\\([0-7]{1,3}|.)/g, (_whole, escaped: string) =>
            /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : escaped,
          ),
          'latin1',
        )
      : Buffer.from(hex.replace(/\s/g, ''), 'hex')
  if (raw[0] === 0xfe && raw[1] === 0xff)
    return textOrNull(Buffer.from(raw.subarray(2)).swap16().toString('utf16le'))
  return textOrNull(raw.toString('latin1'))
}
/** `D:20250203081500+08'00'` is `2025-02-03T08:15:00+08:00`. */
function pdfTime(said: string | null): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = ''] =
    /^D?:?(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?([+-]\d{2}'?\d{2}|Z)?/.exec(said ?? '') ?? []
  if (day === undefined) return null
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/'/g, '').replace(/(\d{2})(\d{2})$/, '$1:$2')}`
}

const mostStreams = 50
function objectStreams(bytes: Buffer): string[] {
  const found: string[] = []
  let from = 0
  while (found.length < mostStreams) {
    const at = bytes.indexOf('/ObjStm', from)
    if (at < 0) return found
    const begin = bytes.indexOf('stream', at)
    const end = begin < 0 ? -1 : bytes.indexOf('endstream', begin)
    if (end < 0) return found
    const skip = bytes[begin + 6] === 0x0d ? 8 : 7
    try {
      found.push(
        inflateSync(bytes.subarray(begin + skip, end), { maxOutputLength: 4_000_000 }).toString('latin1'),
      )
    } catch {
      // Packed in another way, or damaged: it says nothing.
    }
    from = end
  }
  return found
}

/** The block of a JPEG in which cameras and programs write what they did. */
function jpegExif(bytes: Buffer): Buffer | null {
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const isExif = bytes[at + 1] === 0xe1 && bytes.subarray(at + 4, at + 10).toString('latin1') === 'Exif\0\0'
    if (isExif) return bytes.subarray(at + 10, at + 2 + bytes.readUInt16BE(at + 2))
    if (bytes[at + 1] === 0xda) return null
  }
  return null
}

function pngTrace(bytes: Buffer): Trace {
  let trace = silent
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const size = bytes.readUInt32BE(at)
    const kind = bytes.subarray(at + 4, at + 8).toString('latin1')
    const content = bytes.subarray(at + 8, at + 8 + size)
    if (kind === 'eXIf') trace = joined(trace, exifOf(content))
    if (kind === 'tEXt') trace = joined(trace, pngText(content))
    if (kind === 'tIME' && size === 7) trace = joined(trace, { ...silent, editedAt: pngTime(content) })
    if (kind === 'IEND') return trace
  }
  return trace
}
function pngText(content: Buffer): Trace {
  const [keyword = '', said = ''] = content.toString('latin1').split('\0')
  if (keyword === 'Software') return { ...silent, program: textOrNull(said) }
  if (keyword === 'Author') return { ...silent, author: textOrNull(said) }
  if (keyword === 'Creation Time') return { ...silent, madeAt: isoTime(said) }
  return silent
}
function pngTime(content: Buffer): string {
  const two = (at: number) => String(content[at]).padStart(2, '0')
  return `${content.readUInt16BE(0)}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`
}

/** Only what really begins with a day is a time. */
function isoTime(said: string | null): string | null {
  return said !== null && /^\d{4}-\d{2}-\d{2}/.test(said) ? said : null
}
function textOrNull(said: string): string | null {
  // Control characters of a hostile file go no further.
  const plain = said
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
  return plain === '' ? null : plain
}
