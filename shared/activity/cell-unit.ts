import { measureOf } from '#shared/kernel/unit-names'
import type { Measure } from '#shared/kernel/units'

/** What a heading or a name says besides itself: `耗煤量（吨）` is the name `耗煤量` counted in `t`. */
export interface NameWithUnit {
  readonly name: string
  readonly unit: Measure | null
}

/**
 * Takes the unit out of a heading: in round, square or lenticular brackets, after a comma, a slash or a space.
 * Brackets that hold no unit belong to the name: `机组（1号）` stays what it is.
 */
export function splitHeading(heading: string): NameWithUnit {
  const text = heading.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const brackets = [...text.matchAll(/[([【{]([^()[\]【】{}]*)[)\]】}]/g)].toReversed()
  for (const bracket of brackets) {
    const unit = unitIn(bracket[1] ?? '')
    if (unit !== null) return { name: tidy(text.replace(bracket[0], ' ')), unit }
  }
  for (const mark of [',', '、', ' ', '/', '_', ':']) {
    for (let at = text.indexOf(mark); at > 0; at = text.indexOf(mark, at + 1)) {
      const unit = unitIn(text.slice(at + 1))
      if (unit !== null) return { name: tidy(text.slice(0, at)), unit }
    }
  }
  return { name: tidy(text), unit: null }
}

function unitIn(text: string): Measure | null {
  return measureOf(text.replace(/^\s*(单位|计量单位|unit)\s*[::]?\s*/i, ''))
}
function tidy(text: string): string {
  return text
    .replace(/[\s,、:]+(单位|unit)\s*$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s/,、:_]+$/, '')
    .trim()
}
