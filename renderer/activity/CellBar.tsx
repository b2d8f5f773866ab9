import { Button, Input, type InputRef } from 'antd'
import { useRef } from 'react'

import type { CellDraft } from '#shared/activity/draft-cell'
import { symbolOf } from '#shared/kernel/units'
import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { AbnormalActs } from './AbnormalActs.tsx'
import { placeOfCell, withCell, withoutCells } from './entry-draft.ts'
import { UnitSelect } from './UnitSelect.tsx'
import type { Entry } from './use-entry.ts'

interface CellBarProps {
  readonly entry: Entry
  readonly cellKey: string
  readonly facility: NodeId
  readonly onOpen: (cellKey: string) => void
}

/** What can be done with the cell that has the focus: take a likely repair, change its unit, explain it, open it. */
export function CellBar({ entry, cellKey, facility, onOpen }: CellBarProps) {
  const say = useSay()
  const note = useRef<InputRef>(null)
  const placed = entry.cells.get(cellKey)
  if (!placed) return null
  const { row } = placed
  const typed = entry.draft.value.cells[cellKey]
  const read = entry.read.get(cellKey)
  const change = (to: Partial<CellDraft>) => entry.draft.change(withCell(entry.draft.value, cellKey, to))
  const repair = read?.kind === 'trouble' ? read.trouble.repair : null
  const likely = read?.kind === 'value' ? read.likelyUnit : null
  const { month } = placeOfCell(cellKey)
  const drop = () => entry.draft.change(withoutCells(entry.draft.value, [cellKey]))
  return (
    <>
      <div className="activity-bar" role="group" aria-label={`${row.parameter.name} ${month}`}>
        <span>
          {row.parameter.name} · {month}
        </span>
        {repair !== null && (
          <Button type="dashed" onClick={() => change({ text: repair })}>
            {say('activity.entry.take-repair', { text: repair })}
          </Button>
        )}
        {likely !== null && (
          <Button type="dashed" onClick={() => change({ unit: likely })}>
            {say('activity.entry.take-unit', { unit: symbolOf(likely) })}
          </Button>
        )}
        {typed && (
          <>
            <UnitSelect
              own={row.parameter.unit}
              value={read?.kind === 'value' ? read.unit : (typed.unit ?? row.parameter.unit)}
              onChange={(unit) => change({ unit })}
            />
            <Input
              ref={note}
              aria-label={say('activity.entry.note')}
              placeholder={say('activity.entry.note')}
              value={typed.note}
              maxLength={1000}
              onChange={({ target }) => change({ note: target.value })}
              style={{ width: 240 }}
            />
            <Button onClick={drop}>{say('activity.entry.drop')}</Button>
          </>
        )}
        <Button icon={<Icon name="open" />} onClick={() => onOpen(cellKey)} aria-keyshortcuts="Control+Enter">
          {say('activity.entry.open')}
        </Button>
      </div>
      <AbnormalActs
        placed={placed}
        facility={facility}
        doubts={read?.kind === 'value' ? read.doubts : undefined}
        onExplain={() => note.current?.focus()}
        onReplace={read ? drop : () => onOpen(cellKey)}
      />
    </>
  )
}
