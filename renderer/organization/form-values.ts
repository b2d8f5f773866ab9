import { plainAmount } from '#shared/kernel/typed-amount'

/** What an empty field means: not known. */
export function known(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}
/** An amount as it was typed, as a plain decimal; empty is not known. */
export function knownAmount(value: unknown): string | null {
  const text = known(value)
  return text === null ? null : plainAmount(text)
}
/** What is not known, as an empty field. */
export function typedOf(value: string | null): string {
  return value ?? ''
}
