import { z } from 'zod'

import { decimalText } from '#shared/kernel/quantity'
import { plainAmount } from '#shared/kernel/typed-amount'

import type { Typed } from './RecordForm.tsx'

/** The schema of a field for a number that may be below zero. */
export const typedNumber = z.string().transform(plainAmount).pipe(decimalText)

/** A field's text; empty where nothing was typed. */
export function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}
/** A text or null: what was left empty is not known. */
export function knownIn(typed: Typed, name: string): string | null {
  const text = textIn(typed, name)
  return text === '' ? null : text
}
/** A number as a plain decimal, or null. */
export function numberIn(typed: Typed, name: string): string | null {
  const text = knownIn(typed, name)
  return text === null ? null : plainAmount(text)
}
export function wholeIn(typed: Typed, name: string): number | null {
  const text = numberIn(typed, name)
  return text !== null && /^\d{1,4}$/.test(text) ? Number.parseInt(text, 10) : null
}
export function listIn(typed: Typed, name: string): unknown[] {
  const value = typed[name]
  return Array.isArray(value) ? value : []
}
