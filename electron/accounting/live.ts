import type { ReadDb } from '#db/kernel/access'
import { chainHead } from '#db/kernel/queries'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Account, MonthAccount, SourceAccount } from '#shared/accounting/account'
import { assemble, type Assembly, valueOf } from '#shared/accounting/assemble'
import { check } from '#shared/accounting/checks'
import { type InventoryDocument, stepsOf } from '#shared/accounting/document'
import { accountSource, accountTotals } from '#shared/accounting/engine'
import type { NewInventory } from '#shared/accounting/inventory'
import type { Library } from '#shared/accounting/library'
import { accountMonth } from '#shared/accounting/month'
import { type Settings, settingsOf } from '#shared/accounting/settings'
import { canonical } from '#shared/kernel/canonical'
import type { Finding } from '#shared/kernel/finding'

import { changedSince } from './changed-since.ts'
import { engineLibrary } from './engine-library.ts'
import { gather, knownMonths } from './gather.ts'

/** An inventory as the readings of this moment make it. */
export interface Live {
  readonly document: InventoryDocument
  readonly settings: Settings
  readonly library: Library
  readonly account: Account
}

interface Kept extends Live {
  readonly assembly: Assembly
  readonly sources: ReadonlyMap<string, SourceAccount>
  /** The last audit line that was looked at, and whether the registers changed since. */
  readonly seq: number
}

/** Last computed inventories of a connection, by their rules; a few, because each holds its whole tree. */
const kept = new WeakMap<ReadDb, Map<string, Kept>>()
const mostKept = 6

/**
 * The account of the moment. What did not change is taken from the last time: after one reading only its month of
 * its source is computed again and the totals are added up; after a change of the registers everything is.
 */
export function liveAccount(db: ReadDb, around: Pick<Surroundings, 'program'>, rules: NewInventory): Live {
  const memory = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, memory)
  const key = canonical(rules)
  const last = memory.get(key)
  const next = (last && updated(db, last)) ?? computed(db, around, rules)
  memory.delete(key)
  memory.set(key, next)
  for (const oldest of [...memory.keys()].slice(0, Math.max(0, memory.size - mostKept))) memory.delete(oldest)
  return next
}

/** Everything that a reader should look at, worked out when asked for: it is no part of a total. */
export function findingsOf({ document, account, settings, library }: Live): Finding[] {
  return [...account.findings, ...check(document, account, settings, library.candidates)]
}

function computed(db: ReadDb, around: Pick<Surroundings, 'program'>, rules: NewInventory): Kept {
  const { seq } = chainHead(db)
  const assembly = gather(db, around, rules, () => null)
  return { ...accountOf(assembly, engineLibrary(db, around)), assembly, seq }
}

/** What readings come to that were read already. */
export function accountOf(
  assembly: Assembly,
  library: Library,
): Live & { readonly sources: ReadonlyMap<string, SourceAccount> } {
  const document = assemble(assembly)
  const settings = settingsOf(document, library)
  const sources = new Map(
    document.sources.map((source) => [
      source.id,
      accountSource(
        source,
        stepsOf(source, document.period).map((month) => accountMonth(source, month, settings)),
      ),
    ]),
  )
  const account = accountTotals([...sources.values()], settings)
  return { document, settings, library, account, sources }
}

/** The kept account brought up to this moment; null when more changed than some readings. */
function updated(db: ReadDb, last: Kept): Kept | null {
  const { seq } = chainHead(db)
  if (seq === last.seq) return last
  const since = changedSince(db, last.seq)
  if (since.kind !== 'months') return null
  const { year } = last.assembly.rules
  const changed = [...since.keys].filter((key) => monthIn(key).startsWith(String(year)))
  if (changed.some((key) => isOfYear(key) || needsAssembly(key, last))) return null
  const sources = new Map(last.sources)
  for (const [month, keys] of Map.groupBy(changed, monthIn)) {
    const seqs = new Set(keys.map((key) => Number(key.slice(0, key.indexOf('/')))))
    for (const source of sourcesTouched(last.assembly, seqs)) {
      const before = sources.get(source)
      if (before) sources.set(source, withMonth(db, before, month, last))
    }
  }
  const accounts = [...sources.values()]
  return {
    ...last,
    seq,
    sources,
    document: { ...last.document, sources: accounts.map(({ source }) => source) },
    account: accountTotals(accounts, last.settings, last.account),
  }
}

const monthIn = (key: string) => key.slice(key.indexOf('/') + 1)
/** What is said of a whole year bears on all of its months. */
const isOfYear = (key: string) => key.length - key.indexOf('/') === 5
/** Sources counted by the year, and those where one parameter took over from another, are put together as a whole. */
function needsAssembly(key: string, { assembly, sources }: Kept): boolean {
  const touched = sourcesTouched(assembly, new Set([Number(key.slice(0, key.indexOf('/')))]))
  const rolesOf = (id: string) =>
    assembly.parameters.filter(({ source }) => source === id).map(({ role }) => role)
  return [...touched].some(
    (id) => sources.get(id)?.source.by === 'year' || new Set(rolesOf(id)).size < rolesOf(id).length,
  )
}

/** A source is touched by its own parameters and by those that weight them. */
function sourcesTouched({ parameters }: Assembly, seqs: ReadonlySet<number>): Set<string> {
  const ids = new Set(parameters.filter(({ seq }) => seqs.has(seq)).map(({ id }) => id))
  return new Set(
    parameters
      .filter(({ id, weightedBy }) => ids.has(id) || (weightedBy !== null && ids.has(weightedBy)))
      .flatMap(({ source }) => (source === null ? [] : [source])),
  )
}

function withMonth(
  db: ReadDb,
  before: SourceAccount,
  month: string,
  { assembly, settings }: Kept,
): SourceAccount {
  const own = assembly.parameters.filter((parameter) => parameter.source === before.source.id)
  const known = new Map(
    knownMonths(db, own, { from: month, to: `${month}~` }, () => null).map((each) => [
      each.parameter,
      valueOf(each),
    ]),
  )
  const source = replaceMonth(before.source, month, known) as SourceAccount['source']
  const at = before.months.findIndex((each) => each.month === month)
  // The source was not there in that month: its data are told of, and nothing is computed.
  if (at < 0) return { ...before, source }
  const months: MonthAccount[] = before.months.with(at, accountMonth(source, month, settings))
  return accountSource(source, months)
}

/** The source with one month of its parameters replaced; everything else is the same object as before. */
function replaceMonth(part: unknown, month: string, known: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((inner: unknown) => replaceMonth(inner, month, known))
  if (typeof part !== 'object' || part === null) return part
  if ('id' in part && typeof part.id === 'string' && ('months' in part || 'determination' in part)) {
    const { [month]: old, ...others } = ('months' in part ? part.months : {}) as Record<string, unknown>
    const value = known.get(part.id)
    if (old === undefined && value === undefined) return part
    return { ...part, months: value === undefined ? others : { ...others, [month]: value } }
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, replaceMonth(inner, month, known)]),
  )
}
