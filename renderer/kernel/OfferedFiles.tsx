import { Button } from 'antd'

import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { SendLink } from './SendLink.tsx'
import type { RunningTask } from './tasks.ts'
import { downloadAddress } from './upload.ts'

interface OfferedFilesProps<I> {
  readonly making: RunningTask<I, { readonly download: string; readonly fileName: string }>
  /** What can be made, and what the button for it says. */
  readonly kinds: readonly { readonly input: I; readonly label: string }[]
}

/** Buttons that make a file and hand it over at once. */
export function OfferedFiles<I>({ making, kinds }: OfferedFilesProps<I>) {
  const fetch = async (input: I) => {
    const made = await making.start(input)
    if (!made) return
    const link = document.createElement('a')
    link.href = downloadAddress(made.download)
    link.download = made.fileName
    link.click()
  }
  return (
    <>
      {kinds.map(({ input, label }) => (
        <Button
          key={label}
          icon={<Icon name="export" />}
          loading={making.task.state === 'running'}
          onClick={() => void fetch(input)}
        >
          {label}
        </Button>
      ))}
      {making.task.state === 'done' && <SendLink {...making.task.result} />}
      {making.task.state === 'refused' && (
        <TroubleNote trouble={making.task.trouble} onClose={making.dismiss} />
      )}
    </>
  )
}
