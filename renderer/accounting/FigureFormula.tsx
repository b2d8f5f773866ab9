import type { FigureRecord } from '#shared/kernel/figure'

import { useSay } from '../kernel/say.ts'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { formulaOf } from './figure-formula.ts'

interface FigureFormulaProps {
  readonly figure: FigureRecord
  readonly onOpen: (index: number, operand: FigureRecord) => void
}

/** The formula with the values in place, each of them openable, and the result. */
export function FigureFormula({ figure, onOpen }: FigureFormulaProps) {
  const say = useSay()
  const pieces = formulaOf(figure)
  if (!pieces) return null
  const { operands, operation } = figure
  return (
    <section aria-label={say('accounting.explain.formula')}>
      <h4>{say('accounting.explain.formula')}</h4>
      <p className="figure-formula">
        {pieces.map((piece, index) => {
          if (typeof piece === 'string') return <span key={index}> {piece} </span>
          const operand = operands[piece]
          if (!operand) return null
          return (
            <OpenableNumber
              key={index}
              value={operand.value}
              unit={operand.unit}
              decimals={8}
              onOpen={() => onOpen(piece, operand)}
            />
          )
        })}
        <span> {operation === 'round' ? '≈' : '='} </span>
        <NumberText value={figure.value} unit={figure.unit} decimals={8} />
      </p>
    </section>
  )
}
