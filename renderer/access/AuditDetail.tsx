import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { AuditCell, AuditDetail as Detail } from '#shared/access/audit'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { changedAreasWord, procedureWord } from './procedure-word.ts'

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
            {localTime(line.at)} · {line.name ?? say('access.audit.system')} ·{' '}
            {say(`access.audit.outcome.${line.outcome}`)}
          </p>
          {line.outcome === 'refused' && <p>{changedAreasWord(say, { ...line, tables: [] })}</p>}
          {line.changes.some(({ op }) => op === 'update') && (
            <Checkbox checked={isWhole} onChange={({ target }) => setWhole(target.checked)}>
              {say('access.audit.unchanged')}
            </Checkbox>
          )}
          {line.changes.map((change, at) => (
            <Change key={at} change={change} isWhole={isWhole} />
          ))}
          {line.more > 0 && <p>{say('access.audit.not-listed', { count: line.more })}</p>}
          <p className="page-purpose">{say('access.audit.hash')}</p>
          <p className="audit-hash">{line.hash}</p>
          <p className="page-purpose">{say('access.audit.previous')}</p>
          <p className="audit-hash">{line.previous}</p>
        </>
      )}
    </aside>
  )
}

type RowChange = Detail['changes'][number]

function Change({ change, isWhole }: { readonly change: RowChange; readonly isWhole: boolean }) {
  const say = useSay()
  const differs = ({ before, after }: RowChange['fields'][number]) =>
    before?.text !== after?.text || before?.isRemoved !== after?.isRemoved
  const shown = change.fields.filter((field) =>
    change.op === 'update' ? isWhole || differs(field) : hasText(field.before ?? field.after),
  )
  return (
    <section>
      <p>
        {change.table} · {say(`access.audit.op.${change.op}`)}
      </p>
      <table className="audit-change">
        <thead>
          <tr>
            <th scope="col">{say('access.audit.field')}</th>
            <th scope="col">{say('access.audit.before')}</th>
            <th scope="col">{say('access.audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.name}</th>
              <Cell cell={field.before} isChanged={false} />
              <Cell cell={field.after} isChanged={differs(field)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const hasText = (cell: AuditCell | null) => cell !== null && (cell.text !== null || cell.isRemoved)

function Cell({ cell, isChanged }: { readonly cell: AuditCell | null; readonly isChanged: boolean }) {
  const say = useSay()
  const word =
    cell?.isRemoved === true ? say('access.person.removed') : (cell?.text ?? say('access.audit.empty'))
  return <td className={isChanged ? 'changed' : ''}>{cell === null ? '' : word}</td>
}
