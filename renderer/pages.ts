import { gateWith } from './access/AccessGate.tsx'
import { ChainStatus } from './access/ChainStatus.tsx'
import { accessPages } from './access/pages.tsx'
import { FigureExplainer } from './accounting/FigureExplainer.tsx'
import { useInventoryItems, useInventorySteps } from './accounting/home.ts'
import { accountingPages } from './accounting/pages.tsx'
import { useUnmeasuredItems } from './accounting/unmeasured-home.ts'
import { useActivityHomeItems, useReadingSteps } from './activity/home-items.ts'
import { activityPages } from './activity/pages.tsx'
import { useFindingItems } from './activity/quality-home.ts'
import { assetsPages } from './assets/pages.tsx'
import { auditsPages } from './audits/pages.tsx'
import { useTaskItems } from './calendar/home-items.ts'
import { calendarPages } from './calendar/pages.tsx'
import { TaskStatus } from './calendar/TaskStatus.tsx'
import { competencePages } from './competence/pages.tsx'
import { conformityPages } from './compliance/conformity-pages.tsx'
import { useObligationItems } from './compliance/obligation-home.ts'
import { obligationPages } from './compliance/obligation-pages.tsx'
import { documentsPages } from './documents/pages.tsx'
import { BringBack } from './exchange/BringBack.tsx'
import { HealthStatus } from './exchange/HealthStatus.tsx'
import { useExchangeItems, useExchangeSteps } from './exchange/home.ts'
import { OutboxStatus } from './exchange/OutboxStatus.tsx'
import { exchangePages } from './exchange/pages.tsx'
import { SealedRescue } from './exchange/SealedRescue.tsx'
import { FactorExplainer, RemarkExplainer } from './factors/FactorExplainer.tsx'
import { factorsPages } from './factors/pages.tsx'
import { glossaryPages } from './glossary/pages.tsx'
import { helpPages } from './help/pages.tsx'
import { BackupStatus } from './home/BackupStatus.tsx'
import { useDraftItems } from './home/drafts.ts'
import { homePages } from './home/pages.tsx'
import { useScopeChoices } from './home/scope-choices.ts'
import { api } from './kernel/api.ts'
import type { Face } from './kernel/page.ts'
import { useRegisterItems, useRegisterSteps, useStandingItems } from './monitoring/home.ts'
import { monitoringPages } from './monitoring/pages.tsx'
import { nonconformityPages } from './nonconformity/pages.tsx'
import { useFirstSteps, useHomeItems } from './organization/home.ts'
import { organizationPages } from './organization/pages.tsx'
import { useLeftOut } from './organization/use-system.ts'
import { usePerformanceItems } from './performance/home.ts'
import { performancePages } from './performance/pages.tsx'
import { reviewPages } from './review/pages.tsx'
import { risksPages } from './risks/pages.tsx'
import { settingsPages } from './settings/pages.tsx'
import { useVerificationItems } from './verification/home.ts'
import { verificationPages } from './verification/pages.tsx'

/** What the window is composed of: one line per area in each list. */
export const face: Face = {
  pages: [
    ...homePages,
    ...calendarPages,
    ...organizationPages,
    ...monitoringPages,
    ...competencePages,
    ...documentsPages,
    ...factorsPages,
    ...activityPages,
    ...accountingPages,
    ...performancePages,
    ...risksPages,
    ...obligationPages,
    ...nonconformityPages,
    ...assetsPages,
    ...auditsPages,
    ...conformityPages,
    ...verificationPages,
    ...reviewPages,
    ...exchangePages,
    ...glossaryPages,
    ...helpPages,
    ...accessPages,
    ...settingsPages,
  ],
  gate: gateWith({ BringBack, Rescue: SealedRescue }),
  useScopeChoices,
  useLeftOut,
  status: [OutboxStatus, TaskStatus, BackupStatus, ChainStatus, HealthStatus],
  explainers: { figure: FigureExplainer, factor: FactorExplainer, 'factor-remark': RemarkExplainer },
  homeItems: [
    useTaskItems,
    useDraftItems,
    useActivityHomeItems,
    useFindingItems,
    useUnmeasuredItems,
    useInventoryItems,
    useRegisterItems,
    useStandingItems,
    useHomeItems,
    usePerformanceItems,
    useObligationItems,
    useVerificationItems,
    useExchangeItems,
  ],
  firstSteps: [useFirstSteps, useRegisterSteps, useReadingSteps, useInventorySteps, useExchangeSteps],
  acts: [
    {
      id: 'rebuild-search',
      titleCode: 'frame.palette.rebuild',
      icon: 'search',
      permission: 'access.manage',
      run: () => void api.desk.rebuildSearch({}),
    },
  ],
}
