import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { AuditCell, AuditDetail as Detail } from '#shared/access/audit'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import {
  cellWord,
  columnWord,
  procedureWord,
  tableWord,
  touchedWord,
  trailTime,
  whoWord,
} from './procedure-word.ts'
import { useNames } from './use-names.ts'

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
            <Change key={at} change={change} isWhole={isWhole} />
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

type RowChange = Detail['changes'][number]
type Field = RowChange['fields'][number]

const sides = { insert: ['after'], update: ['before', 'after'], delete: ['before'] } as const
const differs = ({ before, after }: Field) =>
  before?.text !== after?.text || before?.isRemoved !== after?.isRemoved
const isFilled = (cell: AuditCell | null) => cell !== null && (cell.text !== null || cell.isRemoved)

function Change({ change, isWhole }: { readonly change: RowChange; readonly isWhole: boolean }) {
  const say = useSay()
  const names = useNames()
  const { table, op } = change
  const shown = change.fields.filter((field) =>
    op === 'update' ? isWhole || differs(field) : isFilled(field.before ?? field.after),
  )
  return (
    <section>
      <p>
        {say(`access.audit.op.${op}`)} {tableWord(say, table)}
      </p>
      <table className="audit-change">
        <thead>
          <tr>
            <th scope="col">{say('access.audit.field')}</th>
            {sides[op].map((side) => (
              <th scope="col" key={side}>
                {say(`access.audit.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field.name}>
              <th scope="row">{columnWord(say, table, field.name)}</th>
              {sides[op].map((side) => (
                <td
                  key={side}
                  className={op === 'update' && side === 'after' && differs(field) ? 'changed' : ''}
                >
                  {cellWord(say, field[side] ?? { text: null, isRemoved: false }, names)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
