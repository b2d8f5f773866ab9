import type { Wording } from '#shared/kernel/texts'

import { organizationBoundaryPages } from './boundary-texts.ts'
import { organizationPages } from './page-texts.ts'
import { organizationRefusals } from './refusal-texts.ts'
import { organizationWords } from './word-texts.ts'

/** Every wording of the area: its words, what is refused or lacking, and the pages. */
export const organizationTexts = {
  ...organizationWords,
  ...organizationRefusals,
  ...organizationPages,
  ...organizationBoundaryPages,
} satisfies Record<`organization.${string}`, Wording>
