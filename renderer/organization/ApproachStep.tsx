import { Input, Radio, Select } from 'antd'

import { approaches, type BoundaryContent, type BoundaryVersion } from '#shared/organization/boundary'
import { withApproach } from '#shared/organization/boundary-edit'

import { useSay } from '../kernel/say.ts'
import { DayField } from './DayItem.tsx'
import { known, typedOf } from './form-values.ts'
import { Labelled } from './Labelled.tsx'

interface StepProps {
  readonly content: BoundaryContent
  readonly versions: readonly BoundaryVersion[]
  readonly onChange: (content: BoundaryContent) => void
}

/** By which approach, from when to when, and why there is a new version. */
export function ApproachStep({ content, versions, onChange }: StepProps) {
  const say = useSay()
  const approved = versions.filter(({ state }) => state !== 'draft')
  const label = (field: 'title' | 'approach' | 'validFrom' | 'validTo' | 'reason' | 'replaces') =>
    say(`organization.boundary.field.${field}`)
  return (
    <div className="organization-step">
      <Labelled label={label('title')}>
        <Input
          aria-label={label('title')}
          value={content.title}
          maxLength={200}
          onChange={({ target }) => onChange({ ...content, title: target.value })}
        />
      </Labelled>
      <Labelled label={label('approach')} hint={say('organization.step.approach.hint')}>
        <Radio.Group
          aria-label={label('approach')}
          className="organization-choices"
          value={content.approach}
          onChange={({ target }) => {
            const approach = approaches.find((one) => one === target.value)
            if (approach) onChange(withApproach(content, approach))
          }}
        >
          {approaches.map((approach) => (
            <Radio key={approach} value={approach}>
              {say(`organization.approach.${approach}`)}
              <span className="organization-hint">{say(`organization.approach-why.${approach}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Labelled>
      <Labelled label={label('validFrom')} hint={say('organization.boundary.field.validFrom.hint')}>
        <DayField
          label={label('validFrom')}
          value={content.validFrom}
          onChange={(day) => day !== null && onChange({ ...content, validFrom: day })}
        />
      </Labelled>
      <Labelled label={label('validTo')} hint={say('organization.boundary.field.validTo.hint')}>
        <DayField
          label={label('validTo')}
          value={content.validTo}
          onChange={(validTo) => onChange({ ...content, validTo })}
        />
      </Labelled>
      {approved.length > 0 && (
        <>
          <Labelled label={label('reason')}>
            <Input.TextArea
              aria-label={label('reason')}
              rows={2}
              maxLength={1000}
              value={typedOf(content.reason)}
              onChange={({ target }) => onChange({ ...content, reason: target.value })}
              onBlur={() => onChange({ ...content, reason: known(content.reason) })}
            />
          </Labelled>
          <Labelled label={label('replaces')} hint={say('organization.boundary.field.replaces.hint')}>
            <Select
              aria-label={label('replaces')}
              allowClear
              value={content.replaces}
              onChange={(replaces) => onChange({ ...content, replaces: replaces ?? null })}
              options={approved.map(({ id, number, title }) => ({
                value: id,
                label: `${say('organization.drawing.version', { number })} ${title}`,
              }))}
            />
          </Labelled>
        </>
      )}
    </div>
  )
}
