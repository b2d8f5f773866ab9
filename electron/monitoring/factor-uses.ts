import { parametersWithFactor } from '#db/monitoring/queries'
import type { FactorUseRegister } from '#electron/factors/factor-uses'

/** Parameters whose value comes from the factor library, called by their source and their own name. */
export const parametersUsing: FactorUseRegister = (db, pointer) =>
  parametersWithFactor(db, pointer).map(({ id, name, node, source, sourceName }) => ({
    area: 'monitoring',
    name: sourceName === null ? name : `${sourceName} · ${name}`,
    path: `/monitoring/${source ?? `place/${node}`}?parameter=${id}`,
  }))
