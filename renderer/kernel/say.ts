import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'

import { Refusal, type Facts } from '#shared/kernel/refusal'
import { type Language, say as fill, type Wording } from '#shared/kernel/texts'

import type { Coded } from './issue-text.ts'
import { usePreferences } from './preferences.ts'
import { type TextCode, texts } from './texts.ts'

/** `say('factors.title')` words a known code; `say.of(finding)` words what came from the other side. */
export interface Say {
  (code: TextCode, facts?: Facts): string
  readonly of: (coded: Coded) => string
  readonly language: Language
}

/** Loads both languages; switching needs no reload. `{name}` stands for a fact and stays visible while it is missing. */
export function startWords(): void {
  const wordings: Readonly<Record<string, Wording>> = texts
  const codes = Object.entries(wordings)
  const language = usePreferences.getState().language
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: {
      zh: { translation: Object.fromEntries(codes.map(([code, { zh }]) => [code, zh])) },
      en: { translation: Object.fromEntries(codes.map(([code, { en }]) => [code, en])) },
    },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_text, match: readonly string[]) => match[0],
    initAsync: false,
  })
  usePreferences.subscribe(({ language: next }) => void i18next.changeLanguage(next))
}

/** The wording of the current language; a component that uses it is drawn again when the language changes. */
export function useSay(): Say {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return useMemo(() => sayIn(language), [language])
}

function sayIn(language: Language): Say {
  const wordings: Readonly<Record<string, Wording>> = texts
  const word = (code: string, facts: Facts = {}): string => {
    const wording = wordings[code]
    return wording ? fill(wording, language, facts) : code
  }
  const of = ({ code, facts }: Coded): string => word(code, { ...facts, ...wordedFacts(code, facts) })
  /** Which field was not taken, and why, are codes themselves; a field that has no word keeps its own name. */
  const wordedFacts = (code: string, facts: Facts = {}): Facts => {
    if (!code.startsWith('kernel.input-invalid')) return {}
    const { field, reason } = facts
    const name = String(field).slice('frame.input.'.length)
    return {
      field: i18next.exists(String(field)) ? word(String(field)) : name,
      reason: word(String(reason), { ...facts }),
    }
  }
  return Object.assign((code: TextCode, facts: Facts = {}) => of({ code, facts }), { of, language })
}

/** Words any trouble: a refusal by its code, everything else as unexpected, with what it said for whoever mends it. */
export function troubleText(say: Say, trouble: unknown): string {
  if (trouble instanceof Refusal) return say.of(trouble)
  return say('frame.unexpected', { message: trouble instanceof Error ? trouble.message : String(trouble) })
}
