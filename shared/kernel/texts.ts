import type { Facts } from '#shared/kernel/refusal'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** One wording in both languages; `{name}` stands for the fact of that name. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

/** Fills a wording with facts. A missing fact stays visible as `{name}`, so that it is found in review. */
export function say(wording: Wording, language: Language, facts: Facts = {}): string {
  return wording[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(facts, name) ? String(facts[name]) : whole,
  )
}
