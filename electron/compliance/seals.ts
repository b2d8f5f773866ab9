import { obligationById, obligationOfEvaluation } from '#db/compliance/obligation-queries'
import { attachmentsOf } from '#db/kernel/record-queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import { evaluationId } from '#shared/compliance/evaluation'

import { evaluationRef } from './obligations.ts'

/** How this area hashes what its signatures cover. */
export const complianceSeals: Seals = {
  'compliance.evaluation-signed': ({ db }, id) => {
    const evaluation = evaluationId.parse(id)
    const of = obligationOfEvaluation(db, evaluation)
    const found = of && obligationById(db, of)?.evaluations.find((each) => each.id === evaluation)
    if (!found) return null
    const { approvedBy: _by, approvedAt: _at, ...judged } = found
    const proof = attachmentsOf(db, evaluationRef(found)).map(({ sha256 }) => sha256)
    return sealOf({ obligation: of, ...judged, proof: proof.toSorted() })
  },
}
