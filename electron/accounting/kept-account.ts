import { contentUnder } from '#db/accounting/queries'
import type { ReadDb } from '#db/kernel/access'
import { sha256 } from '#electron/kernel/crypto'
import type { Account, Apart, MonthAccount, SourceAccount, Total } from '#shared/accounting/account'
import { type InventoryDocument, inventoryDocument } from '#shared/accounting/document'
import { accountSource, accountTotals } from '#shared/accounting/engine'
import type { Inventory } from '#shared/accounting/inventory'
import type { Library } from '#shared/accounting/library'
import { settingsOf } from '#shared/accounting/settings'
import { canonical } from '#shared/kernel/canonical'
import { type FigureRecord, fromRecord, textOf, toRecord } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import { Refusal } from '#shared/kernel/refusal'

/** The engine's name and number, kept with every inventory that it froze. */
export const engineVersion = 'tanbu-engine/1'

interface KeptMonth {
  readonly month: string
  readonly mass: FigureRecord
  readonly emission: FigureRecord
  readonly beside: readonly FigureRecord[]
  readonly findings: readonly Finding[]
}

/** A frozen account: the tree of every line, and every total as it was. Totals are sums over lines and follow from them. */
export interface KeptAccount {
  readonly engine: string
  readonly sources: readonly { readonly id: string; readonly months: readonly KeptMonth[] }[]
  readonly totals: Readonly<Record<string, string>>
}

/** A complete account as it is kept. */
export function keep(account: Account): KeptAccount {
  return {
    engine: engineVersion,
    sources: [...Map.groupBy(everySource(account), ({ source }) => source.id)].map(([id, parts]) => ({
      id,
      months: parts
        .flatMap(({ months }) => months)
        .toSorted((a, b) => (a.month < b.month ? -1 : 1))
        .flatMap(keptMonth),
    })),
    totals: Object.fromEntries(totalsOf(account).map(({ path, total }) => [path, valueOf(total)])),
  }
}
function keptMonth(month: MonthAccount): KeptMonth[] {
  if (month.state !== 'complete') return []
  const { mass, emission, beside, findings } = month
  return [
    {
      month: month.month,
      mass: toRecord(mass),
      emission: toRecord(emission),
      beside: beside.map(toRecord),
      findings,
    },
  ]
}
function valueOf(total: Total): string {
  return total.state === 'complete' ? textOf(total.figure.value) : ''
}

/** Content as it is stored: canonical JSON and its SHA-256. */
export function sealed(content: unknown): { readonly body: string; readonly sha256: string } {
  const body = canonical(content)
  return { body, sha256: sha256(body) }
}

/**
 * The document and account that were frozen, byte for byte what was signed; the totals are added up again.
 *
 * @throws Refusal `accounting.content-damaged` when the bytes are not what was signed.
 */
export function openKept(
  db: ReadDb,
  inventory: Inventory,
  library: Library,
): { readonly document: InventoryDocument; readonly account: Account; readonly kept: KeptAccount } {
  const { title, version } = inventory
  if (damagedParts(db, inventory).length > 0)
    throw new Refusal('accounting.content-damaged', { title, version })
  const document = inventoryDocument.parse(JSON.parse(bodyOf(db, inventory.documentHash)))
  const kept = JSON.parse(bodyOf(db, inventory.accountHash)) as KeptAccount
  const settings = settingsOf(document, library)
  const months = new Map(kept.sources.map((source) => [source.id, source.months]))
  const sources = document.sources.map((source): SourceAccount =>
    accountSource(
      source,
      (months.get(source.id) ?? []).map((month) => ({
        state: 'complete',
        source: source.id,
        month: month.month,
        mass: fromRecord(month.mass),
        emission: fromRecord(month.emission) as Extract<MonthAccount, { state: 'complete' }>['emission'],
        beside: month.beside.map(fromRecord),
        findings: month.findings,
      })),
    ),
  )
  return { document, account: accountTotals(sources, settings), kept }
}

/** The parts of a frozen inventory whose bytes no longer have the hash that was signed. */
export function damagedParts(
  db: ReadDb,
  { documentHash, accountHash }: Inventory,
): ('document' | 'account')[] {
  const isDamaged = (hash: string | null) => sha256(bodyOf(db, hash)) !== hash
  return [
    ...(isDamaged(documentHash) ? (['document'] as const) : []),
    ...(isDamaged(accountHash) ? (['account'] as const) : []),
  ]
}
function bodyOf(db: ReadDb, hash: string | null): string {
  const body = hash === null ? undefined : contentUnder(db, hash)
  if (body === undefined) throw new Error(`What was frozen under ${hash} is not there`)
  return body
}

/** Every line; a source that an edition left out in the course of the period stands here in two parts. */
export function everySource(account: Account): SourceAccount[] {
  return [...account.bySource, ...account.apart.flatMap(({ sources }) => sources)]
}

/** Under which path the total of a source left out of the total is asked for. */
export function pathApart(account: Account, why: Apart, { source: { id } }: SourceAccount): string {
  return account.bySource.some(({ source }) => source.id === id) ? `apart/${why}/${id}` : `source/${id}`
}

/** Every total of an account with the path under which it is asked for. */
export function totalsOf(account: Account): { readonly path: string; readonly total: Total }[] {
  const group = (name: string, groups: readonly { readonly key: string | number; readonly total: Total }[]) =>
    groups.map(({ key, total }) => ({ path: `${name}/${key}`, total }))
  return [
    { path: 'total', total: account.total },
    ...account.bySource.map(({ source, total }) => ({ path: `source/${source.id}`, total })),
    ...account.apart.flatMap(({ why, sources }) =>
      sources.map((source) => ({ path: pathApart(account, why, source), total: source.total })),
    ),
    ...group('gas', account.byGas),
    ...group('facility', account.byFacility),
    ...group('month', account.byMonth),
    ...group('category', account.byCategory),
    ...group('iso', account.byIsoCategory),
    ...group('scope', account.byScope),
    ...account.apart.map(({ why, total }) => ({ path: `apart/${why}`, total })),
  ]
}
