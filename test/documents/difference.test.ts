import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type ComparedRow, compareTexts, foldSame, type Piece } from '#shared/documents/difference'

const sideOf = (rows: readonly ComparedRow[], side: 'before' | 'after') =>
  rows.flatMap((row) => {
    if (row.kind === 'left-out') return []
    if (row.kind === 'same') return [row.text]
    const pieces = row[side]
    return pieces === null ? [] : [pieces.map(({ text }) => text).join('')]
  })
const own = (pieces: readonly Piece[] | null) =>
  (pieces ?? []).flatMap(({ text, isOwn }) => (isOwn ? [text] : []))
const paragraph = fc.stringMatching(/^[一二三甲乙abc 0-9.]{1,12}$/).filter((text) => text.trim() === text)
const text = fc.array(paragraph, { maxLength: 12 }).map((lines) => lines.join('\n'))

it('7.4.3 both versions can be read whole from what is set side by side', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = compareTexts(before, after)
      expect(sideOf(rows, 'before').join('\n')).toBe(before)
      expect(sideOf(rows, 'after').join('\n')).toBe(after)
    }),
  )
})

it('7.4.3 two versions that say the same differ in nothing', () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(compareTexts(same, same).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

it('7.4.3 within a paragraph only the words that changed are marked', () => {
  const [row] = compareTexts('每 12 个月校准一次流量计', '每 6 个月校准一次流量计')
  expect(row).toMatchObject({ kind: 'changed' })
  expect(row?.kind === 'changed' && [own(row.before), own(row.after)]).toEqual([['12'], ['6']])
})

it('a new paragraph stands beside nothing, and long stretches that are the same are left out', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `第 ${at} 条`)
  const rows = foldSame(
    compareTexts(lines.join('\n'), [...lines.slice(0, 10), '新增要求', ...lines.slice(10)].join('\n')),
  )
  expect(rows.filter(({ kind }) => kind === 'left-out')).toEqual([
    { kind: 'left-out', count: 8 },
    { kind: 'left-out', count: 8 },
  ])
  expect(rows.find(({ kind }) => kind === 'changed')).toEqual({
    kind: 'changed',
    before: null,
    after: [{ text: '新增要求', isOwn: true }],
  })
})

it('texts that have nothing in common are set side by side whole, however long', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join('\n')
  const rows = compareTexts(long('甲'), long('乙'))
  expect(sideOf(rows, 'after')).toHaveLength(3000)
})
