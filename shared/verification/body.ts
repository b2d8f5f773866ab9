import { z } from 'zod'

import { inventoryId } from '#shared/accounting/inventory'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'

export const bodyId = idOf<'verification-body'>()
export type BodyId = z.output<typeof bodyId>
export const statementId = idOf<'verification-statement'>()
export type StatementId = z.output<typeof statementId>

const words = z.string().trim().max(300)

/** A body that verifies, with what it is recognised for and until when (A.6.5.2, A.6.5.2.4 g). */
export const bodyFacts = z.object({
  name: words.min(1),
  recognitionNumber: words,
  recognisedBy: words,
  /** Sectors or standards that the recognition covers. */
  scope: z.string().trim().max(1000),
  validFrom: day,
  /** Last day of the recognition is the day before. */
  validTo: day.nullable(),
  /** Those who come, each with qualification. */
  verifiers: z.string().trim().max(1000),
})
export type BodyFacts = Readonly<z.output<typeof bodyFacts>>
export const body = bodyFacts.extend({ id: bodyId })
export type Body = Readonly<z.output<typeof body>>

export const opinions = ['unmodified', 'qualified', 'adverse', 'disclaimer'] as const
export const statementFacts = z.object({
  number: words,
  body: bodyId,
  inventory: inventoryId.nullable(),
  assurance: z.enum(['reasonable', 'limited']),
  opinion: z.enum(opinions),
  /** In percent of the total. */
  materiality: decimalText.refine((text) => !text.startsWith('-')).nullable(),
  reservations: z.string().trim().max(4000),
  /** What the organization says to the reservations. */
  response: z.string().trim().max(4000),
  /** The verified total in tCO2e. */
  total: decimalText,
  issuedOn: day,
  /** Not valid from this day on. */
  validTo: day.nullable(),
  /** Whether the subject lies within what the body is recognised for, as checked by whoever enters it. */
  isInScope: z.boolean(),
})
export type StatementFacts = Readonly<z.output<typeof statementFacts>>

/** Why a statement is no evidence (R-VR-2), or what a reader of it should see; worded `verification.statement-…`. */
export const statementFaults = ['body-not-valid', 'out-of-scope', 'expired', 'material-difference'] as const
export type StatementFault = (typeof statementFaults)[number]

export const statement = statementFacts.extend({
  id: statementId,
  /** In percent of the inventory's total, as text; null where the case names no complete inventory. */
  difference: decimalText.nullable(),
  faults: z.array(z.enum(statementFaults)),
  /** Without a fault that takes its force away. */
  isAccepted: z.boolean(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Statement = Readonly<z.output<typeof statement>>

/** Whether a body is recognised on a day. */
export function isRecognisedOn(
  { validFrom, validTo }: Pick<BodyFacts, 'validFrom' | 'validTo'>,
  on: Day,
): boolean {
  return validFrom <= on && (validTo === null || on < validTo)
}

/**
 * What a statement lacks: a body outside its qualification or period makes it no evidence (R-VR-2); a total that
 * differs from the inventory by more than was agreed as material is shown.
 *
 * @param total of the inventory, in tCO2e; null where there is none.
 */
export function judged(
  facts: StatementFacts,
  by: BodyFacts,
  at: { readonly total: string | null; readonly today: Day },
): Pick<Statement, 'difference' | 'faults' | 'isAccepted'> {
  const difference = differenceOf(facts.total, at.total)
  const isMaterial =
    difference !== null && facts.materiality !== null && new Decimal(difference).abs().gt(facts.materiality)
  const faults: StatementFault[] = [
    ...(isRecognisedOn(by, facts.issuedOn) ? [] : (['body-not-valid'] as const)),
    ...(facts.isInScope ? [] : (['out-of-scope'] as const)),
    ...(facts.validTo !== null && facts.validTo <= at.today ? (['expired'] as const) : []),
    ...(isMaterial ? (['material-difference'] as const) : []),
  ]
  return { difference, faults, isAccepted: faults.every((fault) => fault === 'material-difference') }
}

/** (verified − accounted) ÷ accounted, in percent to two decimals. */
function differenceOf(verified: string, accounted: string | null): string | null {
  if (accounted === null || new Decimal(accounted).isZero()) return null
  return new Decimal(verified).minus(accounted).div(accounted).times(100).toDecimalPlaces(2).toFixed()
}
