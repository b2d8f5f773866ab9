import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { subsystems } from '#shared/organization/boundary'

import { change, changeFacts, changeId, judgement, newChange, offeredChange } from './change.ts'

const told = z.string().trim().min(1).max(2000)
const one = z.object({ id: changeId })

/** A change with what it still lacks to be closed. */
export const shownChange = change.extend({
  lacking: z.array(z.string()),
  /** Subsystems whose review has not yet looked at it. */
  unreviewed: z.array(z.enum(subsystems)),
})
export type ShownChange = Readonly<z.output<typeof shownChange>>

/** Control of planned and unintended changes (8.1). */
export const changeContract = {
  changes: query('performance.read', nothing, z.array(shownChange)),
  /** What the records show and nobody has judged: a boundary approved anew, an output beyond the threshold. */
  offeredChanges: query('performance.read', nothing, z.array(offeredChange)),
  recordChange: command('performance.enter', newChange, shownChange),
  editChange: command('performance.enter', changeFacts.extend({ id: changeId }), shownChange),
  /** Only as long as it was neither approved nor judged. */
  removeChange: command('performance.enter', one, nothing),
  /** Major or not, with the reason and the reviews that it asks for. */
  judgeChange: command('performance.enter', judgement.extend({ id: changeId }), shownChange),
  /** Lets a planned change be carried out. `reason` is asked of who is alone in the plant. */
  approveChange: signed(
    { meaning: 'performance.change-approval-signed', kind: 'performance/change' },
    'performance.approve',
    one.extend({ reason: told.nullable() }),
    shownChange,
  ),
  carryOutChange: command('performance.enter', one.extend({ on: day }), shownChange),
  /** What was seen afterwards. Refused while its effect, judgement or a review that it asks for is missing. */
  closeChange: signed(
    { meaning: 'performance.change-closed', kind: 'performance/change' },
    'performance.enter',
    one.extend({ conclusion: told }),
    shownChange,
  ),
  dropChange: command('performance.enter', one.extend({ reason: told }), shownChange),
}
