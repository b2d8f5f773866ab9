import { type FactorPointer, guidelineDefaultUrn } from '#shared/factors/model'
import type { Role } from '#shared/monitoring/methods'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useMay } from '../kernel/session.ts'

interface GuidelineDefault {
  /** The value to show: what was picked or, for the default of the guideline, that of one of its editions. */
  readonly standsFor: FactorPointer | null
  /** The pointer to the default of whatever guideline an inventory follows; null where no guideline gives one. */
  readonly ofGuideline: FactorPointer | null
}

/** Whether a value of the library is one that guidelines give for a role, so that it may follow the guideline. */
export function useGuidelineDefault(value: FactorPointer | null, role: Role | null): GuidelineDefault {
  const may = useMay()
  const asked = useAsk(['accounting', 'defaults'], () => api.accounting.defaults({}), {
    enabled: may('accounting.read') && value !== null && role !== null,
  })
  const parameter = role?.path.slice(role.path.lastIndexOf('/') + 1)
  const given = (asked.data ?? []).find(
    (each) =>
      each.parameter === parameter &&
      (value?.urn === guidelineDefaultUrn
        ? each.subject === value.ref
        : each.factors.some(({ urn, ref }) => urn === value?.urn && ref === value.ref)),
  )
  const follows = value?.urn === guidelineDefaultUrn
  return {
    standsFor: follows ? (given?.factors[0] ?? value) : value,
    ofGuideline: given ? { urn: guidelineDefaultUrn, ref: given.subject } : null,
  }
}
