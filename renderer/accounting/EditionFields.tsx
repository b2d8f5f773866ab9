import { Button, Form, Select } from 'antd'

import { editionsWithin } from '#shared/accounting/editions'
import type { NewInventory } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { useRules } from './use-rules.ts'

interface EditionFieldsProps {
  readonly value: NewInventory
  readonly onChange: (editions: NewInventory['editions']) => void
}

/** Editions of the chosen guideline that take over in the course of the year, each with its rounding rules. */
export function EditionFields({ value, onChange }: EditionFieldsProps) {
  const say = useSay()
  const { guidelines, rounding, guidelineTitle } = useRules()
  const { editions = [], guideline, year } = value
  const offered = editionsWithin(guidelines, guideline, year)
  if (offered.length === 0 && editions.length === 0) return null
  return (
    <Form.Item
      className="inventory-wide"
      label={say('accounting.field.editions')}
      extra={say('accounting.editions.why')}
    >
      {editions.map((edition, index) => (
        <div key={edition.from} className="inventory-edition">
          <span>{say('accounting.editions.from', { month: edition.from })}</span>
          <span>{guidelineTitle(edition.guideline)}</span>
          <Select
            aria-label={`${say('accounting.field.rounding')} ${edition.from}`}
            value={edition.rounding}
            onChange={(id) => onChange(editions.with(index, { ...edition, rounding: id }))}
            options={rounding.map(({ id, title }) => ({ value: id, label: title[say.language] }))}
          />
        </div>
      ))}
      {editions.length > 0 ? (
        <Button onClick={() => onChange([])}>{say('accounting.editions.drop')}</Button>
      ) : (
        <Button onClick={() => onChange(offered)}>{say('accounting.editions.take')}</Button>
      )}
    </Form.Item>
  )
}
