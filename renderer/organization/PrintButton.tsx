import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

type Steps = Parameters<typeof useTask<null, { readonly download: string; readonly fileName: string }>>[0]

/** Makes a paper and hands it over at once. */
export function PrintButton({
  label,
  name,
  make,
}: {
  readonly label: string
  /** Which paper, where several such buttons stand below each other. */
  readonly name?: string
  readonly make: (signal: AbortSignal) => ReturnType<Steps>
}) {
  const say = useSay()
  const { task, start, dismiss } = useTask((_: null, signal) => make(signal))
  const fetch = async () => {
    const made = await start(null)
    if (!made) return
    const link = document.createElement('a')
    link.href = downloadAddress(made.download)
    link.download = made.fileName
    link.click()
  }
  return (
    <>
      <Button
        size={name === undefined ? 'middle' : 'small'}
        icon={<Icon name="export" />}
        loading={task.state === 'running'}
        aria-label={name === undefined ? label : `${label} ${name}`}
        lang={say.language}
        onClick={() => void fetch()}
      >
        {label}
      </Button>
      {task.state === 'done' && <SendLink {...task.result} />}
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} onClose={dismiss} />}
    </>
  )
}
