import type { CoverageRow } from '#shared/audits/checklist'

import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'

/** Every clause: whether it was audited, wholly or in part, and what was found. */
export function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }) {
  const say = useSay()
  if (rows.length === 0) return null
  const head = ['questions', 'covered'] as const
  return (
    <section className="paper" aria-label={say('audits.paper.coverage')}>
      <h2>{say('audits.paper.coverage')}</h2>
      <div className="plain-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('audits.field.clause')}</th>
              {head.map((name) => (
                <th key={name} scope="col" className="right">
                  {say(`audits.paper.${name}`)}
                </th>
              ))}
              {(['major', 'minor', 'observation'] as const).map((name) => (
                <th key={name} scope="col" className="right">
                  {say(`audits.verdict.${name}`)}
                </th>
              ))}
              <th scope="col">{say('audits.paper.audited')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ clause, items, looked, findings }) => (
              <tr key={clause}>
                <th scope="row">{clause}</th>
                <td className="right">{items}</td>
                <td className="right">{looked}</td>
                <td className="right">{findings.major}</td>
                <td className="right">{findings.minor}</td>
                <td className="right">{findings.observation}</td>
                <td>
                  <Audited items={items} looked={looked} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Audited({ items, looked }: Pick<CoverageRow, 'items' | 'looked'>) {
  const say = useSay()
  if (looked === 0) return <StateTag tone="quiet" text={say('audits.paper.no')} />
  if (looked < items) return <StateTag tone="info" text={say('audits.paper.partly')} />
  return <StateTag tone="good" text={say('audits.paper.yes')} />
}
