import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import { isMeasure, symbolOf } from '#shared/kernel/units'
import { monitoringTexts } from '#shared/monitoring/texts'

import { laboratoryTexts } from './laboratory-texts.ts'
import { activityStandingTexts } from './standing-texts.ts'
import { activityTexts } from './texts.ts'

/** As many digits as a sentence bears; the cell itself has them all. */
const digitsInASentence = 8

/** A finding about readings as a person reads it: units as they are printed, numbers short, words for codes. */
export function wordedActivityFinding({ code, facts }: Finding, language: Language): string {
  const wording = wordings[code]
  const worded = Object.entries(facts).map(([name, fact]) => [name, wordedFact(name, fact, language)])
  return wording ? say(wording, language, Object.fromEntries(worded) as Facts) : code
}
const wordings: Readonly<Record<string, Wording>> = {
  ...activityTexts,
  ...activityStandingTexts,
  ...laboratoryTexts,
}
const words: Readonly<Record<string, Wording>> = monitoringTexts

function wordedFact(name: string, fact: Facts[string], language: Language): Facts[string] {
  if (typeof fact !== 'string') return fact
  if (name === 'before' || name === 'now')
    return words[`monitoring.determination.${fact}`]?.[language] ?? fact
  if (name === 'basis') return wordings[`activity.basis.${fact}`]?.[language] ?? fact
  if (name === 'unit') return isMeasure(fact) ? symbolOf(fact) : fact
  return /^-?\d+\.\d{4,}$/.test(fact)
    ? new Decimal(fact).toSignificantDigits(digitsInASentence).toFixed()
    : fact
}
