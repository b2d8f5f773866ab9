/** Every character of GBK by its two bytes, taken from the decoder that the platform brings. */
const bytesOf = new Map<string, readonly [number, number]>()
const decoder = new TextDecoder('gbk')
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const text = second === 0x7f ? '' : decoder.decode(Uint8Array.of(first, second))
    if (Array.from(text).length === 1 && !bytesOf.has(text)) bytesOf.set(text, [first, second])
  }

/** A text in GBK, as programs on a Chinese Windows write it. */
export function toGbk(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x80) return [code]
      const found = bytesOf.get(character)
      if (!found) throw new Error(`${character} is not in GBK`)
      return [...found]
    }),
  )
}
