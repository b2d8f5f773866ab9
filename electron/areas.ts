import { openSourcesOf } from '#db/monitoring/queries'
import { pathUp } from '#db/organization/queries'
import { createGate as createAccessGate, locksAfter } from '#electron/access/gate'
import { personalColumns as accessPersonalColumns } from '#electron/access/personal-columns'
import type { SampleStep } from '#electron/access/sample'
import { createAccessService } from '#electron/access/service'
import { accessSignals } from '#electron/access/signals'
import { createAnswers } from '#electron/accounting/answers'
import { inventoriesUsing } from '#electron/accounting/factor-uses'
import { keptInventoryFindings } from '#electron/accounting/inventory-findings'
import { lockedFigures } from '#electron/accounting/locked-figures'
import { figuresOfMonth } from '#electron/accounting/month-figures'
import { accountingRecords } from '#electron/accounting/records'
import { createAccountingService } from '#electron/accounting/service'
import { accountingSignals } from '#electron/accounting/signals'
import { emissionWith } from '#electron/accounting/what-if'
import { collectionTasks } from '#electron/activity/collection'
import { activityRecords } from '#electron/activity/records'
import { createActivityService } from '#electron/activity/service'
import { activitySignals } from '#electron/activity/signals'
import { lookIntoFolders } from '#electron/activity/watch'
import { assetsRecords, assetsSignals, assetsTasks } from '#electron/assets/offered'
import { assetsService } from '#electron/assets/service'
import { auditTasks } from '#electron/audits/due-tasks'
import { auditsRecords, auditsReviewInputs, auditsSignals } from '#electron/audits/offered'
import { createAuditsService } from '#electron/audits/service'
import { dutySignals } from '#electron/competence/duties-told'
import {
  competenceRecords,
  competenceReviewInputs,
  competenceSignals,
  competenceTasks,
} from '#electron/competence/offered'
import { createCompetenceService } from '#electron/competence/service'
import { createStandingOf } from '#electron/compliance/conformity'
import { gapTasks, requirementRecords } from '#electron/compliance/conformity-offers'
import { conformityReviewInputs } from '#electron/compliance/conformity-review-input'
import { progressKeeper } from '#electron/compliance/keep-progress'
import { obligationRecords, obligationTasks } from '#electron/compliance/obligation-offers'
import { obligationReviewInputs } from '#electron/compliance/obligation-review-input'
import { obligationSignals } from '#electron/compliance/obligation-signals'
import { createComplianceService } from '#electron/compliance/service'
import { documentTasks } from '#electron/documents/due-tasks'
import { documentFileGuard, documentRecordGuard } from '#electron/documents/known'
import { documentRegister, documentSignals } from '#electron/documents/records'
import { createDocumentsService } from '#electron/documents/service'
import { backUpBeforeClosing } from '#electron/exchange/before-closing'
import { sendByItself } from '#electron/exchange/deliver'
import { keepBackupsWhenQuiet } from '#electron/exchange/keep-backups'
import { createExchangeService } from '#electron/exchange/service'
import type { FactorUseRegister } from '#electron/factors/factor-uses'
import { createFactorsService } from '#electron/factors/service'
import { factorsRecords, factorsSignals } from '#electron/factors/signals'
import type { PersonalColumns } from '#electron/kernel/audit'
import type { ByItself } from '#electron/kernel/by-itself'
import type { Service } from '#electron/kernel/context'
import type { Gate } from '#electron/kernel/gate'
import type { Client } from '#electron/kernel/in-process'
import type { EvidenceGuard, Offers } from '#electron/kernel/offers'
import { createRecordRegister } from '#electron/kernel/record-desk'
import { searchKeeper } from '#electron/kernel/search-keeper'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { calibrationTasks, deviationTasks, submissionTasks } from '#electron/monitoring/due-tasks'
import { parametersUsing } from '#electron/monitoring/factor-uses'
import { monitoringRecords } from '#electron/monitoring/records'
import { monitoringService } from '#electron/monitoring/service'
import { monitoringSignals } from '#electron/monitoring/signals'
import { nonconformityTasks } from '#electron/nonconformity/due-tasks'
import {
  nonconformityRecords,
  nonconformityReviewInputs,
  nonconformitySignals,
} from '#electron/nonconformity/offered'
import { createNonconformityService } from '#electron/nonconformity/service'
import { personalColumns as organizationPersonalColumns } from '#electron/organization/personal-columns'
import { productSignals } from '#electron/organization/product-signals'
import { organizationRecords } from '#electron/organization/records'
import { createOrganizationService } from '#electron/organization/service'
import type { SourceRegister } from '#electron/organization/source-registers'
import { organizationReviewInputs } from '#electron/organization/system-review'
import { createOrganizationSignals } from '#electron/organization/system-signals'
import { appointmentTasks, contextTasks, declarationTasks } from '#electron/organization/system-tasks'
import { performanceTasks } from '#electron/performance/due-tasks'
import { performanceRecords } from '#electron/performance/records'
import { performanceReviewInputs } from '#electron/performance/review-inputs'
import { createPerformanceService } from '#electron/performance/service'
import { performanceSignals } from '#electron/performance/signals'
import { reviewRecords, reviewReviewInputs, reviewSignals, reviewTasks } from '#electron/review/offered'
import { createReviewService } from '#electron/review/service'
import { riskRecords, riskTasks } from '#electron/risks/offers'
import { riskReviewInputs } from '#electron/risks/review-input'
import { risksService } from '#electron/risks/service'
import { riskSignals } from '#electron/risks/signals'
import { fillSample } from '#electron/sample-plant'
import {
  verificationRecords,
  verificationReviewInputs,
  verificationSignals,
  verificationTasks,
} from '#electron/verification/offers'
import { verificationService } from '#electron/verification/service'
export { dutiesOf } from '#shared/access/duties'
import type { AppContract } from '#shared/contract'

