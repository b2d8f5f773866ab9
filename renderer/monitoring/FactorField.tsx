import type { FactorKind, FactorPointer } from '#shared/factors/model'
import type { FactorFound } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { SearchPicker } from '../ui/SearchPicker.tsx'

interface FactorFieldProps {
  /** Given by the form item. */
  readonly id?: string
  readonly value?: FactorPointer | null
  readonly onChange?: (value: FactorPointer | null) => void
  /** The kind of value the role takes; null where any will do. */
  readonly kind: FactorKind | null
}

/** What stands in the field: what it is, its value, and the edition it comes from. */
interface Picked {
  readonly pointer: FactorPointer
  readonly text: string
}

/** A default value out of the library. The record keeps the pointer; the value itself is copied nowhere. */
export function FactorField({ id, value = null, onChange, kind }: FactorFieldProps) {
  const say = useSay()
  const language = usePreferences((preferences) => preferences.language)
  const known = useAsk(
    ['factors', 'factor', value],
    () => (value ? api.factors.factor(value) : Promise.resolve(null)),
    { enabled: value !== null },
  )
  const wording = (name: string, amount: string, unit: string, edition: string) =>
    `${name} ${amount} ${unit} · ${edition}`
  const toPicked = ({ edition, row }: FactorFound): Picked[] =>
    'value' in row
      ? [
          {
            pointer: { urn: edition.urn, ref: row.ref },
            text: wording(row.name[language], row.value, row.unit, edition.title[language]),
          },
        ]
      : []
  const shown: Picked | null = value && {
    pointer: value,
    text: known.data
      ? wording(
          known.data.factor.name[language],
          known.data.factor.value,
          known.data.factor.unit,
          known.data.edition.title[language],
        )
      : value.ref,
  }
  return (
    <SearchPicker<Picked>
      {...(id !== undefined && { id })}
      label={say('monitoring.field.factor')}
      value={shown}
      onChange={(picked) => onChange?.(picked?.pointer ?? null)}
      askKey={['factors', 'pick', kind, language]}
      ask={async (words) => (await api.factors.search({ words, kind, limit: 30 })).hits.flatMap(toPicked)}
      keyOf={({ pointer }) => `${pointer.urn} ${pointer.ref}`}
      textOf={({ text }) => text}
    />
  )
}
