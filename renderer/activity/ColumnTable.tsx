import { Select } from 'antd'

import { columnLetters } from '#shared/activity/cell'
import { enterableUnits } from '#shared/activity/draft-cell'
import type { Mapping } from '#shared/activity/mapping'
import { roleOfColumn, rolesOf, type SampleRow, withRole } from '#shared/activity/mapping-roles'
import type { KnownParameter } from '#shared/activity/preview-model'
import { monthsOf } from '#shared/kernel/period'
import { isMeasure, symbolOf } from '#shared/kernel/units'

import { type Say, useSay } from '../kernel/say.ts'

const rowsShown = 14

interface ColumnTableProps {
  readonly mapping: Mapping
  readonly sample: readonly SampleRow[]
  readonly parameters: readonly KnownParameter[]
  readonly year: number
  readonly change: (changed: Mapping) => void
}

/** The first rows of the file as they are, and over each column what it is taken for. */
export function ColumnTable({ mapping, sample, parameters, year, change }: ColumnTableProps) {
  const say = useSay()
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const roles = roleChoices(mapping, year, say)
  return (
    <div className="activity-sheet" tabIndex={0} role="region" aria-label={say('activity.map.sheet-region')}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                <span>{columnLetters(column)}</span>
                <Select
                  aria-label={say('activity.map.role-of', { column: columnLetters(column) })}
                  size="small"
                  value={roleOfColumn(mapping, column)}
                  options={roles}
                  onChange={(role) => change(withRole(mapping, column, role))}
                  popupMatchSelectWidth={false}
                />
                <ValueChoice {...{ mapping, column, parameters, change }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, rowsShown).map(({ row, cells }) => (
            <tr key={row} className={row >= mapping.header.from && row <= mapping.header.to ? 'head' : ''}>
              <th scope="row">{row}</th>
              {columns.map((column) => (
                <td key={column}>{cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function roleChoices(mapping: Mapping, year: number, say: Say) {
  const words = rolesOf(mapping.layout).map((value) => ({
    value: value as string,
    label: say(`activity.role.${value}`),
  }))
  if (mapping.layout !== 'wide-months') return words
  const years = new Set([
    mapping.year ?? year,
    ...mapping.months.map(({ month }) => Number(month.slice(0, 4))),
  ])
  return [
    ...words,
    ...[...years]
      .toSorted((a, b) => a - b)
      .flatMap(monthsOf)
      .map((value) => ({ value, label: value })),
  ]
}

interface ValueChoiceProps {
  readonly mapping: Mapping
  readonly column: number
  readonly parameters: readonly KnownParameter[]
  readonly change: (changed: Mapping) => void
}

/** Where columns are parameters: which one, and in which unit. */
function ValueChoice({ mapping, column, parameters, change }: ValueChoiceProps) {
  const say = useSay()
  if (mapping.layout !== 'wide-parameters') return null
  const value = mapping.values.find((each) => each.column === column)
  if (!value) return null
  const put = (changed: Partial<typeof value>) =>
    change({
      ...mapping,
      values: mapping.values.map((each) => (each.column === column ? { ...each, ...changed } : each)),
    })
  const own = parameters.find(({ id }) => id === value.parameter)?.unit
  const letters = columnLetters(column)
  return (
    <>
      <Select
        aria-label={say('activity.map.parameter-of', { column: letters })}
        size="small"
        value={value.parameter}
        placeholder={say('activity.map.choose-parameter')}
        status={value.parameter === null ? 'warning' : ''}
        options={parameters.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(parameter) => put({ parameter })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
      {own !== undefined && (
        <Select
          aria-label={say('activity.map.unit-of', { column: letters })}
          size="small"
          value={value.unit}
          placeholder={say('activity.map.choose-unit')}
          status={value.unit === null ? 'warning' : ''}
          options={enterableUnits(own).map((unit) => ({ value: unit, label: symbolOf(unit) || unit }))}
          onChange={(unit) => {
            if (unit !== null && isMeasure(unit)) put({ unit })
          }}
          showSearch
          popupMatchSelectWidth={false}
        />
      )}
    </>
  )
}
