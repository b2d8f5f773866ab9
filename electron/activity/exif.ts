import type { Trace } from './file-trace.ts'

const tags = { program: 0x0131, edited: 0x0132, author: 0x013b, inner: 0x8769, made: 0x9003 } as const

/**
 * What the EXIF block of a picture says: when it was taken, when it was last changed, by which program. The block is a
 * small TIFF; an entry of a directory has a tag, a type, a count and a value or where the value is.
 */
export function exifOf(block: Buffer | null): Trace {
  const silent = { madeAt: null, editedAt: null, program: null, author: null }
  if (block === null || block.length < 14) return silent
  const order = block.subarray(0, 2).toString('latin1')
  if (order !== 'II' && order !== 'MM') return silent
  try {
    const reader = readerOf(block, order === 'II')
    const first = reader.directory(reader.number(4))
    const inner = first.get(tags.inner)
    const below = inner === undefined ? first : reader.directory(reader.number(inner + 8))
    const said = (directory: ReadonlyMap<number, number>, tag: number) => {
      const at = directory.get(tag)
      return at === undefined ? null : reader.text(at)
    }
    return {
      madeAt: timeOf(said(below, tags.made)),
      editedAt: timeOf(said(first, tags.edited)),
      program: said(first, tags.program),
      author: said(first, tags.author),
    }
  } catch (error) {
    // A block that points outside of itself says nothing.
    if (error instanceof RangeError) return silent
    throw error
  }
}

function readerOf(block: Buffer, isLittle: boolean) {
  const number = (at: number) => (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at))
  const short = (at: number) => (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at))
  return {
    number,
    /** Where the entry of each tag is. */
    directory: (at: number): ReadonlyMap<number, number> =>
      new Map(
        Array.from({ length: Math.min(short(at), 500) }, (_, index) => {
          const entry = at + 2 + index * 12
          return [short(entry), entry] as const
        }),
      ),
    text: (entry: number): string | null => {
      const count = Math.min(number(entry + 4), 200)
      const at = count <= 4 ? entry + 8 : number(entry + 8)
      if (at + count > block.length) throw new RangeError('Outside of the block')
      const [said = ''] = block
        .subarray(at, at + count)
        .toString('utf8')
        .split('\0')
      return said.trim() === '' ? null : said.trim()
    },
  }
}

/** `2025:02:03 08:15:00` is `2025-02-03T08:15:00`; zeros stand for a clock that was never set. */
function timeOf(said: string | null): string | null {
  const [, day = '', time = ''] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})/.exec(said ?? '') ?? []
  return day === '' || day.startsWith('0000') ? null : `${day.replaceAll(':', '-')}T${time}`
}
