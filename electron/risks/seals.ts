import { riskById, treatmentById } from '#db/risks/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import { newRisk, newTreatment } from '#shared/risks/risk'

/** How this area hashes what its signatures cover. */
export const riskSeals: Seals = {
  'risks.risk-accepted': ({ db }, id) => {
    const found = riskById(db, id as never)
    if (!found) return null
    const { number, acceptedRating, acceptedReason, ratings } = found
    const rating = ratings.find((each) => each.number === acceptedRating) ?? null
    return sealOf({ id, number, ...newRisk.parse(found), acceptedRating, acceptedReason, rating })
  },
  'risks.risk-closed': ({ db }, id) => {
    const found = riskById(db, id as never)
    if (!found) return null
    const { number, closedOn, closedReason } = found
    return sealOf({ id, number, ...newRisk.parse(found), closedOn, closedReason })
  },
  'risks.treatment-checked': ({ db }, id) => {
    const found = treatmentById(db, id as never)
    if (!found) return null
    const { risk, state, doneOn, doneNote, checkedOn, checkNote } = found
    return sealOf({ id, risk, ...newTreatment.parse(found), state, doneOn, doneNote, checkedOn, checkNote })
  },
}
