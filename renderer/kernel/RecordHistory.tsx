import { Button } from 'antd'
import { useState } from 'react'

import type { RecordRef } from '#shared/kernel/record'

import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { useSay } from './say.ts'
import { procedureWord, trailTime, whoWord } from './trail-word.ts'
import { TrailChange } from './TrailChange.tsx'

interface RecordHistoryProps {
  readonly record: RecordRef
  /** Only lines before this one of the trail. */
  readonly before?: number
}

/** What was done to a record, newest first, as the audit trail holds it. */
export function RecordHistory({ record, before }: RecordHistoryProps) {
  const say = useSay()
  const [isOlder, setOlder] = useState(false)
  const area = record.slice(0, record.indexOf('/'))
  const { data, error } = useAsk(
    ['kernel', 'history', record, before],
    () => api.access.history({ record, ...(before !== undefined && { before }) }),
    { also: [area] },
  )
  if (error) return <TroubleNote trouble={error} />
  if (!data) return null
  if (data.lines.length === 0) return <p className="page-purpose">{say('frame.record.no-history')}</p>
  return (
    <>
      {data.lines.map((line) => (
        <details key={line.seq} className="record-event">
          <summary>
            {procedureWord(say, line.procedure)}
            <span className="page-purpose">
              {trailTime(line.at)} · {whoWord(say, line)}
            </span>
          </summary>
          {line.changes.map((change, at) => (
            <TrailChange key={at} change={change} isWhole={false} />
          ))}
        </details>
      ))}
      {data.next !== null && !isOlder && (
        <Button onClick={() => setOlder(true)}>{say('frame.record.older')}</Button>
      )}
      {data.next !== null && isOlder && <RecordHistory record={record} before={data.next} />}
    </>
  )
}
