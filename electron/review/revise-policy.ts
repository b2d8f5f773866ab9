import { declarationsOf } from '#db/organization/leadership-queries'
import type { WriteContext } from '#electron/kernel/context'
import { addLink } from '#electron/kernel/record-desk'
import { saveDeclaration } from '#electron/organization/declarations'
import { monthsLater } from '#shared/kernel/period'
import { inForceOn, isPolicy, undecidedIn } from '#shared/organization/declaration'
import type { DecisionId } from '#shared/review/model'

import { decisionRef, requireTaken } from './decisions.ts'

/**
 * Begins the next version of the policy that a decision is about, with the decision as its reason, and links the two. A
 * version that is being written already is linked alone; where no policy is in force, the page of the first one is named.
 *
 * @returns the page on which it is written.
 * @throws Refusal `review.no-such-decision`, `review.unsigned`.
 */
export function revisePolicy(context: WriteContext, id: DecisionId): { readonly path: string } {
  const { db, today } = context
  const { number, text, subsystem } = requireTaken(db, id)
  const versions = declarationsOf(db).filter(isPolicy)
  const current = inForceOn(versions, subsystem, today)
  const waiting = undecidedIn(versions, subsystem)?.id
  const next =
    waiting ??
    (current &&
      saveDeclaration(context, {
        id: null,
        subsystem,
        content: current.content,
        reason: `${number} ${text}`.slice(0, 2000),
        validFrom: today,
        reviewOn: monthsLater(today, 12),
      }))
  if (next === undefined) return { path: `/organization/policy/new?of=${subsystem}` }
  addLink(context, {
    from: `organization/policy/${next}`,
    relation: 'follows-from',
    to: decisionRef(id),
  })
  return { path: `/organization/policy/${next}` }
}
