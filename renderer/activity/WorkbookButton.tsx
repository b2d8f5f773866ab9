import { Button } from 'antd'

import type { Month } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface WorkbookButtonProps {
  readonly facility: NodeId
  readonly department: string | null
  readonly month: Month
  /** Which workbook, for who cannot see where the button stands. */
  readonly label?: string
}

/** Makes the workbook of a department and month and hands it over at once. */
export function WorkbookButton({ facility, department, month, label }: WorkbookButtonProps) {
  const say = useSay()
  const make = useTask((_: null, signal) =>
    api.activity.collectionWorkbook({ facility, department, month, language: say.language }, { signal }),
  )
  const fetch = async () => {
    const made = await make.start(null)
    if (!made) return
    const link = document.createElement('a')
    link.href = downloadAddress(made.download)
    link.download = made.name
    link.click()
  }
  return (
    <>
      <Button
        size={label === undefined ? 'middle' : 'small'}
        icon={<Icon name="export" />}
        loading={make.task.state === 'running'}
        {...(label !== undefined && { 'aria-label': label })}
        onClick={(event) => {
          event.stopPropagation()
          void fetch()
        }}
      >
        {say('activity.collect.workbook')}
      </Button>
      {make.task.state === 'done' && (
        <SendLink download={make.task.result.download} fileName={make.task.result.name} />
      )}
      {make.task.state === 'refused' && <TroubleNote trouble={make.task.trouble} onClose={make.dismiss} />}
    </>
  )
}
