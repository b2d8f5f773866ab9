import { addTallies, type Cell, scoreOf } from '#shared/compliance/maturity'
import type { RequirementTree } from '#shared/compliance/tree'
import { subsystems } from '#shared/kernel/subsystem'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'

interface MaturityRadarProps {
  readonly cells: readonly Cell[]
  readonly chapters: RequirementTree['chapters']
}

/** The score of every chapter, one line for each subsystem; where nothing applies there is no number, not zero. */
export function MaturityRadar({ cells, chapters }: MaturityRadarProps) {
  const say = useSay()
  const present = subsystems.filter((each) =>
    cells.some(({ subsystem, tallies }) => subsystem === each && tallies.must.asked > 0),
  )
  const score = (chapter: string, of: string | null) =>
    scoreOf(
      addTallies(
        cells
          .filter((each) => each.chapter === chapter && (of === null || each.subsystem === of))
          .map(({ tallies }) => tallies.must),
      ),
    )
  const lines = [
    { key: null, name: say('compliance.map.all') },
    ...(present.length > 1
      ? present.map((each) => ({ key: each, name: say(`compliance.subsystem.${each}`) }))
      : []),
  ]
  const option = {
    legend: { type: 'scroll' },
    tooltip: {},
    radar: {
      center: ['50%', '54%'],
      radius: '66%',
      splitArea: { show: false },
      indicator: chapters.map(({ id, title }) => ({ name: `${id} ${title[say.language]}`, max: 100 })),
    },
    series: [
      {
        type: 'radar',
        data: lines.map(({ key, name }) => ({
          name,
          value: chapters.map(({ id }) => drawable(score(id, key) ?? '0')),
          lineStyle: { width: key === null ? 3 : 1.5 },
        })),
      },
    ],
  }
  const table = {
    head: [say('compliance.map.chapter'), ...lines.map(({ name }) => name)],
    decimals: 1,
    none: '—',
    rows: chapters.map(({ id, title }) => ({
      key: id,
      title: `${id} ${title[say.language]}`,
      numbers: lines.map(({ key }) => ({ value: score(id, key), unit: '%' })),
    })),
  }
  return (
    <Chart
      name="compliance-maturity"
      label={say('compliance.maturity.radar')}
      option={option}
      table={table}
      height={360}
    />
  )
}
