import type { Wording } from '#shared/kernel/texts'

import { type FuelKey, fuels } from './fuels.ts'

/** How the subject of a factor is called: a fuel by its name, everything else as it is written. */
export function subjectName(subject: string): Wording {
  return isFuel(subject) ? fuels[subject].name : { zh: subject, en: subject }
}
function isFuel(subject: string): subject is FuelKey {
  return Object.hasOwn(fuels, subject)
}
