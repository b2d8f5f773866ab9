import { Button } from 'antd'

import { periodOfKey } from '#shared/activity/model'
import type { Finding } from '#shared/kernel/finding'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface RecordDeviationProps {
  readonly finding: Finding
  /** The finding as a sentence. */
  readonly words: string
  readonly facility: NodeId
  /** `2025-02` or `2025`. */
  readonly period: string
  readonly parameters: readonly ParameterId[]
  /** What the act is called where it is one of several. */
  readonly label?: string
}

/** Opens a deviation out of a finding, in one act, and shows it. */
export function RecordDeviation({
  finding,
  words,
  facility,
  period,
  parameters,
  label,
}: RecordDeviationProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { severity, code, where, facts } = finding
  const record = useCommand(() =>
    api.monitoring.recordDeviation({
      facility,
      title: words.slice(0, 300),
      trigger: { severity, code, where, facts },
      parameters: [...parameters],
      ...periodOfKey(period),
      dueOn: null,
      responsible: null,
    }),
  )
  if (!may('monitoring.enter')) return null
  const open = async () => {
    const made = await record.run(undefined)
    if (made) go(`/monitoring/deviations/${made.id}`)
  }
  return (
    <span>
      <Button
        size={label === undefined ? 'small' : 'middle'}
        loading={record.busy}
        onClick={() => void open()}
      >
        {label ?? say('monitoring.deviation.record')}
      </Button>
      <TroubleNote trouble={record.trouble} onClose={record.forget} />
    </span>
  )
}
