import { eq } from 'drizzle-orm'

import { inventoriesOf } from '#db/accounting/queries'
import { accountingInventories } from '#db/accounting/tables'
import { nodesOf } from '#db/organization/queries'
import { type Handlers, type ReadContext, serve, type WriteContext } from '#electron/kernel/context'
import type { Account } from '#shared/accounting/account'
import { accountingContract } from '#shared/accounting/contract'
import { type InventoryDocument, withReported } from '#shared/accounting/document'
import { defaultsBySubject } from '#shared/accounting/guideline-default'
import {
  emptyReportPlan,
  type Inventory,
  type InventoryId,
  newInventory,
  type NewInventory,
  type Overview,
  type PublishedFigure,
  type ReportPlan,
} from '#shared/accounting/inventory'
import { settingsOf } from '#shared/accounting/settings'
import { standingFindings } from '#shared/accounting/standing'
import type { Finding } from '#shared/kernel/finding'
import { firstDay } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId } from '#shared/organization/model'

import type { Answers } from './answers.ts'
import { compareInventories } from './compare.ts'
import { computedOf } from './computed.ts'
import { engineLibrary, ruleFiles } from './engine-library.ts'
import { exportComparison } from './export-comparison.ts'
import { figureRoot } from './figure-root.ts'
import {
  type BeforeClosing,
  compareWithToday,
  freezing,
  recompute,
  requireInventory,
  requireWorking,
} from './freeze.ts'
import { openKept, sealed } from './kept-account.ts'
import { findingsOf, liveAccount } from './live.ts'
import { shownProduction } from './production.ts'
import { byWeight, nodeAt, shown } from './show.ts'
import { standingDay, standingOf } from './standing.ts'
import { uncertaintyHandlers } from './uncertainty-service.ts'
import { atDay, unmeasuredDay, unmeasuredFigure, unmeasuredYear } from './unmeasured.ts'
import { type Asking, usualRules } from './usual-rules.ts'
import { shownViews } from './views.ts'
import { yearBefore } from './year-before.ts'
import { yearChange } from './year-change.ts'

const handlers = {
  ...uncertaintyHandlers,
  inventories: ({ db }) => inventoriesOf(db),
  rules: ({ around }) => {
    const { guidelines, rounding } = ruleFiles(around)
    return {
      guidelines: guidelines.map(
        ({ id, urn, title, validFrom, validTo, rounding: set, gwpSet, verification, notes }) => ({
          id,
          urn,
          title,
          validFrom,
          validTo,
          rounding: set,
          gwpSet,
          verification,
          notes,
        }),
      ),
      rounding: rounding.map(({ id, title }) => ({ id, title })),
    }
  },
  create: (context, rules) =>
    create(context, rules, { replaces: null, version: 1, plan: emptyReportPlan, reported: [] }),
  edit: (context, { id, ...rules }) => {
    requireWorking(context.db, id)
    refuseUnknownRules(context, rules)
    return change(context, id, storedRules(rules))
  },
  editPlan: (context, { id, plan }) => {
    requireInventory(context.db, id)
    return change(context, id, { plan: JSON.stringify(plan satisfies ReportPlan) })
  },
  setReported: (context, { id, reported }) => {
    requireWorking(context.db, id)
    return change(context, id, { reported: JSON.stringify(reported satisfies readonly PublishedFigure[]) })
  },
  discard: ({ db }, { id }) => {
    requireWorking(db, id)
    db.delete(accountingInventories).where(eq(accountingInventories.id, id)).run()
    return {}
  },
  standing: (context, { id }) => {
    const inventory = requireInventory(context.db, id)
    const { account, document } = accountOfInventory(context, inventory)
    return standingOf(context.db, { account, document, year: inventory.year, today: context.today })
  },
  standingOfYear: ({ db, around, today }, { year, facility }) => {
    const rules = usualRules({ db, around }, year, facility)
    if (!rules) return null
    const { account, document } = liveAccount(db, around, rules)
    return standingOf(db, { account, document, year, today })
  },
  figure: (context, { id, path, at }) =>
    nodeAt(figureRoot(context, requireInventory(context.db, id), path), path, at),
  defaults: ({ around }) => defaultsBySubject(ruleFiles(around).guidelines),
  compare: (context, { ids }) => compareInventories(context, ids),
  exportComparison,
  yearChange: (context, { id }) => yearChange(context, id),
  views: (context, { id }) => shownViews(computedOf(context, requireInventory(context.db, id))),
  production: (context, { id }) =>
    shownProduction(context, computedOf(context, requireInventory(context.db, id))),
  unmeasuredFigure: (context, question) => unmeasuredFigure(context, question),
  recompute: (context, { id }) => recompute(context, id),
  compareWithToday: (context, { id }) => compareWithToday(context, id),
  reopen: (context, { id, reason }) => {
    const frozen = requireInventory(context.db, id)
    if (frozen.state !== 'frozen') throw new Refusal('accounting.not-frozen', { title: frozen.title })
    context.note({ code: 'accounting.reopened', inventory: id, reason })
    const { version, plan, reported } = frozen
    return create(context, newInventory.parse(frozen), {
      replaces: id,
      version: version + 1,
      plan,
      reported,
    })
  },
  document: (context, { id }) => {
    const { body, sha256 } = sealed(documentOf(context, requireInventory(context.db, id)))
    return { json: body, sha256 }
  },
} satisfies Partial<Handlers<typeof accountingContract>>

