import type { MonthAmount } from '#shared/activity/amounts'
import type { FactorEdition } from '#shared/factors/library'
import type { Factor, FactorPointer } from '#shared/factors/model'
import { endOf, firstDay, monthAfter, monthOf, monthsOf, overlaps } from '#shared/kernel/period'
import type { DecimalText } from '#shared/kernel/quantity'
import { Decimal } from '#shared/kernel/quantity'
import type { Parameter as MonitoredParameter, Source as MonitoredSource } from '#shared/monitoring/model'
import { roleOf } from '#shared/monitoring/rules'
import type { BoundaryContent } from '#shared/organization/boundary'
import type { Node, Organization } from '#shared/organization/model'

import { type InventoryDocument, inventoryDocument, type UsedFactor } from './document.ts'
import { editionsOfYear } from './editions.ts'
import { factorsInTurn } from './guideline-default.ts'
import type { Guideline } from './guideline.ts'
import type { NewInventory } from './inventory.ts'
import { frameOf, neededBy } from './method-frame.ts'
import { factorIn, type MonthValue, type Parameter } from './parameter.ts'
import { usedFactorOf } from './used-factor.ts'

/** What is known of a parameter in a month, with what proves it. */
export interface KnownMonth {
  readonly parameter: string
  readonly month: string
  readonly amount: MonthAmount
  readonly count: number
  readonly digest: string | null
  readonly evidence: readonly string[]
  /** The rule by which the value was made, where nobody took it. */
  readonly substituted?: string | null
}

/** Everything that one inventory is assembled from, as the registers have it. */
export interface Assembly {
  readonly rules: NewInventory
  readonly organization: Pick<Organization, 'name' | 'creditCode'>
  readonly boundary: BoundaryContent | null
  /** The facilities it covers, each with the share that the organization owns. */
  readonly facilities: readonly { readonly node: Node; readonly equityShare: DecimalText | null }[]
  /** Sources below them that were open in the year, with the facility each belongs to. */
  readonly sources: readonly { readonly source: MonitoredSource; readonly facility: string }[]
  readonly parameters: readonly MonitoredParameter[]
  readonly known: readonly KnownMonth[]
  /** Looks a factor up; undefined when the edition is not there any more. */
  readonly factor: (
    pointer: FactorPointer,
  ) => { readonly edition: FactorEdition; readonly factor: Factor } | undefined
  /** Where the defaults of guidelines are looked up. */
  readonly guidelines: readonly Guideline[]
}

/**
 * The inventory document of a plant's own registers: the same file that anyone can write by hand and compute without
 * the program. There is one way from data to figures, and it leads through this document.
 */
