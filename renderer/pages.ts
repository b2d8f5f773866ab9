import { AccessGate } from './access/AccessGate.tsx'
import { ChainStatus } from './access/ChainStatus.tsx'
import { accessPages } from './access/pages.tsx'
import { glossaryPages } from './glossary/pages.tsx'
import { homePages } from './home/pages.tsx'
import type { Face } from './kernel/page.ts'
import { settingsPages } from './settings/pages.tsx'

/** What the window is composed of: one line per area in each list. */
export const face: Face = {
  pages: [...homePages, ...glossaryPages, ...accessPages, ...settingsPages],
  gate: AccessGate,
  useScopeChoices: () => ({ organization: null, facilities: [], years: [] }),
  status: [ChainStatus],
  explainers: {},
  homeItems: [],
  firstSteps: [],
  acts: [],
}
