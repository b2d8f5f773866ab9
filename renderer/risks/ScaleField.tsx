import { Button, Input } from 'antd'

import type { Scale } from '#shared/risks/criteria'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

interface ScaleFieldProps {
  readonly label: string
  readonly value?: Scale
  readonly onChange?: (value: Scale) => void
}
const fewest = 3
const most = 6

/** The steps of a scale in words, from the lowest up. */
export function ScaleField({ label, value = [], onChange }: ScaleFieldProps) {
  const say = useSay()
  const change = (at: number, part: Partial<Scale[number]>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <div>
      <table className="plain-table risks-scale">
        <thead>
          <tr>
            <th scope="col">{say('risks.criteria.step')}</th>
            <th scope="col">{say('risks.criteria.name')}</th>
            <th scope="col">{say('risks.criteria.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {value.map(({ name, meaning }, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>
                <Input
                  aria-label={`${label} ${at + 1} ${say('risks.criteria.name')}`}
                  maxLength={40}
                  value={name}
                  onChange={({ target }) => change(at, { name: target.value })}
                />
              </td>
              <td>
                <Input.TextArea
                  aria-label={`${label} ${at + 1} ${say('risks.criteria.meaning')}`}
                  rows={1}
                  maxLength={400}
                  value={meaning}
                  onChange={({ target }) => change(at, { meaning: target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="page-acts risks-acts">
        {value.length < most && (
          <Button
            size="small"
            icon={<Icon name="plus" />}
            onClick={() => onChange?.([...value, { name: '', meaning: '' }])}
          >
            {say('risks.criteria.add-step')}
          </Button>
        )}
        {value.length > fewest && (
          <Button size="small" icon={<Icon name="minus" />} onClick={() => onChange?.(value.slice(0, -1))}>
            {say('risks.criteria.drop-step')}
          </Button>
        )}
      </div>
    </div>
  )
}
