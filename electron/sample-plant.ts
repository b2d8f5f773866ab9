import { openAsBlob } from 'node:fs'
import { basename, join } from 'node:path'

import { openSourcesOf } from '#db/monitoring/queries'
import { fillAccountingSample } from '#electron/accounting/sample'
import { fillAssetsSample } from '#electron/assets/sample'
import { fillSampleAudits } from '#electron/audits/sample'
import { fillCompetenceSample } from '#electron/competence/sample'
import { fillConformitySample } from '#electron/compliance/conformity-sample'
import { fillObligationsSample } from '#electron/compliance/obligation-sample'
import { fillDocumentsSample } from '#electron/documents/sample'
import type { TaskContext } from '#electron/kernel/context'
import { type Client, runToEnd } from '#electron/kernel/in-process'
import { printPdf } from '#electron/kernel/print-pdf'
import { stagedUpload, stageUpload } from '#electron/kernel/uploads'
import { fillMonitoringSample } from '#electron/monitoring/sample'
import { fillNonconformitySample } from '#electron/nonconformity/sample'
import { signBoundary } from '#electron/organization/boundaries'
import { fillOrganizationSample } from '#electron/organization/sample'
import { fillPerformanceSample } from '#electron/performance/sample'
import { fillTargetsSample } from '#electron/performance/targets-sample'
import { fillReviewSample } from '#electron/review/sample'
import { fillRisksSample } from '#electron/risks/sample'
import { fillVerificationSample } from '#electron/verification/sample'
import { monthsOf } from '#shared/kernel/period'
import type { Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { labReport, labReportName, ledgerColumns, plant, sampleYear } from './sample-facts.ts'

/**
 * Fills the sample plant: a combined heat and power plant with a full year of data, entered the way a user enters
 * them, through the same procedures and the same import of an ordinary ledger. Every number of it is in
 * `resources/sample/ledger-2025.xlsx` and `sample-facts.ts`, and none of it is a measurement of anybody.
 */
export async function fillSample(context: TaskContext, api: Client): Promise<void> {
  const facility = await describePlant(api)
  await approveBoundary(context, api, facility)
  await fillRisksSample(context, api)
  await fillObligationsSample(context, api)
  await fillOrganizationSample(context, api)
  await fillConformitySample(context, api)
  await fillSampleAudits(api, context.today)
  await fillNonconformitySample(context, api, facility)
  await fillReviewSample(context, api)
  const parameters = await registerSources(api, facility)
  await fillMonitoringSample(context, api, facility)
  for (const sheet of ['燃料月报', '脱硫与电力'])
    await importLedger(context, api, facility, sheet, parameters)
  await enterProduction(api, facility)
  await proveCoal(context, api, parameters)
  for (const month of monthsOf(sampleYear)) {
    const select = { by: 'month' as const, facility, month, parameters: null }
    await api.activity.check({ select, reason: plant.singlePerson })
    await api.activity.approve({ select, reason: plant.singlePerson })
  }
  for (const month of monthsOf(sampleYear).slice(0, plant.sealedMonths))
    await api.activity.seal({ facility, month, reason: plant.sealReason })
  const inventory = await api.accounting.create({
    title: plant.inventoryTitle,
    year: sampleYear,
    facilities: null,
    guideline: plant.guideline,
    gwpSet: 'AR5',
    rounding: plant.rounding,
    view: 'guideline',
    scope2: 'location-based',
  })
  const every = (await api.monitoring.register({ facility })).parameters
  await fillAccountingSample(api, inventory.id, every)
  await fillAssetsSample(api, facility, sampleYear)
  await fillTargetsSample(context, api, every, sampleYear)
  await fillPerformanceSample(context, api, parameters)
  await fillCompetenceSample(context, api)
  await fillVerificationSample(context, api)
  await fillDocumentsSample(context, api)
}

async function describePlant(api: Client): Promise<NodeId> {
  const begun = await api.organization.begin(plant.begin)
  await api.organization.save({
    ...begun,
    ...plant.facts,
    contacts: plant.contacts.map((contact) => ({ ...contact, id: null })),
  })
  const tree = await api.organization.tree({})
  const facility = tree.find(({ kind }) => kind === 'facility')
  if (!facility) throw new Error('The sample plant has no facility')
  for (const unit of plant.units) {
    const { equipment, ...facts } = unit
    const made = await api.organization.addNode({
      ...plant.noPlate,
      ...facts,
      kind: 'unit',
      parent: facility.id,
      validFrom: plant.since,
    })
    for (const part of equipment)
      await api.organization.addNode({
        ...plant.noPlate,
        ...part,
        kind: 'equipment',
        parent: made.id,
        validFrom: plant.since,
      })
  }
  for (const [index, product] of plant.products.entries())
    await api.organization.addProduct({
      ...product,
      facility: facility.id,
      year: sampleYear,
      number: index + 1,
    })
  await api.organization.setOutputValue({ year: sampleYear, value: plant.outputValue })
  return facility.id
}

async function approveBoundary(context: TaskContext, api: Client, facility: NodeId): Promise<void> {
  const tree = await api.organization.tree({})
  const site = tree.find(({ id }) => id === tree.find((node) => node.id === facility)?.parent)
  const draft = await api.organization.draftBoundary({
    ...plant.boundary,
    members: [{ node: site?.id ?? facility, share: null, reason: null }],
    exclusions: plant.exclusions.map((exclusion) => ({ ...exclusion, node: null })),
  })
  context.promote((write) => signBoundary(write, draft.id, [openSourcesOf]))
}

/** The usual sources of such a plant from its template, with a line for each of the two boilers. */
async function registerSources(api: Client, facility: NodeId): Promise<ReadonlyMap<string, Parameter>> {
  const made = await api.monitoring.applyTemplate({
    template: 'combined-heat-and-power',
    node: facility,
    validFrom: plant.since,
    language: 'zh',
  })
  const units = (await api.organization.tree({})).filter(({ kind }) => kind === 'unit')
  const coal = made.sources.find(({ code }) => code === 'R-1')
  if (!coal) throw new Error('The template has no coal boiler')
  const first = await asBoiler(api, coal, made.parameters, units[0]?.id ?? facility, plant.boilers[0])
  const second = await api.monitoring.addSource({
    ...strip(coal),
    code: plant.boilers[1].code,
    name: plant.boilers[1].name,
    node: units[1]?.id ?? facility,
  })
  const copies = await copyParameters(api, second, first, plant.boilers[1])
  const others = made.parameters.filter(({ source }) => source !== coal.id)
  return new Map([...first, ...copies, ...others].map((parameter) => [parameter.name, parameter]))
}

interface Boiler {
  readonly code: string
  readonly name: string
}
async function asBoiler(
  api: Client,
  coal: Source,
  all: readonly Parameter[],
  node: NodeId,
  boiler: Boiler,
): Promise<Parameter[]> {
  await api.monitoring.changeSource({
    ...strip(coal),
    id: coal.id,
    code: boiler.code,
    name: boiler.name,
    node,
  })
  const own = all.filter(({ source }) => source === coal.id)
  const renamed: Parameter[] = []
  for (const parameter of own)
    renamed.push(
      await api.monitoring.changeParameter({
        ...parameter,
        node,
        name: `${boiler.name}${parameter.name}`,
        gapRule: plant.gapRules[parameter.role] ?? parameter.gapRule,
        // The ledger of this plant has the coal by month.
        frequency: parameter.frequency === 'day' ? 'month' : parameter.frequency,
      }),
    )
  return renamed
}
async function copyParameters(
  api: Client,
  to: Source,
  from: readonly Parameter[],
  boiler: Boiler,
): Promise<Parameter[]> {
  const made = new Map<string, Parameter>()
  for (const { id, seq: _seq, changedBy: _by, changedAt: _at, ...facts } of from) {
    const weight = from.find((each) => each.id === facts.weightedBy)
    const copy = await api.monitoring.addParameter({
      ...facts,
      node: to.node,
      source: to.id,
      name: facts.name.replace(plant.boilers[0].name, boiler.name),
      weightedBy: weight ? (made.get(weight.id)?.id ?? null) : null,
    })
    made.set(id, copy)
  }
  return [...made.values()]
}
function strip({ id: _id, changedBy: _by, changedAt: _at, ...facts }: Source) {
  return facts
}

async function importLedger(
  context: TaskContext,
  api: Client,
  facility: NodeId,
  sheet: string,
  parameters: ReadonlyMap<string, Parameter>,
): Promise<void> {
  const upload = await stage(
    context,
    join(context.around.program, 'resources', 'sample', `ledger-${sampleYear}.xlsx`),
    xlsx,
  )
  const source = { upload, choice: { sheet, encoding: null, delimiter: null } }
  const { proposal } = await runToEnd(api.activity.importInspect({ ...source, facility, year: sampleYear }))
  const { mapping, headings } = proposal
  if (mapping?.layout !== 'wide-parameters')
    throw new Error(`The ledger’s sheet ${sheet} is not read as months by parameters`)
  const values = mapping.values.map((value) => {
    const heading = headings[value.column] ?? ''
    const name = Object.entries(ledgerColumns).find(([column]) => heading.startsWith(column))?.[1]
    return { ...value, parameter: name === undefined ? null : (parameters.get(name)?.id ?? null) }
  })
  await runToEnd(
    api.activity.import({
      ...source,
      facility,
      mapping: { ...mapping, values },
      period: null,
      acceptRepairs: [],
      take: 'all',
      again: sheet !== '燃料月报',
      isRecord: true,
      proofs: [],
      profile: { name: `${sheet}（${plant.begin.name}）`, fingerprint: proposal.fingerprint },
      reason: null,
    }),
  )
}
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Power and heat that leave the plant: no emission of its own, but what intensity is measured by. */
async function enterProduction(api: Client, facility: NodeId): Promise<void> {
  const { parameters } = await api.monitoring.register({ facility })
  const readings = Object.entries(plant.production).flatMap(([role, values]) => {
    const parameter = parameters.find((each) => each.role === role && each.source === null)
    if (!parameter) return []
    return monthsOf(sampleYear).map((month, index) => ({
      parameter: parameter.id,
      from: `${month}-01`,
      to: index === 11 ? `${sampleYear + 1}-01-01` : `${monthsOf(sampleYear)[index + 1]}-01`,
      text: values[index] ?? '',
      unit: null,
      note: null,
      proofs: [],
    }))
  })
  await api.activity.submit({ readings, proofs: [], reason: null })
}

/** A laboratory report for each month, attached to the element carbon of both boilers; the file is kept once. */
async function proveCoal(
  context: TaskContext,
  api: Client,
  parameters: ReadonlyMap<string, Parameter>,
): Promise<void> {
  const carbons = [...parameters.values()].filter(({ role }) => role === 'carbon')
  for (const month of monthsOf(sampleYear)) {
    const found = await Promise.all(carbons.map(({ id }) => api.activity.readings({ parameter: id, month })))
    const readings = found.flatMap((each) => each.readings.filter(({ live }) => live))
    const lines = readings.map(({ parameter, text, unit }): [string, string] => [
      carbons.find(({ id }) => id === parameter)?.name ?? '',
      `${text} ${unit}`,
    ])
    const pdf = await printPdf(labReport(month, lines), context.around.program)
    const upload = await stageUpload(context.folder, {
      name: labReportName(month),
      type: 'application/pdf',
      body: new Blob([new Uint8Array(pdf)]).stream() as ReadableStream<Uint8Array>,
    })
    const { sha256 } = stagedUpload(context.folder, upload)
    for (const [index, { id }] of readings.entries()) {
      const file = index === 0 ? { from: 'upload' as const, upload } : { from: 'store' as const, sha256 }
      const proof = { file, place: null, reportNo: `HL-${month}`, sampleDate: `${month}-28` }
      await api.activity.addEvidence({ to: { kind: 'reading', reading: id }, proof })
    }
  }
}

async function stage(context: TaskContext, path: string, type: string): Promise<string> {
  const blob = await openAsBlob(path)
  return stageUpload(context.folder, {
    name: basename(path),
    type,
    body: blob.stream() as ReadableStream<Uint8Array>,
  })
}
