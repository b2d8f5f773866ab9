import { type Cell, cellAt, type TableRow, textCell } from '#shared/activity/cell'
import { isSum, periodOf, type Precision } from '#shared/activity/cell-month'
import { numberOf } from '#shared/activity/cell-number'
import { splitHeading } from '#shared/activity/cell-unit'
import { type Month, monthOf } from '#shared/kernel/period'

export type ColumnRole =
  | 'period'
  | 'value'
  | 'name'
  | 'place'
  | 'unit'
  | 'note'
  | 'evidence'
  | 'number'
  | 'sum'

const words: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(序号|行号|编号|no\.?|#|id)$/],
  ['unit', /^(单位|计量单位|数据单位|unit|units|uom)$/],
  ['note', /^(备注|说明|注|附注|note|notes|remark|remarks|comment|comments)$/],
  [
    'evidence',
    /^(凭证|凭证号|凭证编号|单号|磅单号|票号|发票号|发票号码|报告编号|化验单号|数据来源|evidence|invoice( no\.?)?|ticket( no\.?)?|document( no\.?)?)$/,
  ],
  [
    'period',
    /^(日期|年月日|时间|.{0,4}日期|月份|年月|月度|月|期间|统计期|报告期|数据时间|date|day|month|period)$/,
  ],
  [
    'value',
    /^(数值|数量|数据|数据值|用量|消耗量|使用量|实际用量|读数|活动数据|活动水平|活动数据值|净重|重量|实际值|值|amount|quantity|value|consumption|activity data|usage)$/,
  ],
  [
    'name',
    /^(参数|参数名称|项目|项目名称|指标|指标名称|名称|物料|物料名称|品种|燃料|燃料品种|燃料名称|能源|能源名称|能源品种|种类|类别|排放源|数据项|item|name|parameter|source|fuel|material|energy)$/,
  ],
  ['place', /^(设施|机组|装置|车间|部门|工序|设备|炉号|机组号|厂区|facility|plant|department|unit no\.?)$/],
]

