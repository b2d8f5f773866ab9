import { auditById } from '#db/audits/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'

import { sealOfPlan } from './plan.ts'
import { sealOfProgramme } from './programme.ts'
import { sealOfReport } from './report.ts'

/** How this area hashes what its signatures cover. */
export const auditSeals: Seals = {
  'audits.programme-signed': ({ db, today }, id) => sealOfProgramme(db, id as never, today),
  'audits.plan-signed': ({ db }, id) => {
    const found = auditById(db, id as never)
    return found ? sealOfPlan(db, found) : null
  },
  'audits.report-signed-by': ({ db }, id) => {
    const found = auditById(db, id as never)
    return found ? sealOfReport(db, found) : null
  },
  'audits.audit-closed': ({ db }, id) => {
    const found = auditById(db, id as never)
    if (!found) return null
    const { number, reportHash, closingNote, state } = found
    return sealOf({ id, number, reportHash, closingNote, state })
  },
}
