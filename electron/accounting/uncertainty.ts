import { simulations } from '#db/accounting/tables'
import { lastSimulation, statedUncertainties } from '#db/accounting/uncertainty-queries'
import type { ReadDb } from '#db/kernel/access'
import { meterRecords } from '#db/monitoring/meter-queries'
import { allParameters } from '#db/monitoring/queries'
import { factorLibraryOf } from '#electron/factors/library'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { Account } from '#shared/accounting/account'
import { drawTask } from '#shared/accounting/draw'
import type { Inventory, InventoryId } from '#shared/accounting/inventory'
import { propagate, short, subjectOf, uncertainAccount } from '#shared/accounting/propagate'
import type { ReportedUncertainty } from '#shared/accounting/report-uncertainty'
import { suggestedFor } from '#shared/accounting/suggest-uncertainty'
import {
  type DrawnOutput,
  drawsOfFreezing,
  type Simulation,
  statedUncertainty,
  type StatedUncertainty,
  type UncertainInput,
  type UncertaintyAnalysis,
} from '#shared/accounting/uncertainty-model'
import { uncertaintyTexts } from '#shared/accounting/uncertainty-texts'
import { canonical } from '#shared/kernel/canonical'
import type { Figure } from '#shared/kernel/figure'
import { Decimal } from '#shared/kernel/quantity'
import { say } from '#shared/kernel/texts'

import { computedOf } from './computed.ts'
import { factorNamesOf } from './finding-words.ts'
import { engineVersion, totalsOf } from './kept-account.ts'

/** Inputs of an inventory, what is stated of them and what that makes of its total. */
export function analysisOf(
  context: ReadContext,
  inventory: Inventory,
  coverage: '1' | '2',
): UncertaintyAnalysis {
  const { db } = context
  const { account } = computedOf(context, inventory)
  const stated = statedUncertainties(db)
  const inputs = inputsOf(context, account, inventory.year)
  const used = usedOf(stated, account)
  const kept = lastSimulation(db, inventory.id)
  return {
    inventory,
    missingLines: account.total.state === 'complete' ? 0 : account.total.lines,
    propagated: propagate(account, used, coverage),
    inputs,
    simulation: kept ? { ...kept, isCurrent: kept.digest === digestOf(account, used) } : null,
  }
}

/** What is stated of inputs that this account really has, without the time at which it was stated. */
function usedOf(stated: readonly StatedUncertainty[], account: Account): StatedUncertainty[] {
  const present = new Set(enteringLines(account).keys())
  return stated.filter(({ subject }) => present.has(subject)).map((each) => statedUncertainty.parse(each))
}

/** What a simulation was drawn from: it is out of date as soon as a total or an input is another. */
function digestOf(account: Account, inputs: readonly StatedUncertainty[]): string {
  const totals = totalsOf(account).map(({ path, total }) => [
    path,
    (total.state === 'complete' ? total.figure : total.known).value.toFixed(),
  ])
  return sha256(canonical({ totals, inputs }))
}

/** What is kept of a run, before it is kept. */
export type Drawn = Pick<Simulation, 'seed' | 'draws' | 'digest' | 'covered' | 'inputs'> & {
  readonly outputs: readonly DrawnOutput[]
}

/** Draws an account on a thread of its own; null where nothing is stated of its inputs. */
export async function drawnOf(
  { db, job }: Pick<TaskContext, 'db' | 'job'>,
  account: Account,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): Promise<Drawn | null> {
  const inputs = usedOf(statedUncertainties(db), account)
  if (inputs.length === 0) return null
  const outputs = await job<DrawnOutput[]>(
    'accounting.draw',
    drawTask(uncertainAccount(account, inputs), seed, draws),
  )
  const { covered } = propagate(account, inputs, '2').total
  return { seed, draws, digest: digestOf(account, inputs), covered, inputs, outputs }
}

/** Draws a working inventory before it is frozen, where anything is stated of its inputs. */
export async function drawnForFreezing(task: TaskContext, inventory: Inventory): Promise<Drawn | null> {
  const { account } = computedOf(task, inventory)
  if (account.total.state === 'incomplete') return null
  return drawnOf(task, account, { seed: inventory.year, draws: drawsOfFreezing })
}
/** Keeps what was drawn with the inventory that was frozen, unless something changed in between. */
export function keepIfUnchanged(context: WriteContext, inventory: Inventory, drawn: Drawn | null): void {
  if (drawn === null) return
  const { account } = computedOf(context, inventory)
  if (digestOf(account, usedOf(statedUncertainties(context.db), account)) === drawn.digest)
    keepSimulation(context, inventory.id, drawn)
}

