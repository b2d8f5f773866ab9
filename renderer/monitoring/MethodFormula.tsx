import { formulaOf } from '#shared/monitoring/formula'
import { formulaById } from '#shared/monitoring/formulas/all'
import { rolesOf } from '#shared/monitoring/methods'
import type { Parameter, Source } from '#shared/monitoring/model'

import { useSay } from '../kernel/say.ts'
import { UnitText } from '../ui/NumberText.tsx'
import { SymbolText } from '../ui/SymbolText.tsx'
import { FormulaOrigin } from './FormulaTold.tsx'
import { methodWord, roleWord } from './role-word.ts'

interface MethodFormulaProps {
  readonly source: Source
  readonly parameters: readonly Parameter[]
}

/** The formula of the source's method, and what stands for each symbol in this plant. */
export function MethodFormula({ source, parameters }: MethodFormulaProps) {
  const say = useSay()
  const { lines, symbols } = formulaOf(source)
  const hasOptional = lines.some((line) => line.includes('⟦'))
  return (
    <section className="paper" aria-labelledby="monitoring-formula">
      <h2 id="monitoring-formula">{methodWord(say, source.calculation)}</h2>
      {source.calculation.method === 'formula' && (
        <FormulaOrigin formula={formulaById(source.calculation.formula)} />
      )}
      {lines.map((line) => (
        <p key={line} className="monitoring-formula">
          <SymbolText text={line} />
        </p>
      ))}
      {hasOptional && <p className="page-purpose">{say('monitoring.formula.optional')}</p>}
      <dl className="monitoring-symbols">
        {rolesOf(source.calculation).map((role) => {
          const player = parameters.find(({ role: path, validTo }) => path === role.path && validTo === null)
          return (
            <div key={role.path}>
              <dt>
                <SymbolText text={symbols[role.path] ?? ''} />
              </dt>
              <dd>
                {player?.name ?? roleWord(say, role)} {player && <UnitText unit={player.unit} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
