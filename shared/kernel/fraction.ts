/**
 * Exact fractions over whole numbers of any size. Only for checking: figures are computed with decimals of 60 digits,
 * and what checks them must not share their arithmetic.
 */
export interface Fraction {
  readonly above: bigint
  /** Always positive. */
  readonly below: bigint
}

/** Reads plain decimal text, `-12.50` is −25/2. */
export function fraction(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.')
  return reduced(BigInt(whole + part), 10n ** BigInt(part.length))
}
export const zero: Fraction = { above: 0n, below: 1n }

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.below === b.below) return reduced(a.above + b.above, a.below)
  return reduced(a.above * b.below + b.above * a.below, a.below * b.below)
}
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { above: -b.above, below: b.below })
}
export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.above * b.above, a.below * b.below)
}
/** Null for a division by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.above === 0n) return null
  const sign = b.above < 0n ? -1n : 1n
  return reduced(a.above * b.below * sign, a.below * b.above * sign)
}

/** Rounds to a whole number of 10^−decimals: to the nearest with a rule for ties, or always away from or towards zero. */
export function roundTo(
  { above, below }: Fraction,
  decimals: number,
  mode: 'half-up' | 'half-even' | 'up' | 'down',
): Fraction {
  const scale = 10n ** BigInt(decimals)
  const size = (above < 0n ? -above : above) * scale
  const down = size / below
  const twice = (size % below) * 2n
  const tieGoesUp = mode === 'half-up' || down % 2n === 1n
  const nearestIsUp = twice > below || (twice === below && tieGoesUp)
  const isUp = mode === 'up' ? twice > 0n : mode !== 'down' && nearestIsUp
  const rounded = isUp ? down + 1n : down
  return reduced(above < 0n ? -rounded : rounded, scale)
}

/** Whether two numbers differ by no more than a part in 10^digits of `size`. */
export function agrees(a: Fraction, b: Fraction, size: Fraction, digits: number): boolean {
  const off = absolute(subtract(a, b))
  return off.above * size.below * 10n ** BigInt(digits) <= absolute(size).above * off.below
}
/** The one furthest from zero. */
export function largest(first: Fraction, others: readonly Fraction[]): Fraction {
  return others.reduce((most, other) => {
    const [a, b] = [absolute(most), absolute(other)]
    return a.above * b.below >= b.above * a.below ? most : other
  }, first)
}
function absolute({ above, below }: Fraction): Fraction {
  return { above: above < 0n ? -above : above, below }
}

function reduced(above: bigint, below: bigint): Fraction {
  let [a, b] = [above < 0n ? -above : above, below]
  while (b !== 0n) [a, b] = [b, a % b]
  return a <= 1n ? { above, below } : { above: above / a, below: below / a }
}
