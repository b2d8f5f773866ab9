import { type Criteria, levelOf, pointsOf, type Level } from './criteria.ts'
import type { Risk } from './risk.ts'
import { currentRating } from './standing.ts'

interface MatrixCell<R> {
  readonly likelihood: number
  readonly impact: number
  readonly points: number
  readonly level: Level
  readonly risks: readonly R[]
}
export interface Matrix<R> {
  /** From the highest likelihood down, as such pictures are read; within a row from the lowest impact up. */
  readonly rows: readonly (readonly MatrixCell<R>[])[]
  /** Rated by other criteria, or not at all: they have no place in this picture. */
  readonly outside: readonly R[]
}

/** Likelihood × impact by one version of the criteria, and who stands where. */
export function matrixOf<R extends Pick<Risk, 'ratings'>>(
  risks: readonly R[],
  criteria: Criteria,
): Matrix<R> {
  const isInside = (each: R) => currentRating(each)?.criteria === criteria.number
  const inside = risks.filter(isInside)
  const rows = criteria.likelihood.map((_step, down) => {
    const likelihood = criteria.likelihood.length - down
    return criteria.impact.map((_column, across) => {
      const impact = across + 1
      const points = pointsOf({ likelihood, impact })
      const own = inside.filter((each) => {
        const now = currentRating(each)
        return now?.likelihood === likelihood && now.impact === impact
      })
      return { likelihood, impact, points, level: levelOf(points, criteria), risks: own }
    })
  })
  return { rows, outside: risks.filter((each) => !isInside(each)) }
}
