import { BarChart, HeatmapChart, LineChart, RadarChart, SankeyChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([
  BarChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  SankeyChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
])

export type ChartOption = EChartsCoreOption
export type ChartEngine = EChartsType

/** Colours that differ in lightness too, so that they stay apart in grey and for colour-blind eyes. */
const series = {
  light: ['#0b6b57', '#d1830f', '#2f5fb3', '#a33a52', '#6b9e3a', '#6d4c9f', '#4d7a86', '#8a5a2b'],
  dark: ['#4cc2a3', '#f0b04f', '#7fa8ee', '#e58aa0', '#a8d277', '#b59ae0', '#8cbcc9', '#d3a06b'],
} as const

/** Begins a picture drawn as SVG; nothing in it needs an inline style. */
export function beginChart(element: HTMLElement, isDark: boolean): ChartEngine {
  return init(element, chartTheme(isDark), { renderer: 'svg' })
}

/** What every picture shares: colours, letters, quick motion, tooltips drawn in the picture, words for readers. */
export function dressed(option: ChartOption, isDark: boolean, font: string, label: string): ChartOption {
  const text = isDark ? '#e6e9ea' : '#1c2024'
  const ground = isDark ? '#23282a' : '#ffffff'
  return {
    animationDuration: 120,
    animationDurationUpdate: 120,
    textStyle: { fontFamily: font, color: text },
    ...option,
    aria: { enabled: true, label: { description: label } },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: ground,
      textStyle: { color: text },
      ...(option['tooltip'] as object | undefined),
    },
  }
}

/** Colours of axes, legends and series for the theme of the window. */
export function chartTheme(isDark: boolean): object {
  const text = { color: isDark ? '#b9c0c6' : '#4a5158' }
  const line = { lineStyle: { color: isDark ? '#343a3d' : '#dfe3e6' } }
  const axis = { axisLabel: text, nameTextStyle: text, axisLine: line, axisTick: line, splitLine: line }
  return {
    backgroundColor: 'transparent',
    color: [...series[isDark ? 'dark' : 'light']],
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    legend: { top: 0, bottom: 'auto', textStyle: text },
    sankey: { label: { color: isDark ? '#e6e9ea' : '#1c2024' } },
    radar: { axisName: text, splitLine: line, axisLine: line },
  }
}

/** Patterns instead of colours, for paper without them. */
export function patterned(engine: ChartEngine, isPatterned: boolean): void {
  engine.setOption({ aria: { decal: { show: isPatterned } } })
}

/** The picture as it stands, as an SVG file. */
export function svgOf(engine: ChartEngine): string {
  return engine.renderToSVGString()
}

/** The picture at twice its size as PNG, on the given ground. */
export async function pngOf(engine: ChartEngine, ground: string): Promise<Blob> {
  const [width, height] = [engine.getWidth() * 2, engine.getHeight() * 2]
  const picture = new Image(width, height)
  const address = URL.createObjectURL(new Blob([svgOf(engine)], { type: 'image/svg+xml' }))
  try {
    picture.src = address
    await picture.decode()
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('There is no canvas to draw on')
    pen.fillStyle = ground
    pen.fillRect(0, 0, width, height)
    pen.drawImage(picture, 0, 0, width, height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}