/** What a heading says that its column is for; null where it says nothing known. */
export function roleOf(heading: string): ColumnRole | null {
  const text = heading.split(' / ').at(-1) ?? ''
  const name = splitHeading(text).name.toLowerCase()
  if (isSum(name)) return 'sum'
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

/** The month that a heading stands for; a year in a group above it (`2025年 / 1月`) counts. */
export function monthIn(heading: string, year: number): Month | null {
  const parts = heading.split(' / ')
  const written = parts.slice(0, -1).flatMap((part) => /^(\d{4})\s*年?度?$/.exec(part.trim())?.[1] ?? [])
  const rules = { year: Number(written.at(-1) ?? year), precision: 'month' as const }
  const name = splitHeading(parts.at(-1) ?? '').name
  const outcome = periodOf(textCell(name), rules)
  return outcome.kind === 'value' && outcome.value.precision === 'month' ? monthOf(outcome.value.from) : null
}

/** Whether a heading names a month without saying of which year. */
export function lacksYear(heading: string): boolean {
  return !/\d{4}|\d{2}年/.test(heading.normalize('NFKC'))
}

export interface ColumnContent {
  readonly filled: number
  /** Shares of the filled cells, 0 to 1. */
  readonly numbers: number
  readonly periods: number
  readonly texts: number
}

export function contentIn(rows: readonly TableRow[], column: number, year: number): ColumnContent {
  const cells = rows.map((row) => cellAt(row, column)).filter(({ text }) => text.trim() !== '')
  const share = (test: (cell: Cell) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  const isNumber = (cell: Cell): boolean => {
    const outcome = numberOf(cell, { allowsNegative: true, decimalMark: 'point' })
    return (
      outcome.kind === 'value' ||
      (outcome.kind === 'trouble' &&
        /float-noise|too-precise|text-in-number|formula-without-value/.test(outcome.trouble.code))
    )
  }
  const isPeriod = (cell: Cell): boolean => isPeriodCell(cell, year)
  return {
    filled: cells.length,
    numbers: share(isNumber),
    periods: share(isPeriod),
    texts: share((cell) => cell.holds === 'text' && !isNumber(cell) && !isPeriod(cell)),
  }
}

const datedDigits = /^20\d{2}((0[1-9]|1[0-2])(\d{2})?|\.\d{1,2}(\.\d{1,2})?)$/

/** Sums and quarters count as periods here: they stand in period columns. A bare number does not prove anything. */
function isPeriodCell(cell: Cell, year: number): boolean {
  if (isSum(cell.text)) return true
  if (/^[\d.]+$/.test(cell.text) && !datedDigits.test(cell.text)) return false
  const outcome = periodOf(cell, { year, precision: 'day' })
  return (
    outcome.kind === 'value' ||
    (outcome.kind === 'trouble' && /period-too-long|two-dates|date-as-number/.test(outcome.trouble.code))
  )
}

/**
 * How many cells of a row hold an amount. In a text file every cell is a text, so what looks like a number counts; a
 * bare `1` to `31` may head a column of its month or day and counts only beside a dated cell.
 */
export function amountsIn({ cells }: TableRow, year: number): number {
  const texts = cells.filter(({ holds }) => holds === 'text')
  const isDated = texts.some((cell) => isPeriodCell(cell, year))
  const isAmount = (cell: Cell): boolean => {
    const text = cell.text.normalize('NFKC').trim()
    if (!/^-?\d[\d,]*(\.\d+)?$/.test(text) || isPeriodCell(cell, year)) return false
    return isDated || !/^\d{1,2}$/.test(text)
  }
  return cells.filter(({ holds }) => holds === 'number').length + texts.filter(isAmount).length
}

/**
 * `hour` where full hours follow each other, `day` where single days stand in the column, `month` where months do, even
 * if written as their first days. A time of day beside a delivery makes no hours of it.
 */
export function precisionIn(rows: readonly TableRow[], column: number, year: number): Precision {
  if (areHours(rows, column, year)) return 'hour'
  const periods = rows.flatMap((row) => {
    const outcome = periodOf(cellAt(row, column), { year, precision: 'day' })
    return outcome.kind === 'value' ? [outcome.value] : []
  })
  const days = periods.filter(({ precision }) => precision === 'day')
  if (days.length === 0) return 'month'
  const onlyFirsts = days.every(({ from }) => from.endsWith('-01'))
  return onlyFirsts && new Set(days.map(({ from }) => from)).size > 1 ? 'month' : 'day'
}

/** Every row begins at a full hour, and most go on where the one before them ended. */
function areHours(rows: readonly TableRow[], column: number, year: number): boolean {
  const periods = rows.map((row) => periodOf(cellAt(row, column), { year, precision: 'hour' }))
  const hours = periods.flatMap((outcome) =>
    outcome.kind === 'value' && outcome.value.precision === 'hour' ? [outcome.value] : [],
  )
  if (hours.length < 2 || hours.length < periods.length * 0.8) return false
  const following = hours.filter(({ from }, index) => hours[index - 1]?.to === from)
  return following.length * 2 > hours.length - 1
}

/** `comma` where numbers such as `12,5` stand in the table and none with a decimal point. */
export function decimalMarkIn(rows: readonly TableRow[]): 'point' | 'comma' {
  const texts = rows.flatMap(({ cells }) =>
    cells.filter(({ holds }) => holds === 'text').map(({ text }) => text.trim()),
  )
  const comma = texts.some((text) => /^-?(\d{1,3}(\.\d{3})+|\d+),\d{1,2}$/.test(text))
  const point = texts.some((text) => /^-?[\d,]*\d\.\d{1,2}$/.test(text))
  return comma && !point ? 'comma' : 'point'
}

/** The year that a title above the table or the name of the sheet speaks of. */
export function yearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = /(?<!\d)(20\d{2})(?!\d)/.exec(text.normalize('NFKC'))?.[1]
    if (found !== undefined) return Number(found)
  }
  return null
}
