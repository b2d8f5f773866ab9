/** The rows by their key, keys in the order in which they first came and rows in theirs. */
export function grouped<Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    if (!group) groups.set(key, [row])
  }
  return groups
}
