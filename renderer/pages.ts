import { AccessGate } from './access/AccessGate.tsx'
import { ChainStatus } from './access/ChainStatus.tsx'
import { accessPages } from './access/pages.tsx'
import { activityPages } from './activity/pages.tsx'
import { FactorExplainer, RemarkExplainer } from './factors/FactorExplainer.tsx'
import { factorsPages } from './factors/pages.tsx'
import { glossaryPages } from './glossary/pages.tsx'
import { BackupStatus } from './home/BackupStatus.tsx'
import { homePages } from './home/pages.tsx'
import type { Face } from './kernel/page.ts'
import { useFirstSteps, useHomeItems, useScopeChoices } from './organization/home.ts'
import { organizationPages } from './organization/pages.tsx'
import { settingsPages } from './settings/pages.tsx'

/** What the window is composed of: one line per area in each list. */
export const face: Face = {
  pages: [
    ...homePages,
    ...organizationPages,
    ...factorsPages,
    ...activityPages,
    ...glossaryPages,
    ...accessPages,
    ...settingsPages,
  ],
  gate: AccessGate,
  useScopeChoices,
  status: [BackupStatus, ChainStatus],
  explainers: { factor: FactorExplainer, 'factor-remark': RemarkExplainer },
  homeItems: [useHomeItems],
  firstSteps: [useFirstSteps],
  acts: [],
}