/** What the first screen shows of a year, kept from start to start. */
const firstShown = (answers: Answers) =>
  ({
    overview: (context, { id }) => {
      const inventory = requireInventory(context.db, id)
      const compute = () => overviewOfInventory(context, inventory)
      // What was frozen is compared with what was signed at every look.
      if (inventory.state !== 'working') return compute()
      const day = standingDay(context.db, inventory.year, context.today)
      return answers.of(context, { what: ['overview', id], day }, compute)
    },
    glance: (context, { year, facility }) => {
      const day = standingDay(context.db, year, context.today)
      return answers.of(context, { what: ['glance', year, facility], day }, () =>
        glance(context, year, facility),
      )
    },
    unmeasured: (context, { year, facility }) => {
      const day = unmeasuredDay(year, context.today)
      // Kept as of the first of the month: the days that are left are counted at every look.
      const compute = () =>
        atDay(unmeasuredYear(context, { year, facility }), firstDay(context.today.slice(0, 7)))
      return atDay(answers.of(context, { what: ['unmeasured', year, facility], day }, compute), context.today)
    },
  }) satisfies Partial<Handlers<typeof accountingContract>>

/** Inventories and what they come to. `beforeClosing`: what must be safe before a year is closed by freezing it. */
export const createAccountingService = (answers: Answers, beforeClosing: BeforeClosing) =>
  serve(accountingContract, { ...handlers, freeze: freezing(beforeClosing), ...firstShown(answers) })

/** The account of an inventory: as it was frozen, or as the readings of this moment make it. */
export function accountOfInventory(
  { db, around }: Asking,
  inventory: Inventory,
): {
  readonly account: Account
  readonly document: InventoryDocument
  readonly findings: readonly Finding[]
} {
  if (inventory.state !== 'working') {
    const library = engineLibrary(db, around)
    const { account, document } = openKept(db, inventory, library)
    const settings = settingsOf(document, library)
    return { account, document, findings: findingsOf({ account, document, settings, library }) }
  }
  const live = liveAccount(db, around, newInventory.parse(inventory))
  const document = withReported(live.document, inventory.reported)
  return { account: live.account, document, findings: findingsOf({ ...live, document }) }
}
function documentOf(context: ReadContext, inventory: Inventory): InventoryDocument {
  return accountOfInventory(context, inventory).document
}

function overviewOfInventory(context: ReadContext, inventory: Inventory): Overview {
  const { account, document, findings } = accountOfInventory(context, inventory)
  const { year } = inventory
  const standing = standingFindings(standingOf(context.db, { account, document, year, today: context.today }))
  return { inventory, ...overviewOf(context, inventory, account, [...findings, ...standing]) }
}

function overviewOf(
  { db, around }: ReadContext,
  rules: NewInventory,
  account: Account,
  findings: readonly Finding[],
): Omit<Overview, 'inventory'> {
  const names = new Map<string, string>(nodesOf(db).map(({ id, name }) => [id, name]))
  return {
    ...shown(account, names),
    findings: byWeight(findings),
    before: yearBefore({ db, around }, rules, account),
  }
}

function glance(
  context: ReadContext,
  year: number,
  facility: NodeId | null,
): Omit<Overview, 'inventory'> | null {
  const rules = usualRules(context, year, facility)
  if (!rules) return null
  const live = liveAccount(context.db, context.around, rules)
  const { account, document } = live
  const standing = standingOf(context.db, { account, document, year, today: context.today })
  return overviewOf(context, rules, account, [...findingsOf(live), ...standingFindings(standing)])
}

function create(
  context: WriteContext,
  rules: NewInventory,
  { replaces, version, plan, reported }: Pick<Inventory, 'replaces' | 'version' | 'plan' | 'reported'>,
): Inventory {
  refuseUnknownRules(context, rules)
  const { db, user, now } = context
  const id = context.newId<'inventory'>()
  db.insert(accountingInventories)
    .values({
      id,
      ...storedRules(rules),
      version,
      state: 'working',
      plan: JSON.stringify(plan),
      reported: JSON.stringify(reported),
      replacesId: replaces,
      changedBy: user ?? 'system',
      changedAt: now,
    })
    .run()
  return requireInventory(db, id)
}

/** @throws Refusal `accounting.unknown-guideline`, `accounting.unknown-rounding`, `accounting.editions-out-of-order`. */
function refuseUnknownRules({ around }: ReadContext, { editions = [], year, ...first }: NewInventory): void {
  const files = ruleFiles(around)
  for (const { guideline, rounding } of [first, ...editions]) {
    if (!files.guidelines.some(({ id }) => id === guideline))
      throw new Refusal('accounting.unknown-guideline', { guideline })
    if (!files.rounding.some(({ id }) => id === rounding))
      throw new Refusal('accounting.unknown-rounding', { rounding })
  }
  const beginnings = [`${year}-01`, ...editions.map(({ from }) => from)]
  const isInOrder = beginnings.every((from, index) => index === 0 || from > (beginnings[index - 1] ?? ''))
  if (!isInOrder || (beginnings.at(-1) ?? '') > `${year}-12`)
    throw new Refusal('accounting.editions-out-of-order', { year })
}

function storedRules({ facilities, editions = [], ...rules }: NewInventory) {
  return {
    ...newInventory.omit({ facilities: true, editions: true }).parse(rules),
    editions: JSON.stringify(editions),
    facilities: facilities === null ? null : JSON.stringify(facilities),
  }
}

function change(
  { db, user, now }: WriteContext,
  id: InventoryId,
  values: Partial<typeof accountingInventories.$inferInsert>,
): Inventory {
  db.update(accountingInventories)
    .set({ ...values, changedBy: user ?? 'system', changedAt: now })
    .where(eq(accountingInventories.id, id))
    .run()
  return requireInventory(db, id)
}
