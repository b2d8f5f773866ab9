/** A generous estimate of how wide a text is drawn, in pixels: a Chinese character is nearly twice as wide as a letter. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > '\u2E7F' ? 14 : 8), 0)
}
