import { isUnit, type Measure, symbolOf, units } from '#shared/kernel/units'

const plain = Object.keys(units).filter(isUnit)
const above = ['tCO2e', 'kgCO2e', 'tce'] as const
/** Units in which an indicator may come: amounts, and so much emission or energy for each of something. */
export const unitOptions: readonly { readonly value: Measure; readonly label: string }[] = [
  ...above,
  ...above.flatMap((unit) =>
    plain.filter((per) => per !== unit && per !== 'ratio').map((per) => `${unit}/${per}` as const),
  ),
  ...plain.filter((unit) => !above.some((each) => each === unit)),
].map((value) => ({ value, label: symbolOf(value) || '1' }))
