import { delimiters, type Delimiter, type Encoding, type TableFile } from '#shared/activity/table-file'

type Certainty = NonNullable<TableFile['assumed']>['certainty']
export interface DetectedEncoding {
  readonly encoding: Encoding
  readonly certainty: Certainty
}

/**
 * Finds out how the bytes of a text file are to be read. Text that decodes as UTF-8 without a fault is UTF-8; what
 * does not is taken for GB18030, which holds GBK and GB2312, as Chinese programs on Windows write. The whole file
 * is looked at, because the first Chinese word may come late.
 */
export function encodingDetector(): {
  readonly push: (chunk: Uint8Array) => void
  readonly end: () => DetectedEncoding | null
} {
  const utf8 = attempt('utf-8')
  const chinese = attempt('gb18030')
  let head: Uint8Array | null = null
  return {
    push: (chunk) => {
      head ??= chunk.slice(0, 4096)
      utf8.push(chunk)
      chinese.push(chunk)
    },
    end: () => {
      const marked = markOf(head ?? new Uint8Array())
      if (marked) return { encoding: marked, certainty: 'marked' }
      const wide = wideEncodingOf(head ?? new Uint8Array())
      if (wide) return { encoding: wide, certainty: 'guessed' }
      if (utf8.end()) return { encoding: 'utf-8', certainty: 'proved' }
      return chinese.end() ? { encoding: 'gb18030', certainty: 'guessed' } : null
    },
  }
}

/** The delimiter that divides the first lines most evenly; a comma where nothing speaks for another. */
export function delimiterOf(text: string): Delimiter {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const named = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1]
  const told = delimiters.find((delimiter) => delimiter === named)
  if (told !== undefined) return told
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => fieldsIn(line, delimiter)).filter((fields) => fields > 1)
    const usual =
      counts.toSorted(
        (a, b) => counts.filter((n) => n === b).length - counts.filter((n) => n === a).length,
      )[0] ?? 0
    return { delimiter, score: counts.filter((fields) => fields === usual).length * 100 + usual }
  })
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** Fields of one line, delimiters inside quotes not counted. */
function fieldsIn(line: string, delimiter: string): number {
  return line.replace(/"[^"]*"/g, '').split(delimiter).length
}

function attempt(encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let failed = false
  function decode(chunk?: Uint8Array): void {
    if (failed) return
    try {
      if (chunk) decoder.decode(chunk, { stream: true })
      else decoder.decode()
    } catch {
      failed = true
    }
  }
  return {
    push: decode,
    end: () => {
      decode()
      return !failed
    },
  }
}

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Without a mark UTF-16 shows itself by a zero in every other byte of its digits and delimiters. */
export function wideEncodingOf(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && even * 8 < odd) return 'utf-16le'
  return even > head.length / 8 && odd * 8 < even ? 'utf-16be' : null
}