export function assemble(assembly: Assembly): InventoryDocument {
  const { rules, organization, boundary, facilities } = assembly
  const editions = editionsOfYear(rules.editions, rules.year)
  const byParameter = Map.groupBy(assembly.known, ({ parameter }) => parameter)
  const used = new Map<string, UsedFactor>()
  const bySource = Map.groupBy(assembly.parameters, (parameter) => parameter.source)
  const lines = assembly.sources.map(({ source, facility }) => {
    const own = (bySource.get(source.id) ?? []).filter(({ role }) => roleOf(source, role) !== undefined)
    const inputs = [...Map.groupBy(own, ({ role }) => role)].map(([role, inTurn]) => ({
      role,
      input: inTurnOf(inTurn, rules.year, (parameter) => inputOf(parameter, byParameter, assembly, used)),
    }))
    const isYearly = own.length > 0 && isKnownByYear(own, byParameter, rules.year)
    const line = { ...lineOf(source, facility, inputs, rules.year), ...(isYearly ? { by: 'year' } : {}) }
    return { line, inputs }
  })
  const document = inventoryDocument.parse({
    format: 'tanbu-inventory/1',
    title: rules.title,
    organization: { name: organization.name, creditCode: organization.creditCode },
    period: { by: 'month', from: `${rules.year}-01`, to: `${rules.year}-12` },
    guideline: rules.guideline,
    gwpSet: rules.gwpSet,
    rounding: rules.rounding,
    ...(editions.length === 0 ? {} : { editions }),
    boundary: {
      approach: boundary?.approach ?? 'operational-control',
      view: rules.view,
      scope2: rules.scope2,
      exclusions: (boundary?.exclusions ?? []).map(({ what, reason }) => ({ what, reason })),
    },
    facilities: facilities.map(({ node, equityShare }) => ({
      id: node.id,
      name: node.name,
      ...(equityShare === null ? {} : { equityShare: new Decimal(equityShare).div(100).toFixed() }),
    })),
    sources: lines.map(({ line }) => line),
    factors: [...used.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })
  for (const [index, { inputs }] of lines.entries())
    for (const { role, input } of inputs)
      if (input.months) put(document.sources[index] ?? {}, [...role.split('/'), 'months'], input.months)
  return document
}

/** Whether the amounts of a source were entered for the whole year and for none of its months. */
function isKnownByYear(
  own: readonly MonitoredParameter[],
  byParameter: ReadonlyMap<string, readonly KnownMonth[]>,
  year: number,
): boolean {
  const amounts = own.filter(({ rollUp }) => rollUp === 'sum').map(({ id }) => byParameter.get(id) ?? [])
  return (
    amounts.some((known) => known.length > 0) &&
    amounts.every((known) => known.every(({ month }) => month === String(year)))
  )
}

interface RoleInput {
  readonly role: string
  readonly input: Parameter
}

function lineOf(
  source: MonitoredSource,
  facility: string,
  inputs: readonly RoleInput[],
  year: number,
): Record<string, unknown> {
  const { id, name, category, isoCategory, scope, gas, biogenic, reportedIn, calculation } = source
  const { scope3Category } = source
  const line: Record<string, unknown> = {
    id,
    name,
    facility,
    category,
    isoCategory,
    scope,
    gas,
    ...(scope === 3 && scope3Category ? { scope3Category } : {}),
    ...(biogenic ? { biogenic } : {}),
    ...(reportedIn === 'both' ? {} : { reportedIn }),
    ...limitsOf(source, year),
    ...frameOf(calculation),
  }
  // What the months came to is ours and as it should be; to look through all of it again is most of the work.
  for (const { role, input } of inputs) {
    const { months: _months, ...bare } = input
    put(line, role.split('/'), bare)
  }
  for (const path of neededBy(calculation)) putIfMissing(line, path.split('/'))
  return line
}

/** The first and last month of the year in which the source was there, a day of it being enough. */
function limitsOf(
  { validFrom, validTo }: MonitoredSource,
  year: number,
): { readonly from?: string; readonly to?: string } {
  const [first, last] = [`${year}-01`, `${year}-12`]
  const ends = validTo !== null && validTo < endOf(last)
  return {
    ...(validFrom > firstDay(first) ? { from: monthOf(validFrom) } : {}),
    ...(ends ? { to: lastMonthBefore(validTo) } : {}),
  }
}
/** The month of the last day before the half-open end. */
function lastMonthBefore(end: string): string {
  return end.endsWith('-01') ? monthAfter(monthOf(end), -1) : monthOf(end)
}

function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner = into[first]
  if (typeof inner === 'object' && inner !== null) put(inner as Record<string, unknown>, rest, value)
}
function putIfMissing(into: Record<string, unknown>, path: readonly string[]): void {
  const [first, ...rest] = path
  if (first === undefined) return
  const inner = into[first]
  if (rest.length === 0) {
    if (inner === undefined) into[first] = {}
    return
  }
  if (typeof inner === 'object' && inner !== null) putIfMissing(inner as Record<string, unknown>, rest)
}

/**
 * The input of a role. Where one parameter took over from another, each month is that of the parameter which was in
 * force in it: a meter that was exchanged in June leaves the first half of the year as it was measured.
 */
