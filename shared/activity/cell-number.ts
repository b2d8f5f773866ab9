import {
  type Cell,
  type Notice,
  type Outcome,
  missing,
  refused,
  taken,
  textCell,
} from '#shared/activity/cell'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import { measureOf } from '#shared/kernel/unit-names'
import type { Measure } from '#shared/kernel/units'

/** A number as entered: `mantissa × 10^-scale`, and the unit if one stood in the cell (`1200 t`, `12.5%`). */
export interface EnteredNumber {
  readonly mantissa: string
  readonly scale: number
  readonly unit: Measure | null
}

export interface NumberRules {
  readonly allowsNegative: boolean
  /** What a lone mark before three digits is: `1,234` is 1234 under `point` and 1.234 under `comma`. */
  readonly decimalMark: 'point' | 'comma'
}

/** |mantissa| < 10^15, so that sums over integers cannot overflow; it is also all that a spreadsheet shows. */
const maxDigits = 15
const maxScale = 12

/** What people write where there is no value. None of it is zero. */
const noValue = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '−',
  '/',
  '\\',
  '无',
  '空',
  '缺',
  '缺失',
  '无数据',
  '未填',
  '.',
  '…',
  'n/a',
  'na',
  'null',
  'nil',
  'none',
])

/** Reads a cell that should hold an amount. Says exactly why it cannot, and what was most likely meant. */
export function numberOf(cell: Cell, rules: NumberRules): Outcome<EnteredNumber> {
  switch (cell.holds) {
    case 'empty':
      return cell.kind === 'formula'
        ? refused('activity.formula-without-value', { formula: cell.raw })
        : missing
    case 'error':
      return refused('activity.cell-error', { entered: cell.text })
    case 'boolean':
      return refused('activity.not-a-number', { entered: cell.text })
    case 'date':
      return refused('activity.date-not-number', { entered: cell.text })
    case 'number':
    case 'text': {
      const outcome = numberIn(cell.text, rules, cell.holds === 'number')
      if (outcome.kind !== 'value' || cell.kind !== 'formula') return outcome
      return taken(outcome.value, [
        { code: 'activity.formula-value', facts: { read: cell.text } },
        ...outcome.notices,
      ])
    }
  }
}

