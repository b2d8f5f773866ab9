import { canonical } from './canonical.ts'
import { Refusal } from './refusal.ts'

/** Fields that two people changed differently since `seen`: the one who typed, and whoever saved `now` before. */
export function clashesOf<T extends object>(seen: T, now: T, typed: T): (keyof T & string)[] {
  return fieldsOf(typed).filter(
    (field) =>
      !isSameValue(seen[field], now[field]) &&
      !isSameValue(seen[field], typed[field]) &&
      !isSameValue(now[field], typed[field]),
  )
}

/**
 * What a record becomes that was opened as `seen`, stands as `now` and was typed as `typed`: each field as the one has
 * it who changed it. Without `seen` the typed one holds.
 *
 * @throws Refusal `kernel.edited-meanwhile` where both changed the same field differently; nothing is overwritten.
 */
export function mergedEdit<T extends object>(typed: T, seen: T | undefined, now: T): T {
  if (seen === undefined) return typed
  const clashes = clashesOf(seen, now, typed)
  if (clashes.length > 0) throw new Refusal('kernel.edited-meanwhile', { fields: clashes.join(', ') })
  return typedOver(typed, seen, now)
}

/** What was typed, over the record as it stands now: fields that were left as they were seen are as they stand. */
export function typedOver<T extends object>(typed: T, seen: T, now: T): T {
  const untouched = fieldsOf(typed).filter((field) => isSameValue(seen[field], typed[field]))
  return { ...typed, ...Object.fromEntries(untouched.map((field) => [field, now[field]])) }
}

function fieldsOf<T extends object>(value: T): (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[]
}

/** A field that is left out says as much as one that is null or, in a form, an empty text. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return canonical(known(one)) === canonical(known(other))
}
function known(value: unknown): unknown {
  return value === undefined || value === '' ? null : value
}