function inTurnOf(
  inTurn: readonly MonitoredParameter[],
  year: number,
  inputOfOne: (parameter: MonitoredParameter) => Parameter,
): Parameter {
  const [first, ...later] = inTurn.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  if (!first) return {}
  if (later.length === 0) return inputOfOne(first)
  const months = new Map<string, MonthValue>()
  for (const parameter of [first, ...later]) {
    const input = inputOfOne(parameter)
    const { months: known = {}, unit } = input
    for (const month of monthsOf(year)) {
      if (!overlaps(parameter, { validFrom: firstDay(month), validTo: endOf(month) })) continue
      const value = known[month]
      const factor = factorIn(input, month)
      if (value) months.set(month, 'factor' in value || unit === undefined ? value : { unit, ...value })
      else if (factor !== undefined) months.set(month, { factor })
    }
  }
  const { id = first.id, name = first.name, unit = first.unit } = inputOfOne(later.at(-1) ?? first)
  return { id, name, unit, months: Object.fromEntries(months) }
}

function inputOf(
  parameter: MonitoredParameter,
  byParameter: ReadonlyMap<string, readonly KnownMonth[]>,
  assembly: Assembly,
  used: Map<string, UsedFactor>,
): Parameter {
  const known = byParameter.get(parameter.id) ?? []
  const months: Record<string, MonthValue> =
    parameter.rollUp === 'mean' ? Object.fromEntries(known.flatMap(inEveryMonth)) : {}
  for (const each of known) months[each.month] = valueOf(each)
  return {
    id: parameter.id,
    name: parameter.name,
    unit: parameter.unit,
    determination: parameter.determination,
    ...factorsOf(parameter, assembly, used),
    ...(known.length === 0 ? {} : { months }),
  }
}

/** The value of the library that stands in for the parameter, and those that take its place in the year. */
function factorsOf(
  { factor: pointer, role }: MonitoredParameter,
  { rules, factor: find, guidelines }: Assembly,
  used: Map<string, UsedFactor>,
): Pick<Parameter, 'factor' | 'laterFactors'> {
  if (pointer === null) return {}
  const inForce = { guideline: rules.guideline, editions: editionsOfYear(rules.editions, rules.year) }
  const turns = factorsInTurn(pointer, role, inForce, guidelines).map((turn) => ({
    from: turn.from,
    factor: useFactor(turn.pointer, find, used),
  }))
  const later = turns.flatMap(({ from, factor }, index) =>
    from === null || factor === turns[index - 1]?.factor ? [] : [{ from, factor }],
  )
  return { factor: turns[0]?.factor, ...(later.length === 0 ? {} : { laterFactors: later }) }
}

/** A property found for the whole year holds in each of its months that has no value of its own. */
function inEveryMonth(known: KnownMonth): (readonly [string, MonthValue])[] {
  if (known.month.length !== 4) return []
  return monthsOf(Number(known.month)).map((month) => [month, valueOf(known)] as const)
}

interface Proof {
  readonly count: number
  readonly evidence: string[]
  digest?: string
  substituted?: string
}
/** What a month is known to come to, as the document says it. */
export function valueOf({ amount, count, digest, evidence, substituted = null }: KnownMonth): MonthValue {
  const proof: Proof = { count, evidence: [...evidence] }
  if (digest !== null) proof.digest = digest
  if (substituted !== null) proof.substituted = substituted
  switch (amount.kind) {
    case 'value':
      return { value: amount.value, ...proof }
    case 'weighted':
      return { weighted: amount.rows.map((row) => ({ ...row })), weightUnit: amount.weightUnit, ...proof }
    case 'hourly':
      return { hourly: [...amount.hours], ...proof }
  }
}

/** Puts the factor into the document as it is today; the id is what its edition and key are. */
function useFactor(pointer: FactorPointer, find: Assembly['factor'], used: Map<string, UsedFactor>): string {
  const id = `${pointer.urn}#${pointer.ref}`
  const found = find(pointer)
  if (!found || used.has(id)) return id
  const { edition, factor } = found
  used.set(id, usedFactorOf(edition, factor, id))
  return id
}
