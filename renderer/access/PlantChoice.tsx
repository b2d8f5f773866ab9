import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'

/** Empty, or the sample plant first. */
export function PlantChoice({ onChosen }: { readonly onChosen: () => void }) {
  const say = useSay()
  const go = useGo()
  const sample = useTask((_: null, signal: AbortSignal) => api.access.openSample({}, { signal }))
  const openSample = async () => {
    if (await sample.start(null)) onChosen()
  }
  const isOpening = sample.task.state === 'running'
  return (
    <>
      <p className="page-purpose">{say('access.plant.why')}</p>
      <div className="plant-choice">
        <div className="paper">
          <p className="page-purpose">{say('access.plant.empty.what')}</p>
          <Button type="primary" disabled={isOpening} onClick={onChosen}>
            {say('access.plant.empty')}
          </Button>
        </div>
        <div className="paper">
          <p className="page-purpose">{say('access.plant.sample.what')}</p>
          <Button loading={isOpening} onClick={() => void openSample()}>
            {say('access.plant.sample')}
          </Button>
        </div>
        <div className="paper">
          <p className="page-purpose">{say('access.plant.audit.what')}</p>
          <Button
            disabled={isOpening}
            onClick={() => {
              go('/audits/open')
              onChosen()
            }}
          >
            {say('access.plant.audit')}
          </Button>
        </div>
      </div>
      <TaskPanel running={sample} title={say('access.plant.opening')} />
    </>
  )
}