/**
 * Every area's service, one line per area. `clientAt`: the program's own procedures as a window of that name has
 * them, for what fills a sample plant.
 */
export function services(spine: Spine, workspace: Workspace, clientAt: (window: string) => Client): Services {
  const sampleSteps: readonly SampleStep[] = [(context) => fillSample(context, clientAt(context.window))]
  const answers = createAnswers(spine)
  return {
    access: createAccessService(spine, workspace, sampleSteps, createRecordRegister(spine, offers)),
    organization: createOrganizationService(sourceRegisters),
    documents: createDocumentsService(() => offers),
    competence: createCompetenceService({ of: lockedFigures }),
    factors: createFactorsService(factorUses),
    monitoring: monitoringService,
    activity: createActivityService([figuresOfMonth(spine.around)], {
      findings: [keptInventoryFindings(answers)],
      effectOf: emissionWith,
    }),
    accounting: createAccountingService(answers, backUpBeforeClosing),
    performance: createPerformanceService(() => offers.signals),
    nonconformity: createNonconformityService(spine, offers),
    audits: createAuditsService({
      register: createRecordRegister(spine, offers),
      signals: () => offers.signals,
    }),
    risks: risksService,
    compliance: createComplianceService(standingOf, createRecordRegister(spine, offers)),
    assets: assetsService,
    verification: verificationService,
    review: createReviewService(spine, () => offers.reviewInputs),
    exchange: createExchangeService(spine, workspace),
  }
}

/** Written out, because what is inferred of all areas together is more than the compiler keeps. */
type Services = { readonly [A in Exclude<keyof AppContract, 'desk'>]: Service<AppContract[A]> }

/** How the requirements of the standard stand by what all areas say. */
const standingOf = createStandingOf(() => offers.signals)

/** What the areas do without being asked. */
export const byItself: ByItself = {
  taskSources: [
    contextTasks,
    competenceTasks,
    declarationTasks,
    appointmentTasks,
    calibrationTasks,
    deviationTasks,
    submissionTasks,
    collectionTasks,
    performanceTasks,
    documentTasks,
    riskTasks,
    obligationTasks,
    gapTasks(standingOf),
    reviewTasks,
    nonconformityTasks,
    auditTasks,
    assetsTasks,
    verificationTasks,
  ],
  keepers: [searchKeeper(() => offers.records)],
  slowKeepers: [progressKeeper(standingOf)],
  rounds: [
    { procedure: 'activity.watchNow', work: lookIntoFolders },
    { procedure: 'exchange.deliver', work: sendByItself },
    { procedure: 'exchange.keepBackups', work: keepBackupsWhenQuiet },
  ],
}

/** What areas offer to all others. */
export const offers: Offers = {
  records: {
    organization: organizationRecords,
    documents: documentRegister,
    competence: competenceRecords,
    factors: factorsRecords,
    monitoring: monitoringRecords,
    activity: activityRecords,
    accounting: accountingRecords,
    performance: performanceRecords,
    risks: riskRecords,
    verification: verificationRecords,
    compliance: (db, around) => [...requirementRecords(db, around), ...obligationRecords(db)],
    nonconformity: nonconformityRecords,
    review: reviewRecords,
    audits: auditsRecords,
    assets: assetsRecords,
  },
  guards: [documentRecordGuard],
  signals: [
    performanceSignals,
    createOrganizationSignals(() => sourceRegisters),
    accessSignals,
    productSignals,
    factorsSignals,
    monitoringSignals,
    activitySignals,
    accountingSignals,
    documentSignals,
    competenceSignals,
    dutySignals,
    riskSignals,
    obligationSignals,
    reviewSignals,
    nonconformitySignals,
    auditsSignals,
    assetsSignals,
    verificationSignals,
  ],
  reviewInputs: [
    performanceReviewInputs,
    organizationReviewInputs,
    competenceReviewInputs,
    riskReviewInputs,
    obligationReviewInputs,
    conformityReviewInputs(standingOf),
    reviewReviewInputs,
    nonconformityReviewInputs,
    auditsReviewInputs,
    verificationReviewInputs,
  ],
}

/** The areas that keep stored files from some eyes. */
export const evidenceGuards: readonly EvidenceGuard[] = [documentFileGuard]

/** The areas that register sources at nodes of the organization, which come after it. */
const sourceRegisters: readonly SourceRegister[] = [openSourcesOf]

/** The areas that use factors, which come after the library. */
const factorUses: readonly FactorUseRegister[] = [parametersUsing, inventoriesUsing]

/** The columns in which areas keep what speaks of a person, sealed in the trail under that person's key. */
export const personalColumns: PersonalColumns = {
  ...accessPersonalColumns,
  ...organizationPersonalColumns,
}

/** Seconds without activity after which windows lock, and an encrypted plant is sealed. */
export const idleSeconds = locksAfter

/** Grants reach from a node downwards; the path upwards is known to the organization. */
export function createGate(): Gate {
  return createAccessGate(pathUp)
}
