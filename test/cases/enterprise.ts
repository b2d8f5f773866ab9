import { readFileSync } from 'node:fs'

import { noChoice, readTable } from '#electron/activity/read-table'
import { sha256 } from '#electron/kernel/crypto'
import { evidencePath } from '#electron/kernel/evidence-store'
import { stageUpload } from '#electron/kernel/uploads'
import type { Inventory, NewInventory, Overview } from '#shared/accounting/inventory'
import type { Mapping } from '#shared/activity/mapping'
import type { Proposal } from '#shared/activity/mapping'
import type { Factor, FactorPointer } from '#shared/factors/model'
import type { FigureRecord } from '#shared/kernel/figure'
import type { Measure } from '#shared/kernel/units'
import { rolesOf } from '#shared/monitoring/methods'
import type { NewSource, Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { administrator, type Api, finish } from '#test/support/backend'

import type { Ledger } from './ledgers.ts'

export interface Enterprise {
  readonly api: Api
  readonly facility: NodeId
  readonly year: number
}

export interface Founding {
  readonly name: string
  readonly industryCode: string
  readonly facility: string
  readonly year: number
}

/** A legal entity with one facility and a signed boundary of the year. */
export async function found(api: Api, { name, industryCode, facility, year }: Founding): Promise<Enterprise> {
  await api.organization.begin({
    name,
    creditCode: null,
    industryCode,
    site: '厂区',
    facility,
    validFrom: `${year}-01-01`,
  })
  const tree = await api.organization.tree({})
  const idOf = (kind: string) => tree.find((node) => node.kind === kind)!.id
  const draft = await api.organization.draftBoundary({
    title: `${year} 年边界`,
    approach: 'operational-control',
    guideline: null,
    desulfurization: true,
    isoCategories: [1, 2],
    scopes: [1, 2],
    subsystems: ['emission'],
    members: [{ node: idOf('site'), share: null, reason: null }],
    exclusions: [],
    validFrom: `${year}-01-01`,
    validTo: null,
    reason: null,
    replaces: null,
  })
  await finish(api.organization.approveBoundary({ id: draft.id, password: administrator.password }))
  return { api, facility: idOf('facility'), year }
}

/** An input of a source: measured in a unit, or a value of the factor library. */
export interface Input {
  readonly name: string
  readonly unit: Measure
  readonly factor?: FactorPointer
}

/** Registers a source and its inputs by their roles; it is there all the time, or in `from` up to `to`. */
export async function register(
  { api, facility, year }: Enterprise,
  source: Pick<NewSource, 'code' | 'name' | 'calculation'> & Partial<NewSource>,
  inputs: Readonly<Record<string, Input>>,
): Promise<{ readonly source: Source; readonly parameters: ReadonlyMap<string, Parameter> }> {
  const there = { validFrom: source.validFrom ?? `${year}-01-01`, validTo: source.validTo ?? null }
  const made = await api.monitoring.addSource(sourceLike(facility, { ...source, ...there }))
  const parameters = new Map<string, Parameter>()
  for (const role of rolesOf(made.calculation)) {
    const input = inputs[role.path]
    if (!input) continue
    const { name, unit, factor = null } = input
    parameters.set(
      role.path,
      await api.monitoring.addParameter(
        parameterLike(made, {
          ...there,
          role: role.path,
          name,
          unit,
          factor,
          rollUp: role.rollUp,
          determination: factor ? 'default' : 'measured',
        }),
      ),
    )
  }
  return { source: made, parameters }
}

/** Writes one value with its source into an own edition and releases it; gives the pointer to use it by. */
export async function ownFactor(
  api: Api,
  table: string,
  factor: Pick<Factor, 'ref' | 'value' | 'unit' | 'name' | 'source'> & Partial<Factor>,
): Promise<FactorPointer> {
  const whole: Factor = {
    subject: 'electricity',
    kind: 'emission-factor',
    per: null,
    formula: null,
    gas: 'CO2',
    region: null,
    purpose: 'reporting-grid-average',
    usedFor: null,
    sector: null,
    dataYear: null,
    validFrom: null,
    validTo: null,
    seenIn: null,
    verification: 'secondary-copy',
    note: null,
    ...factor,
  }
  const { summary } = await api.factors.saveOwnEdition({
    table,
    title: { zh: factor.source, en: factor.source },
    issuer: { zh: '企业', en: 'Enterprise' },
    document: factor.source,
    published: null,
    note: null,
    factors: [whole],
    readAt: null,
  })
  await api.factors.releaseOwnEdition({ urn: summary.urn })
  return { urn: summary.urn, ref: factor.ref }
}

export interface Import {
  readonly proposal: Proposal
  readonly readings: number
  readonly codes: readonly string[]
  readonly sha256: string
}

/** Sends a ledger and imports it as its reader would: look, decide what the program left open, preview, import. */
export async function bring(
  { api, facility, year }: Enterprise,
  folder: string,
  ledger: Ledger,
  decide: (mapping: Mapping, proposal: Proposal) => Mapping = (mapping) => mapping,
): Promise<Import> {
  const upload = await stageUpload(folder, {
    name: ledger.name,
    type: ledger.type,
    body: new Blob([new Uint8Array(ledger.bytes)]).stream() as ReadableStream<Uint8Array>,
  })
  const source = { upload, choice: noChoice, facility }
  const { proposal } = await finish(api.activity.importInspect({ ...source, year }))
  if (!proposal.mapping) throw new Error(`${ledger.name} was not understood`)
  const plan = {
    ...source,
    mapping: decide(proposal.mapping, proposal),
    period: { from: `${year}-01-01`, to: `${year + 1}-01-01` },
    acceptRepairs: [],
  }
  const preview = await finish(api.activity.importPreview(plan))
  const errors = preview.troubles.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new Error(
      errors.map(({ code, cell, facts }) => `${cell} ${code} ${JSON.stringify(facts)}`).join('\n'),
    )
  const { readings } = await finish(
    api.activity.import({
      ...plan,
      take: 'all',
      again: false,
      isRecord: true,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
  return {
    proposal,
    readings,
    codes: preview.tally.map(({ code }) => code),
    sha256: sha256(Buffer.from(ledger.bytes)),
  }
}

export function makeInventory(
  { api, year }: Enterprise,
  rules: Pick<NewInventory, 'title' | 'guideline' | 'rounding'> & Partial<NewInventory>,
): Promise<Inventory> {
  return api.accounting.create({
    year,
    facilities: null,
    gwpSet: 'AR5',
    view: 'iso-14064-1',
    scope2: 'location-based',
    ...rules,
  })
}

export function codesIn({ findings }: Pick<Overview, 'findings'>): string[] {
  return findings.map(({ code }) => code)
}

/** Every leaf below a figure, by opening it operand by operand as a reader does. */
export async function leavesOf(
  { api }: Enterprise,
  inventory: Inventory,
  path: string,
  at: readonly number[] = [],
): Promise<FigureRecord[]> {
  const { figure } = await api.accounting.figure({ id: inventory.id, path, at: [...at] })
  if (figure.operands.length === 0) return [figure]
  const below = await Promise.all(
    figure.operands.map((_, index) => leavesOf({ api } as Enterprise, inventory, path, [...at, index])),
  )
  return below.flat()
}

/**
 * Follows every entered value below a figure to its reading, to the file that is kept as evidence, and to the cell in
 * it; gives the cells. Fails where the cell does not hold what was entered.
 */
export async function cellsBelow(
  enterprise: Enterprise,
  folder: string,
  ledger: Ledger,
  inventory: Inventory,
  path = 'total',
): Promise<string[]> {
  const leaves = await leavesOf(enterprise, inventory, path)
  const kept = evidencePath(folder, sha256(Buffer.from(ledger.bytes)))
  if (!readFileSync(kept).equals(Buffer.from(ledger.bytes)))
    throw new Error('The file was not kept as it was')
  const cells: string[] = []
  for (const { origin } of leaves) {
    if (origin?.kind !== 'readings') continue
    const { parameter, month } = origin
    const { readings, evidence } = await enterprise.api.activity.readings({
      parameter: parameter as Parameter['id'],
      month,
    })
    if (!evidence.some(({ file }) => file.sha256 === sha256(Buffer.from(ledger.bytes))))
      throw new Error(`${month} is not proven by the file`)
    for (const { cell, text } of readings) {
      if (cell === null || (await textAt(kept, ledger.name, cell)) !== text)
        throw new Error(`${cell} does not hold ${text}`)
      cells.push(cell)
    }
  }
  return [...new Set(cells)]
}

async function textAt(path: string, name: string, cell: string): Promise<string | undefined> {
  const [, sheet = '', letters = '', row = ''] = /^(?:(.*)!)?([A-Z]+)(\d+)$/.exec(cell) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const choice = name.endsWith('.csv') ? noChoice : { ...noChoice, sheet }
  for await (const { number, cells } of readTable(path, name, choice))
    if (number === Number(row)) return cells[column]?.text
  return undefined
}
