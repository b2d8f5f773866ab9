import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { procedureWord, touchedWord, trailTime, whoWord } from '../kernel/trail-word.ts'
import { TrailChange } from '../kernel/TrailChange.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface AuditDetailProps {
  readonly seq: number
  readonly onClose: () => void
}

/** One line of the trail, each changed row with before and after side by side. */
export function AuditDetail({ seq, onClose }: AuditDetailProps) {
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  const asked = useAsk(['access', 'audit-line', seq], () => api.access.auditDetail({ seq }))
  const line = asked.data
  const title = say('access.audit.detail', { seq })
  return (
    <aside className="paper" aria-label={title}>
      <div className="aside-head">
        <h2>{title}</h2>
        <Button type="text" icon={<Icon name="cross" />} aria-label={say('frame.close')} onClick={onClose} />
      </div>
      <TroubleNote trouble={asked.error} />
      {line && (
        <>
          <p>{procedureWord(say, line.procedure)}</p>
          <p className="page-purpose">
            {trailTime(line.at)} · {whoWord(say, line)} · {say(`access.audit.outcome.${line.outcome}`)}
          </p>
          <p>{touchedWord(say, { ...line, tables: [] })}</p>
          {line.changes.some(({ op }) => op === 'update') && (
            <Checkbox checked={isWhole} onChange={({ target }) => setWhole(target.checked)}>
              {say('access.audit.unchanged')}
            </Checkbox>
          )}
          {line.changes.map((change, at) => (
            <TrailChange key={at} change={change} isWhole={isWhole} />
          ))}
          {line.more > 0 && <p>{say('access.audit.not-listed', { count: line.more })}</p>}
          <section>
            <p className="page-purpose">{say('access.audit.hash')}</p>
            <p className="audit-hash">{line.hash}</p>
            <p className="page-purpose">{say('access.audit.previous')}</p>
            <p className="audit-hash">{line.previous}</p>
          </section>
        </>
      )}
    </aside>
  )
}
