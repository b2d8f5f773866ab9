import type { ReadDb } from '#db/kernel/access'
import { answersOfStep, stepById } from '#db/verification/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import type { CaseStep } from '#shared/verification/case'

type Signed = Pick<CaseStep, 'id' | 'case' | 'key' | 'round' | 'note' | 'aloneReason' | 'doneOn'>

/** What signing a step off signs: which step it is, what was found of each of its items, and what is said of it. */
export function sealOfStep(db: ReadDb, step: Signed): string {
  const { id, case: of, key, round, note, aloneReason, doneOn } = step
  return sealOf({ id, case: of, key, round, note, aloneReason, doneOn, answers: answersOfStep(db, id) })
}

/** How this area hashes what its signatures cover. */
export const verificationSeals: Seals = {
  'verification.signed-step': ({ db }, id) => {
    const found = stepById(db, id as CaseStep['id'])
    return found ? sealOfStep(db, found) : null
  },
}
