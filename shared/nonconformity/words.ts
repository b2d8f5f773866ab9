import type { Facts } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'

import { nonconformityPageTexts } from './page-texts.ts'
import { nonconformityTexts } from './texts.ts'

const wordings: Readonly<Record<string, Wording>> = { ...nonconformityTexts, ...nonconformityPageTexts }

/** Words of this area in one language, the same on paper as on the page. */
export function caseWords(language: Language) {
  return (code: string, facts: Facts = {}): string => {
    const wording = wordings[code]
    return wording ? say(wording, language, facts) : code
  }
}
export type CaseWords = ReturnType<typeof caseWords>
