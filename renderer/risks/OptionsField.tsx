import { Button, Checkbox, Input } from 'antd'

import type { Option } from '#shared/risks/risk'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

interface OptionsFieldProps {
  readonly value?: readonly Option[]
  readonly onChange?: (value: readonly Option[]) => void
}
const aspects = ['what', 'technology', 'finance', 'operation', 'business'] as const
const bare: Option = {
  what: '',
  technology: '',
  finance: '',
  operation: '',
  business: '',
  isChosen: false,
}

/** The ways that were weighed against each other, side by side, and the one that was taken. */
export function OptionsField({ value = [], onChange }: OptionsFieldProps) {
  const say = useSay()
  const change = (at: number, part: Partial<Option>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <div className="risks-options">
      {value.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {aspects.map((aspect) => (
                <th key={aspect} scope="col">
                  {say(`risks.option.${aspect}`)}
                </th>
              ))}
              <th scope="col">{say('risks.option.chosen')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {value.map((each, at) => (
              <tr key={at}>
                {aspects.map((aspect) => (
                  <td key={aspect}>
                    <Input.TextArea
                      aria-label={`${say(`risks.option.${aspect}`)} ${at + 1}`}
                      rows={2}
                      maxLength={aspect === 'what' ? 300 : 1000}
                      value={each[aspect]}
                      onChange={({ target }) => change(at, { [aspect]: target.value })}
                    />
                  </td>
                ))}
                <td>
                  <Checkbox
                    aria-label={`${say('risks.option.chosen')} ${at + 1}`}
                    checked={each.isChosen}
                    onChange={({ target }) => change(at, { isChosen: target.checked })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    aria-label={say('risks.option.remove', { number: at + 1 })}
                    icon={<Icon name="cross" />}
                    onClick={() => onChange?.(value.filter((_each, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button icon={<Icon name="plus" />} onClick={() => onChange?.([...value, bare])}>
        {say('risks.option.add')}
      </Button>
    </div>
  )
}
