const kibi = 1024

/** The size of a file for people: bytes up to a kibibyte, then KiB, MiB and GiB with one decimal. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'] as const
  const step = Math.min(units.length - 1, bytes < kibi ? 0 : Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / kibi ** step
  return `${step === 0 ? String(bytes) : amount.toFixed(1)}\u2009${units[step]}`
}
