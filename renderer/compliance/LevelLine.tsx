import type { Maturity } from '#shared/compliance/maturity'

import { useSay } from '../kernel/say.ts'

/** Level, its name and the score behind it, in one line. */
export function LevelLine({ maturity }: { readonly maturity: Maturity }) {
  const say = useSay()
  const { level, score, tally } = maturity
  if (level === null || score === null) return <span>{say('compliance.maturity.no-level')}</span>
  const name = say(`compliance.maturity.name-${level as 1 | 2 | 3 | 4 | 5}`)
  return (
    <span className="compliance-level">
      <strong>
        {say('compliance.maturity.level', { level })} · {name}
      </strong>
      <span className="number">{score} %</span>
      <span className="page-purpose">
        {say('compliance.maturity.full-of', { full: tally.full, asked: tally.asked })}
      </span>
    </span>
  )
}
