import { deviationById } from '#db/monitoring/deviation-queries'
import { sealOf, type Seals, sealWhere } from '#electron/kernel/signed-acts'
import type { Deviation } from '#shared/monitoring/deviation'

import { signatureHolds } from './plan-steps.ts'

/** What approving a deviation signs: what it was and how it was answered. */
export function sealOfDeviation(of: Deviation): string {
  const { id, code, facility, title, trigger, parameters, from, to, cause, response, substitute } = of
  const { answeredBy, answeredAt } = of
  const answer = { cause, response, substitute, answeredBy, answeredAt }
  return sealOf({ id, code, facility, title, trigger, parameters, from, to, ...answer })
}

/** How this area hashes what its signatures cover. */
export const monitoringSeals: Seals = {
  'monitoring.plan-signed': ({ db }, id, kept) => sealWhere(signatureHolds(db, id as never), kept),
  'monitoring.deviation-signed': ({ db }, id) => {
    const found = deviationById(db, id as never)
    return found ? sealOfDeviation(found) : null
  },
  'monitoring.deviation-closed': ({ db }, id) => {
    const found = deviationById(db, id as never)
    return found
      ? sealOf({ approved: sealOfDeviation(found), note: found.closingNote, state: found.state })
      : null
  },
}
