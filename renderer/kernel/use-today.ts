import { useState } from 'react'

/** The calendar day on which the page was opened, as ISO text. */
export function useToday(): string {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  return today
}
