import { Button } from 'antd'

import type { ShownCase } from '#shared/verification/contract'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'

interface MergeSectionProps {
  readonly of: ShownCase
  readonly canMerge: boolean
}

/** What came back from the verifier by file, and the next file. */
export function MergeSection({ of, canMerge }: MergeSectionProps) {
  const say = useSay()
  const { id } = of
  const merging = useTask((upload: string, signal) =>
    api.verification.mergeReplies({ id, upload }, { signal }),
  )
  const form = useTask((_input: null, signal) =>
    api.verification.repliesForm({ id, language: say.language }, { signal }),
  )
  return (
    <section className="paper" aria-label={say('verification.merge')}>
      <h2>{say('verification.merge')}</h2>
      <p className="page-purpose">{say('verification.merge.purpose')}</p>
      <ul>
        {of.merges.map(({ id: merge, fileName, madeAt, ...counts }) => (
          <li key={merge}>
            {fileName} · {localTime(madeAt)} · {say('verification.merge.done', counts)}
          </li>
        ))}
      </ul>
      {canMerge && (
        <UploadArea
          label={say('verification.merge.upload')}
          accept=".json,.csv,.xlsx"
          onUploaded={(upload) => void merging.start(upload)}
        />
      )}
      <TaskPanel
        running={merging}
        title={say('verification.merge')}
        result={(counts) => say('verification.merge.done', { ...counts })}
      />
      <div className="page-acts">
        <Button onClick={() => void form.start(null)} loading={form.task.state === 'running'}>
          {say('verification.merge.form')}
        </Button>
        {form.task.state === 'done' && (
          <>
            <Button href={downloadAddress(form.task.result.download)} download={form.task.result.fileName}>
              {form.task.result.fileName}
            </Button>
            <SendLink {...form.task.result} />
          </>
        )}
      </div>
      {form.task.state === 'refused' && <TroubleNote trouble={form.task.trouble} onClose={form.dismiss} />}
    </section>
  )
}
