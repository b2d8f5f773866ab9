import { Select } from 'antd'

import { enterableUnits } from '#shared/activity/draft-cell'
import { isMeasure, type Measure, symbolOf } from '#shared/kernel/units'

import { useSay } from '../kernel/say.ts'

interface UnitSelectProps {
  readonly own: Measure
  readonly value: Measure
  readonly onChange: (unit: Measure) => void
}

/** Every unit that converts into the parameter's own. */
export function UnitSelect({ own, value, onChange }: UnitSelectProps) {
  const say = useSay()
  return (
    <Select
      aria-label={say('frame.grid.unit')}
      value={value}
      options={enterableUnits(own).map((unit) => ({
        value: unit,
        label: symbolOf(unit) || say('activity.unit.one'),
      }))}
      onChange={(unit) => {
        if (isMeasure(unit)) onChange(unit)
      }}
      showSearch
      style={{ width: 120 }}
      popupMatchSelectWidth={false}
    />
  )
}
