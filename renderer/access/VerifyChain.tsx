import { Alert, Button } from 'antd'

import type { ChainReport } from '#shared/access/audit'

import { api } from '../kernel/api.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { Icon } from '../ui/Icon.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'

/** Recomputes the chain and keeps the answer on screen: whole, or where it breaks first. */
export function VerifyChain() {
  const say = useSay()
  const verifying = useTask((_: null, signal: AbortSignal) => api.access.auditVerify({}, { signal }))
  const { task } = verifying
  return (
    <>
      {task.state !== 'running' && (
        <div>
          <Button icon={<Icon name="chain" />} onClick={() => void verifying.start(null)}>
            {say('access.audit.verify')}
          </Button>
        </div>
      )}
      {task.state === 'done' ? (
        <Alert
          role="status"
          showIcon
          type={task.result.firstBreak ? 'error' : task.result.hasAnchor ? 'success' : 'warning'}
          title={outcome(say, task.result)}
          closable={{ onClose: verifying.dismiss, 'aria-label': say('frame.close') }}
        />
      ) : (
        <TaskPanel running={verifying} title={say('access.audit.verify')} />
      )}
    </>
  )
}

function outcome(say: Say, { lines, head, firstBreak, hasAnchor, anchors }: ChainReport): string {
  if (firstBreak) {
    const what = say(`access.break.${firstBreak.what}`)
    return say('access.audit.broken', { seq: firstBreak.seq, what, lines })
  }
  const compared = anchors > 0 ? ` ${say('access.audit.anchored', { anchors })}` : ''
  const whole = `${say('access.audit.whole', { lines, head })}${compared}`
  return hasAnchor ? whole : `${whole} ${say('access.audit.no-anchor')}`
}
