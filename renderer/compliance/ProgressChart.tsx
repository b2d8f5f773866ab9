import { type Progress, scoreOn } from '#shared/compliance/progress'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'

/** The score day by day, of the whole and of each subsystem; a day on which nothing changed is not listed. */
export function ProgressChart({ progress }: { readonly progress: readonly Progress[] }) {
  const say = useSay()
  const present = subsystems.filter((each) =>
    progress.some(({ counts }) => counts.some(({ subsystem }) => subsystem === each)),
  )
  const lines: readonly (Subsystem | null)[] = present.length > 1 ? [null, ...present] : [null]
  const nameOf = (line: Subsystem | null) =>
    line === null ? say('compliance.map.all') : say(`compliance.subsystem.${line}`)
  const option = {
    grid: { left: 48, right: 16, top: 40, bottom: 32 },
    legend: {},
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'time',
      minInterval: 86_400_000,
      axisLabel: { formatter: '{yyyy}-{MM}-{dd}', hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value} %' } },
    series: lines.map((line) => ({
      name: nameOf(line),
      type: 'line',
      step: 'end',
      symbolSize: 7,
      lineStyle: { width: line === null ? 3 : 1.5 },
      data: progress.map((on) => {
        const score = scoreOn(on, line)
        return [on.day, score === null ? null : drawable(score)]
      }),
    })),
  }
  const table = {
    head: [say('compliance.map.day'), ...lines.map(nameOf)],
    decimals: 1,
    none: '—',
    rows: progress.toReversed().map((on) => ({
      key: on.day,
      title: on.day,
      numbers: lines.map((line) => ({ value: scoreOn(on, line), unit: '%' })),
    })),
  }
  return (
    <Chart
      name="compliance-progress"
      label={say('compliance.map.progress')}
      option={option}
      table={table}
      height={260}
    />
  )
}
