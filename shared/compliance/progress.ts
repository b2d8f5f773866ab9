import { z } from 'zod'

import { grouped } from '#shared/kernel/grouped'
import { day } from '#shared/kernel/period'
import { subsystem } from '#shared/kernel/subsystem'

import { addTallies, type Cell, scoreOf, tally, type Tally } from './maturity.ts'

/** How what must be stood on a day, by subsystem; those that were not adopted then are not in it. */
export const progress = z.object({
  day,
  counts: z.array(z.object({ subsystem, must: tally })),
})
export type Progress = Readonly<z.output<typeof progress>>

/** What of the cells is kept of a day. */
export function countsOf(cells: readonly Cell[]): Progress['counts'] {
  return [...grouped(cells, (each) => each.subsystem)]
    .map(([of, group]) => ({ subsystem: of, must: addTallies(group.map(({ tallies }) => tallies.must)) }))
    .filter(({ must }) => must.asked > 0)
}

/** Everything that was asked on a day, or what one subsystem was. */
export function totalOn({ counts }: Progress, of: string | null): Tally {
  return addTallies(counts.filter((each) => of === null || each.subsystem === of).map(({ must }) => must))
}

export function scoreOn(on: Progress, of: string | null): string | null {
  return scoreOf(totalOn(on, of))
}
