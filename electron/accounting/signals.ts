import { inventoriesOf } from '#db/accounting/queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { Inventory, ReportPlan } from '#shared/accounting/inventory'
import type { Day } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'

type Said = Omit<RequirementSignal, 'about'>

/** What inventories say: that of the last year is frozen, and its report was planned. */
export const accountingSignals: SignalSource = (db, { today }) => {
  const inventories = inventoriesOf(db)
  const [newest] = inventories
  return [
    { about: { evidence: 'inventory', subsystem: 'all' }, ...reported(inventories, today) },
    {
      about: { evidence: 'reporting-plan', subsystem: 'all' },
      ...planned(newest, () => true, 'accounting.signal.plan-begun'),
    },
    ...Object.entries(planParts).map(([part, isSaid]) => ({
      about: { requirement: `A.6.5.2.3-${part}` },
      ...planned(newest, isSaid, 'accounting.signal.plan-part'),
    })),
  ]
}

/** What must be said of each of the eight matters of A.6.5.2.3. */
const planParts: Readonly<Record<string, (plan: ReportPlan) => boolean>> = {
  a: ({ purpose }) => purpose !== '',
  b: ({ users }) => users !== '',
  c: ({ preparedBy, checkedBy, approvedBy }) =>
    [preparedBy, checkedBy, approvedBy].every((name) => name !== ''),
  d: ({ frequency }) => frequency !== '',
  e: ({ validUntil }) => validUntil !== null,
  f: ({ format }) => format !== '',
  g: ({ contents }) => contents !== '',
  h: ({ delivery }) => delivery !== '',
}

/** The inventory of a year is owed from April of the next. */
function reported(inventories: readonly Inventory[], today: Day): Said {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 2 : 1)
  const frozen = inventories.filter(({ state }) => state === 'frozen')
  const [last] = frozen
  const path = '/accounting'
  if (inventories.length === 0)
    return { isMet: false, code: 'accounting.signal.no-inventory', facts: {}, records: [], path }
  if (last && last.year >= year)
    return {
      isMet: true,
      code: 'accounting.signal.inventory-frozen',
      facts: { year: last.year },
      records: frozen.map(refOf),
      path,
    }
  return {
    isMet: false,
    code: 'accounting.signal.inventory-open',
    facts: { year },
    records: inventories.slice(0, 1).map(refOf),
    path,
  }
}

/** A plan that was not begun is missing; one that was begun and lacks a part fails in that part. */
function planned(newest: Inventory | undefined, isSaid: (plan: ReportPlan) => boolean, code: string): Said {
  const path = newest ? `/accounting/${newest.id}` : '/accounting'
  const isBegun =
    newest !== undefined && Object.values(newest.plan).some((each) => each !== '' && each !== null)
  if (!isBegun) return { isMet: false, code: 'accounting.signal.no-plan', facts: {}, records: [], path }
  const facts = { year: newest.year }
  const isMet = isSaid(newest.plan)
  return { isMet, code: isMet ? code : 'accounting.signal.plan-lacks', facts, records: [refOf(newest)], path }
}

const refOf = ({ id }: Inventory) => `accounting/inventory/${id}`
