import { Button } from 'antd'

import type { Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { ParameterForm } from './ParameterForm.tsx'
import { ParameterTable } from './ParameterTable.tsx'
import { useOpenParameter } from './use-open-parameter.ts'

interface ParameterPaperProps {
  /** Null for the parameters of the facility itself. */
  readonly source: Source | null
  readonly node: NodeId
  readonly parameters: readonly Parameter[]
}

/** The parameters of a source or a facility, and below them the one that is open. */
export function ParameterPaper({ source, node, parameters }: ParameterPaperProps) {
  const say = useSay()
  const may = useMay()
  const opened = useOpenParameter()
  const parameter = parameters.find(({ id }) => id === opened.id)
  const isAdding = opened.adding !== null && may('monitoring.manage')
  return (
    <section className="paper" aria-labelledby="monitoring-parameters">
      <h2 id="monitoring-parameters">{say('monitoring.parameters')}</h2>
      {(source ?? parameters[0]) && (
        <ParameterTable source={source} parameters={parameters} opened={opened} />
      )}
      {!source && may('monitoring.manage') && !isAdding && (
        <Button icon={<Icon name="plus" />} onClick={() => opened.add('')}>
          {say('monitoring.add-parameter')}
        </Button>
      )}
      {(parameter !== undefined || isAdding) && (
        <ParameterForm
          key={parameter ? `${parameter.id} ${parameter.changedAt}` : `add ${opened.adding}`}
          parameter={parameter ?? null}
          adding={opened.adding ?? ''}
          source={source}
          node={node}
          siblings={parameters}
          onDone={opened.leave}
        />
      )}
    </section>
  )
}
