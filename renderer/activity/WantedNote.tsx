import { Button } from 'antd'

import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import type { Wanted } from './use-wanted.ts'
import { WorkbookButton } from './WorkbookButton.tsx'

/** Says that the grid shows one department's parameters alone, and leads back to all of them. */
export function WantedNote({ wanted, facility }: { readonly wanted: Wanted; readonly facility: NodeId }) {
  const say = useSay()
  const { only, rows, showAll } = wanted
  if (only === null) return null
  const department = only.department ?? say('activity.collect.no-department')
  return (
    <div className="activity-bar" role="group" aria-label={say('activity.collect.only', { department })}>
      <StateTag
        tone="info"
        icon="filter"
        text={say('activity.collect.only-of', { department, month: only.month, count: rows.length })}
      />
      <Button onClick={showAll}>{say('activity.collect.show-all')}</Button>
      <WorkbookButton facility={facility} {...only} />
    </div>
  )
}
