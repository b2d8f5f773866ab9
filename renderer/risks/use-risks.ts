import { useState } from 'react'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

export function useRisks() {
  return useAsk(['risks', 'risks'], () => api.risks.risks({}), { also: ['kernel'] })
}
/** Every version of the criteria, oldest first; the last is in force. */
export function useCriteria() {
  return useAsk(['risks', 'criteria'], () => api.risks.criteria({}))
}
/** The calendar day on which the page was opened, as ISO text. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}
