/** Seconds that the rest will take at the pace so far; null while that says nothing yet. */
export function restOf(elapsed: number, done: number, total: number | null): number | null {
  if (total === null || done === 0 || done >= total || elapsed < 1000) return null
  return Math.max(1, Math.round((elapsed * (total - done)) / done / 1000))
}
