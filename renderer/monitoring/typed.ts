/** A form's values with empty fields of these names as null: what was left empty is not known. */
export function emptyAsNull<T extends object, K extends keyof T>(values: T, names: readonly K[]): T {
  const empty = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')
  const nulls = names.filter((name) => empty(values[name])).map((name) => [name, null] as const)
  return { ...values, ...Object.fromEntries(nulls) }
}
