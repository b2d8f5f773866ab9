import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf } from '#db/kernel/record-queries'
import { caseById, improvementById } from '#db/nonconformity/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import { newImprovement } from '#shared/nonconformity/improvement'
import { type Case, caseId, causeAnalysis, containment, newCase } from '#shared/nonconformity/model'

/** What was found, what it came from and what was done about it; reopened, all of that is another. */
function courseOf(db: ReadDb, found: Case) {
  const { id, number, actions, rounds } = found
  return {
    id,
    number,
    ...newCase.parse(found),
    ...containment.parse(found),
    ...causeAnalysis.parse(found),
    actions: actions.map(({ id: action, what, owner, state, doneOn }) => ({
      action,
      what,
      owner,
      state,
      doneOn,
    })),
    rounds: rounds.length,
    files: attachmentsOf(db, `nonconformity/case/${id}`)
      .map(({ sha256 }) => sha256)
      .toSorted(),
  }
}

/** How this area hashes what its signatures cover. */
export const nonconformitySeals: Seals = {
  'nonconformity.effect-signed': ({ db }, id) => {
    const found = caseById(db, caseId.parse(id))
    if (!found) return null
    const { effectNote, checkedBy, checkedAt } = found
    return sealOf({ ...courseOf(db, found), effectNote, checkedBy, checkedAt })
  },
  'nonconformity.closing-signed': ({ db }, id) => {
    const found = caseById(db, caseId.parse(id))
    if (!found) return null
    const { effectNote, checkedBy, checkedAt, systemChange, state } = found
    return sealOf({ ...courseOf(db, found), effectNote, checkedBy, checkedAt, systemChange, state })
  },
  'nonconformity.improvement-decided': ({ db }, id) => {
    const found = improvementById(db, id as never)
    if (!found) return null
    const { number, reason, owner, due } = found
    return sealOf({ id, number, reason, owner, due, ...newImprovement.parse(found) })
  },
  'nonconformity.improvement-judged': ({ db }, id) => {
    const found = improvementById(db, id as never)
    if (!found) return null
    const { number, doneOn, effect, isEffective } = found
    return sealOf({ id, number, doneOn, effect, isEffective, ...newImprovement.parse(found) })
  },
}
