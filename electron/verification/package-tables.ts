import type { HandedReading } from '#db/activity/handed-over'
import { sha256 } from '#electron/kernel/crypto'
import type { ReportedUncertainty } from '#shared/accounting/report-uncertainty'
import { parametersOf } from '#shared/accounting/source'
import type { StatedUncertainty } from '#shared/accounting/uncertainty-model'
import { canonical } from '#shared/kernel/canonical'
import type { PlanLine } from '#shared/monitoring/plan'
import { type OpenTable, openTable } from '#shared/verification/manifest'
import { type PackageTable, packageTables } from '#shared/verification/package-columns'

import type { PackageContent } from './package-content.ts'

type Rows<Name extends PackageTable> = Readonly<Record<Name, OpenTable['rows']>>

/** The content of a package as plain tables. */
export function tablesOf(content: PackageContent): OpenTable[] {
  const rows: Rows<PackageTable> = {
    ...registers(content),
    ...plansAndUncertainty(content),
    ...activity(content),
    ...figures(content),
    ...said(content),
  }
  return (Object.keys(packageTables) as PackageTable[]).map((name) => {
    const { about, columns } = packageTables[name]
    return openTable(name, about, columns, rows[name])
  })
}

function registers(
  content: PackageContent,
): Rows<'facilities' | 'exclusions' | 'sources' | 'parameters' | 'meters' | 'factors'> {
  const { document, meters } = content
  const { boundary, facilities, sources, factors } = document
  return {
    facilities: facilities.map(({ id, name, equityShare }) => [id, name, equityShare ?? null]),
    exclusions: boundary.exclusions.map(({ what, reason }) => [what, reason]),
    sources: sources.map((source) => [
      source.id,
      source.name,
      source.facility,
      source.category,
      source.isoCategory,
      source.scope,
      source.gas,
      source.method,
    ]),
    parameters: parameterRows(content),
    meters: meters.flatMap(({ meter, certificates }) =>
      certificates
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map((each) => [
          meter.tag,
          meter.name,
          each.number,
          each.body,
          each.calibratedOn,
          each.validUntil,
          each.result,
          each.file?.sha256 ?? null,
        ]),
    ),
    factors: factors.map((factor) => [
      factor.id,
      factor.urn,
      factor.ref,
      factor.edition,
      factor.value,
      factor.unit,
      factor.gas,
      factor.year,
      factor.region,
      factor.purpose,
      factor.source,
      factor.verification,
    ]),
  }
}

function plansAndUncertainty({
  plans,
  uncertainty,
}: PackageContent): Rows<'plans' | 'plan_lines' | 'uncertainty_inputs' | 'uncertainty'> {
  return {
    plans: plans.map((plan) => [
      plan.id,
      plan.facility,
      plan.number,
      plan.content.title,
      plan.content.reason,
      plan.state,
      plan.validFrom,
      plan.validTo,
      plan.approvedBy,
      plan.approvedAt,
      plan.signed === null ? null : sha256(plan.signed),
      plan.signed,
    ]),
    plan_lines: plans.flatMap(({ id, content }) =>
      content.lines.map((line) => [id, ...lineKeys.map((key) => line[key])]),
    ),
    uncertainty_inputs: (uncertainty?.inputs ?? []).map((input) => inputKeys.map((key) => input[key])),
    uncertainty: uncertainty === null ? [] : uncertaintyRows(uncertainty),
  }
}
const lineKeys = [
  'parameter',
  'source',
  'name',
  'unit',
  'determination',
  'form',
  'meter',
  'meterAccuracy',
  'calibrationMonths',
  'factor',
  'frequency',
  'recordFrequency',
  'methodStandard',
  'gapRule',
  'responsible',
  'department',
] as const satisfies readonly (keyof PlanLine)[]
const inputKeys = [
  'subject',
  'distribution',
  'percent',
  'coverage',
  'months',
  'shared',
  'basis',
] as const satisfies readonly (keyof StatedUncertainty)[]

