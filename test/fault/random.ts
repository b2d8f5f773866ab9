/** A seeded source of chance, so that a day that went wrong can be lived again. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly pick: <T>(among: readonly T[]) => T
}

/** Mulberry32: small, and good enough to spread faults over a day. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (among) => {
      const found = among[below(among.length)]
      if (found === undefined) throw new Error('Nothing to pick from')
      return found
    },
  }
}

/** The seed of this run: given to live a day again, otherwise a new one each time. It stands in every failure. */
export const seedOfRun = Number(process.env['TANBU_FAULT_SEED'] ?? Date.now() % 2 ** 31)
