import { accountingSeals } from '#electron/accounting/seals'
import { activitySeals } from '#electron/activity/seals'
import { auditSeals } from '#electron/audits/seals'
import { competenceSeals } from '#electron/competence/seals'
import { complianceSeals } from '#electron/compliance/seals'
import { documentSeals } from '#electron/documents/seals'
import { factorSeals } from '#electron/factors/seals'
import type { Seals } from '#electron/kernel/signed-acts'
import { monitoringSeals } from '#electron/monitoring/seals'
import { nonconformitySeals } from '#electron/nonconformity/seals'
import { organizationSeals } from '#electron/organization/seals'
import { performanceSeals } from '#electron/performance/seals'
import { reviewSeals } from '#electron/review/seals'
import { riskSeals } from '#electron/risks/seals'
import { verificationSeals } from '#electron/verification/seals'

/** How the areas hash what a signature of theirs covers, by what it says. */
export const seals: Seals = {
  ...accountingSeals,
  ...activitySeals,
  ...auditSeals,
  ...competenceSeals,
  ...complianceSeals,
  ...documentSeals,
  ...factorSeals,
  ...monitoringSeals,
  ...nonconformitySeals,
  ...organizationSeals,
  ...performanceSeals,
  ...reviewSeals,
  ...riskSeals,
  ...verificationSeals,
}
