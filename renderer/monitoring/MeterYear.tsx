import type { Lapse } from '#shared/monitoring/calibration'
import type { MeterRecord } from '#shared/monitoring/meter'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { Chart } from '../ui/Chart.tsx'
import { daysIn, type Piece, piecesOf } from './meter-days.ts'
import { useToday } from './use-today.ts'

interface YearProps {
  readonly meters: readonly MeterRecord[]
  readonly lapses: readonly Lapse[]
  readonly year: number
}

const kinds = ['valid', 'lapsed', 'settled'] as const

/** The year as a picture: each meter a bar, valid, without valid calibration, or settled. */
export function MeterYear({ meters, lapses, year }: YearProps) {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  const rows = meters
    .map(({ meter }) => ({
      meter,
      pieces: piecesOf(
        meter,
        lapses.filter((lapse) => lapse.meter === meter.id),
        year,
        today,
      ),
    }))
    .filter(({ pieces }) => pieces.length > 0)
  const label = say('monitoring.meters.year', { year })
  if (rows.length === 0) return <p className="page-purpose">{say('monitoring.meters.timeline-none')}</p>
  const longest = Math.max(...rows.map(({ pieces }) => pieces.length))
  // Stacked bars: the nth piece of every meter in one series, coloured by what it is.
  const layers = Array.from({ length: longest }, (_, at) => ({
    type: 'bar',
    stack: 'year',
    barMaxWidth: 18,
    data: rows.map(({ meter, pieces }) => itemOf(meter.id, pieces[at])),
  }))
  return (
    <Chart
      name={`meters-${year}`}
      label={label}
      height={Math.max(140, 60 + rows.length * 28)}
      onPick={(id) => go(`/monitoring/meters/${id}`)}
      option={{
        grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
        xAxis: {
          type: 'value',
          min: 0,
          max: daysIn(year),
          interval: daysIn(year) / 12,
          axisLabel: { formatter: monthOf(year) },
        },
        yAxis: { type: 'category', inverse: true, data: rows.map(({ meter }) => meter.tag) },
        tooltip: {
          formatter: ({
            data,
          }: {
            readonly data: { readonly said?: string; readonly kind?: Piece['kind'] }
          }) =>
            data.kind === undefined || data.kind === 'none'
              ? ''
              : `${data.said ?? ''} ${say(`monitoring.meters.${data.kind}`)}`,
        },
        series: layers,
      }}
      table={{
        head: [
          say('monitoring.meter.field.tag'),
          ...kinds.map((kind) => say(`monitoring.meters.days-${kind}`)),
        ],
        rows: rows.map(({ meter, pieces }) => ({
          key: meter.id,
          title: meter.tag,
          numbers: kinds.map((kind) => ({
            value: String(
              pieces.filter((piece) => piece.kind === kind).reduce((sum, { days }) => sum + days, 0),
            ),
            id: meter.id,
          })),
        })),
        decimals: 0,
      }}
    />
  )
}

/** Light and dark enough to tell apart in grey; a pattern marks what is in doubt. */
const colours = { none: 'transparent', valid: '#4c9a82', lapsed: '#c4453c', settled: '#d1a23f' } as const

function itemOf(id: string, piece: Piece | undefined) {
  if (!piece) return { value: 0 }
  const { kind, days, from, to } = piece
  return {
    value: days,
    id,
    kind,
    said: `${from} – ${to}`,
    itemStyle: {
      color: colours[kind],
      ...(kind === 'lapsed' && {
        decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -0.7 },
      }),
    },
  }
}

/** The first day of a month as its number, on an axis of twelve equal parts. */
function monthOf(year: number) {
  return (days: number) => {
    const at = Math.round((days / daysIn(year)) * 12)
    return at < 12 ? String(at + 1) : ''
  }
}
