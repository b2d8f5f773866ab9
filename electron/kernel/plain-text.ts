import type { Entry, ZipFile } from 'yauzl'

import { keptSize, openKeptZip, readKept } from '#electron/kernel/kept-bytes'
import { textOfPdf } from '#electron/kernel/pdf-text'
import { scanStream, type XmlListener } from '#electron/kernel/xml-scan'

/** Larger files are not read: what is searched is what people wrote, and that is never so long. */
const limits = { fileBytes: 64 * 1024 * 1024, inflatedBytes: 64 * 1024 * 1024, characters: 400_000 }

/** The parts of Word, Excel and PowerPoint files and of OpenDocument in which their words stand. */
const wordParts =
  /^(word\/(document|header\d*|footer\d*|footnotes)\.xml|xl\/(sharedStrings|worksheets\/sheet\d+)\.xml|ppt\/slides\/slide\d+\.xml|content\.xml)$/i

/**
 * What a file says, as far as it can be read: Word, Excel, PowerPoint, OpenDocument, PDF, HTML and plain text. Empty
 * for everything else, such as pictures and scans, and for what is damaged: not being found is no reason to refuse a file.
 */
export async function plainTextOf(path: string): Promise<string> {
  const size = keptSize(path)
  if (size === 0 || size > limits.fileBytes) return ''
  const bytes = readKept(path)
  const text = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await textOfZip(path) : textOfBytes(bytes)
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
    .slice(0, limits.characters)
}

function textOfBytes(bytes: Buffer): string {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return textOfPdf(bytes)
  const text = decoded(bytes)
  if (text === null) return ''
  if (!/^\s*<(!doctype html|html|head|body|meta)/i.test(text)) return text
  return text
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<(br|\/p|\/div|\/li|\/tr|\/h\d)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Text as its mark says, else UTF-8, else as older Chinese programs write it; null where it is none. */
function decoded(bytes: Buffer): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null
  if (marked === null && bytes.subarray(0, 8192).includes(0)) return null
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may be it.
    }
  return null
}

async function textOfZip(path: string): Promise<string> {
  try {
    const zip = await openKeptZip(path, { autoClose: false })
    try {
      return await textOfParts(zip)
    } finally {
      zip.close()
    }
  } catch {
    // A damaged archive says nothing; whoever opens it will see that.
    return ''
  }
}

async function textOfParts(zip: ZipFile): Promise<string> {
  const parts: Entry[] = []
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    if (!wordParts.test(entry.fileName)) continue
    inflated += entry.uncompressedSize
    if (inflated > limits.inflatedBytes) return ''
    parts.push(entry)
  }
  const words: string[] = []
  for (const part of parts)
    await scanStream(await zip.openReadStreamPromise(part), listenerOf(part.fileName, words))
  return words.join('')
}

/** In OpenDocument every text is one of a person; elsewhere only what stands in `t`. */
function listenerOf(part: string, words: string[]): XmlListener {
  const isAll = part === 'content.xml'
  let depth = 0
  return {
    open: (name) => {
      if (name === 't') depth += 1
    },
    close: (name) => {
      if (name === 't') depth -= 1
      if (name === 'p' || name === 'si' || name === 'row' || name === 'h' || name === 'tc') words.push('\n')
    },
    text: (text) => {
      if (isAll || depth > 0) words.push(text)
    },
  }
}
