import { Button } from 'antd'

import type { Finding } from '#shared/kernel/finding'
import type { NodeId } from '#shared/organization/model'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { StateTag } from '../ui/StateTag.tsx'
import type { PlacedCell } from './entry-draft.ts'
import { RecordDeviation } from './RecordDeviation.tsx'

interface AbnormalActsProps {
  readonly placed: PlacedCell
  readonly facility: NodeId
  /** What is found of the value that was typed; undefined where none is. */
  readonly doubts: readonly Finding[] | undefined
  /** Leads to the note of the value that was typed. */
  readonly onExplain: () => void
  /** Makes room for another value. */
  readonly onReplace: () => void
}

/** A value far from what is usual: it is kept with a reason, replaced, or investigated as a deviation. */
export function AbnormalActs({ placed, facility, doubts, onExplain, onReplace }: AbnormalActsProps) {
  const say = useSay()
  const go = useGo()
  const { row, cell } = placed
  const finding = (doubts ?? (cell.isSealed ? [] : cell.findings)).find(isAbnormal)
  if (!finding) return null
  const explain = () =>
    doubts
      ? onExplain()
      : go(`/activity/findings?finding=${encodeURIComponent(`${finding.code} ${finding.where}`)}`)
  return (
    <div className="activity-bar" role="group" aria-label={say('activity.abnormal')}>
      <StateTag tone="warn" text={say('activity.abnormal')} />
      <Button onClick={explain}>{say('activity.abnormal.keep')}</Button>
      <Button onClick={onReplace}>{say('activity.abnormal.replace')}</Button>
      <RecordDeviation
        finding={finding}
        words={say.of(finding)}
        facility={facility}
        period={cell.month}
        parameters={[row.parameter.id]}
        label={say('activity.abnormal.investigate')}
      />
    </div>
  )
}

/** Whether the value itself is in doubt, not its proof or its state. */
function isAbnormal({ code }: Finding): boolean {
  return /^activity\.(thousandfold|thousandth|jump|outside-band)$/.test(code)
}
