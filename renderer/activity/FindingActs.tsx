import { Button } from 'antd'

import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { StockSetup } from './StockSetup.tsx'

interface FindingActsProps {
  readonly year: number
  readonly facility: NodeId | null
}

/** Takes the list away as a workbook, and reads what files of evidence say of themselves. */
export function FindingActs({ year, facility }: FindingActsProps) {
  const say = useSay()
  const may = useMay()
  const traces = useAsk(['activity', 'traces'], () => api.activity.traces({}))
  const making = useTask((_input: null, signal) =>
    api.activity.exportFindings({ year, facility, language: say.language }, { signal }),
  )
  const reading = useTask((_input: null, signal) => api.activity.readTraces({}, { signal }))
  const unread = traces.data?.unread ?? 0
  const made = making.task.state === 'done' ? making.task.result : null
  return (
    <div className="activity-bar">
      {unread > 0 && may('activity.enter') && (
        <Button
          icon={<Icon name="evidence" />}
          loading={reading.task.state === 'running'}
          onClick={() => void reading.start(null)}
        >
          {say('activity.finding.read-files', { count: unread })}
        </Button>
      )}
      <StockSetup facility={facility} />
      <Button
        icon={<Icon name="report" />}
        loading={making.task.state === 'running'}
        onClick={() => void making.start(null)}
      >
        {say('activity.finding.export')}
      </Button>
      <span role="status">
        {made && (
          <>
            <a href={downloadAddress(made.download)} download={made.fileName}>
              <Icon name="import" size={14} /> {say('activity.finding.take', { name: made.fileName })}
            </a>{' '}
            <SendLink {...made} />
          </>
        )}
      </span>
      {making.task.state !== 'done' && (
        <TaskPanel running={making} title={say('activity.finding.exporting')} />
      )}
      {reading.task.state !== 'done' && (
        <TaskPanel running={reading} title={say('activity.reading-traces')} />
      )}
    </div>
  )
}
