import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'

export type GuidelineTitle = (id: string) => string

function useGuidelines() {
  return useAsk(['accounting', 'rules'], () => api.accounting.rules({})).data?.guidelines ?? []
}

/** Guideline editions to choose from, by their titles. */
export function useGuidelineChoices(): { readonly value: string; readonly label: string }[] {
  const { language } = useSay()
  return useGuidelines().map(({ id, title }) => ({ value: id, label: title[language] }))
}

/** The title of a guideline edition; one that is no longer shipped keeps its id. */
export function useGuidelineTitle(): GuidelineTitle {
  const { language } = useSay()
  const guidelines = useGuidelines()
  return (id) => guidelines.find((guideline) => guideline.id === id)?.title[language] ?? id
}
