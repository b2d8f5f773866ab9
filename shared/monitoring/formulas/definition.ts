import type { Gas } from '#shared/factors/gases'
import type { FactorKind } from '#shared/factors/model'
import type { Verification } from '#shared/kernel/figure'
import type { Wording } from '#shared/kernel/texts'
import type { Measure } from '#shared/kernel/units'

import type { Sector } from '../sectors.ts'

/** One input of a formula, under the name that stands in its expression. */
export interface FormulaParameter {
  readonly name: string
  readonly title: Wording
  /** As the document writes it; what follows `_` stands low. */
  readonly symbol: string
  /**
   * The unit in which the formula takes it: readings are converted into it. `ratio` is a share of at most one, given
   * as a number or in percent; `tC/t` may be given in percent too, as laboratories do.
   */
  readonly unit: Measure
  readonly rollUp: 'sum' | 'mean'
  /** The name of the input whose amounts weight a mean. */
  readonly weightedBy?: string
  /** The number that stands where the source registers no such parameter; without it one is always needed. */
  readonly absent?: '0' | '1'
  /** Kinds of factors that may stand for it when it is not measured. */
  readonly factorKinds: readonly FactorKind[]
  readonly mayBeNegative?: true
  /** A `ratio` that is no share, such as tonnes of raw meal for each tonne of clinker. */
  readonly mayExceedOne?: true
}

/**
 * A calculation method as data: what one document prescribes for one kind of source. The id carries the edition of
 * the document. A released definition is never edited, because inventories name it; a correction is a new one.
 */
export interface FormulaDefinition {
  readonly id: string
  readonly title: Wording
  /** Whose method it is, for those who look for it. */
  readonly sector: Sector
  /** Number and year of the document that prescribes it. */
  readonly document: string
  /** Clause as printed; empty where it is not known. */
  readonly clause: string
  /** How sure we are of what the document says. */
  readonly verification: Verification
  /** The substances of which a source of this kind may be. */
  readonly gases: readonly Gas[]
  /** The mass of the gas from the inputs, in the language of `#shared/kernel/expression`. */
  readonly expression: string
  readonly parameters: readonly FormulaParameter[]
  /** What it gives is taken off: recovered, exported or kept in a product. */
  readonly deducts?: true
  /** The amounts are plain tonnes of whichever substance the source is of; its family follows from the source. */
  readonly ofAnySubstance?: true
  readonly note?: Wording
}
