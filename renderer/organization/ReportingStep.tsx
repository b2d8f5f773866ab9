import { Checkbox, Select } from 'antd'

import { type BoundaryContent, subsystems } from '#shared/organization/boundary'

import { useSay } from '../kernel/say.ts'
import { useGuidelineChoices } from './guidelines.ts'
import { Labelled } from './Labelled.tsx'

interface StepProps {
  readonly content: BoundaryContent
  readonly onChange: (content: BoundaryContent) => void
}

const categories = [1, 2, 3, 4, 5, 6] as const
const scopes = [1, 2, 3] as const

/** What is reported: by a guideline, by the categories of ISO 14064-1, by scopes; and which subsystems are run. */
export function ReportingStep({ content, onChange }: StepProps) {
  const say = useSay()
  const guidelines = useGuidelineChoices()
  const label = (field: 'guideline' | 'isoCategories' | 'scopes' | 'subsystems') =>
    say(`organization.boundary.field.${field}`)
  return (
    <div className="organization-step">
      <Labelled label={label('guideline')} hint={say('organization.step.reporting.guideline-hint')}>
        <Select
          aria-label={label('guideline')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={content.guideline}
          options={guidelines}
          onChange={(guideline) => onChange({ ...content, guideline: guideline ?? null })}
        />
      </Labelled>
      <Checkbox
        checked={content.desulfurization}
        onChange={({ target }) => onChange({ ...content, desulfurization: target.checked })}
      >
        {say('organization.step.reporting.desulfurization')}
      </Checkbox>
      <Labelled label={label('isoCategories')} hint={say('organization.step.reporting.iso-hint')}>
        <Checkbox.Group
          className="organization-choices"
          value={[...content.isoCategories]}
          options={categories.map((value) => ({ value, label: say(`organization.iso.${value}`) }))}
          onChange={(chosen) =>
            onChange({ ...content, isoCategories: categories.filter((one) => chosen.includes(one)) })
          }
        />
      </Labelled>
      <Labelled label={label('scopes')}>
        <Checkbox.Group
          className="organization-choices"
          value={[...content.scopes]}
          options={scopes.map((value) => ({ value, label: say(`organization.scope.${value}`) }))}
          onChange={(chosen) =>
            onChange({ ...content, scopes: scopes.filter((one) => chosen.includes(one)) })
          }
        />
      </Labelled>
      <Labelled label={label('subsystems')} hint={say('organization.step.reporting.subsystem-hint')}>
        <Checkbox.Group
          value={[...content.subsystems]}
          options={subsystems.map((value) => ({ value, label: say(`organization.subsystem.${value}`) }))}
          onChange={(chosen) =>
            onChange({ ...content, subsystems: subsystems.filter((one) => chosen.includes(one)) })
          }
        />
      </Labelled>
    </div>
  )
}
