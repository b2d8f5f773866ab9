import { Button, Input, Select } from 'antd'

import { categories, type ParameterId, type SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { carriers, electricityBases, type Item, type Term } from '#shared/performance/indicator'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { Icon } from '../ui/Icon.tsx'

interface TermsFieldProps {
  /** Handed over by the form. */
  readonly value?: readonly Term[]
  readonly onChange?: (terms: readonly Term[]) => void
}

/** What the names in a formula stand for, one row for each. */
export function TermsField({ value = [], onChange = () => {} }: TermsFieldProps) {
  const say = useSay()
  const replace = (at: number, term: Term) => onChange(value.with(at, term))
  return (
    <div>
      {value.map((term, at) => (
        <div
          className="performance-term"
          key={at}
          role="group"
          aria-label={say('performance.term.row', { number: at + 1 })}
        >
          <Input
            aria-label={say('performance.term.name')}
            placeholder={say('performance.term.name')}
            value={term.name}
            maxLength={60}
            onChange={({ target }) => replace(at, { ...term, name: target.value })}
          />
          <Select<Item['kind']>
            aria-label={say('performance.term.kind')}
            value={term.item.kind}
            options={kinds.map((kind) => ({ value: kind, label: say(`performance.item.${kind}`) }))}
            onChange={(kind) => replace(at, { ...term, item: emptyItem(kind) })}
          />
          <ItemFields item={term.item} onChange={(item) => replace(at, { ...term, item })} />
          <Button
            type="text"
            icon={<Icon name="trash" />}
            aria-label={say('performance.term.remove', { name: term.name })}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_each, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        icon={<Icon name="plus" />}
        onClick={() => onChange([...value, { name: '', item: emptyItem('reading') }])}
      >
        {say('performance.term.add')}
      </Button>
    </div>
  )
}

const kinds = [
  'emission',
  'energy',
  'reading',
  'product',
  'output-value',
] as const satisfies readonly Item['kind'][]

function emptyItem(kind: Item['kind']): Item {
  switch (kind) {
    case 'emission':
      return { kind, node: null, category: null, scope: null, source: null }
    case 'energy':
      return { kind, node: null, carrier: 'all', electricity: 'equivalent' }
    case 'reading':
      return { kind, parameter: '' as ParameterId }
    case 'product':
      return { kind, facility: '' as NodeId, name: '' }
    case 'output-value':
      return { kind }
  }
}

interface ItemFieldsProps<I extends Item = Item> {
  readonly item: I
  readonly onChange: (item: Item) => void
}

function ItemFields({ item, onChange }: ItemFieldsProps) {
  switch (item.kind) {
    case 'emission':
      return <EmissionFields item={item} onChange={onChange} />
    case 'energy':
      return <EnergyFields item={item} onChange={onChange} />
    case 'reading':
      return <ReadingField item={item} onChange={onChange} />
    case 'product':
      return <ProductField item={item} onChange={onChange} />
    case 'output-value':
      return <span className="performance-rest" />
  }
}

type Of<K extends Item['kind']> = ItemFieldsProps<Extract<Item, { readonly kind: K }>>

function useRegister() {
  const may = useMay()
  return useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }), {
    enabled: may('monitoring.read'),
  }).data
}

function EmissionFields({ item, onChange }: Of<'emission'>) {
  const say = useSay()
  const places = usePlaceOptions()
  const sources = useRegister()?.sources ?? []
  return (
    <>
      <Select<NodeId | null>
        aria-label={say('performance.indicator.node')}
        placeholder={say('performance.whole')}
        value={item.node}
        allowClear
        options={places}
        onChange={(node) => onChange({ ...item, node: node ?? null })}
      />
      <Select
        aria-label={say('performance.term.category')}
        placeholder={say('performance.term.any-category')}
        value={item.category}
        allowClear
        options={categories.map((category) => ({
          value: category,
          label: say(`monitoring.category.${category}`),
        }))}
        onChange={(category) => onChange({ ...item, category: category ?? null })}
      />
      <Select<SourceId | null>
        aria-label={say('performance.term.source')}
        placeholder={say('performance.term.any-source')}
        value={item.source}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={sources.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        onChange={(source) => onChange({ ...item, source: source ?? null })}
      />
    </>
  )
}

function EnergyFields({ item, onChange }: Of<'energy'>) {
  const say = useSay()
  const places = usePlaceOptions()
  return (
    <>
      <Select<NodeId | null>
        aria-label={say('performance.indicator.node')}
        placeholder={say('performance.whole')}
        value={item.node}
        allowClear
        options={places}
        onChange={(node) => onChange({ ...item, node: node ?? null })}
      />
      <Select
        aria-label={say('performance.term.carrier')}
        value={item.carrier}
        options={carriers.map((carrier) => ({
          value: carrier,
          label: say(`performance.carrier.${carrier}`),
        }))}
        onChange={(carrier) => onChange({ ...item, carrier })}
      />
      <Select
        aria-label={say('performance.term.electricity')}
        value={item.electricity}
        options={electricityBases.map((basis) => ({
          value: basis,
          label: say(`performance.electricity.${basis}`),
        }))}
        onChange={(electricity) => onChange({ ...item, electricity })}
      />
    </>
  )
}

function ReadingField({ item, onChange }: Of<'reading'>) {
  const say = useSay()
  const register = useRegister()
  const sources = new Map((register?.sources ?? []).map(({ id, name }) => [id, name]))
  const options = (register?.parameters ?? [])
    .filter(({ rollUp }) => rollUp === 'sum')
    .map(({ id, name, source, unit }) => ({
      value: id,
      label: [source === null ? null : sources.get(source), name, unit].filter(Boolean).join(' · '),
    }))
  return (
    <Select
      className="performance-term-wide"
      aria-label={say('performance.term.parameter')}
      placeholder={say('performance.term.parameter')}
      value={options.some(({ value }) => value === item.parameter) ? item.parameter : null}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(parameter) => parameter && onChange({ ...item, parameter })}
    />
  )
}

function ProductField({ item, onChange }: Of<'product'>) {
  const say = useSay()
  const { year } = useScope()
  const products =
    useAsk(['organization', 'products', year], () => api.organization.products({ year })).data ?? []
  const shown = `${item.facility}/${item.name}`
  return (
    <Select
      className="performance-term-wide"
      aria-label={say('performance.term.product')}
      placeholder={say('performance.term.product')}
      value={item.name === '' ? null : shown}
      options={products.map(({ facility, name }) => ({ value: `${facility}/${name}`, label: name }))}
      onChange={(chosen) => {
        const found = products.find(({ facility, name }) => `${facility}/${name}` === chosen)
        if (found) onChange({ ...item, facility: found.facility, name: found.name })
      }}
    />
  )
}
