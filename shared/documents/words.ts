import type { Facts } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'

import { documentsPageTexts } from './page-texts.ts'
import { documentsPaperTexts } from './paper-texts.ts'
import { documentsTexts } from './texts.ts'

const wordings: Readonly<Record<string, Wording>> = {
  ...documentsTexts,
  ...documentsPageTexts,
  ...documentsPaperTexts,
}

/** Words of documents in one language, the same on screen and on paper. */
export function documentWords(language: Language) {
  return (code: string, facts: Facts = {}): string => {
    const wording = wordings[code]
    return wording ? say(wording, language, facts) : code
  }
}
export type DocumentWords = ReturnType<typeof documentWords>
