import { Select } from 'antd'

import type { Mapping, NameMatch } from '#shared/activity/mapping'
import { namesInSample, type SampleRow } from '#shared/activity/mapping-roles'
import type { KnownParameter } from '#shared/activity/preview-model'

import { useSay } from '../kernel/say.ts'

const leftOut = '-'

interface NameTableProps {
  readonly mapping: Mapping
  readonly sample: readonly SampleRow[]
  readonly parameters: readonly KnownParameter[]
  readonly proposed: readonly NameMatch[]
  readonly change: (changed: Mapping) => void
}

/** Which parameter each name of the file means, or that it is left out. */
export function NameTable({ mapping, sample, parameters, proposed, change }: NameTableProps) {
  const say = useSay()
  if (mapping.layout === 'wide-parameters') return null
  const matches = new Map(proposed.map((match) => [match.name, match]))
  const shown = namesInSample(sample, mapping)
  const isProposed = proposed.some(({ name }) => shown.includes(name))
  const names = [
    ...new Set([...(isProposed ? matches.keys() : []), ...shown, ...Object.keys(mapping.parameters)]),
  ]
  const put = (name: string, parameter: string) =>
    change({
      ...mapping,
      parameters: { ...mapping.parameters, [name]: parameter === leftOut ? null : parameter },
    })
  const choices = (name: string) => {
    const likely = matches.get(name)?.candidates.map(({ parameter }) => parameter) ?? []
    const sorted = [
      ...likely.flatMap((id) => parameters.filter((each) => each.id === id)),
      ...parameters.filter(({ id }) => !likely.includes(id)),
    ]
    return [
      { value: leftOut, label: say('activity.map.leave-out') },
      ...sorted.map(({ id, name: label }) => ({ value: id, label })),
    ]
  }
  return (
    <fieldset className="activity-names">
      <legend>{say('activity.map.names')}</legend>
      {names.map((name) => {
        const known = Object.hasOwn(mapping.parameters, name)
        const value = known ? (mapping.parameters[name] ?? leftOut) : null
        return (
          <label key={name}>
            <span>{name}</span>
            <Select
              aria-label={say('activity.map.means', { name })}
              size="small"
              value={value}
              status={value === null ? 'warning' : ''}
              placeholder={say('activity.map.choose-parameter')}
              options={choices(name)}
              onChange={(chosen) => {
                if (chosen !== null) put(name, chosen)
              }}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              style={{ width: 260 }}
            />
          </label>
        )
      })}
    </fieldset>
  )
}
