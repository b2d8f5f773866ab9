import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'

import type { InventoryId } from '#shared/accounting/inventory'
import {
  draws,
  mostDraws,
  seed,
  type Simulation,
  type UncertaintyAnalysis,
} from '#shared/accounting/uncertainty-model'
import { Decimal } from '#shared/kernel/quantity'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { Chart } from '../ui/Chart.tsx'
import { grouped, shortened } from '../ui/number-text.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'

/** Runs the simulation of an inventory and shows the last one that was kept. */
export function SimulationSection({ analysis }: { readonly analysis: UncertaintyAnalysis }) {
  const may = useMay()
  const { simulation, inventory } = analysis
  return (
    <div className="uncertainty-results">
      {may('accounting.enter') && <Run inventory={inventory.id} last={simulation} year={inventory.year} />}
      {simulation && <Drawn simulation={simulation} analysis={analysis} />}
    </div>
  )
}

interface RunProps {
  readonly inventory: InventoryId
  readonly last: Simulation | null
  readonly year: number
}

function Run({ inventory, last, year }: RunProps) {
  const say = useSay()
  const running = useTask((how: { seed: number; draws: number }, signal) =>
    api.accounting.simulate({ id: inventory, ...how }, { signal }),
  )
  const [typedSeed, setSeed] = useState(String(last?.seed ?? year))
  const [typedDraws, setDraws] = useState(String(last?.draws ?? mostDraws))
  const known = { seed: seed.safeParse(wholeOf(typedSeed)), draws: draws.safeParse(wholeOf(typedDraws)) }
  const start = () => {
    if (known.seed.success && known.draws.success)
      void running.start({ seed: known.seed.data, draws: known.draws.data })
  }
  return (
    <section className="paper" aria-label={say('accounting.uncertainty.simulation')}>
      <p className="page-purpose">{say('accounting.uncertainty.simulation.why')}</p>
      <div className="uncertainty-run">
        <div>
          <label htmlFor="uncertainty-seed">{say('accounting.uncertainty.seed')}</label>
          <Input
            id="uncertainty-seed"
            inputMode="numeric"
            value={typedSeed}
            status={known.seed.success ? '' : 'error'}
            style={{ width: 140 }}
            onChange={({ target }) => setSeed(target.value)}
          />
        </div>
        <div>
          <label htmlFor="uncertainty-draws">{say('accounting.uncertainty.draws')}</label>
          <Input
            id="uncertainty-draws"
            inputMode="numeric"
            value={typedDraws}
            status={known.draws.success ? '' : 'error'}
            style={{ width: 140 }}
            onChange={({ target }) => setDraws(target.value)}
          />
        </div>
        <Button
          type="primary"
          disabled={!known.seed.success || !known.draws.success}
          loading={running.task.state === 'running'}
          onClick={start}
        >
          {say('accounting.uncertainty.simulate')}
        </Button>
        {!known.seed.success && <StateTag tone="stop" text={say('accounting.uncertainty.seed-wrong')} />}
        {!known.draws.success && <StateTag tone="stop" text={say('accounting.uncertainty.draws-wrong')} />}
      </div>
      <TaskPanel running={running} title={say('accounting.uncertainty.simulation')} />
    </section>
  )
}
function wholeOf(text: string): number {
  return /^\d{1,10}$/.test(text.trim()) ? Number.parseInt(text, 10) : Number.NaN
}

interface DrawnProps {
  readonly simulation: NonNullable<UncertaintyAnalysis['simulation']>
  readonly analysis: UncertaintyAnalysis
}

const figures = ['mean', 'deviation', 'low', 'median', 'high'] as const

function Drawn({ simulation, analysis }: DrawnProps) {
  const say = useSay()
  const total = simulation.outputs.find(({ key }) => key === 'total')
  const names = new Map<string, string>(analysis.propagated.sources.map(({ source, name }) => [source, name]))
  const bars = useMemo(() => barsOf(total), [total])
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: bars.map(({ from }) => grouped(shortened(from, 0))) },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', barCategoryGap: '4%', data: bars.map(({ count }) => count) }],
    }),
    [bars],
  )
  if (!total) return null
  return (
    <>
      <section className="paper" aria-label={say('accounting.uncertainty.drawn')}>
        <StateTag
          tone={simulation.isCurrent ? 'good' : 'warn'}
          text={say(`accounting.uncertainty.${simulation.isCurrent ? 'current' : 'out-of-date'}`)}
        />{' '}
        {say('accounting.uncertainty.made', {
          draws: grouped(String(simulation.draws)),
          seed: simulation.seed,
          covered: shortened(simulation.covered ?? '0', 2),
        })}
        <dl className="uncertainty-figures">
          {figures.map((figure) => (
            <div key={figure}>
              <dt>{say(`accounting.uncertainty.${figure}`)}</dt>
              <dd>
                <NumberText value={total[figure]} unit="tCO2e" decimals={2} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Chart
        name="uncertainty-distribution"
        label={say('accounting.uncertainty.histogram')}
        option={option}
        height={300}
        table={{
          head: [say('accounting.uncertainty.range'), say('accounting.uncertainty.count')],
          rows: bars.map(({ from, to, count }) => ({
            key: from,
            title: `${grouped(shortened(from, 2))} – ${grouped(shortened(to, 2))}`,
            numbers: [{ value: String(count) }],
          })),
        }}
      />
      <section className="paper">
        <h2>{say('accounting.uncertainty.by-source')}</h2>
        <div
          className="plain-scroll"
          role="region"
          tabIndex={0}
          aria-label={say('accounting.uncertainty.by-source')}
        >
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('accounting.uncertainty.source')}</th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className="right">
                    {say(`accounting.uncertainty.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {simulation.outputs.map((output) => (
                <tr key={output.key}>
                  <th scope="row">
                    {output.key === 'total'
                      ? say('accounting.uncertainty.total')
                      : (names.get(output.key) ?? output.key)}
                  </th>
                  {figures.map((figure) => (
                    <td key={figure} className="right">
                      <NumberText value={output[figure]} decimals={2} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}

interface Bar {
  readonly from: string
  readonly to: string
  readonly count: number
}
/** The bars of a histogram with their ends. */
function barsOf(of: Simulation['outputs'][number] | undefined): Bar[] {
  if (!of) return []
  const { from, to, counts } = of.histogram
  const width = new Decimal(to).minus(from).div(Math.max(counts.length, 1))
  const end = (at: number) => width.times(at).plus(from).toSignificantDigits(8).toFixed()
  return counts.map((count, at) => ({ from: end(at), to: end(at + 1), count }))
}
