import type { DecimalText } from '#shared/kernel/quantity'
import { isMeasure, symbolOf } from '#shared/kernel/units'

import { useSay } from '../kernel/say.ts'
import { grouped, lowered, shortened } from './number-text.ts'

/** Text in which the digits of chemical formulas stand low, whether or not the font has U+2082. */
export function FormulaText({ text }: { readonly text: string }) {
  return lowered(text).map((piece, index) => (piece.low ? <sub key={index}>{piece.text}</sub> : piece.text))
}

/** A unit as it is printed, in grey, from its code: `tCO2e`, `GJ/10^4 Nm3`. */
export function UnitText({ unit }: { readonly unit: string }) {
  const symbol = isMeasure(unit) ? symbolOf(unit) : unit
  if (symbol === '') return null
  return (
    <span className="unit">
      <FormulaText text={symbol} />
    </span>
  )
}

interface NumberTextProps {
  /** A plain decimal text; null is missing, which is not zero. */
  readonly value: DecimalText | null
  readonly unit?: string
  /** At most so many decimals for the eye; the full number is in the hover. */
  readonly decimals?: number
}

/** A number as it should be read: tabular, thousands grouped, unit in grey, full precision on hover. */
export function NumberText({ value, unit, decimals = 6 }: NumberTextProps) {
  const say = useSay()
  if (value === null) return <span className="number missing">{say('frame.number.missing')}</span>
  const shown = shortened(value, decimals)
  return (
    <span className="number" title={shown === value ? undefined : grouped(value)}>
      {grouped(shown)}
      {unit !== undefined && (
        <>
          {'\u2009'}
          <UnitText unit={unit} />
        </>
      )}
    </span>
  )
}

/** A reported number: dotted underline, Enter or click opens how it came about. */
export function OpenableNumber({ onOpen, ...number }: NumberTextProps & { readonly onOpen: () => void }) {
  const say = useSay()
  if (number.value === null) return <NumberText {...number} />
  return (
    <button type="button" className="openable" onClick={onOpen}>
      <NumberText {...number} />
      <span className="visually-hidden"> {say('frame.number.open')}</span>
    </button>
  )
}
