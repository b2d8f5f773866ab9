import type { Facts } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'

import { organizationTexts } from './texts.ts'

export type SystemWords = (code: keyof typeof organizationTexts, facts?: Facts) => string

/** The wordings of the area in one language, for papers. */
export function systemWords(language: Language): SystemWords {
  const known: Readonly<Record<keyof typeof organizationTexts, Wording>> = organizationTexts
  return (code, facts) => say(known[code], language, facts)
}
