import { formulaOf } from '#shared/monitoring/formula'
import type { FormulaDefinition } from '#shared/monitoring/formulas/definition'

import { useSay } from '../kernel/say.ts'
import { UnitText } from '../ui/NumberText.tsx'
import { SymbolText } from '../ui/SymbolText.tsx'

/** Where a formula comes from, how far that can be trusted, and what its users must know. */
export function FormulaOrigin({ formula }: { readonly formula: FormulaDefinition }) {
  const say = useSay()
  const { document, clause, verification, note } = formula
  return (
    <p className="page-purpose">
      {say('monitoring.formula.from', { document: `${document} ${clause}`.trim() })} ·{' '}
      {say(`factors.verification.${verification}`)}
      {note && (
        <span className="monitoring-second">
          <SymbolText text={note[say.language]} />
        </span>
      )}
    </p>
  )
}

/** A formula as it is written, with what each symbol stands for and the unit in which it is taken. */
export function FormulaTold({ formula }: { readonly formula: FormulaDefinition }) {
  const say = useSay()
  const { lines } = formulaOf({ calculation: { method: 'formula', formula: formula.id }, gas: 'CO2' })
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="monitoring-formula">
          <SymbolText text={line} />
        </p>
      ))}
      <FormulaOrigin formula={formula} />
      <dl className="monitoring-symbols">
        {formula.parameters.map(({ name, symbol, title, unit }) => (
          <div key={name}>
            <dt>
              <SymbolText text={symbol} />
            </dt>
            <dd>
              {title[say.language]} <UnitText unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
