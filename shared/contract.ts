import { accessContract } from '#shared/access/contract'
import { accountingContract } from '#shared/accounting/contract'
import { activityContract } from '#shared/activity/contract'
import { assetsContract } from '#shared/assets/contract'
import { auditsContract } from '#shared/audits/contract'
import { competenceContract } from '#shared/competence/contract'
import { complianceContract } from '#shared/compliance/contract'
import { documentsContract } from '#shared/documents/contract'
import { exchangeContract } from '#shared/exchange/contract'
import { factorsContract } from '#shared/factors/contract'
import { deskContract } from '#shared/kernel/desk-contract'
import { monitoringContract } from '#shared/monitoring/contract'
import { nonconformityContract } from '#shared/nonconformity/contract'
import { organizationContract } from '#shared/organization/contract'
import { performanceContract } from '#shared/performance/contract'
import { reviewContract } from '#shared/review/contract'
import { risksContract } from '#shared/risks/contract'
import { verificationContract } from '#shared/verification/contract'

/**
 * Everything a window can ask, one line per area. Written out, because what is inferred of all areas together is more
 * than the compiler keeps.
 */
export type AppContract = {
  readonly desk: typeof deskContract
  readonly access: typeof accessContract
  readonly organization: typeof organizationContract
  readonly documents: typeof documentsContract
  readonly competence: typeof competenceContract
  readonly factors: typeof factorsContract
  readonly monitoring: typeof monitoringContract
  readonly activity: typeof activityContract
  readonly accounting: typeof accountingContract
  readonly performance: typeof performanceContract
  readonly nonconformity: typeof nonconformityContract
  readonly audits: typeof auditsContract
  readonly risks: typeof risksContract
  readonly compliance: typeof complianceContract
  readonly assets: typeof assetsContract
  readonly verification: typeof verificationContract
  readonly review: typeof reviewContract
  readonly exchange: typeof exchangeContract
}

export const contract: AppContract = {
  desk: deskContract,
  access: accessContract,
  organization: organizationContract,
  documents: documentsContract,
  competence: competenceContract,
  factors: factorsContract,
  monitoring: monitoringContract,
  activity: activityContract,
  accounting: accountingContract,
  performance: performanceContract,
  nonconformity: nonconformityContract,
  audits: auditsContract,
  risks: risksContract,
  compliance: complianceContract,
  assets: assetsContract,
  verification: verificationContract,
  review: reviewContract,
  exchange: exchangeContract,
}
