import type { Wording } from '#shared/kernel/texts'

import { organizationBoundaryPages } from './boundary-texts.ts'
import { commitmentTexts } from './commitment-texts.ts'
import { contextTexts } from './context-texts.ts'
import { leadershipTexts } from './leadership-texts.ts'
import { organizationPages } from './page-texts.ts'
import { policyGapTexts } from './policy-gap-texts.ts'
import { policyTexts } from './policy-texts.ts'
import { postsTexts } from './posts-texts.ts'
import { organizationRefusals } from './refusal-texts.ts'
import { responsibilityTexts } from './responsibility-texts.ts'
import { systemTexts } from './system-texts.ts'
import { systemTrailTexts } from './system-trail-texts.ts'
import { organizationWords } from './word-texts.ts'

/** Every wording of the area: its words, what is refused or lacking, and the pages. */
export const organizationTexts = {
  ...organizationWords,
  ...organizationRefusals,
  ...organizationPages,
  ...organizationBoundaryPages,
  ...contextTexts,
  ...leadershipTexts,
  ...policyTexts,
  ...commitmentTexts,
  ...policyGapTexts,
  ...postsTexts,
  ...responsibilityTexts,
  ...systemTexts,
  ...systemTrailTexts,
} satisfies Record<`organization.${string}`, Wording>