export function keepSimulation(
  { db, newId, user, now }: WriteContext,
  inventory: InventoryId,
  drawn: Drawn,
): Simulation {
  const made: Simulation = {
    ...drawn,
    id: newId<'simulation'>(),
    inventory,
    engine: engineVersion,
    outputs: [...drawn.outputs],
    madeBy: user ?? 'system',
    madeAt: now,
  }
  db.insert(simulations)
    .values({ ...made, inputs: JSON.stringify(made.inputs), outputs: JSON.stringify(made.outputs) })
    .run()
  return made
}

/** What the report says: of a frozen inventory by the inputs that were kept with it, of a working one by today's. */
export function uncertaintyToReport(
  db: ReadDb,
  inventory: Inventory,
  account: Account,
): ReportedUncertainty | null {
  const kept = lastSimulation(db, inventory.id)
  const today = usedOf(statedUncertainties(db), account)
  const inputs = kept && inventory.state !== 'working' ? kept.inputs : today
  if (inputs.length === 0) return null
  const isOfThis = kept !== undefined && kept.digest === digestOf(account, inputs)
  return { inputs, propagated: propagate(account, inputs, '2'), simulation: isOfThis ? kept : null }
}

interface Entering {
  readonly leaf: Figure
  readonly sources: Set<string>
  emission: Decimal
}

/** Every input of which an uncertainty could be stated, with the lines that it enters. */
function enteringLines(account: Account): Map<string, Entering> {
  const found = new Map<string, Entering>()
  for (const { source, months } of account.bySource)
    for (const month of months) {
      if (month.state !== 'complete') continue
      for (const [subject, leaf] of leavesIn(month.emission)) {
        const entering = found.get(subject) ?? { leaf, sources: new Set<string>(), emission: new Decimal(0) }
        entering.sources.add(source.name)
        entering.emission = entering.emission.plus(month.emission.value.abs())
        found.set(subject, entering)
      }
    }
  return found
}
function leavesIn(figure: Figure): Map<string, Figure> {
  const own = figure.operands.length === 0 ? subjectOf(figure) : null
  return new Map([
    ...(own === null ? [] : [[own, figure] as const]),
    ...figure.operands.flatMap((operand) => [...leavesIn(operand)]),
  ])
}

/** The inputs of an account, those with the most emission first. */
function inputsOf({ db, around }: ReadContext, account: Account, year: number): UncertainInput[] {
  const found = enteringLines(account)
  const names = new Map<string, string>(allParameters(db).map(({ id, name }) => [id, name]))
  const factorName = factorNamesOf(factorLibraryOf(db, around))
  const stated = new Map(statedUncertainties(db).map((each) => [each.subject, each]))
  const meters = meterRecords(db)
  const all = account.bySource
    .flatMap(({ months }) =>
      months.flatMap((month) => (month.state === 'complete' ? [month.emission.value.abs()] : [])),
    )
    .reduce((sum, value) => sum.plus(value), new Decimal(0))
  const span = { from: `${year}-01-01`, to: `${year + 1}-01-01` }
  return [...found]
    .toSorted(([, a], [, b]) => b.emission.comparedTo(a.emission))
    .map(([subject, { leaf, sources, emission }]) => {
      const id = subject.slice(subject.indexOf('/') + 1)
      const isReading = leaf.origin?.kind === 'readings'
      return {
        subject,
        name: isReading ? readingName(leaf, names.get(id) ?? id) : (factorName(id) ?? { zh: id, en: id }),
        sources: [...sources],
        determination: leaf.origin?.kind === 'readings' ? leaf.origin.determination : 'default',
        emission: short(emission),
        share: all.isZero() ? null : short(emission.div(all).times(100)),
        stated: stated.get(subject) ?? null,
        suggestion: isReading ? suggestedFor(id, meters, span) : null,
      }
    })
}

/** Hours of a continuous measurement are one leaf, concentration times flow: what is stated is stated of both. */
function readingName({ code }: Figure, name: string): UncertainInput['name'] {
  if (code !== 'accounting.hourly-mass') return { zh: name, en: name }
  const wording = uncertaintyTexts['accounting.uncertainty.with-flow']
  return { zh: say(wording, 'zh', { name }), en: say(wording, 'en', { name }) }
}
