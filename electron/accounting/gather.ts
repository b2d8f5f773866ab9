import { inventoriesOf } from '#db/accounting/queries'
import { type KeyRange, monthEntries } from '#db/activity/queries'
import { type ReadDb, untilWritten } from '#db/kernel/access'
import { allParameters, allSources } from '#db/monitoring/queries'
import { approvedBoundaries } from '#db/organization/boundary-queries'
import { nodesOf, organizationOf } from '#db/organization/queries'
import { factorLibraryOf } from '#electron/factors/library'
import type { Surroundings } from '#electron/kernel/surroundings'
import type { Assembly, KnownMonth } from '#shared/accounting/assemble'
import type { Inventory, NewInventory } from '#shared/accounting/inventory'
import { isValidOn, overlaps } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { Parameter, Source } from '#shared/monitoring/model'
import type { ApprovedBoundary } from '#shared/organization/boundary'
import type { Node } from '#shared/organization/model'

import { ruleFiles } from './engine-library.ts'

/** SHA-256 over the readings behind a month; null where nobody asked for it, since it reads them all. */
export type DigestOf = (parameter: number, month: string) => string | null

/**
 * Reads everything that an inventory of a year is assembled from. A year's inventory keeps that year's boundary: the
 * version in force on its last day.
 *
 * @throws Refusal `accounting.no-organization`, `accounting.no-facilities`.
 */
export function gather(
  db: ReadDb,
  around: Pick<Surroundings, 'program'>,
  rules: NewInventory,
  digestOf: DigestOf,
): Assembly {
  const { organization, ...registers } = registersOf(db)
  if (!organization) throw new Refusal('accounting.no-organization')
  const year = { validFrom: `${rules.year}-01-01`, validTo: `${rules.year + 1}-01-01` }
  const boundary = boundaryOf(registers, rules.year)
  const nodes = registers.nodes.filter((node) => overlaps(node, year))
  const facilities = facilitiesOf(nodes, boundary, rules)
  if (facilities.length === 0) throw new Refusal('accounting.no-facilities', { year: rules.year })
  const facilityByNode = facilityIndex(nodes, facilities)
  const sources = registers.sources
    .filter((source) => overlaps(source, year) && source.state !== 'planned' && source.state !== 'building')
    .flatMap((source) => {
      const facility = facilityByNode.get(source.node)
      return facility === undefined ? [] : [{ source, facility }]
    })
  const ids = new Set<string>(sources.map(({ source }) => source.id))
  const parameters = registers.parameters.filter(({ source }) => source !== null && ids.has(source))
  const editions = factorLibraryOf(db, around)
  return {
    rules,
    organization,
    boundary,
    facilities,
    sources,
    parameters,
    known: knownMonths(db, parameters, rangeOf(rules.year), digestOf),
    factor: ({ urn, ref }) => {
      const edition = editions.find((each) => each.urn === urn)
      const factor = edition?.factors.find((row) => row.ref === ref)
      return edition && factor ? { edition, factor } : undefined
    },
    guidelines: ruleFiles(around).guidelines,
  }
}

/** What an inventory of any year begins with. */
export const registersOf = untilWritten((db) => {
  const organization = organizationOf(db)
  return {
    organization,
    boundaries: organization ? approvedBoundaries(db, organization.id) : [],
    inventories: inventoriesOf(db) as readonly Inventory[],
    nodes: nodesOf(db) as readonly Node[],
    sources: allSources(db) as readonly Source[],
    parameters: allParameters(db) as readonly Parameter[],
  }
})
/** The boundary of a year: the version in force on its last day. */
export function boundaryOf(
  { boundaries }: { readonly boundaries: readonly ApprovedBoundary[] },
  year: number,
): ApprovedBoundary | null {
  return boundaries.find((version) => isValidOn(version, `${year}-12-31`)) ?? null
}

/** The keys of a year as readings know them: the whole year `2025`, its months, up to, not including, `2026`. */
export function rangeOf(year: number): KeyRange {
  return { from: String(year), to: String(year + 1) }
}

/** What is known of parameters in a range of months, as the document wants it. */
export function knownMonths(
  db: ReadDb,
  parameters: Assembly['parameters'],
  range: KeyRange,
  digestOf: DigestOf,
): KnownMonth[] {
  const seqs = new Map(parameters.map(({ id, seq }) => [id, seq]))
  const known: KnownMonth[] = []
  for (const { parameter, month, amount, count, files, substituted } of monthEntries(db, parameters, range))
    if (amount !== null && count > 0) {
      const digest = digestOf(seqs.get(parameter) ?? 0, month)
      known.push({ parameter, month, amount, count, digest, evidence: files, substituted })
    }
  return known
}

/** Facilities inside the boundary, or all of them where there is none yet; only those that were asked for. */
function facilitiesOf(
  nodes: readonly Node[],
  boundary: ApprovedBoundary | null,
  { facilities }: NewInventory,
): Assembly['facilities'] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const pathOf = (node: Node): Node[] => {
    const parent = node.parent === null ? undefined : byId.get(node.parent)
    return parent ? [node, ...pathOf(parent)] : [node]
  }
  const excluded = new Set(boundary?.exclusions.flatMap(({ node }) => (node === null ? [] : [node])) ?? [])
  return nodes
    .filter(({ kind, id }) => kind === 'facility' && (facilities === null || facilities.includes(id)))
    .flatMap((node) => {
      const path = pathOf(node)
      if (path.some(({ id }) => excluded.has(id))) return []
      if (!boundary) return [{ node, equityShare: null }]
      // The nearest line of the boundary above a facility is the one that speaks of it.
      const member = path
        .map(({ id }) => boundary.members.find((each) => each.node === id))
        .find((each) => each !== undefined)
      return member ? [{ node, equityShare: member.share }] : []
    })
}

/** To which of the facilities a node belongs, for every node below them that the boundary does not leave out. */
function facilityIndex(nodes: readonly Node[], facilities: Assembly['facilities']): Map<string, string> {
  const index = new Map<string, string>(facilities.map(({ node }) => [node.id, node.id]))
  // Nodes come in tree order, parents before children.
  for (const { id, parent } of nodes) {
    const facility = parent === null ? undefined : index.get(parent)
    if (facility !== undefined && !index.has(id)) index.set(id, facility)
  }
  return index
}
