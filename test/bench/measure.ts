/** One line of the table: what was measured, what it came to, what it should be, and whether it is. */
export interface Line {
  readonly what: string
  readonly result: string
  readonly aim: string
  /** Null where no aim is set. */
  readonly isMet: boolean | null
}

/** Milliseconds that something took. */
export function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The median of some runs, after one that is not counted. */
export function medianOf(runs: number, work: () => unknown): number {
  work()
  return median(Array.from({ length: runs }, () => timed(work)))
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const times = (value: number) => `${value.toFixed(2)}×`
