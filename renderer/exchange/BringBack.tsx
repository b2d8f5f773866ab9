import { Button } from 'antd'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { ContentsTable } from './BackupPreview.tsx'
import { type SentFile, usePreview } from './use-preview.tsx'

/** On a bare machine: choose the file, give its passphrase, and the plant is back; then one signs in. */
export function BringBack({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { source, shown, chooser } = usePreview(
    (file, signal) => api.exchange.previewFirst(file, { signal }),
    (contents) => contents.isEnciphered,
  )
  const restoring = useTask((source: SentFile, signal: AbortSignal) =>
    api.exchange.restoreFirst(source, { signal }),
  )
  const bringBack = async () => {
    if (source && (await restoring.start(source)) !== null) onDone()
  }
  return (
    <>
      <p className="page-purpose">{say('exchange.bring-back.why')}</p>
      {chooser}
      {shown && (
        <>
          <ContentsTable contents={shown} />
          {shown.schema === 'newer' ? (
            <p>{say('exchange.restore.needs-newer')}</p>
          ) : (
            <div className="door-acts">
              <Button
                type="primary"
                loading={restoring.task.state === 'running'}
                onClick={() => void bringBack()}
              >
                {say('exchange.bring-back.act')}
              </Button>
            </div>
          )}
          <TaskPanel running={restoring} title={say('exchange.restore.restoring')} />
        </>
      )}
    </>
  )
}
