import { z } from 'zod'

import { verifications } from '#shared/kernel/figure'
import { day } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

import { gases } from './gases.ts'

/** A text in both languages, as it stands in a library. What a user types in one language stands in both. */
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** `urn:tanbu:factors:<name>:<edition>`: one published table in one edition. Records point to `urn` + `ref`. */
export const editionUrn = z.string().regex(/^urn:tanbu:factors:[a-z0-9-]+:[a-z0-9.-]+$/)
/** The stable key of a factor inside its edition, `bituminous/net-calorific-value`. */
export const factorRef = z.string().regex(/^[\p{L}\p{N}<>().+-]+(\/[\p{L}\p{N}<>().+-]+)*$/u)

/** What a record keeps of the factor it used; an old inventory keeps its old factor by it. */
export const factorPointer = z.strictObject({ urn: editionUrn, ref: factorRef })
export type FactorPointer = Readonly<z.output<typeof factorPointer>>

/**
 * The edition that no file is: a pointer into it means the default that the guideline of the inventory gives for the
 * subject its `ref` names, in the edition in force in the month.
 */
export const guidelineDefaultUrn = 'urn:tanbu:factors:guideline-default:in-force'

/** What kind of number it is. */
export const factorKinds = [
  'net-calorific-value',
  'carbon-content-per-heat',
  'oxidation-rate',
  'emission-factor',
  'gwp',
  /** Emission taken off because carbon or carbonate was not released here. */
  'deduction',
  /** Share of a component in a material: carbonate, sulphur, ash. */
  'content',
  /** Share of a material that reacts or burns. */
  'conversion-rate',
  'abatement-efficiency',
  /** Share that leaks, escapes or is thrown away. */
  'loss-rate',
  'methane-correction',
  'methane-potential',
  'consumption-rate',
  'density',
] as const
export const factorKind = z.enum(factorKinds)
export type FactorKind = z.output<typeof factorKind>

/** What a factor may be used for, where the same thing has several. Electricity has six that must never be mixed. */
export const purposes = [
  /** Prescribed by a reporting notice for enterprise emission reports. */
  'reporting-grid-average',
  /** The yearly average announced for enterprise and product accounting: national, regional, provincial. */
  'electricity-average',
  /** The average without market-traded non-fossil electricity. */
  'residual',
  'fossil-electricity',
  /** Life cycle: product carbon footprints only. */
  'footprint',
  /** Operating margin: the baseline of reduction projects, never an enterprise report. */
  'baseline-om',
  /** For bought heat when the supplier gives no factor. */
  'heat-default',
] as const
export const purpose = z.enum(purposes)
export type Purpose = z.output<typeof purpose>

/** The purposes that fit the report of an enterprise's own emissions. */
export const enterprisePurposes = [
  'reporting-grid-average',
  'electricity-average',
  'residual',
  'fossil-electricity',
  'heat-default',
] as const satisfies readonly Purpose[]

export const sectors = [
  'power',
  'cement',
  'steel',
  'aluminium',
  'magnesium',
  'other-nonferrous',
  'chemical',
  'fluorochemical',
  'coal-mining',
  'oil-gas',
  'transport',
  'wastewater',
  'carbonates',
  'lime',
  'carbide',
  'glass',
  'carbon-material',
  'general',
] as const
export const sector = z.enum(sectors)
export type Sector = z.output<typeof sector>

/**
 * How far a value can be trusted. `verified`: a user compared it with the official text; `secondary-copy`: read in
 * a copy, a quotation or a program, not in the official text; `recalled`: from memory; `computed`: by a published
 * formula. Shipped editions never claim `verified`.
 */
export const verification = z.enum(verifications)
export type Verification = z.output<typeof verification>

const provenance = {
  /** Title, number, year, table or page of the document it comes from, as cited. */
  source: z.string().min(1),
  /** The copy it was read in, where it was not the document itself. */
  seenIn: z.string().min(1).nullable(),
  verification,
  note: bilingual.nullable(),
}

export const factor = z.strictObject({
  ref: factorRef,
  /** What it is a number of, the same word in every edition: `bituminous`, `electricity`, `CaCO3`, `HFC-134a`. */
  subject: z.string().min(1),
  name: bilingual,
  kind: factorKind,
  value: decimalText,
  unit: measure,
  /** What the unit counts where the unit alone does not say: tonnes of clinker, of pure urea. */
  per: bilingual.nullable(),
  /** The formula it stands in, or its symbol there, as the document writes it. */
  formula: z.string().min(1).nullable(),
  /** The substance that is emitted or weighed; null where it is heat, carbon or a share. */
  gas: z.enum(gases).nullable(),
  /** A code of `regions`, or what a user wrote; null where place does not matter. */
  region: z.string().min(1).nullable(),
  purpose: purpose.nullable(),
  /** The reports or products the document meant it for. */
  usedFor: bilingual.nullable(),
  sector: sector.nullable(),
  /** The year whose data the value was made from. */
  dataYear: z.int().min(1900).max(2200).nullable(),
  /** The activity it may be used for, half-open; null where the document sets no bound. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  ...provenance,
})
export type Factor = Readonly<z.output<typeof factor>>

/** A row of a published table that holds no single value: a formula, a range, "none published". Shown, never counted with. */
export const remark = z.strictObject({
  ref: factorRef,
  subject: z.string().min(1),
  name: bilingual,
  /** What stands there instead of a number. */
  text: bilingual,
  sector: sector.nullable(),
  region: z.string().min(1).nullable(),
  ...provenance,
})
export type Remark = Readonly<z.output<typeof remark>>
