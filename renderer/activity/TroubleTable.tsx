import { Button } from 'antd'

import type { ImportTrouble } from '#shared/activity/preview-model'

import { useSay } from '../kernel/say.ts'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

export const troubleTones: Readonly<Record<ImportTrouble['severity'], Tone>> = {
  error: 'stop',
  warning: 'warn',
  note: 'info',
}

interface TroubleTableProps {
  readonly troubles: readonly ImportTrouble[]
  /** How many there are; the list may be cut. */
  readonly total: number
  readonly accepted: readonly string[]
  readonly onRepair: (which: string, isTaken: boolean) => void
  readonly isBusy: boolean
}

/** Every trouble at its cell, with what was most likely meant. */
export function TroubleTable({ troubles, total, accepted, onRepair, isBusy }: TroubleTableProps) {
  const say = useSay()
  const columns: readonly RecordColumn<ImportTrouble>[] = [
    {
      key: 'severity',
      title: say('activity.column.state'),
      text: ({ severity }) => say(`activity.trouble.${severity}`),
      cell: ({ severity }) => (
        <StateTag tone={troubleTones[severity]} text={say(`activity.trouble.${severity}`)} />
      ),
      choices: true,
      width: 100,
    },
    { key: 'cell', title: say('activity.preview.cell'), text: ({ cell }) => cell, width: 120 },
    {
      key: 'header',
      title: say('activity.preview.header'),
      text: ({ header }) => header,
      choices: true,
      width: 150,
    },
    { key: 'entered', title: say('activity.detail.text'), text: ({ entered }) => entered, width: 120 },
    { key: 'what', title: say('activity.preview.what'), text: (trouble) => say.of(trouble), width: 380 },
    {
      key: 'repair',
      title: say('activity.preview.repair'),
      text: ({ repair }) => repair ?? '',
      cell: ({ code, cell, repair }) => {
        if (repair === null) return ''
        const which = `${code} ${cell}`
        const isTaken = accepted.includes(which) || accepted.includes(code)
        return (
          <Button
            size="small"
            disabled={isBusy || accepted.includes(code)}
            aria-pressed={isTaken}
            onClick={() => onRepair(which, !isTaken)}
          >
            {say(isTaken ? 'activity.preview.repaired' : 'activity.preview.take', { text: repair })}
          </Button>
        )
      },
      width: 150,
    },
  ]
  return (
    <div className="activity-rows">
      <RecordTable
        name="import-troubles"
        label={say('activity.preview.troubles')}
        rows={troubles}
        rowKey={({ code, cell, row }) => `${row} ${cell} ${code}`}
        columns={columns}
        acts={
          total > troubles.length && (
            <span className="unit">
              {say('activity.preview.first-of', { shown: troubles.length, total })}
            </span>
          )
        }
      />
    </div>
  )
}
