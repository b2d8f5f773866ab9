import type { Facts } from '#shared/kernel/refusal'
import { say, type Language, type Wording } from '#shared/kernel/texts'
import { measureOf } from '#shared/kernel/unit-names'
import { symbolOf } from '#shared/kernel/units'
import { organizationTexts } from '#shared/organization/texts'

import { monitoringPlanTexts } from './plan-texts.ts'
import { monitoringTexts } from './texts.ts'

const wordings: Readonly<Record<string, Wording>> = {
  ...organizationTexts,
  ...monitoringTexts,
  ...monitoringPlanTexts,
}

/** Words of the plan in one language, the same on screen and on paper. */
export function planWords(language: Language) {
  return (code: string, facts: Facts = {}): string => {
    const wording = wordings[code]
    return wording ? say(wording, language, facts) : code
  }
}
export type PlanWords = ReturnType<typeof planWords>

/** Where the words of a field's values stand. */
const valueWords: Readonly<Record<string, string>> = {
  determination: 'monitoring.determination',
  frequency: 'monitoring.frequency',
  recordFrequency: 'monitoring.frequency',
  gapRule: 'monitoring.gapRule',
  form: 'monitoring.plan.form',
  method: 'monitoring.method',
  kind: 'organization.kind',
  approach: 'organization.approach',
}

/** A value of a plan as people read it; nothing where nothing is known. */
export function planValue(words: PlanWords, field: string, value: string | number | null): string {
  if (value === null || value === '') return ''
  const prefix = valueWords[field]
  if (prefix !== undefined) return words(`${prefix}.${value}`)
  if (field !== 'unit') return String(value)
  const unit = measureOf(String(value))
  return unit === null ? String(value) : symbolOf(unit) || String(value)
}
