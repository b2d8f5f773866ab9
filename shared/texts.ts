import { accessSignalTexts } from '#shared/access/signal-texts'
import { accessTexts } from '#shared/access/texts'
import { accountingSignalTexts } from '#shared/accounting/signal-texts'
import { accountingTexts } from '#shared/accounting/texts'
import { accountingTrailTexts } from '#shared/accounting/trail-texts'
import { collectionColumnTexts } from '#shared/activity/collection-column-texts'
import { collectionTexts } from '#shared/activity/collection-texts'
import { laboratoryTexts } from '#shared/activity/laboratory-texts'
import { activitySignalTexts } from '#shared/activity/signal-texts'
import { activityStandingTexts } from '#shared/activity/standing-texts'
import { activityTexts } from '#shared/activity/texts'
import { activityTrailTexts } from '#shared/activity/trail-texts'
import { watchTexts } from '#shared/activity/watch-texts'
import { assetsTexts } from '#shared/assets/texts'
import { auditsOfferedTexts } from '#shared/audits/offered-texts'
import { auditPackageTexts } from '#shared/audits/package-texts'
import { auditsPageTexts } from '#shared/audits/page-texts'
import { auditsPaperTexts } from '#shared/audits/paper-texts'
import { auditsTexts } from '#shared/audits/texts'
import { auditsTrailTexts } from '#shared/audits/trail-texts'
import { auditsWalkTexts } from '#shared/audits/walk-texts'
import { competenceMessageTexts } from '#shared/competence/message-texts'
import { competenceOfferedTexts } from '#shared/competence/offered-texts'
import { competenceTexts } from '#shared/competence/texts'
import { competenceTrailTexts } from '#shared/competence/trail-texts'
import { conformityPageTexts } from '#shared/compliance/conformity-page-texts'
import { conformityTexts } from '#shared/compliance/conformity-texts'
import { obligationTexts } from '#shared/compliance/obligation-texts'
import { documentsPageTexts } from '#shared/documents/page-texts'
import { documentsPaperTexts } from '#shared/documents/paper-texts'
import { documentsRequiredTexts } from '#shared/documents/required-texts'
import { documentsTexts } from '#shared/documents/texts'
import { documentsTrailTexts } from '#shared/documents/trail-texts'
import { backupTexts } from '#shared/exchange/backup-texts'
import { changesTexts } from '#shared/exchange/changes-texts'
import { outboxTexts } from '#shared/exchange/outbox-texts'
import { proxyTexts } from '#shared/exchange/proxy-texts'
import { selfProofTexts } from '#shared/exchange/self-proof-texts'
import { targetFormTexts } from '#shared/exchange/target-form-texts'
import { targetTexts } from '#shared/exchange/target-texts'
import { exchangeTexts } from '#shared/exchange/texts'
import { exchangeTrailTexts } from '#shared/exchange/trail-texts'
import { updateTexts } from '#shared/exchange/update-texts'
import { factorsSignalTexts } from '#shared/factors/signal-texts'
import { factorsTexts } from '#shared/factors/texts'
import { factorsTrailTexts } from '#shared/factors/trail-texts'
import { columnTexts } from '#shared/kernel/column-texts'
import { evidenceKindTexts } from '#shared/kernel/evidence-texts'
import { fieldTexts } from '#shared/kernel/field-texts'
import { frameTexts } from '#shared/kernel/frame-texts'
import { homeTexts } from '#shared/kernel/home-texts'
import { hostTexts } from '#shared/kernel/host-texts'
import { kernelTexts } from '#shared/kernel/kernel-texts'
import { recordTexts } from '#shared/kernel/record-texts'
import { taskTexts } from '#shared/kernel/task-texts'
import { monitoringDeviationTexts } from '#shared/monitoring/deviation-texts'
import { monitoringMeterTexts } from '#shared/monitoring/meter-texts'
import { monitoringPlanTexts } from '#shared/monitoring/plan-texts'
import { monitoringScope3Texts } from '#shared/monitoring/scope3-texts'
import { monitoringSignalTexts } from '#shared/monitoring/signal-texts'
import { monitoringTexts } from '#shared/monitoring/texts'
import { monitoringTrailTexts } from '#shared/monitoring/trail-texts'
import { nonconformityColumnTexts } from '#shared/nonconformity/column-texts'
import { improvementTexts } from '#shared/nonconformity/idea-texts'
import { nonconformityPageTexts } from '#shared/nonconformity/page-texts'
import { nonconformityTexts } from '#shared/nonconformity/texts'
import { productSignalTexts } from '#shared/organization/product-signal-texts'
import { organizationTexts } from '#shared/organization/texts'
import { organizationTrailTexts } from '#shared/organization/trail-texts'
import { performanceAbatementTexts } from '#shared/performance/abatement-texts'
import { performanceFindingTexts } from '#shared/performance/finding-texts'
import { performanceOperationPageTexts } from '#shared/performance/operation-page-texts'
import { performanceOperationTexts } from '#shared/performance/operation-texts'
import { performanceOperationTrailTexts } from '#shared/performance/operation-trail-texts'
import { performancePlanTexts } from '#shared/performance/plan-texts'
import { performanceSignalTexts } from '#shared/performance/signal-texts'
import { performanceSupplyPageTexts } from '#shared/performance/supply-page-texts'
import { performanceSystemReviewTexts } from '#shared/performance/system-review-texts'
import { performanceTexts } from '#shared/performance/texts'
import { performanceTrailTexts } from '#shared/performance/trail-texts'
import { reviewLackTexts } from '#shared/review/lack-texts'
import { reviewPageTexts } from '#shared/review/page-texts'
import { reviewTexts } from '#shared/review/texts'
import { risksTexts } from '#shared/risks/texts'
import { verificationOfferTexts } from '#shared/verification/offer-texts'
import { verificationPackageTexts } from '#shared/verification/package-texts'
import { verificationRequestTexts } from '#shared/verification/request-texts'
import { verificationTexts } from '#shared/verification/texts'
import { verificationTrailTexts } from '#shared/verification/trail-texts'

