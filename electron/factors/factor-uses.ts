import type { ReadDb } from '#db/kernel/access'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { FactorPointer } from '#shared/factors/model'
import type { FactorUse } from '#shared/factors/record'

/**
 * How a later area tells which of its records use a factor. `electron/areas.ts` lists the registers: the library
 * asks them and knows no area after it.
 */
export type FactorUseRegister = (
  db: ReadDb,
  pointer: FactorPointer,
  around: Surroundings,
) => readonly FactorUse[]
