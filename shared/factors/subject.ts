import type { Wording } from '#shared/kernel/texts'

import { type FuelKey, fuels } from './fuels.ts'

/** How the subject of a factor is called: a fuel by its name, everything else as it is written. */
export function subjectName(subject: string): Wording {
  return fuelName(subject) ?? { zh: subject, en: subject }
}
/** The name of a fuel; null for a subject that is none. */
export function fuelName(subject: string): Wording | null {
  return isFuel(subject) ? fuels[subject].name : null
}
function isFuel(subject: string): subject is FuelKey {
  return Object.hasOwn(fuels, subject)
}