/** Every wording that a window or a command line can say, one line per area. */
export const texts = {
  ...frameTexts,
  ...fieldTexts,
  ...evidenceKindTexts,
  ...homeTexts,
  ...kernelTexts,
  ...taskTexts,
  ...recordTexts,
  ...columnTexts,
  ...hostTexts,
  ...accessTexts,
  ...accessSignalTexts,
  ...organizationTexts,
  ...productSignalTexts,
  ...documentsTexts,
  ...documentsRequiredTexts,
  ...documentsPageTexts,
  ...documentsPaperTexts,
  ...documentsTrailTexts,
  ...factorsTexts,
  ...factorsSignalTexts,
  ...monitoringTexts,
  ...monitoringScope3Texts,
  ...monitoringSignalTexts,
  ...monitoringPlanTexts,
  ...monitoringMeterTexts,
  ...monitoringDeviationTexts,
  ...activityTexts,
  ...activitySignalTexts,
  ...activityStandingTexts,
  ...collectionTexts,
  ...collectionColumnTexts,
  ...watchTexts,
  ...laboratoryTexts,
  ...accountingTexts,
  ...accountingSignalTexts,
  ...performanceTexts,
  ...performanceFindingTexts,
  ...performancePlanTexts,
  ...performanceAbatementTexts,
  ...performanceOperationTexts,
  ...performanceOperationPageTexts,
  ...performanceSupplyPageTexts,
  ...performanceSystemReviewTexts,
  ...performanceSignalTexts,
  ...performanceOperationTrailTexts,
  ...auditPackageTexts,
  ...competenceTexts,
  ...competenceMessageTexts,
  ...competenceOfferedTexts,
  ...competenceTrailTexts,
  ...auditsTexts,
  ...auditsOfferedTexts,
  ...auditsPageTexts,
  ...auditsPaperTexts,
  ...auditsTrailTexts,
  ...auditsWalkTexts,
  ...nonconformityTexts,
  ...nonconformityPageTexts,
  ...improvementTexts,
  ...nonconformityColumnTexts,
  ...risksTexts,
  ...obligationTexts,
  ...conformityPageTexts,
  ...conformityTexts,
  ...assetsTexts,
  ...reviewTexts,
  ...reviewPageTexts,
  ...reviewLackTexts,
  ...exchangeTexts,
  ...selfProofTexts,
  ...updateTexts,
  ...outboxTexts,
  ...targetFormTexts,
  ...targetTexts,
  ...backupTexts,
  ...organizationTrailTexts,
  ...factorsTrailTexts,
  ...monitoringTrailTexts,
  ...activityTrailTexts,
  ...accountingTrailTexts,
  ...performanceTrailTexts,
  ...exchangeTrailTexts,
  ...proxyTexts,
  ...changesTexts,
  ...verificationTexts,
  ...verificationRequestTexts,
  ...verificationOfferTexts,
  ...verificationPackageTexts,
  ...verificationTrailTexts,
}
