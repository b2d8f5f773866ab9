import type { Determination, Figure, Verification } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { SheetCell, SheetNumber } from '#shared/kernel/sheet'
import { say, type Language } from '#shared/kernel/texts'
import type { Organization } from '#shared/organization/model'

import type { Total } from './account.ts'
import { type ReportCode, reportTexts } from './report-texts.ts'

/** Words of the report in its own language. */
export function inWords(language: Language) {
  return (code: ReportCode, facts: Facts = {}): string => say(reportTexts[code], language, facts)
}
export type Words = ReturnType<typeof inWords>

/** The organization as a reader of that language knows it; the registered name always stands with it. */
export function organizationIn(language: Language, { name, nameEn }: Organization): string {
  return language === 'en' && nameEn !== null ? `${nameEn} · ${name}` : name
}

/** As many decimals as a printed amount has; a total that a rule rounded keeps that rule's number of decimals. */
const printedDecimals = 2

/**
 * A number for print: 60 digits are first brought to 50, so that a quotient that stands for an exact tie is
 * rounded as the tie it is.
 */
export function printed(value: Decimal, decimals: number = printedDecimals): SheetNumber {
  const text = value.toSignificantDigits(50).toFixed(decimals, Decimal.ROUND_HALF_UP)
  return { number: /^-0(\.0*)?$/.test(text) ? text.slice(1) : text, decimals }
}

/** Exactly what was entered or looked up, with no digit added or taken. */
export function asEntered(value: Decimal): SheetNumber {
  const plain = value.decimalPlaces() <= 12 ? value : value.toSignificantDigits(12)
  return { number: plain.toFixed(), decimals: plain.decimalPlaces() }
}

/** A total for print; while a line is missing it says so instead of showing a number. */
export function printedTotal(total: Total | undefined, words: Words): SheetCell {
  if (!total) return words('report.none')
  if (total.state === 'incomplete') return words('report.incomplete', { lines: total.lines })
  return printed(total.figure.value, total.figure.basis.rounding?.decimals ?? printedDecimals)
}

/** How a value came about and where it is from, in a few words. */
export function originInWords(figure: Figure, words: Words): string {
  const { origin } = figure
  if (origin?.kind === 'readings') return words(determinationCodes[origin.determination])
  if (origin?.kind === 'factor')
    return words('report.from-factor', {
      edition: origin.edition,
      trust: words(trustCodes[origin.verification]),
    })
  return words('report.computed')
}
const determinationCodes = {
  measured: 'report.measured',
  calculated: 'report.calculated',
  supplier: 'report.supplier',
  default: 'report.default',
} as const satisfies Record<Determination, ReportCode>
const trustCodes = {
  verified: 'report.trust-verified',
  'secondary-copy': 'report.trust-secondary',
  recalled: 'report.trust-recalled',
  computed: 'report.trust-computed',
} as const satisfies Record<Verification, ReportCode>

/** Every figure of a tree that has this code, from the top; below a found one nothing is looked for. */
export function figuresOf(figure: Figure, code: string): Figure[] {
  if (figure.code === code) return [figure]
  return figure.operands.flatMap((operand) => figuresOf(operand, code))
}
/** The leaves of a tree: what was entered and looked up. */
export function leavesOf(figure: Figure): Figure[] {
  return figure.operands.length === 0 ? [figure] : figure.operands.flatMap(leavesOf)
}
