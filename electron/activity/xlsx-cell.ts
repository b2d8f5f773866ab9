import { serialToDate } from 'hucre'

import { type Cell, emptyCell, type PlainKind } from '#shared/activity/cell'
import { Decimal } from '#shared/kernel/quantity'

import { unescaped, type NumberShape } from './xlsx-workbook.ts'

/** A cell as its XML has it: `type` is its `t`, `value` what stands in `v` or `is`, `formula` null where it has none. */
export interface StoredCell {
  readonly type: string
  readonly shape: NumberShape
  readonly value: string | null
  readonly formula: string | null
}

export interface CellBook {
  readonly texts: readonly string[]
  readonly from1904: boolean
}

/** What a stored cell holds. Numbers come out as the shortest decimal that gives the stored binary number again. */
export function cellFrom(stored: StoredCell, book: CellBook): Cell {
  const { holds, text } = valueOf(stored, book)
  if (stored.formula !== null)
    return { kind: 'formula', text, raw: `=${stored.formula}`, holds, merged: null }
  if (holds === 'empty') return emptyCell
  return { kind: holds, text, raw: stored.type === 's' ? text : (stored.value ?? ''), holds, merged: null }
}

interface Value {
  readonly holds: PlainKind
  readonly text: string
}
const nothing: Value = { holds: 'empty', text: '' }

function valueOf({ type, shape, value, formula }: StoredCell, { texts, from1904 }: CellBook): Value {
  if (value === null) return nothing
  switch (type) {
    case 's': {
      const text = texts[Number(value)]
      return text === undefined ? { holds: 'error', text: '#REF!' } : textValue(text, formula)
    }
    case 'str':
    case 'inlineStr':
      return textValue(unescaped(value), formula)
    case 'b':
      return { holds: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { holds: 'error', text: value }
    case 'd':
      return { holds: 'date', text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ') }
    default:
      return value === '' ? nothing : numberValue(value, shape, from1904)
  }
}

/** A formula that comes to no characters has a value; an empty text cell has none. */
function textValue(text: string, formula: string | null): Value {
  return text === '' && formula === null ? nothing : { holds: 'text', text }
}

function numberValue(stored: string, shape: NumberShape, from1904: boolean): Value {
  const text = shortest(stored)
  if (text === null) return { holds: 'error', text: stored }
  if (shape === 'plain') return { holds: 'number', text }
  if (shape === 'percent') return { holds: 'number', text: `${new Decimal(text).times(100).toFixed()}%` }
  return dateValue(text, shape, from1904)
}

/**
 * Files often write 17 digits (`0.10000000000000001`) of what is 0.1. The number is binary in the file's own
 * program, so its shortest decimal is the number itself and nothing is lost by it.
 */
function shortest(stored: string): string | null {
  if (/^-?(0|[1-9]\d{0,13})$/.test(stored)) return stored
  // Of fifteen digits or fewer no two are the same binary number, so none is shorter; from 0.000001 on all are plain.
  if (stored.length <= 16 && /^-?(0\.\d{0,5}|[1-9]\d*\.\d*)[1-9]$/.test(stored)) return stored
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(stored)) return null
  const binary = Number(stored)
  return Number.isFinite(binary) ? String(binary) : stored
}

function dateValue(text: string, shape: NumberShape, from1904: boolean): Value {
  const serial = Number(text)
  if (serial < 0 || serial > 2_958_465) return { holds: 'number', text }
  const seconds = Math.round(serial * 86_400)
  if (shape === 'elapsed') return { holds: 'date', text: clock(seconds) }
  if (shape === 'time' || serial < 1) return { holds: 'date', text: clock(seconds % 86_400) }
  const days = Math.floor(seconds / 86_400)
  const on = serialToDate(days, from1904).toISOString().slice(0, 10)
  if (shape === 'month') return { holds: 'date', text: on.slice(0, 7) }
  const rest = seconds % 86_400
  return { holds: 'date', text: shape === 'day' || rest === 0 ? on : `${on} ${clock(rest)}` }
}
function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
