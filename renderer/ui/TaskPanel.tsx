import { Alert, Button, Progress } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

import type { Progress as Step } from '#shared/kernel/contract'

import { useSay } from '../kernel/say.ts'
import type { RunningTask } from '../kernel/tasks.ts'
import { restOf } from './rest-time.ts'
import { TroubleNote } from './TroubleNote.tsx'

interface TaskPanelProps<T> {
  readonly running: Pick<RunningTask<never, T>, 'task' | 'cancel' | 'dismiss'>
  /** What is being done. */
  readonly title: string
  /** The notice that stays when it is done; without one the page itself shows the result. */
  readonly result?: (made: T) => ReactNode
}

/** Long work: a bar with count and rest time, cancel that leaves no trace, the result as a notice that stays. */
export function TaskPanel<T>({ running: { task, cancel, dismiss }, title, result }: TaskPanelProps<T>) {
  const say = useSay()
  const closable = { onClose: dismiss, 'aria-label': say('frame.close') }
  switch (task.state) {
    case 'idle':
      return null
    case 'running':
      return <Running title={title} {...task} onCancel={cancel} />
    case 'refused':
      return <TroubleNote trouble={task.trouble} onClose={dismiss} />
    case 'cancelled':
      return <Alert type="info" title={say('frame.task.cancelled')} closable={closable} />
    case 'done':
      return result ? <Alert type="success" title={result(task.result)} closable={closable} /> : null
  }
}

interface RunningProps {
  readonly title: string
  readonly progress: Step | null
  readonly startedAt: number
  readonly onCancel: () => void
}

function Running({ title, progress, startedAt, onCancel }: RunningProps) {
  const say = useSay()
  const now = useSeconds()
  const { done = 0, total = null } = progress ?? {}
  const percent = total === null || total === 0 ? 0 : Math.floor((100 * done) / total)
  const rest = restOf(now - startedAt, done, total)
  // Before 300 ms there is nothing worth watching.
  if (now - startedAt < 300 && progress === null) return null
  return (
    <div className="task paper" role="group" aria-label={title}>
      <div className="task-words">
        <span>{title}</span>
        <span className="page-purpose" role="status">
          {progress ? say.of({ code: progress.step }) : say('frame.task.starting')}
          {total !== null && ` ${say('frame.task.count', { done, total })}`}
          {rest !== null && ` · ${say('frame.task.rest', { seconds: rest })}`}
        </span>
      </div>
      <Progress
        aria-label={title}
        percent={percent}
        showInfo={total !== null}
        status={total === null ? 'active' : 'normal'}
      />
      <Button onClick={onCancel}>{say('frame.task.cancel')}</Button>
    </div>
  )
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
