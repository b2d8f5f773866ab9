/**
 * Random numbers for simulations: Philox4x32-10 (Salmon, Moraes, Dror, Shaw: “Parallel random numbers: as easy as
 * 1, 2, 3”, SC 2011). It has no state: draw `i` of stream `j` is a function of seed, `i` and `j` alone, so a run can be
 * repeated draw by draw. Only additions, multiplications, divisions and square roots of doubles follow, whose results
 * the standard of floating-point numbers fixes to the last bit; logarithm and exponential are computed here for the
 * same reason. These numbers are for intervals, never for an amount that is reported.
 */

const multipliers = [0xd2511f53, 0xcd9e8d57] as const
const weyl = [0x9e3779b9, 0xbb67ae85] as const

/** Four words of 32 bits, written over a counter of four, for a key of two. */
export function philox(words: Uint32Array, key0: number, key1: number): void {
  let c0 = words[0] ?? 0
  let c1 = words[1] ?? 0
  let c2 = words[2] ?? 0
  let c3 = words[3] ?? 0
  let k0 = key0 >>> 0
  let k1 = key1 >>> 0
  for (let round = 0; round < 10; round += 1) {
    const next0 = highOf(multipliers[1], c2) ^ c1 ^ k0
    const next2 = highOf(multipliers[0], c0) ^ c3 ^ k1
    c1 = Math.imul(multipliers[1], c2) >>> 0
    c3 = Math.imul(multipliers[0], c0) >>> 0
    c0 = next0 >>> 0
    c2 = next2 >>> 0
    k0 = (k0 + weyl[0]) >>> 0
    k1 = (k1 + weyl[1]) >>> 0
  }
  words[0] = c0
  words[1] = c1
  words[2] = c2
  words[3] = c3
}

/** The upper 32 bits of the product of two words. */
function highOf(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const other = aLow * bHigh + (middle & 0xffff)
  return aHigh * bHigh + (middle >>> 16) + (other >>> 16)
}

/**
 * Fills `into` with numbers between 0 and 1, both excluded: draws `first`, `first + 1`, … of a stream. `first` is a
 * multiple of four.
 */
export function fillUniform(into: Float64Array, seed: number, stream: number, first: number): void {
  const words = new Uint32Array(4)
  for (let at = 0; at < into.length; at += 4) {
    words[0] = (first + at) / 4
    words[1] = stream
    words[2] = 0
    words[3] = 0
    philox(words, seed, 0)
    for (let word = 0; word < 4; word += 1) into[at + word] = ((words[word] ?? 0) + 0.5) / 4294967296
  }
}

/** The value below which a normal variable of mean 0 and deviation 1 lies with probability `p` (Wichura, AS 241). */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * middleAbove(r)) / middleBelow(r)
  }
  const r = Math.sqrt(-logarithm(q < 0 ? p : 1 - p)) - 1.6
  const size = tailAbove(r) / tailBelow(r)
  return q < 0 ? -size : size
}

/** The four polynomials of AS 241, written out because they are most of the work; the tail holds above 10⁻¹⁰. */
function middleAbove(r: number): number {
  return (
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665
  )
}
function middleBelow(r: number): number {
  return (
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1
  )
}
function tailAbove(r: number): number {
  return (
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835
  )
}
function tailBelow(r: number): number {
  return (
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1
  )
}

const ln2 = Math.LN2

/** The natural logarithm of a number above zero, by ln x = 2 artanh((x − 1) ÷ (x + 1)) near 1. */
export function logarithm(x: number): number {
  let near = x
  let twos = 0
  for (; near < Math.SQRT1_2; twos -= 1) near *= 2
  for (; near > Math.SQRT2; twos += 1) near /= 2
  const z = (near - 1) / (near + 1)
  const square = z * z
  let sum = 0
  for (let odd = 25; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return 2 * z * sum + twos * ln2
}

/** The exponential, by its series near zero and doubling. */
export function exponential(x: number): number {
  const twos = Math.round(x / ln2)
  const near = x - twos * ln2
  let value = 1
  for (let term = 18; term >= 1; term -= 1) value = 1 + (value * near) / term
  for (let at = 0; at < Math.abs(twos); at += 1) value = twos < 0 ? value / 2 : value * 2
  return value
}
