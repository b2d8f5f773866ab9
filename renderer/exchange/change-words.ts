import { type ChangeKind, changeKindFacts } from '#shared/exchange/change-kinds'

import type { Say } from '../kernel/say.ts'
import { texts } from '../kernel/texts.ts'

/** Under which codes an area words the fields of a kind, and the values that can be chosen in them. */
const wordedUnder: Readonly<Record<ChangeKind, readonly string[]>> = {
  node: ['organization'],
  source: ['monitoring'],
  parameter: ['monitoring'],
  meter: ['monitoring.meter', 'monitoring'],
  objective: ['performance.objective', 'performance'],
  target: ['performance.target', 'performance'],
  measure: ['performance.measure', 'performance'],
}

function firstWorded(say: Say, codes: readonly string[]): string | null {
  const code = codes.find((each) => Object.hasOwn(texts, each))
  return code === undefined ? null : say.of({ code })
}

/** What a field of a record is called: as on its form, else as the trail calls its column. */
export function fieldWord(say: Say, kind: ChangeKind, name: string): string {
  const [outer = '', inner] = name.split('.')
  const column = outer.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const area = changeKindFacts[kind].tables[0].split('_')[0] ?? ''
  const columns = [`${area}.column.${column}`, `column.${column}`]
  const word = firstWorded(say, [
    `exchange.changes.${outer}`,
    ...wordedUnder[kind].map((under) => `${under}.field.${outer}`),
    ...columns,
    ...columns.map((each) => `${each}_id`),
  ])
  const own = inner === undefined ? null : (firstWorded(say, [`${area}.consideration.${inner}`]) ?? inner)
  return own === null ? (word ?? outer) : `${word ?? outer} · ${own}`
}

/** A value as people read it: what it points at by name, what was chosen by its word, everything else as it was typed. */
export function valueWord(
  say: Say,
  of: { readonly kind: ChangeKind; readonly name: string },
  value: unknown,
  names: Readonly<Record<string, string>>,
): string {
  if (value === null || value === undefined || value === '') return say('exchange.changes.empty')
  if (typeof value === 'boolean') return say(value ? 'exchange.changes.yes' : 'exchange.changes.no')
  if (Array.isArray(value)) {
    if (value.length === 0) return say('exchange.changes.empty')
    return value.map((each) => valueWord(say, of, each, names)).join('\n')
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => valueWord(say, { ...of, name }, inner, names))
      .join(' · ')
  const text = String(value as string | number)
  if (Object.hasOwn(names, text)) return names[text] ?? text
  return (
    firstWorded(
      say,
      wordedUnder[of.kind].map((under) => `${under}.${of.name}.${text}`),
    ) ?? text
  )
}
