import { Checkbox, InputNumber, Select } from 'antd'

import type { Mapping } from '#shared/activity/mapping'
import { isMeasure, units } from '#shared/kernel/units'

import { useSay } from '../kernel/say.ts'

interface MapOptionsProps {
  readonly mapping: Mapping
  readonly change: (changed: Mapping) => void
}

/** Where the heading stands, the year, how periods and numbers are written, and what is done with hidden rows. */
export function MapOptions({ mapping, change }: MapOptionsProps) {
  const say = useSay()
  const { header } = mapping
  return (
    <div className="activity-bar">
      <label>
        {say('activity.map.header-from')}{' '}
        <InputNumber
          min={1}
          max={10_000}
          precision={0}
          value={header.from}
          onChange={(from) =>
            from !== null && change({ ...mapping, header: { from, to: Math.max(from, header.to) } })
          }
          style={{ width: 72 }}
        />
      </label>
      <label>
        {say('activity.map.header-to')}{' '}
        <InputNumber
          min={header.from}
          max={10_000}
          precision={0}
          value={header.to}
          onChange={(to) => to !== null && change({ ...mapping, header: { ...header, to } })}
          style={{ width: 72 }}
        />
      </label>
      <label>
        {say('activity.map.year')}{' '}
        <InputNumber
          min={1990}
          max={2100}
          precision={0}
          value={mapping.year}
          onChange={(year) => change({ ...mapping, year })}
          style={{ width: 84 }}
        />
      </label>
      {'period' in mapping && (
        <Select
          aria-label={say('activity.map.precision')}
          value={mapping.period.precision}
          options={(['month', 'day', 'hour'] as const).map((value) => ({
            value,
            label: say(`activity.map.precision.${value}`),
          }))}
          onChange={(precision) => change({ ...mapping, period: { ...mapping.period, precision } })}
          popupMatchSelectWidth={false}
          style={{ width: 130 }}
        />
      )}
      {'unit' in mapping && mapping.unit.column === null && (
        <>
          <span>{say('activity.map.unit')}</span>
          <Select
            aria-label={say('activity.map.unit')}
            value={mapping.unit.fixed ?? ''}
            options={[
              { value: '', label: say('activity.map.unit-in-name') },
              ...Object.entries(units).map(([value, { symbol }]) => ({ value, label: symbol || value })),
            ]}
            onChange={(unit) =>
              change({ ...mapping, unit: { ...mapping.unit, fixed: isMeasure(unit) ? unit : null } })
            }
            showSearch
            popupMatchSelectWidth={false}
            style={{ width: 130 }}
          />
        </>
      )}
      <Select
        aria-label={say('activity.map.decimal')}
        value={mapping.decimalMark}
        options={(['point', 'comma'] as const).map((value) => ({
          value,
          label: say(`activity.map.decimal.${value}`),
        }))}
        onChange={(decimalMark) => change({ ...mapping, decimalMark })}
        popupMatchSelectWidth={false}
        style={{ width: 170 }}
      />
      <Checkbox
        checked={mapping.hiddenRows === 'read'}
        onChange={({ target }) => change({ ...mapping, hiddenRows: target.checked ? 'read' : 'leave-out' })}
      >
        {say('activity.map.hidden-rows')}
      </Checkbox>
    </div>
  )
}
