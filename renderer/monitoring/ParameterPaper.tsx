import { Button } from 'antd'
import { useState } from 'react'

import type { Parameter, ParameterId, Source } from '#shared/monitoring/model'
import { roleOf } from '#shared/monitoring/rules'
import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { UnitText } from '../ui/NumberText.tsx'
import { ParameterForm } from './ParameterForm.tsx'

interface ParameterPaperProps {
  /** Null for the parameters of the facility itself. */
  readonly source: Source | null
  readonly node: NodeId
  readonly parameters: readonly Parameter[]
}

/** The parameters of a source, and the one that is open. */
export function ParameterPaper({ source, node, parameters }: ParameterPaperProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<ParameterId | 'new' | null>(null)
  const parameter = parameters.find(({ id }) => id === open)
  const canManage = may('monitoring.manage')
  return (
    <section className="paper" aria-labelledby="monitoring-parameters">
      <h2 id="monitoring-parameters">
        {source
          ? say('monitoring.parameters-of', { name: `${source.code} ${source.name}` })
          : say('monitoring.facility-parameters')}
      </h2>
      <ul className="monitoring-parameters">
        {parameters.map((each) => {
          const role = roleOf(source, each.role)
          return (
            <li key={each.id}>
              <Button
                type="text"
                className="monitoring-parameter"
                aria-expanded={each.id === open}
                onClick={() => setOpen(each.id === open ? null : each.id)}
              >
                <span>
                  {each.name}
                  {role?.of && ` · ${role.of}`}
                </span>
                <UnitText unit={each.unit} />
                <span>
                  {say(`monitoring.determination.${each.determination}`)} ·{' '}
                  {say(`monitoring.frequency.${each.frequency}`)}
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
      {canManage && open !== 'new' && (
        <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
          {say('monitoring.add-parameter')}
        </Button>
      )}
      {(parameter ?? (open === 'new' && canManage)) && (
        <ParameterForm
          key={parameter?.id ?? 'new'}
          parameter={parameter ?? null}
          source={source}
          node={node}
          siblings={parameters}
          onDone={() => setOpen(null)}
        />
      )}
    </section>
  )
}
