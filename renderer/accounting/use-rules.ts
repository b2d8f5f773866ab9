import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'

/** The guidelines and rounding rule sets to choose from, and what they are called; a set no longer shipped keeps its id. */
export function useRules() {
  const { language } = useSay()
  const asked = useAsk(['accounting', 'rules'], () => api.accounting.rules({}))
  const { guidelines = [], rounding = [] } = asked.data ?? {}
  return {
    guidelines,
    rounding,
    trouble: asked.error,
    guidelineTitle: (id: string) => guidelines.find((each) => each.id === id)?.title[language] ?? id,
    roundingTitle: (id: string) => rounding.find((each) => each.id === id)?.title[language] ?? id,
  }
}
