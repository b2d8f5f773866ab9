import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'

import { improvement, improvementDecision, improvementId, newImprovement } from './improvement.ts'

const one = z.object({ id: improvementId })
const said = z.string().trim().min(1).max(2000)

/** Suggestions and opportunities, from whoever has one to what came of it (10.1, 10.3). */
export const improvementContract = {
  improvements: query('nonconformity.read', nothing, z.array(improvement)),
  /** Anybody may have an idea. */
  suggest: command('signed-in', newImprovement, improvement),
  changeSuggestion: command('nonconformity.enter', newImprovement.extend({ id: improvementId }), improvement),
  withdrawSuggestion: command('nonconformity.enter', one, improvement),
  decideImprovement: signed(
    { meaning: 'nonconformity.improvement-decided', kind: 'nonconformity/improvement' },
    'nonconformity.approve',
    improvementDecision,
    improvement,
  ),
  finishImprovement: command(
    'nonconformity.enter',
    z.object({ id: improvementId, doneOn: day, effect: said }),
    improvement,
  ),
  resumeImprovement: command('nonconformity.enter', one, improvement),
  judgeImprovement: signed(
    { meaning: 'nonconformity.improvement-judged', kind: 'nonconformity/improvement' },
    'nonconformity.check',
    z.object({ id: improvementId, isEffective: z.boolean(), effect: said }),
    improvement,
  ),
}
