import type { Cell, TableRow } from '#shared/activity/cell'
import type { LongMapping, Mapping, WideMonthsMapping, WideParametersMapping } from '#shared/activity/mapping'
import { preview } from '#shared/activity/preview'
import type { KnownParameter, PreviewOptions } from '#shared/activity/preview-model'

export const coal: KnownParameter = {
  id: 'coal',
  name: '耗煤量',
  aliases: ['燃煤'],
  unit: 't',
  allowsNegative: false,
  typical: { low: '8000', high: '12000' },
}
export const power: KnownParameter = {
  id: 'power',
  name: '外购电量',
  aliases: [],
  unit: 'MWh',
  allowsNegative: false,
  typical: { low: '700', high: '900' },
}
export const stock: KnownParameter = {
  id: 'stock',
  name: '库存变化',
  aliases: [],
  unit: 't',
  allowsNegative: true,
  typical: null,
}
export const parameters = [coal, power, stock]

const common = {
  sheet: '表1',
  header: { from: 1, to: 1 },
  lastRow: null,
  year: 2025,
  units: {},
  decimalMark: 'point',
  hiddenRows: 'leave-out',
} as const
export const long: LongMapping = {
  ...common,
  layout: 'long',
  names: [1],
  parameters: { 煤: 'coal', 电: 'power', 库存: 'stock', 水: null },
  parameter: null,
  period: { column: 0, precision: 'day' },
  value: 2,
  unit: { column: 3, fixed: null },
  note: 4,
  evidence: 5,
}
export const wideMonths: WideMonthsMapping = {
  ...common,
  layout: 'wide-months',
  names: [0],
  parameters: { '耗煤量(t)': 'coal', 外购电量: 'power' },
  unit: { column: 1, fixed: null },
  months: [
    { column: 2, month: '2025-01' },
    { column: 3, month: '2025-02' },
    { column: 4, month: '2025-03' },
  ],
  note: null,
}
export const wideParameters: WideParametersMapping = {
  ...common,
  layout: 'wide-parameters',
  parameters: {},
  period: { column: 0, precision: 'month' },
  values: [
    { column: 1, parameter: 'coal', unit: 't' },
    { column: 2, parameter: 'power', unit: null },
  ],
  note: null,
}

/** What a table comes to: readings as `煤 2025-01 12.5 t`, troubles as `error B2 code -> repair`. */
export function comesTo(mapping: Mapping, rows: readonly TableRow[], options: Partial<PreviewOptions> = {}) {
  const { readings, troubles, counts, duplicates } = preview(rows, mapping, parameters, {
    period: null,
    acceptRepairs: [],
    ...options,
  })
  return {
    readings: readings.map(
      ({ parameter, from, precision, inParameterUnit, unit, cell }) =>
        `${parameter} ${precision === 'month' ? from.slice(0, 7) : from} ${inParameterUnit} from ${unit} at ${cell}`,
    ),
    troubles: troubles.map(
      ({ severity, cell, code, repair }) =>
        `${severity} ${cell.replace('表1!', '')} ${code.replace('activity.', '')}${repair === null ? '' : ` -> ${repair}`}`,
    ),
    counts,
    duplicates: duplicates.map(
      ({ kind, cell, other, same }) =>
        `${kind} ${cell.replace('表1!', '')} ${other.replace('表1!', '')}${same ? ' same' : ''}`,
    ),
  }
}
export function troublesOf(
  mapping: Mapping,
  rows: readonly TableRow[],
  options: Partial<PreviewOptions> = {},
) {
  return comesTo(mapping, rows, options).troubles
}
export const head = ['日期', '物料', '数量', '单位', '备注', '凭证号'] as const
export const mergedCell = (text: string, range: string, first: boolean): Cell => ({
  kind: 'number',
  holds: 'number',
  text,
  raw: text,
  merged: { range, first },
})
