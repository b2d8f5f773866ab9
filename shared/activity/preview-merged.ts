import type { Notice } from '#shared/activity/cell'
import type { Entry } from '#shared/activity/preview-entries'

/**
 * An amount that spans several rows or columns may be a sum over them, and nobody can say how it divides.
 * It is taken only where it cannot mean more than one: where it covers no other column that is read, and where
 * whose and when it is spans the very same rows. `drawn-high` are the further rows of such a tall one.
 */
export function mergeTrouble(
  { value, keys }: Entry,
  columns: readonly number[],
): Notice | 'drawn-high' | null {
  const { merged } = value.cell
  if (merged === null) return null
  const trouble: Notice = { code: 'activity.merged-number', facts: { range: merged.range } }
  const span = spanOf(merged.range)
  if (span === null) return trouble
  const others = columns.filter(
    (column) => column !== value.column && column >= span.left && column <= span.right,
  )
  if (others.length > 0) return trouble
  if (span.top === span.bottom) return merged.first ? null : trouble
  const filled = keys.filter(({ kind }) => kind !== 'empty')
  const tall =
    filled.length > 0 &&
    filled.every((key) => {
      const own = key.merged === null ? null : spanOf(key.merged.range)
      return own?.top === span.top && own.bottom === span.bottom
    })
  if (!tall) return trouble
  return merged.first ? null : 'drawn-high'
}

function spanOf(range: string): { top: number; bottom: number; left: number; right: number } | null {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range.replaceAll('$', '')) ?? []
  if (left === undefined || right === undefined) return null
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }
}
function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
