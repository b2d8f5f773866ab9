import { create } from 'zustand'

import type { Language } from '#shared/kernel/texts'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'dense' | 'roomy'

interface Kept {
  readonly language: Language
  readonly theme: Theme
  readonly density: Density
  /** Sections of the rail that this person closed. */
  readonly closedSections: readonly string[]
}
interface Preferences extends Kept {
  readonly choose: (change: Partial<Kept>) => void
}

const storageKey = 'tanbu.preferences'
const defaults: Kept = { language: 'zh', theme: 'system', density: 'dense', closedSections: [] }

/** How this person likes the window. Kept in the browser at once, and with the user's record by `followPreferences`. */
export const usePreferences = create<Preferences>()((set) => ({
  ...defaults,
  ...stored(),
  choose: (change) => set(change),
}))

/** Keeps every later choice, and tells the document what it is for stylesheets and screen readers. */
export function startPreferences(): void {
  const apply = ({ language, theme, density, closedSections }: Kept) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    window.host?.setLanguage(language)
    localStorage.setItem(storageKey, JSON.stringify({ language, theme, density, closedSections }))
  }
  apply(usePreferences.getState())
  usePreferences.subscribe(apply)
}

/**
 * Takes over how the user likes the window to look, chosen on another day or another port; what is not understood is
 * left out. The language is kept with the account.
 */
export function adoptPreferences(value: unknown): void {
  const { language: _, ...looks } = keptOf(value)
  usePreferences.getState().choose(looks)
}

export function currentPreferences(): Omit<Kept, 'language'> {
  const { theme, density, closedSections } = usePreferences.getState()
  return { theme, density, closedSections }
}

function stored(): Partial<Kept> {
  try {
    return keptOf(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return {}
  }
}

/** Reads preferences that something outside of this program may have written. */
export function keptOf(value: unknown): Partial<Kept> {
  if (typeof value !== 'object' || value === null) return {}
  const { language, theme, density, closedSections } = value as Record<string, unknown>
  return {
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(density === 'dense' || density === 'roomy' ? { density } : {}),
    ...(Array.isArray(closedSections) ? { closedSections: closedSections.map(String) } : {}),
  }
}
