import type { ShownVersion } from './contract.ts'

/** A stretch of a paragraph; `isOwn` where the other side does not say it. */
export interface Piece {
  readonly text: string
  readonly isOwn: boolean
}
/** One line of two texts side by side; null where a side has nothing to set beside the other. */
export type ComparedRow =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'changed'
      readonly before: readonly Piece[] | null
      readonly after: readonly Piece[] | null
    }
  | { readonly kind: 'left-out'; readonly count: number }

/** Larger stretches that differ are not searched for what they share, but shown whole. */
const mostCells = 4_000_000
/** Paragraphs that share less of their words than this are two, not one that was changed. */
const akin = 0.3

/** Two texts paragraph by paragraph, and word by word within a paragraph that was changed. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const rows: ComparedRow[] = []
  let [i, j] = [0, 0]
  for (const [atOld, atNow] of [...shared(old, now), [old.length, now.length] as const]) {
    rows.push(...compareStretch(old.slice(i, atOld), now.slice(j, atNow)))
    const text = old[atOld]
    if (text !== undefined) rows.push({ kind: 'same', text })
    ;[i, j] = [atOld + 1, atNow + 1]
  }
  return rows
}
function paragraphsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

/** What stands between two paragraphs that are the same: changed one by one as long as they are akin. */
function compareStretch(old: readonly string[], now: readonly string[]): ComparedRow[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => at).flatMap(
    (at): ComparedRow[] => {
      const [was, is] = [old[at], now[at]]
      const gone: ComparedRow[] =
        was === undefined ? [] : [{ kind: 'changed', before: whole(was), after: null }]
      const come: ComparedRow[] =
        is === undefined ? [] : [{ kind: 'changed', before: null, after: whole(is) }]
      if (was === undefined || is === undefined) return [...gone, ...come]
      const [words, other] = [wordsOf(was), wordsOf(is)]
      const common = shared(words, other)
      if (common.length < akin * Math.max(words.length, other.length)) return [...gone, ...come]
      return [
        {
          kind: 'changed',
          before: piecesOf(words, new Set(common.map(([from]) => from))),
          after: piecesOf(other, new Set(common.map(([, to]) => to))),
        },
      ]
    },
  )
}
const whole = (text: string): Piece[] => [{ text, isOwn: true }]

/** Latin words and numbers whole, every other sign by itself: Chinese is written without spaces. */
function wordsOf(paragraph: string): string[] {
  return paragraph.match(/[\p{Script=Latin}\p{N}]+(?:[.,][\p{N}]+)*|[\s\S]/gu) ?? []
}
function piecesOf(words: readonly string[], common: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; isOwn: boolean }[] = []
  for (const [at, text] of words.entries()) {
    const last = pieces.at(-1)
    if (last?.isOwn === !common.has(at)) last.text += text
    else pieces.push({ text, isOwn: !common.has(at) })
  }
  return pieces
}

/** Places of a longest common subsequence, as pairs in order (longest of what is left after equal ends are set aside). */
function shared(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start += 1
  let end = 0
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const [rows, columns] = [one.length - start - end, other.length - start - end]
  return [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...inTheMiddle(one.slice(start, start + rows), other.slice(start, start + columns)).map(
      ([from, to]) => [from + start, to + start] as const,
    ),
    ...Array.from({ length: end }, (_, at) => [start + rows + at, start + columns + at] as const),
  ]
}
function inTheMiddle(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const width = other.length + 1
  if (one.length * other.length === 0 || (one.length + 1) * width > mostCells) return []
  // How long what they share is from here to the end.
  const lengths = new Uint32Array((one.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length)
    if (one[i] === other[j]) {
      pairs.push([i, j])
      ;[i, j] = [i + 1, j + 1]
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  return pairs
}

/** Leaves out long stretches that are the same, but for a few paragraphs around what changed. */
export function foldSame(rows: readonly ComparedRow[], around = 2): ComparedRow[] {
  const near = rows.map((_, at) =>
    rows.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind === 'changed'),
  )
  const folded: ComparedRow[] = []
  for (const [at, row] of rows.entries()) {
    const last = folded.at(-1)
    if (near[at]) folded.push(row)
    else if (last?.kind === 'left-out')
      folded[folded.length - 1] = { kind: 'left-out', count: last.count + 1 }
    else folded.push({ kind: 'left-out', count: 1 })
  }
  return folded
}

const comparedFields = [
  'label',
  'author',
  'reviewer',
  'approver',
  'inForceFrom',
  'fileName',
  'language',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** What is said of two versions differently, apart from what stands in them. */
export function compareFacts(
  before: ShownVersion,
  after: ShownVersion,
): { readonly field: ComparedField; readonly before: string | null; readonly after: string | null }[] {
  return comparedFields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  )
}
