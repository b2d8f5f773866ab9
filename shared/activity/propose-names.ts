import { splitHeading } from '#shared/activity/cell-unit'
import type { NameMatch } from '#shared/activity/mapping'
import type { KnownParameter } from '#shared/activity/preview-model'
import { isConvertible } from '#shared/kernel/units'

/** From here on a name is taken to mean the parameter; below, it is only offered. */
const sure = 75
/** By how much the best must be ahead of the next. */
const ahead = 5
const offered = 30
const mostCandidates = 5

/** Which parameter each name most likely means. A parameter is given to one name only, the one most like it. */
export function matchNames(
  names: readonly string[],
  parameters: readonly KnownParameter[],
): readonly NameMatch[] {
  const matches = names.map((name) => ({ name, candidates: candidatesFor(name, parameters) }))
  return matches.map(({ name, candidates }) => {
    const [best, next] = candidates
    const isClear =
      best !== undefined && best.likeness >= sure && best.likeness - (next?.likeness ?? 0) >= ahead
    const isRivalled = matches.some(
      (other) =>
        other.name !== name &&
        best !== undefined &&
        other.candidates.some(
          (rival) => rival.parameter === best.parameter && rival.likeness >= best.likeness,
        ),
    )
    return { name, parameter: isClear && !isRivalled ? best.parameter : null, candidates }
  })
}

function candidatesFor(name: string, parameters: readonly KnownParameter[]): NameMatch['candidates'] {
  return parameters
    .map((parameter) => ({ parameter: parameter.id, likeness: likenessOf(name, parameter) }))
    .filter(({ likeness }) => likeness >= offered)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostCandidates)
}

/** From 0 to 100. A unit that cannot be the parameter's halves it: `低位发热量 GJ/t` is no amount of coal. */
function likenessOf(name: string, { name: own, aliases, unit: ownUnit }: KnownParameter): number {
  const { name: words, unit } = splitHeading(name)
  const wanted = essence(words)
  const best = Math.max(...[own, ...aliases].map((known) => alike(wanted, essence(splitHeading(known).name))))
  return Math.round(unit !== null && !isConvertible(unit, ownUnit) ? best / 2 : best)
}

function alike(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 100
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const contained = long.includes(short) && short.length > 1 ? 60 + (35 * short.length) / long.length : 0
  return Math.max(contained, 90 * commonPairs(a, b))
}

/** Share of neighbouring characters that two names have in common (Dice's coefficient). */
function commonPairs(a: string, b: string): number {
  const [of, other] = [pairsOf(a), pairsOf(b)]
  if (of.length + other.length === 0) return 0
  const left = [...other]
  const common = of.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (of.length + other.length)
}
function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

/** What is left of a name without spaces, marks and the many words for “amount used”. */
function essence(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/·、,.:;()[\]【】#＃号_-]+/g, '')
    .replace(/(消耗量|耗用量|使用量|用量)/g, '量')
}
