import { accessContract } from '#shared/access/contract'
import { accountingContract } from '#shared/accounting/contract'
import { activityContract } from '#shared/activity/contract'
import { assetsContract } from '#shared/assets/contract'
import { auditsContract } from '#shared/audits/contract'
import { documentsContract } from '#shared/documents/contract'
import { complianceContract } from '#shared/compliance/contract'
import { exchangeContract } from '#shared/exchange/contract'
import { factorsContract } from '#shared/factors/contract'
import { deskContract } from '#shared/kernel/desk-contract'
import { monitoringContract } from '#shared/monitoring/contract'
import { nonconformityContract } from '#shared/nonconformity/contract'
import { organizationContract } from '#shared/organization/contract'
import { performanceContract } from '#shared/performance/contract'
import { risksContract } from '#shared/risks/contract'
import { verificationContract } from '#shared/verification/contract'

/** Everything a window can ask, one line per area. */
export const contract = {
  desk: deskContract,
  access: accessContract,
  organization: organizationContract,
  documents: documentsContract,
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
  exchange: exchangeContract,
}
export type AppContract = typeof contract
