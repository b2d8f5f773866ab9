import { decisionById, reviewById } from '#db/review/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import { decisionFacts } from '#shared/review/model'

import { signedContent } from './decisions.ts'

/** How this area hashes what its signatures cover. */
export const reviewSeals: Seals = {
  'review.minutes-signed': ({ db }, id) => {
    const found = reviewById(db, id as never)
    return found ? sealOf(signedContent(found)) : null
  },
  'review.decision-verified': ({ db }, id) => {
    const found = decisionById(db, id as never)
    if (!found) return null
    const { number, state, note, verifyNote } = found
    return sealOf({ id, number, ...decisionFacts.parse(found), state, note, verifyNote })
  },
}
