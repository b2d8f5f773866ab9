import { Button, Input, Select } from 'antd'

import type { BoundaryContent, Exclusion } from '#shared/organization/boundary'
import { withExclusion } from '#shared/organization/boundary-edit'
import type { Node } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { AmountField } from './AmountField.tsx'
import { Labelled } from './Labelled.tsx'

interface StepProps {
  readonly content: BoundaryContent
  readonly nodes: readonly Node[]
  readonly onChange: (content: BoundaryContent) => void
}

/** What is left out, why, and how much it is estimated to be. */
export function ExclusionStep({ content, nodes, onChange }: StepProps) {
  const say = useSay()
  const add = () => {
    const line: Exclusion = { node: null, what: '', reason: '', size: null }
    onChange({ ...content, exclusions: [...content.exclusions, line] })
  }
  return (
    <>
      <p className="page-purpose">{say('organization.step.exclusions.hint')}</p>
      {content.exclusions.map((line, index) => (
        <fieldset key={index} className="organization-exclusion">
          <legend>
            {line.node === null
              ? say('organization.exclusion.activity')
              : nodes.find(({ id }) => id === line.node)?.name}
          </legend>
          <ExclusionFields
            line={line}
            onChange={(change) => onChange(withExclusion(content, index, change))}
          />
          <Button
            type="text"
            icon={<Icon name="trash" />}
            onClick={() =>
              onChange({ ...content, exclusions: content.exclusions.filter((_line, at) => at !== index) })
            }
          >
            {say('organization.exclusion.remove')}
          </Button>
        </fieldset>
      ))}
      <Button icon={<Icon name="plus" />} onClick={add}>
        {say('organization.exclusion.add')}
      </Button>
    </>
  )
}

function ExclusionFields({
  line,
  onChange,
}: {
  readonly line: Exclusion
  readonly onChange: (change: Partial<Exclusion>) => void
}) {
  const say = useSay()
  const kind = line.size?.in ?? 'tCO2e'
  return (
    <>
      {(['what', 'reason'] as const).map((field) => (
        <Labelled key={field} label={say(`organization.exclusion.${field}`)}>
          <Input.TextArea
            aria-label={say(`organization.exclusion.${field}`)}
            rows={2}
            maxLength={300}
            value={line[field]}
            onChange={({ target }) => onChange({ [field]: target.value })}
          />
        </Labelled>
      ))}
      <Labelled label={say('organization.exclusion.size')} hint={say('organization.exclusion.size.hint')}>
        <div className="page-acts">
          <AmountField
            label={say('organization.exclusion.size')}
            value={line.size?.value ?? null}
            onChange={(value) => onChange({ size: value === null ? null : { in: kind, value } })}
          />
          <Select
            aria-label={say('organization.exclusion.unit')}
            value={kind}
            disabled={line.size === null}
            style={{ width: 160 }}
            options={[
              { value: 'tCO2e' as const, label: say('organization.exclusion.tonnes') },
              { value: '%' as const, label: say('organization.exclusion.percent') },
            ]}
            onChange={(unit) => line.size && onChange({ size: { in: unit, value: line.size.value } })}
          />
        </div>
      </Labelled>
    </>
  )
}
