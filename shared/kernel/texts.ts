import type { Facts } from '#shared/kernel/refusal'

import { agreeingWithOne } from './english.ts'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** One wording in both languages; `{name}` stands for the fact of that name. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

/** Fills a wording with facts. A missing fact stays visible as `{name}`, so that it is found in review. */
export function say(wording: Wording, language: Language, facts: Facts = {}): string {
  const said = language === 'en' ? agreeing(wording.en, facts) : wording.zh
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : String(fact ?? '')
  })
}

function agreeing(text: string, facts: Facts): string {
  return Object.entries(facts)
    .filter(([, fact]) => fact === 1 || fact === '1')
    .reduce((said, [name]) => agreeingWithOne(said, name), text)
}
