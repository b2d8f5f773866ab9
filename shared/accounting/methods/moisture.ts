import type { Figure } from '#shared/kernel/figure'
import { constant, differenceOf, named, over, share } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

import { roundedAt, type RoundingRuleSet } from '../rounding.ts'

const basis = { clause: 'GB/T 35985' }

/** The share that is not water, as the formula writes it: 1 − M. @throws Refusal when nothing but water is left. */
function dryShare(moisture: Figure<'ratio'>): Figure<'ratio'> {
  if (moisture.value.gte(1))
    throw new Refusal('accounting.moisture-too-high', { value: moisture.value.times(100).toFixed() })
  const all = constant('1', 'ratio', { code: 'accounting.whole' })
  return differenceOf(all, [moisture], { code: 'accounting.dry-share' })
}

/** C_ar = C_ad × (100 − M_ar) ÷ (100 − M_ad): the carbon of an air-dry sample, as received. */
export function carbonFromAirDry(
  carbon: Figure<'tC/t'>,
  moistureReceived: Figure<'ratio'>,
  moistureAirDry: Figure<'ratio'>,
  rules: RoundingRuleSet,
): Figure<'tC/t'> {
  const received = over(share(carbon, dryShare(moistureReceived)), dryShare(moistureAirDry))
  return roundedAt(
    named(received, { code: 'accounting.carbon-received', basis }),
    'carbon-content-received',
    rules,
  )
}

/** C_ar = C_d × (100 − M_ar) ÷ 100: the carbon of a dry sample, as received. */
export function carbonFromDry(
  carbon: Figure<'tC/t'>,
  moistureReceived: Figure<'ratio'>,
  rules: RoundingRuleSet,
): Figure<'tC/t'> {
  const received = share(carbon, dryShare(moistureReceived))
  return roundedAt(
    named(received, { code: 'accounting.carbon-received', basis }),
    'carbon-content-received',
    rules,
  )
}
