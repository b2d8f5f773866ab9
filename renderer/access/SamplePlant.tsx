import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { askWhoIsHere } from './who-is-here.ts'

const acts = {
  open: (signal: AbortSignal) => api.access.openSample({}, { signal }),
  leave: (signal: AbortSignal) => api.access.openPlant({}, { signal }),
  remove: (signal: AbortSignal) => api.access.removeSample({}, { signal }),
} as const

/** Going to the sample plant and back, and removing it in one act. */
export function SamplePlant() {
  const say = useSay()
  const about = useAsk(['access', 'about'], () => api.access.about({}))
  const changing = useTask((act: keyof typeof acts, signal: AbortSignal) => acts[act](signal))
  const change = async (act: keyof typeof acts) => {
    if (await changing.start(act)) await askWhoIsHere()
  }
  const isBusy = changing.task.state === 'running'
  return (
    <section className="paper" aria-labelledby="sample-plant">
      <h2 id="sample-plant">{say('access.sample')}</h2>
      <p className="page-purpose">{say('access.plant.why')}</p>
      <div className="page-acts">
        {about.data?.isSample === false && (
          <Button loading={isBusy} onClick={() => void change('open')}>
            {say('access.sample.open')}
          </Button>
        )}
        {about.data?.isSample === true && (
          <Button loading={isBusy} onClick={() => void change('leave')}>
            {say('access.sample.leave')}
          </Button>
        )}
        {about.data?.hasSample === true && (
          <ConfirmAct
            label={say('access.sample.remove')}
            question={say('access.sample.remove.why')}
            button={{ danger: true, disabled: isBusy }}
            onConfirm={() => void change('remove')}
          />
        )}
      </div>
      <TaskPanel running={changing} title={say('access.plant.opening')} />
    </section>
  )
}
