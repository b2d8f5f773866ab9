import type { Overview } from '#shared/accounting/inventory'
import type { Finding } from '#shared/kernel/finding'

/** Where data of a source are entered: the grid of its facility, with the month in view. */
export function dataAddress(
  { inventory, sources, apart }: Overview,
  source: string,
  month: string | null,
): string {
  const all = [...sources, ...apart.flatMap((group) => group.sources)]
  const facility = all.find(({ key }) => key === source)?.facility
  const place = new URLSearchParams({ year: String(inventory.year), source })
  if (facility !== undefined) place.set('facility', facility)
  if (month !== null) place.set('month', month)
  return `/activity?${place.toString()}`
}

/**
 * Where a finding is seen to: a factor in the library, the guideline in the rules, missing or odd data in the grid,
 * an input that the register lacks in the register of sources. Null where the page itself is the place.
 */
export function placeOf(overview: Overview, { where, code }: Finding): string | null {
  const [first = '', second] = where.split('/')
  const { inventory } = overview
  if (first === 'guideline') return `/accounting/${inventory.id}?tab=rules&year=${inventory.year}`
  if (first === 'factors') return '/factors'
  if (first === 'meter' && second !== undefined) return `/monitoring/meters/${second}`
  if (first === 'deviation' && second !== undefined) return `/monitoring/deviations/${second}`
  if (first === 'plan') return '/monitoring/plans'
  const isSource = [...overview.sources, ...overview.apart.flatMap(({ sources }) => sources)].some(
    ({ key }) => key === first,
  )
  if (!isSource) return null
  if (inRegister.has(code)) return `/monitoring/${first}`
  return dataAddress(overview, first, second !== undefined && /^\d{4}-\d{2}$/.test(second) ? second : null)
}

/** What is mended by choosing another method, factor or gas, not by another number. */
const inRegister: ReadonlySet<string> = new Set([
  'accounting.unknown-factor',
  'accounting.unit-mismatch',
  'accounting.units-do-not-cancel',
  'accounting.not-this-gas',
  'accounting.not-an-amount',
  'accounting.gwp-applied-twice',
  'accounting.mass-balance-gas',
  'accounting.measured-needs-gas',
  'accounting.hourly-not-expected',
  'accounting.method-not-in-guideline',
  'accounting.grid-factor-year',
  'accounting.factor-purpose',
  'accounting.default-for-coal',
  'factors.no-gwp',
])