function uncertaintyRows({ propagated, simulation }: ReportedUncertainty): OpenTable['rows'] {
  const outputs = [
    { path: 'total', ...propagated.total },
    ...propagated.sources.map((each) => ({ path: `source/${each.source}`, ...each })),
  ]
  return [
    ...outputs.map(({ path, value, halfWidth, percent, covered }) =>
      [path, 'propagated', value, halfWidth, percent, covered].concat([null, null, null, null]),
    ),
    ...(simulation?.outputs ?? []).map(({ key, mean, low, high }) => {
      const { covered = null, seed = null, draws = null } = simulation ?? {}
      return [key, 'simulated', mean, null, null, covered, low, high, seed, draws]
    }),
  ]
}

/** Every input of every source, with what the register knows of it. */
function parameterRows({ document, parameters }: PackageContent): OpenTable['rows'] {
  return document.sources.flatMap((source) =>
    parametersOf(source).map(({ path, parameter }) => {
      const known = parameters.find(({ id }) => id === parameter.id)
      return [
        source.id,
        path,
        parameter.id ?? null,
        parameter.name ?? known?.name ?? null,
        parameter.unit ?? known?.unit ?? null,
        parameter.determination ?? known?.determination ?? null,
        known?.frequency ?? null,
        known?.meter ?? null,
        parameter.factor ?? null,
      ]
    }),
  )
}

function activity({
  readings,
  proofs,
  files,
  people,
}: PackageContent): Rows<'readings' | 'evidence' | 'proofs' | 'people'> {
  return {
    readings: readings.map((reading) => readingKeys.map((key) => reading[key])),
    evidence: files.map((file) => [file.sha256, pathOfFile(file), file.name]),
    proofs: proofs.map((proof) => [
      proof.sha256,
      proof.reading,
      proof.place,
      proof.reportNo,
      proof.sampleDate,
    ]),
    people: [...people].map(([user, name]) => [user, name]),
  }
}

const readingKeys = [
  'id',
  'parameter',
  'month',
  'from',
  'to',
  'entered',
  'unit',
  'state',
  'origin',
  'note',
  'enteredBy',
  'enteredAt',
  'checkedBy',
  'checkedAt',
  'approvedBy',
  'approvedAt',
  'line',
] as const satisfies readonly (keyof HandedReading)[]

/** Where an evidence file lies in the package: its hash keeps equal names apart, its name tells people what it is. */
export function pathOfFile({ sha256, name }: { readonly sha256: string; readonly name: string }): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '_').slice(-80)
  return `evidence/${sha256.slice(0, 16)}-${plain}`
}

function figures({
  graph,
  findings,
}: PackageContent): Rows<'figure_nodes' | 'figure_operands' | 'totals' | 'findings'> {
  return {
    figure_nodes: graph.nodes.map((node, at) => [
      at,
      node.code,
      canonical(node.facts),
      node.operation,
      node.value,
      node.unit,
      canonical(node.basis),
      node.origin === null ? null : canonical(node.origin),
    ]),
    figure_operands: graph.nodes.flatMap(({ operands }, at) =>
      operands.map((operand, place) => [at, place, operand]),
    ),
    totals: Object.entries(graph.roots).map(([path, at]) => [
      path,
      at,
      graph.nodes[at]?.value ?? null,
      graph.nodes[at]?.unit ?? null,
    ]),
    findings: findings.map(({ severity, code, where, facts }) => [severity, code, where, canonical(facts)]),
  }
}

function said({ requests, trail }: PackageContent): Rows<'requests' | 'answers' | 'trail'> {
  return {
    requests: requests.map((request) => [
      request.number,
      request.kind,
      request.severity,
      request.about,
      request.text,
      request.by,
      request.at,
      request.state,
    ]),
    answers: requests.flatMap(({ number, entries }) =>
      entries.map(({ kind, text, by, at }) => [number, kind, text, by, at]),
    ),
    trail: trail.map((line) => [
      line.seq,
      line.at,
      line.actor,
      line.procedure,
      line.outcome,
      line.detail,
      line.previous,
      line.hash,
    ]),
  }
}
