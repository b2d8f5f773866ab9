import { Button, Input, Select } from 'antd'

import { regionName } from '#shared/factors/regions'
import { verifications } from '#shared/kernel/figure'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import type { FilterState } from './use-filters.ts'

/** Search first; then what narrows it, each with only the choices that the library really has. */
export function FactorFilters({ state }: { readonly state: FilterState }) {
  const say = useSay()
  const choices = useAsk(['factors', 'choices'], () => api.factors.choices({}))
  const editions = useAsk(['factors', 'editions'], () => api.factors.editions({}))
  const { filters, narrow } = state
  const known = choices.data
  return (
    <div className="records-bar no-print" role="search" aria-label={say('factors.search')}>
      <Input
        allowClear
        autoFocus
        size="large"
        prefix={<Icon name="search" />}
        aria-label={say('factors.search')}
        placeholder={say('factors.search.hint')}
        value={state.words}
        onChange={({ target }) => state.type(target.value)}
        style={{ flex: '1 1 100%' }}
      />
      <Choice
        label={say('factors.column.kind')}
        value={filters.kind}
        options={known?.kinds.map((value) => ({ value, label: say(`factors.kind.${value}`) }))}
        onChange={(kind) => narrow({ kind })}
      />
      <Choice
        label={say('factors.column.purpose')}
        value={filters.purpose}
        options={known?.purposes.map((value) => ({ value, label: say(`factors.purpose.${value}`) }))}
        onChange={(purpose) => narrow({ purpose })}
      />
      <Choice
        label={say('factors.column.region')}
        value={filters.region}
        options={known?.regions.map((value) => ({ value, label: regionName(value)[say.language] }))}
        onChange={(region) => narrow({ region })}
      />
      <Choice
        label={say('factors.year')}
        value={filters.of}
        options={known?.years.map((value) => ({ value, label: String(value) }))}
        onChange={(of) => narrow({ of })}
      />
      <Choice
        label={say('factors.column.gas')}
        value={filters.gas}
        options={known?.gases.map((value) => ({ value, label: value }))}
        onChange={(gas) => narrow({ gas })}
      />
      <Choice
        label={say('factors.column.sector')}
        value={filters.sector}
        options={known?.sectors.map((value) => ({ value, label: say(`factors.sector.${value}`) }))}
        onChange={(sector) => narrow({ sector })}
      />
      <Choice
        label={say('factors.column.verification')}
        value={filters.verification}
        options={verifications.map((value) => ({ value, label: say(`factors.verification.${value}`) }))}
        onChange={(verification) => narrow({ verification })}
      />
      <Choice
        label={say('factors.edition')}
        value={filters.urn}
        options={editions.data?.map(({ urn, title }) => ({ value: urn, label: title[say.language] }))}
        onChange={(urn) => narrow({ urn })}
      />
      {state.isFiltered && <Button onClick={state.clear}>{say('factors.search.clear')}</Button>}
    </div>
  )
}

interface ChoiceProps<T> {
  readonly label: string
  readonly value: T | null
  readonly options: { readonly value: T; readonly label: string }[] | undefined
  readonly onChange: (value: T | null) => void
}
function Choice<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select<T | null>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      value={value}
      options={options ?? []}
      onChange={(next: T | null | undefined) => onChange(next ?? null)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 112, maxWidth: 240 }}
    />
  )
}
