import { Button, Checkbox } from 'antd'

import { type FactorKind, type FactorPointer, guidelineDefaultUrn } from '#shared/factors/model'
import type { FactorFound } from '#shared/factors/record'
import { isConvertible, type Measure } from '#shared/kernel/units'
import { type Role, unitFits } from '#shared/monitoring/methods'

import { api } from '../kernel/api.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { UnitText } from '../ui/NumberText.tsx'
import { SearchPicker } from '../ui/SearchPicker.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { factorKey, showFactor, useFactors } from './use-factors.ts'
import { useGuidelineDefault } from './use-guideline-default.ts'

interface FactorFieldProps {
  /** Given by the form item. */
  readonly id?: string
  readonly value?: FactorPointer | null
  readonly onChange?: (value: FactorPointer | null) => void
  readonly label: string
  /** The role it is to stand for; null: any value will do. */
  readonly role: Role | null
  /** The unit of the parameter, as far as it is chosen. */
  readonly unit: Measure | null
  readonly onPicked: (found: FactorFound) => void
}

/** What stands in the field: the pointer that is kept, and the value as far as the library still has it. */
interface Picked {
  readonly pointer: FactorPointer
  readonly found: FactorFound | null
}

/** A default value out of the library. The record keeps the pointer; the value itself is copied nowhere. */
export function FactorField({ id, label, value = null, onChange, role, unit, onPicked }: FactorFieldProps) {
  const say = useSay()
  const { standsFor, ofGuideline } = useGuidelineDefault(value, role)
  const known = useFactors([standsFor])
  const shown: Picked | null = standsFor && {
    pointer: standsFor,
    found: known.get(factorKey(standsFor)) ?? null,
  }
  const kinds = role && role.factorKinds.length > 0 ? role.factorKinds : [null]
  const fits = ({ row }: FactorFound) =>
    'unit' in row &&
    (unit === null ? role === null || unitFits(role, row.unit) : isConvertible(row.unit, unit))
  const pick = (picked: Picked | null) => {
    onChange?.(picked?.pointer ?? null)
    if (picked?.found) onPicked(picked.found)
  }
  return (
    <>
      <div className="monitoring-factor">
        <SearchPicker<Picked>
          {...(id !== undefined && { id })}
          label={label}
          placeholder={say('monitoring.factor.search')}
          value={shown}
          onChange={pick}
          askKey={['factors', 'pick', ...kinds, unit, role?.path ?? '']}
          ask={async (words) => (await searchAll(kinds, words)).filter(fits).map(toPicked)}
          keyOf={({ pointer }) => factorKey(pointer)}
          textOf={(picked) => pickedText(say, picked)}
          draw={(picked) => <Drawn picked={picked} />}
        />
        {shown && (
          <Button
            icon={<Icon name="library" />}
            onClick={() =>
              showFactor(say, shown.pointer, shown.found?.row.name[say.language] ?? shown.pointer.ref)
            }
          >
            {say('monitoring.factor.open')}
          </Button>
        )}
      </div>
      {ofGuideline && standsFor && (
        <Checkbox
          checked={value?.urn === guidelineDefaultUrn}
          onChange={({ target }) => onChange?.(target.checked ? ofGuideline : standsFor)}
        >
          {say('accounting.default.follow')}
        </Checkbox>
      )}
    </>
  )
}

async function searchAll(kinds: readonly (FactorKind | null)[], words: string): Promise<FactorFound[]> {
  const found = await Promise.all(kinds.map((kind) => api.factors.search({ words, kind, limit: 200 })))
  return found.flatMap(({ hits }) => hits)
}
function toPicked(found: FactorFound): Picked {
  return { pointer: { urn: found.edition.urn, ref: found.row.ref }, found }
}
function pickedText({ language }: Say, { pointer, found }: Picked): string {
  if (!found || !('value' in found.row)) return pointer.ref
  const { name, value, unit } = found.row
  return `${name[language]} ${value} ${unit} · ${found.edition.title[language]}`
}

/** Two lines: what it is and its value; where it is from, of which year, and how far it can be trusted. */
function Drawn({ picked: { found } }: { readonly picked: Picked }) {
  const say = useSay()
  if (!found || !('value' in found.row)) return null
  const { row, edition, mark } = found
  const isVerified = row.verification === 'verified' || mark !== null
  return (
    <div className="monitoring-hit">
      <div>
        {row.name[say.language]} <span className="number">{row.value}</span> <UnitText unit={row.unit} />
      </div>
      <div className="monitoring-second">
        {edition.title[say.language]} {row.dataYear !== null && `· ${row.dataYear} `}
        <StateTag
          tone={isVerified ? 'good' : 'warn'}
          text={say(`factors.verification.${isVerified ? 'verified' : row.verification}`)}
        />
      </div>
    </div>
  )
}
