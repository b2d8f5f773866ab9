import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { z } from 'zod'

import { auditId } from '#shared/audits/audit'
import { recordRef } from '#shared/kernel/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { columnWord, tableWord } from '../kernel/trail-word.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { sizeText } from '../ui/size-text.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const kept = z.object({
  text: z.string().default(''),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({}),
})

/** A record of the plant as it stood when the package was made, for whoever audits far from it. */
export function BroughtPage() {
  const { id } = useParams()
  const [params] = useSearchParams()
  const audit = auditId.safeParse(id)
  const record = recordRef.safeParse(params.get('record'))
  if (audit.success && record.success) return <Opened audit={audit.data} record={record.data} />
  return <TroubleNote trouble={null} />
}

type Asked = Parameters<typeof api.audits.brought>[0]

function Opened({ audit, record }: Asked) {
  const say = useSay()
  const go = useGo()
  const { data, error } = useAsk(['audits', 'brought', audit, record], () =>
    api.audits.brought({ audit, record }),
  )
  const content = data && kept.parse(JSON.parse(data.snapshot))
  return (
    <PageFrame
      title={data?.title ?? say('audits.brought')}
      purpose={say('audits.brought.purpose')}
      action={<Button onClick={() => go(`/audits/${audit}`)}>{say('audits.title')}</Button>}
    >
      <TroubleNote trouble={error} />
      {content && content.text !== '' && <p className="record-words">{content.text}</p>}
      {Object.entries(content?.rows ?? {}).map(([table, rows]) => (
        <section key={table} className="paper" aria-label={tableWord(say, table)}>
          <h2>{tableWord(say, table)}</h2>
          {rows.map((row, at) => (
            <Row key={at} table={table} row={row} />
          ))}
        </section>
      ))}
      {data && data.files.length > 0 && (
        <section className="paper" aria-label={say('frame.record.files')}>
          <h2>{say('frame.record.files')}</h2>
          <ul className="record-list">
            {data.files.map(({ sha256, name, size }) => (
              <li key={sha256}>
                <a href={evidenceAddress(sha256, name)} target="_blank" rel="noreferrer">
                  {name}
                </a>{' '}
                {sizeText(size)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data && <code className="evidence-hash">SHA-256 {data.sha256}</code>}
    </PageFrame>
  )
}

function Row({ table, row }: { readonly table: string; readonly row: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  return (
    <table className="plain-table">
      <tbody>
        {filled.map(([column, value]) => (
          <tr key={column}>
            <th scope="row">{columnWord(say, table, column)}</th>
            <td>{typeof value === 'string' ? value : JSON.stringify(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
