import { Button, Input, Select } from 'antd'

import { plainAmount } from '#shared/kernel/typed-amount'
import { type AppraisalOption, option } from '#shared/performance/appraisal'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { useSuppliers } from './use-operation.ts'

const numbers = ['investment', 'yearlyCost', 'lifetime', 'emission'] as const

/** An option as it is typed: every number as text. */
export interface TypedOption extends Readonly<Record<(typeof numbers)[number], string>> {
  readonly name: string
  readonly supplier: AppraisalOption['supplier']
  readonly note: string
}
const empty: TypedOption = {
  name: '',
  investment: '',
  yearlyCost: '',
  lifetime: '',
  emission: '',
  supplier: null,
  note: '',
}
export const firstOptions: readonly TypedOption[] = [empty, empty]

/** @throws ZodError for what is no number. */
export function optionOf({ name, supplier, note, lifetime, ...typed }: TypedOption): AppraisalOption {
  const known = (text: string) => (text.trim() === '' ? null : plainAmount(text))
  return option.parse({
    name,
    supplier,
    note,
    investment: known(typed.investment),
    yearlyCost: known(typed.yearlyCost),
    emission: known(typed.emission),
    lifetime: /^\s*\d{1,2}\s*$/.test(lifetime) ? Number.parseInt(lifetime, 10) : null,
  })
}
export function typedOption({
  lifetime,
  investment,
  yearlyCost,
  emission,
  ...rest
}: AppraisalOption): TypedOption {
  return {
    ...rest,
    investment: investment ?? '',
    yearlyCost: yearlyCost ?? '',
    emission: emission ?? '',
    lifetime: lifetime === null ? '' : String(lifetime),
  }
}

/** The options of a review, one row each; a form item hands in `value` and `onChange`. */
export function OptionsField({
  value = firstOptions,
  onChange = () => {},
}: {
  readonly value?: readonly TypedOption[]
  readonly onChange?: (value: readonly TypedOption[]) => void
}) {
  const say = useSay()
  const { data: suppliers = [] } = useSuppliers()
  const change = (at: number, to: Partial<TypedOption>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...to } : each)))
  return (
    <div>
      <div className="performance-option" aria-hidden="true">
        <span>{say('performance.appraisal.option-name')}</span>
        {numbers.map((name) => (
          <span key={name}>{say(`performance.appraisal.${name}`)}</span>
        ))}
        <span>{say('performance.appraisal.supplier')}</span>
      </div>
      {value.map((each, at) => {
        const title = say('performance.appraisal.option', { number: at + 1 })
        return (
          <div key={at} className="performance-option" role="group" aria-label={title}>
            <Input
              aria-label={`${title} ${say('performance.appraisal.option-name')}`}
              placeholder={title}
              maxLength={300}
              value={each.name}
              onChange={({ target }) => change(at, { name: target.value })}
            />
            {numbers.map((name) => (
              <Input
                key={name}
                aria-label={`${title} ${say(`performance.appraisal.${name}`)}`}
                inputMode="decimal"
                maxLength={60}
                value={each[name]}
                onChange={({ target }) => change(at, { [name]: target.value })}
              />
            ))}
            <Select
              aria-label={`${title} ${say('performance.appraisal.supplier')}`}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
              value={each.supplier}
              onChange={(supplier: AppraisalOption['supplier'] | undefined) =>
                change(at, { supplier: supplier ?? null })
              }
            />
            {value.length > 1 && (
              <Button
                type="text"
                aria-label={`${title} ${say('performance.remove')}`}
                icon={<Icon name="trash" />}
                onClick={() => onChange(value.filter((_each, index) => index !== at))}
              />
            )}
          </div>
        )
      })}
      <Button icon={<Icon name="plus" />} onClick={() => onChange([...value, empty])}>
        {say('performance.appraisal.add-option')}
      </Button>
    </div>
  )
}
