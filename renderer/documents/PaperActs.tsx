import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

type Make = Parameters<
  typeof useTask<'pdf' | 'docx', { readonly download: string; readonly fileName: string }>
>[0]

/** Makes a paper about a document in either format and hands it over. */
export function PaperActs({ label, make }: { readonly label: string; readonly make: Make }) {
  const print = useTask(make)
  const say = useSay()
  const { task } = print
  return (
    <div className="page-acts">
      {(['pdf', 'docx'] as const).map((kind) => (
        <Button
          key={kind}
          lang={say.language}
          loading={task.state === 'running'}
          onClick={() => void print.start(kind)}
        >
          {label} {kind.toUpperCase()}
        </Button>
      ))}
      {task.state === 'done' && (
        <>
          <a href={downloadAddress(task.result.download)} download={task.result.fileName}>
            {task.result.fileName}
          </a>{' '}
          <SendLink {...task.result} />
        </>
      )}
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} onClose={print.dismiss} />}
    </div>
  )
}
