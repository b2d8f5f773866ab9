import { Button } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useCoverage } from './use-operation.ts'

const tones = { own: 'good', whole: 'info', none: 'warn' } as const
/** Rows shown until all are asked for. */
const first = 8

/** The largest sources, whether a target speaks of them, and the way to one. */
export function CoverageSection() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { data } = useCoverage()
  const [isWhole, setWhole] = useState(false)
  if (!data || data.year === null || data.sources.length === 0) return null
  const { sources, year } = data
  const shown = isWhole ? sources : sources.slice(0, first)
  const label = say('performance.coverage')
  const head = ['emission', 'share', 'cumulated'] as const
  return (
    <section className="paper" aria-label={label}>
      <h2>{label}</h2>
      <p className="page-purpose">{say('performance.coverage.why', { year })}</p>
      <div
        className="plain-scroll"
        role="region"
        tabIndex={0}
        aria-label={say('frame.chart.table', { label })}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('performance.coverage.source')}</th>
              {head.map((each) => (
                <th key={each} scope="col" className="right">
                  {say(`performance.coverage.${each}`)}
                </th>
              ))}
              <th scope="col">{say('performance.coverage.cover')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ source, name, emission, share, cumulated, cover, objectives }) => (
              <tr key={source}>
                <th scope="row">
                  <button type="button" className="openable" onClick={() => go(`/monitoring/${source}`)}>
                    {name}
                  </button>
                </th>
                <td className="right">
                  <NumberText value={emission} unit="tCO2e" decimals={2} />
                </td>
                <td className="right">
                  <NumberText value={share} unit="%" decimals={1} />
                </td>
                <td className="right">
                  <NumberText value={cumulated} unit="%" decimals={1} />
                </td>
                <td>
                  <StateTag tone={tones[cover]} text={say(`performance.coverage.${cover}`)} />{' '}
                  {objectives.map(({ id, title }) => (
                    <button
                      key={id}
                      type="button"
                      className="openable"
                      onClick={() => go(`/performance/targets/${id}`)}
                    >
                      {title}
                    </button>
                  ))}
                  {cover !== 'own' && may('performance.enter') && (
                    <Button size="small" onClick={() => go('/performance/targets/new')}>
                      {say('performance.coverage.new')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isWhole && sources.length > first && (
        <div className="performance-acts">
          <Button onClick={() => setWhole(true)}>
            {say('performance.coverage.more', { count: sources.length })}
          </Button>
        </div>
      )}
    </section>
  )
}
