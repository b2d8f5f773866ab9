import { Select } from 'antd'
import { useState } from 'react'

import type { GridRow } from '#shared/activity/contract'
import { closingMonthOf } from '#shared/activity/model'
import { monthsOf } from '#shared/kernel/period'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { placeOfCell } from './entry-draft.ts'

interface ReviewBarProps {
  readonly facility: NodeId
  readonly year: number
  readonly rows: readonly GridRow[]
  /** The cell with the focus; its month is the one that is offered. */
  readonly focus: string | null
}

/** The second and third pair of eyes on a whole month: check, approve. */
export function ReviewBar({ facility, year, rows, focus }: ReviewBarProps) {
  const say = useSay()
  const may = useMay()
  const [chosen, setChosen] = useState<{ readonly month: string; readonly focus: string | null } | null>(null)
  const act = useCommand(({ kind, month, reason }: ReviewAct) => {
    const select = { by: 'month', facility, month, parameters: null } as const
    const why = reason === '' ? null : reason
    if (kind === 'check') return api.activity.check({ select, reason: why })
    return api.activity.approve({ select, reason: why })
  })
  const waiting = waitingIn(rows)
  const focused = focus === null ? null : closingMonthOf(placeOfCell(focus).month)
  const first = monthsOf(year).find((month) => waiting(month, 'submitted') + waiting(month, 'checked') > 0)
  // The month chosen by hand holds until the focus goes to another cell.
  const month = (chosen?.focus === focus ? chosen.month : focused) ?? first ?? `${year}-01`
  const [submitted, checked] = [waiting(month, 'submitted'), waiting(month, 'checked')]
  const run = (kind: ReviewAct['kind']) => (reason: string) => void act.run({ kind, month, reason })
  if (!may('activity.check') && !may('activity.approve')) return null
  return (
    <>
      <div className="activity-bar" role="group" aria-label={say('activity.review.title')}>
        <Select
          aria-label={say('activity.review.month')}
          value={month}
          options={monthsOf(year).map((value) => ({ value, label: value }))}
          onChange={(value) => setChosen({ month: value, focus })}
          style={{ width: 110 }}
        />
        <StateTag
          tone={submitted > 0 ? 'warn' : 'quiet'}
          icon="pending"
          text={say('activity.review.to-check', { count: submitted })}
        />
        <StateTag
          tone={checked > 0 ? 'warn' : 'quiet'}
          icon="pending"
          text={say('activity.review.to-approve', { count: checked })}
        />
        {may('activity.check') && submitted > 0 && (
          <ConfirmAct
            label={say('activity.review.check', { month })}
            question={say('activity.review.check.question', { month, count: submitted })}
            reasonLabel={say('activity.review.alone')}
            isReasonOptional
            onConfirm={run('check')}
            button={{ loading: act.busy }}
          />
        )}
        {may('activity.approve') && checked > 0 && (
          <ConfirmAct
            label={say('activity.review.approve', { month })}
            question={say('activity.review.approve.question', { month, count: checked })}
            reasonLabel={say('activity.review.alone')}
            isReasonOptional
            onConfirm={run('approve')}
            button={{ loading: act.busy }}
          />
        )}
      </div>
      <TroubleNote trouble={act.trouble} onClose={act.forget} />
    </>
  )
}

interface ReviewAct {
  readonly kind: 'check' | 'approve'
  readonly month: string
  readonly reason: string
}

/** How many cells closed with a month have readings in that state. */
function waitingIn(rows: readonly GridRow[]) {
  const cells = rows.flatMap((row) => row.cells)
  return (month: string, state: 'submitted' | 'checked') =>
    cells.filter((cell) => closingMonthOf(cell.month) === month && cell.states.includes(state)).length
}
