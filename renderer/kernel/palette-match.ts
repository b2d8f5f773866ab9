/** Whether every typed word occurs, in whatever order and case; nothing typed matches everything. */
export function matches(words: string, typed: string): boolean {
  const known = words.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}
