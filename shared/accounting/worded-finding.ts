import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { Language, Wording } from '#shared/kernel/texts'
import { isMeasure, symbolOf } from '#shared/kernel/units'
import { monitoringTexts } from '#shared/monitoring/texts'

import { formulaFigureTexts } from './formula-texts.ts'
import { inventoryPageTexts } from './page-texts.ts'

/** As many digits as a sentence bears; the figure itself has them all. */
const digitsInASentence = 8

/**
 * A finding as a person reads it: inputs by their names instead of their places in the document, units as they are
 * printed, factors by their names or, where the library has them no longer, by their keys, numbers short.
 *
 * @param factorName what the library calls the factor `urn#ref`.
 * @param guidelineTitle the title of a guideline edition by its id.
 */
export function wordedFinding(
  finding: Finding,
  language: Language,
  factorName: (id: string) => Wording | undefined,
  guidelineTitle: (id: string) => Wording | undefined = () => undefined,
): Finding {
  const facts = Object.entries(finding.facts).map(([name, fact]) => {
    const titles = { factor: factorName, guideline: guidelineTitle }[name]
    const known = titles?.(String(fact))
    return [name, known ? known[language] : worded(name, fact, language)]
  })
  return { ...finding, facts: Object.fromEntries(facts) as Facts }
}

function worded(name: string, fact: Facts[string], language: Language): Facts[string] {
  if (typeof fact !== 'string') return fact
  if (name === 'parameter') return inputName(fact, language)
  if (name === 'of' && fact === 'total') return inventoryPageTexts['accounting.head.total'][language]
  if (name === 'formula') return inputs[`accounting.formula.${fact}`]?.[language] ?? fact
  if (name === 'factor') return fact.slice(fact.indexOf('#') + 1)
  if (isMeasure(fact)) return symbolOf(fact)
  return /^-?\d+\.\d{6,}$/.test(fact)
    ? new Decimal(fact).toSignificantDigits(digitsInASentence).toFixed()
    : fact
}

const roles: Readonly<Record<string, Wording>> = monitoringTexts
const inputs: Readonly<Record<string, Wording>> = formulaFigureTexts

/** `inputs/1/carbon` is the carbon content of the second stream; inputs of formulas come by their own code. */
function inputName(path: string, language: Language): string {
  const ofFormula = inputs[path]
  if (ofFormula) return ofFormula[language]
  const parts = path.split('/')
  const role = roles[`monitoring.role.${parts.at(-1)}`]
  const stream = parts.find((part) => /^\d+$/.test(part))
  return `${role ? role[language] : path}${stream === undefined ? '' : ` ${Number(stream) + 1}`}`
}
