import { Button } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'

import { useSay } from '../kernel/say.ts'
import { useIsDark } from '../kernel/theme.ts'
import {
  beginChart,
  chartTheme,
  type ChartEngine,
  type ChartOption,
  dressed,
  patterned,
  pngOf,
  svgOf,
} from './chart-engine.ts'
import { type ChartTable, ChartTableView } from './ChartTableView.tsx'
import { Icon } from './Icon.tsx'
import { saveFile } from './save-file.ts'

interface ChartProps {
  /** Name of the exported files. */
  readonly name: string
  /** What the picture shows, for its heading and for screen readers. */
  readonly label: string
  /** The picture. Give data items an `id`, so that `onPick` can say which one; draw numbers with `drawable`. */
  readonly option: ChartOption
  /** The same numbers, exact, beside it. */
  readonly table: ChartTable
  /** A click on an item, or on a number of the table: open it. */
  readonly onPick?: (id: string) => void
  readonly height?: number
}

/** A picture with its table beside it; it prints in black and white and leaves as PNG or SVG. */
export function Chart({ name, label, option, table, onPick, height = 320 }: ChartProps) {
  const say = useSay()
  const isDark = useIsDark()
  const box = useRef<HTMLDivElement>(null)
  const engine = useRef<ChartEngine>(null)
  const begin = useEffectEvent((element: HTMLElement) => beginChart(element, isDark))
  const pick = useEffectEvent((id: string) => onPick?.(id))

  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = begin(element)
    engine.current = made
    made.on('click', ({ data }) => {
      const id = (data as { readonly id?: unknown } | null)?.id
      if (typeof id === 'string') pick(id)
    })
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    const beforePrint = () => patterned(made, true)
    const afterPrint = () => patterned(made, false)
    window.addEventListener('beforeprint', beforePrint)
    window.addEventListener('afterprint', afterPrint)
    return () => {
      watch.disconnect()
      window.removeEventListener('beforeprint', beforePrint)
      window.removeEventListener('afterprint', afterPrint)
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const font = getComputedStyle(document.body).fontFamily
    engine.current?.setTheme(chartTheme(isDark))
    engine.current?.setOption(dressed(option, isDark, font, label), true)
  }, [option, isDark, label])

  const exportSvg = () => {
    if (engine.current) saveFile(`${name}.svg`, new Blob([svgOf(engine.current)], { type: 'image/svg+xml' }))
  }
  const exportPng = async () => {
    if (engine.current) saveFile(`${name}.png`, await pngOf(engine.current, isDark ? '#141414' : '#ffffff'))
  }
  return (
    <section className="chart paper" aria-label={label}>
      <div className="chart-head">
        <h2>{label}</h2>
        <span className="no-print">
          <Button type="text" icon={<Icon name="export" />} onClick={() => void exportPng()}>
            {say('frame.chart.png')}
          </Button>
          <Button type="text" icon={<Icon name="export" />} onClick={exportSvg}>
            {say('frame.chart.svg')}
          </Button>
        </span>
      </div>
      <div className="chart-body">
        <div className="chart-picture" ref={box} style={{ height }} role="img" aria-label={label} />
        <ChartTableView
          table={table}
          label={say('frame.chart.table', { label })}
          height={height}
          {...(onPick && { onPick })}
        />
      </div>
    </section>
  )
}
