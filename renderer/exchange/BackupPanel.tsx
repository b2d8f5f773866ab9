import { Button } from 'antd'
import { useEffect } from 'react'

import type { KeptBackup, Proof } from '#shared/exchange/backup'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { BackupPreview } from './BackupPreview.tsx'

interface BackupPanelProps {
  readonly backup: KeptBackup
  readonly onClose: () => void
}

/** One backup: what its last proof found, what it holds, and what can be done with it. */
export function BackupPanel({ backup, onClose }: BackupPanelProps) {
  const say = useSay()
  const may = useMay()
  const { id, file, proof, isThere } = backup
  const reading = useTask((_: null, signal: AbortSignal) => api.exchange.previewBackup({ id }, { signal }))
  const proving = useTask((_: null, signal: AbortSignal) => api.exchange.proveBackup({ id }, { signal }))
  const { start } = reading
  useEffect(() => {
    if (isThere) void start(null)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each backup that is shown
  }, [id, isThere])
  const shown = reading.task.state === 'done' ? reading.task.result : null
  return (
    <section className="paper" aria-label={file}>
      <h2>{file}</h2>
      {!isThere && <p>{say('exchange.backup.gone')}</p>}
      {proof && (
        <p className="page-purpose">
          {say('exchange.proof.what', { at: localTime(proof.madeAt), ...counts(proof.found) })}
        </p>
      )}
      {proof && proof.found.troubles.length > 0 && (
        <ul>
          {proof.found.troubles.map((trouble) => (
            <li key={JSON.stringify(trouble)}>{say.of(trouble)}</li>
          ))}
        </ul>
      )}
      <TaskPanel running={reading} title={say('exchange.restore.reading')} />
      {shown && <BackupPreview source={{ id }} contents={shown.contents} comparison={shown.comparison} />}
      <div className="page-acts">
        {isThere && may('exchange.enter') && (
          <Button loading={proving.task.state === 'running'} onClick={() => void proving.start(null)}>
            {say('exchange.prove-again')}
          </Button>
        )}
        <Button onClick={onClose}>{say('frame.close')}</Button>
      </div>
      <TaskPanel
        running={proving}
        title={say('exchange.proving')}
        result={(made: Proof) => say(`exchange.outcome.${made.outcome}`)}
      />
    </section>
  )
}

function counts({ files, evidence, auditLines, inventories }: NonNullable<KeptBackup['proof']>['found']) {
  return { files, evidence, lines: auditLines, inventories }
}
