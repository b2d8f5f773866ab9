import { peopleById } from '#db/access/queries'
import { contentUnder, inventoryById } from '#db/accounting/queries'
import { evidenceFiles } from '#db/activity/evidence'
import { type HandedProof, handedProofs, type HandedReading, handedReadings } from '#db/activity/handed-over'
import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf } from '#db/kernel/record-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { plansOf, signedPlan } from '#db/monitoring/plan-queries'
import { allParameters } from '#db/monitoring/queries'
import { requestsOf, stepsOf } from '#db/verification/queries'
import { engineLibrary } from '#electron/accounting/engine-library'
import { rangeOf } from '#electron/accounting/gather'
import { everySource, openKept } from '#electron/accounting/kept-account'
import { accountOfInventory } from '#electron/accounting/service'
import { uncertaintyToReport } from '#electron/accounting/uncertainty'
import type { ReadContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { InventoryDocument } from '#shared/accounting/document'
import type { Inventory } from '#shared/accounting/inventory'
import type { ReportedUncertainty } from '#shared/accounting/report-uncertainty'
import type { Finding } from '#shared/kernel/finding'
import { grouped } from '#shared/kernel/grouped'
import { Refusal } from '#shared/kernel/refusal'
import type { MeterRecord } from '#shared/monitoring/meter'
import type { Parameter } from '#shared/monitoring/model'
import type { PlanVersion } from '#shared/monitoring/plan'
import { nodeId } from '#shared/organization/model'
import type { VerificationCase } from '#shared/verification/case'
import type { Request } from '#shared/verification/request'

import { type FigureGraph, graphOf } from './figure-graph.ts'

/** A line of the audit trail as it is handed over: as it is stored, so that its hash can be computed again. */
export interface TrailLine {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly procedure: string
  readonly outcome: string
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

/** A version of the monitoring plan with the text that its approval signed. */
export interface HandedPlan extends PlanVersion {
  readonly signed: string | null
}

export interface HandedFile {
  readonly sha256: string
  readonly name: string
}

/** All that a package hands over, and nothing that is not about the inventory of its case. */
export interface PackageContent {
  readonly of: VerificationCase
  readonly inventory: Inventory
  readonly document: InventoryDocument
  /** The canonical JSON that was frozen, byte for byte. */
  readonly frozen: { readonly document: string; readonly account: string }
  readonly graph: FigureGraph
  readonly findings: readonly Finding[]
  readonly parameters: readonly Parameter[]
  readonly meters: readonly MeterRecord[]
  readonly plans: readonly HandedPlan[]
  /** Null where nothing is stated of any input. */
  readonly uncertainty: ReportedUncertainty | null
  readonly readings: readonly HandedReading[]
  readonly proofs: readonly HandedProof[]
  readonly files: readonly HandedFile[]
  readonly requests: readonly Request[]
  readonly trail: readonly TrailLine[]
  /** Names of those who act in any of it, by user id. */
  readonly people: ReadonlyMap<string, string>
}

type Context = Pick<ReadContext, 'db' | 'around'>

/**
 * Gathers the content of a package from a frozen inventory.
 *
 * @throws Refusal `verification.lacks.frozen-inventory`; `verification.readings-changed` {parameter, month} where
 * readings were corrected after it was frozen: a new version of the inventory comes first.
 */
export function packageContent(context: Context, of: VerificationCase): PackageContent {
  const { db, around } = context
  const inventory = of.inventory && inventoryById(db, of.inventory)
  if (!inventory || inventory.state === 'working' || !inventory.documentHash || !inventory.accountHash)
    throw new Refusal('verification.lacks.frozen-inventory')
  const { document, account } = openKept(db, inventory, engineLibrary(db, around))
  const sources = new Set<string>(everySource(account).map(({ source }) => source.id))
  const parameters = allParameters(db).filter(({ source }) => source !== null && sources.has(source))
  const range = rangeOf(inventory.year)
  const readings = handedReadings(db, parameters, range)
  const graph = graphOf(account)
  refuseChanged(graph, readings, parameters)
  const ids = new Set<string>(parameters.map(({ id }) => id))
  const meters = meterRecords(db).filter(({ uses }) => uses.some(({ parameter }) => ids.has(parameter)))
  const plans = plansIn(db, document, inventory.year)
  const requests = requestsOf(db, of.id)
  const trail = trailOf(db, [
    of.id,
    inventory.id,
    ...sources,
    ...ids,
    ...meters.map(({ meter }) => meter.id),
    ...plans.map((plan) => plan.id),
    ...readings.flatMap(({ id }) => [id, id.replaceAll('-', '')]),
  ])
  return {
    of,
    inventory,
    document,
    frozen: {
      document: contentUnder(db, inventory.documentHash) ?? '',
      account: contentUnder(db, inventory.accountHash) ?? '',
    },
    graph,
    findings: accountOfInventory(context, inventory).findings,
    parameters,
    meters,
    plans,
    uncertainty: uncertaintyToReport(db, inventory, account),
    readings,
    proofs: handedProofs(db, parameters, range),
    files: filesOf(db, of, graph, meters),
    requests,
    trail,
    people: namesOf(db, readings, plans, trail),
  }
}

/** The versions that were in force at some time of the year, by facility. */
function plansIn(db: ReadDb, { facilities }: InventoryDocument, year: number): HandedPlan[] {
  return facilities.flatMap(({ id }) =>
    plansOf(db, nodeId.parse(id))
      .filter(
        ({ state, validFrom, validTo }) =>
          (state === 'in-force' || state === 'superseded') &&
          validFrom < `${year + 1}-01-01` &&
          (validTo === null || validTo > `${year}-01-01`),
      )
      .map((plan) => ({ ...plan, signed: signedPlan(db, plan.id)?.text ?? null })),
  )
}

/** Each leaf has to stand on the readings that were frozen with it. */
function refuseChanged(
  { nodes }: FigureGraph,
  readings: readonly HandedReading[],
  parameters: readonly Parameter[],
): void {
  const lines = grouped(readings, ({ parameter, month }) => `${parameter}/${month}`)
  for (const { origin } of nodes) {
    if (origin?.kind !== 'readings' || origin.digest === null) continue
    const own = lines.get(`${origin.parameter}/${origin.month}`) ?? []
    if (sha256(own.map(({ line }) => line).join('\n')) === origin.digest) continue
    const name = parameters.find(({ id }) => id === origin.parameter)?.name ?? origin.parameter
    throw new Refusal('verification.readings-changed', { parameter: name, month: origin.month })
  }
}

/** What proves a leaf, the certificates of its meters, and what is kept with the case. */
function filesOf(
  db: ReadDb,
  of: VerificationCase,
  { nodes }: FigureGraph,
  meters: readonly MeterRecord[],
): HandedFile[] {
  const known = new Map(evidenceFiles(db).map(({ sha256: hash, name }) => [hash, name]))
  const wanted = new Set(nodes.flatMap(({ origin }) => (origin?.kind === 'readings' ? origin.evidence : [])))
  const records = [
    `verification/case/${of.id}`,
    ...stepsOf(db, of.id).map(({ id }) => `verification/step/${id}`),
  ]
  const found = [
    ...[...wanted].flatMap((hash) => {
      const name = known.get(hash)
      return name === undefined ? [] : [{ sha256: hash, name }]
    }),
    ...meters.flatMap(({ certificates }) => certificates.flatMap(({ file }) => file ?? [])),
    ...records.flatMap((record) => attachmentsOf(db, record)),
  ]
  return [...new Map(found.map(({ sha256: hash, name }) => [hash, { sha256: hash, name }])).values()]
}

const uuid = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi

/** The lines that name one of the records handed over. */
function trailOf(db: ReadDb, ids: readonly string[]): TrailLine[] {
  const wanted = new Set(ids)
  const found: TrailLine[] = []
  for (const line of db.each<TrailLine>('SELECT * FROM kernel_audit ORDER BY seq'))
    if (line.detail.match(uuid)?.some((id) => wanted.has(id.toLowerCase()))) found.push({ ...line })
  return found
}

function namesOf(
  db: ReadDb,
  readings: readonly HandedReading[],
  plans: readonly HandedPlan[],
  trail: readonly TrailLine[],
): ReadonlyMap<string, string> {
  const acting = new Set([
    ...trail.map(({ actor }) => actor),
    ...plans.map(({ approvedBy }) => approvedBy),
    ...readings.flatMap(({ enteredBy, checkedBy, approvedBy }) => [enteredBy, checkedBy, approvedBy]),
  ])
  return new Map(
    [...peopleById(db).values()].flatMap(({ userId, name }) =>
      userId !== null && name !== null && acting.has(userId) ? [[userId, name] as const] : [],
    ),
  )
}
