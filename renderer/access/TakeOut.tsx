import { useState } from 'react'

import type { AuditFilter } from '#shared/access/audit'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { OfferedFiles } from '../kernel/OfferedFiles.tsx'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { trailTime } from '../kernel/trail-word.ts'
import { StateTag } from '../ui/StateTag.tsx'

const kinds = ['csv', 'jsonl'] as const
type Kind = (typeof kinds)[number]

/** The trail as a file, its head on paper, and every head that left the plant so far. */
export function TakeOut({ filter }: { readonly filter: AuditFilter }) {
  const say = useSay()
  const exporting = useTask((kind: Kind, signal: AbortSignal) =>
    api.access.auditExport({ filter, kind }, { signal }),
  )
  const printing = useTask((_: null, signal: AbortSignal) =>
    api.access.anchorSheet({ language: say.language }, { signal }),
  )
  return (
    <>
      <div className="page-acts" title={say('access.audit.export.why')}>
        <OfferedFiles
          making={exporting}
          kinds={kinds.map((input) => ({ input, label: say(`access.audit.export.${input}`) }))}
        />
        <OfferedFiles making={printing} kinds={[{ input: null, label: say('access.anchor.print') }]} />
      </div>
      <GivenAnchors />
    </>
  )
}

function GivenAnchors() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useAsk(['access', 'anchors'], () => api.access.anchors({}), { also: ['exchange'] })
  if (data.length === 0) return null
  const broken = data.filter(({ holds }) => !holds).length
  return (
    <details open={isOpen || broken > 0} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('access.anchor.given')} {data.length}
      </summary>
      <p className="page-purpose">{say('access.anchor.given.why')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('access.audit.seq')}</th>
            <th scope="col">{say('access.audit.at')}</th>
            <th scope="col">{say('access.anchor.purpose')}</th>
            <th scope="col">{say('access.anchor.hash')}</th>
            <th scope="col">{say('access.audit.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ seq, hash, at, purpose, holds }, index) => (
            <tr key={index}>
              <td className="number">{seq}</td>
              <td>{at === null ? '—' : trailTime(at)}</td>
              <td>{say(`access.anchor.purpose.${purpose}`)}</td>
              <td className="audit-hash">{hash.slice(0, 16)}…</td>
              <td>
                <StateTag
                  tone={holds ? 'good' : 'stop'}
                  text={say(holds ? 'access.anchor.holds' : 'access.anchor.broken')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
