/**
 * The pieces two texts are compared by: pairs of neighbouring characters where Chinese is written, whole words
 * elsewhere.
 */
function piecesOf(text: string): Set<string> {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|[\p{Letter}\p{Number}]+/gu) ?? []
  return new Set(
    runs.flatMap((run) =>
      /\p{Script=Han}/u.test(run) && run.length > 1
        ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
        : [run],
    ),
  )
}

/** How many pieces of `wanted` occur in `text`; 0 when nothing of it does. */
export function likeness(wanted: string, text: string): number {
  const known = piecesOf(text)
  return [...piecesOf(wanted)].filter((piece) => known.has(piece)).length
}

/** Those that share something with the text, the most alike first; among equals in the order given. */
export function mostAlike<Item>(
  wanted: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
  most: number,
): Item[] {
  return items
    .map((item) => ({ item, shared: likeness(wanted, textOf(item)) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ item }) => item)
}