/** The plain decimal text of a mantissa and scale: `plainDecimal('-5', 2)` is `-0.05`. */
export function plainDecimal(mantissa: string, scale: number): DecimalText {
  const negative = mantissa.startsWith('-')
  const digits = (negative ? mantissa.slice(1) : mantissa).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const plain = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`
  return negative ? `-${plain}` : plain
}

function numberIn(entered: string, rules: NumberRules, stored: boolean): Outcome<EnteredNumber> {
  if (/^\d{1,15}(\.\d{1,12})?$/.test(entered) && rules.decimalMark === 'point')
    return plainNumber(entered, stored)
  const text = halfWidth(entered).trim()
  if (noValue.has(text.toLowerCase())) return missing
  if (/^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(text))
    return refused('activity.cell-error', { entered })
  const [, enclosed] = /^\(([^()]*\d[^()]*)\)$/.exec(text) ?? []
  if (enclosed !== undefined) return signed(enclosed, true, entered, rules, stored)
  const [, trailing] = /^([^-]*\d)\s*-$/.exec(text) ?? []
  if (trailing !== undefined) return signed(trailing, true, entered, rules, stored)
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return signed(text.slice(sign.length).trim(), sign === '-', entered, rules, stored)
}

/** Nearly all numbers need none of the rules below. */
function plainNumber(entered: string, stored: boolean): Outcome<EnteredNumber> {
  const point = entered.indexOf('.')
  const isTrimmed = point > 0 && !entered.startsWith('0') && !entered.endsWith('0')
  if (isTrimmed && entered.length - 1 <= maxDigits)
    return taken({
      mantissa: entered.slice(0, point) + entered.slice(point + 1),
      scale: entered.length - point - 1,
      unit: null,
    })
  const scaled = toScaled(entered, 0, stored, entered)
  return scaled.kind === 'value' ? taken({ ...scaled.value, unit: null }) : scaled
}

function signed(
  text: string,
  negative: boolean,
  entered: string,
  rules: NumberRules,
  stored: boolean,
): Outcome<EnteredNumber> {
  const parts = /^(\d[\d.,'\s]*|\.\d+)(?:[eE]([+-]?\d+))?(.*)$/su.exec(text)
  if (!parts) return wordsAround(text, negative, entered, rules)
  const [, digits = '', exponent = '0', suffix = ''] = parts
  const unit = suffix.trim() === '' ? null : measureOf(suffix.replace(/^\s*\(|\)\s*$/g, ''))
  if (suffix.trim() !== '' && unit === null) return wordsAround(text, negative, entered, rules)

  const read = withoutSeparators(digits.trim(), rules.decimalMark)
  if (read.kind !== 'value') return read
  const scaled = toScaled(read.value, Number(exponent.slice(0, 9)), stored, entered)
  if (scaled.kind !== 'value') return scaled
  const isZero = scaled.value.mantissa === '0'
  if (negative && !isZero && !rules.allowsNegative) return refused('activity.negative', { entered })
  const mantissa = negative && !isZero ? `-${scaled.value.mantissa}` : scaled.value.mantissa
  const notices = [
    ...read.notices,
    ...(halfWidth(entered) === entered
      ? []
      : [noticeOfWidth(entered, plainDecimal(mantissa, scaled.value.scale))]),
  ]
  return taken({ mantissa, scale: scaled.value.scale, unit }, notices)
}

/** Something besides the number stands in the cell. Where it is surely just decoration the number is proposed. */
function wordsAround(text: string, negative: boolean, entered: string, rules: NumberRules): Outcome<never> {
  if (!/\d/.test(text)) return refused('activity.not-a-number', { entered })
  const [, before = '', number, after = ''] =
    /^([^\d]*?)(\d[\d.,']*(?:[eE][+-]?\d+)?)([^\d]*)$/su.exec(text) ?? []
  if (number === undefined || number === text) return refused('activity.not-a-number', { entered })
  const bounded = /[<>≤≥＜＞±]|小于|大于|低于|高于|不足|超过|以上|以下/u.test(before + after)
  const proposed = `${negative ? '-' : ''}${number}`
  const readable = numberIn(proposed, rules, false).kind === 'value'
  return refused('activity.text-in-number', { entered }, !bounded && readable ? proposed : null)
}

/** Takes thousands separators away; the result has digits and at most one decimal point. */
function withoutSeparators(digits: string, decimalMark: 'point' | 'comma'): Outcome<string> {
  if (/^\d*\.?\d*$/.test(digits) && !(decimalMark === 'comma' && oneGroup('.', digits))) return taken(digits)
  if (/[\s']/.test(digits)) {
    if (!/^\d{1,3}([\s']\d{3})+([.,]\d+)?$/.test(digits))
      return refused('activity.bad-grouping', { entered: digits })
    return asDecimal(digits.replace(/[\s']/g, ''))
  }
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1]
  if (points > 0 && commas > 0) {
    if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return taken(digits.replaceAll(',', ''))
    if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return asDecimal(digits.replaceAll('.', ''))
    return refused('activity.bad-grouping', { entered: digits })
  }
  if (points + commas === 1) return loneMark(digits, points === 1 ? '.' : ',', decimalMark)
  if (/^\d{1,3}(,\d{3})+$/.test(digits)) return taken(digits.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) {
    const last = digits.lastIndexOf('.')
    return refused('activity.two-readings', {
      entered: digits,
      first: digits.replaceAll('.', ''),
      second: `${digits.slice(0, last).replaceAll('.', '')}${digits.slice(last)}`,
    })
  }
  const joined = digits.replaceAll(',', '')
  return refused(
    'activity.bad-grouping',
    { entered: digits },
    points === 0 && /^\d+$/.test(joined) ? joined : null,
  )
}

/** `1,234`: a thousand or one and a bit. The mapping says which; the other reading is shown beside it. */
function loneMark(digits: string, mark: '.' | ',', decimalMark: 'point' | 'comma'): Outcome<string> {
  const asPoint = digits.replace(',', '.')
  const thousandsMark = decimalMark === 'point' ? ',' : '.'
  if (!oneGroup(mark, digits)) return asDecimal(digits)
  if (mark === thousandsMark)
    return taken(digits.replace(mark, ''), [
      {
        code: 'activity.comma-as-thousands',
        facts: { entered: digits, read: digits.replace(mark, ''), other: asPoint },
      },
    ])
  return taken(asPoint, [{ code: 'activity.decimal-comma', facts: { entered: digits, read: asPoint } }])
}
function oneGroup(mark: '.' | ',', digits: string): boolean {
  return mark === ',' ? /^[1-9]\d{0,2},\d{3}$/.test(digits) : /^[1-9]\d{0,2}\.\d{3}$/.test(digits)
}
function asDecimal(digits: string): Outcome<string> {
  if (!digits.includes(',')) return taken(digits)
  const read = digits.replace(',', '.')
  if (read.endsWith('.')) return refused('activity.bad-grouping', { entered: digits }, read.slice(0, -1))
  return taken(read, [{ code: 'activity.decimal-comma', facts: { entered: digits, read } }])
}

/**
 * Brings digits into mantissa and scale, within the limits of the store. A spreadsheet keeps numbers in binary and
 * so may hold 0.30000000000000004 where it shows 0.3: that is told, and the 15 digits that it shows are proposed.
 */
function toScaled(
  plain: string,
  exponent: number,
  stored: boolean,
  entered: string,
): Outcome<{ readonly mantissa: string; readonly scale: number }> {
  const [whole = '', fraction = ''] = plain.split('.')
  const leading = `${whole}${fraction}`.replace(/^0+/, '')
  const digits = leading.replace(/0+$/, '')
  if (digits === '') return taken({ mantissa: '0', scale: 0 })
  const scale = fraction.length - exponent - (leading.length - digits.length)
  if (digits.length - scale > maxDigits) return refused('activity.number-too-large', { entered })
  if (scale <= 0) return taken({ mantissa: digits + '0'.repeat(-scale), scale: 0 })
  if (digits.length <= maxDigits && scale <= maxScale) return taken({ mantissa: digits, scale })
  const code = stored && digits.length > maxDigits ? 'activity.float-noise' : 'activity.too-precise'
  return refused(code, { entered }, shortened(digits, scale))
}

/** At most 15 digits and 12 decimals, rounded half up; null where nothing of the number would be left. */
function shortened(digits: string, scale: number): string | null {
  if (digits.length > 400 || scale > 400) return null
  const short = new Decimal(`${digits}e-${scale}`).toSignificantDigits(maxDigits).toDecimalPlaces(maxScale)
  return short.isZero() ? null : short.toFixed()
}

function noticeOfWidth(entered: string, read: string): Notice {
  return { code: 'activity.full-width', facts: { entered, read } }
}

/** Full-width digits and marks as they come from a Chinese input method, and the many kinds of space and minus. */
function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[。]/g, '.')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
}

/** Reads a text that a person took as the repair of a cell, or typed into a grid. */
export function numberInText(text: string, rules: NumberRules): Outcome<EnteredNumber> {
  return numberOf(textCell(text), rules)
}
