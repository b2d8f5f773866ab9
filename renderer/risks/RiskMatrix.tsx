import type { Criteria } from '#shared/risks/criteria'
import { matrixOf } from '#shared/risks/matrix'
import type { ShownRisk } from '#shared/risks/risk'

import { useSay } from '../kernel/say.ts'

/** A cell of the picture by its two steps. */
export interface Chosen {
  readonly likelihood: number
  readonly impact: number
}
interface RiskMatrixProps {
  readonly label: string
  readonly risks: readonly ShownRisk[]
  readonly criteria: Criteria
  readonly chosen: Chosen | null
  readonly onChoose: (cell: Chosen | null) => void
}

/** Likelihood × impact: how many stand where. Each cell is a button that shows its own in the register. */
export function RiskMatrix({ label, risks, criteria, chosen, onChoose }: RiskMatrixProps) {
  const say = useSay()
  const { rows, outside } = matrixOf(risks, criteria)
  return (
    <section className="paper risks-matrix" aria-label={label}>
      <h2>{label}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              {say('risks.likelihood')} ↓ {say('risks.impact')} →
            </th>
            {criteria.impact.map(({ name, meaning }, at) => (
              <th key={at} scope="col" title={meaning}>
                {at + 1} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => {
            const step = cells[0]?.likelihood ?? 1
            const words = criteria.likelihood[step - 1]
            return (
              <tr key={step}>
                <th scope="row" title={words?.meaning}>
                  {step} {words?.name}
                </th>
                {cells.map(({ likelihood, impact, points, level, risks: own }) => {
                  const isChosen = chosen?.likelihood === likelihood && chosen.impact === impact
                  const facts = {
                    likelihood,
                    impact,
                    points,
                    count: own.length,
                    level: say(`risks.level.${level}`),
                  }
                  return (
                    <td key={impact}>
                      <button
                        type="button"
                        className={`risks-cell risks-${level}`}
                        aria-pressed={isChosen}
                        aria-label={say('risks.matrix.cell', facts)}
                        title={say('risks.matrix.cell', facts)}
                        disabled={own.length === 0}
                        onClick={() => onChoose(isChosen ? null : { likelihood, impact })}
                      >
                        {own.length > 0 ? <strong>{own.length}</strong> : <small>{points}</small>}
                      </button>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {outside.length > 0 && (
        <p className="page-purpose">{say('risks.matrix.outside', { count: outside.length })}</p>
      )}
    </section>
  )
}
