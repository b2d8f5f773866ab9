import type { Day } from '#shared/kernel/period'
import { isValidOn } from '#shared/kernel/period'
import type { BoundaryContent } from '#shared/organization/boundary'
import type { Node, Organization } from '#shared/organization/model'

import type { MeterRecord } from './meter.ts'
import type { Parameter, Source } from './model.ts'
import type { MonitoringForm, PlanContent, PlanLine } from './plan.ts'

/** What the registers know on the day from which a version is to hold. */
export interface PlanFacts {
  readonly on: Day
  readonly organization: Organization
  readonly boundary: (BoundaryContent & { readonly number: number }) | null
  /** The facility and all below it. */
  readonly nodes: readonly Node[]
  readonly facilities: readonly string[]
  readonly sources: readonly Source[]
  readonly parameters: readonly Parameter[]
  readonly meters: readonly MeterRecord[]
}

/**
 * What a version says: everything that the registers know as they are now, everything that people write as the
 * version before has it. Without one before, the written parts are empty.
 */
export function contentFrom(facts: PlanFacts, before: PlanContent | null): PlanContent {
  const { organization, boundary, nodes, facilities } = facts
  const sources = facts.sources.filter((source) => isMonitored(source, facts.on))
  return {
    ...(before ?? blank),
    organization: {
      name: organization.name,
      creditCode: organization.creditCode,
      industryCode: organization.industryCode,
      legalRepresentative: organization.legalRepresentative,
      registeredAddress: organization.registeredAddress,
      productionAddress: organization.productionAddress,
      permitNo: organization.permitNo,
      contacts: organization.contacts.map(({ name, post, phone }) =>
        [name, post, phone].filter((each) => each !== null).join(' · '),
      ),
    },
    units: nodes
      .filter(({ kind }) => kind !== 'site')
      .map(({ kind, code, name, capacity, capacityUnit, model, maker, place }) => ({
        kind,
        name: joined(' ', code, name) ?? name,
        capacity: joined(' ', capacity, capacityUnit),
        model: joined(' · ', model, maker),
        place,
      })),
    boundary: {
      number: boundary?.number ?? null,
      approach: boundary?.approach ?? null,
      facilities: [...facilities],
      exclusions: (boundary?.exclusions ?? []).map(({ what, reason }) => ({ what, reason })),
    },
    methods: sources.map(({ id, code, name, calculation, gas, methodReason }) => ({
      source: id,
      name: `${code} ${name}`,
      method: calculation.method,
      gas,
      reason: methodReason,
    })),
    uncertainties: sources.map(({ id, code, name }) => {
      const kept = before?.uncertainties.find(({ source }) => source === id)
      return { size: '', cause: '', measure: '', ...kept, source: id, name: `${code} ${name}` }
    }),
    lines: linesFrom(facts, sources, before?.lines ?? []),
  }
}

function linesFrom(facts: PlanFacts, sources: readonly Source[], before: readonly PlanLine[]): PlanLine[] {
  const order = new Map<string | null, number>(sources.map(({ id }, at) => [id, at]))
  return facts.parameters
    .filter((parameter) => isValidOn(parameter, facts.on))
    .filter(({ source }) => source === null || order.has(source))
    .toSorted((a, b) => (order.get(a.source) ?? sources.length) - (order.get(b.source) ?? sources.length))
    .map((parameter) => {
      const kept = before.find((line) => line.parameter === parameter.id)
      const source = sources.find(({ id }) => id === parameter.source)
      const actual = registered(parameter, source, facts)
      return {
        ...actual,
        // Whom the register does not name yet, the plan may have named.
        responsible: actual.responsible ?? kept?.responsible ?? null,
        department: actual.department ?? kept?.department ?? null,
        form: kept?.form ?? usualForm(parameter),
        frequency: kept?.frequency ?? parameter.frequency,
        recordForm: kept?.recordForm ?? '',
        methodStandard: kept?.methodStandard ?? '',
      }
    })
}

/** A source that runs, or ran until after that day. */
export function isMonitored(source: Source, on: Day): boolean {
  return source.state !== 'planned' && source.state !== 'building' && isValidOn(source, on)
}

/** What the register of parameters and the register of meters say of a line. */
type Registered = Omit<PlanLine, 'form' | 'frequency' | 'recordForm' | 'methodStandard'>
export function registered(
  parameter: Parameter,
  source: Pick<Source, 'code' | 'name'> | undefined,
  { meters, on }: Pick<PlanFacts, 'meters' | 'on'>,
): Registered {
  const own = meters.find(({ uses }) =>
    uses.some((use) => use.parameter === parameter.id && isValidOn(use, on)),
  )
  const { factor } = parameter
  return {
    parameter: parameter.id,
    source: parameter.source,
    sourceName: source ? `${source.code} ${source.name}` : null,
    role: parameter.role,
    name: parameter.name,
    unit: parameter.unit,
    determination: parameter.determination,
    meter: own?.meter.tag ?? parameter.meter,
    meterModel: own?.meter.model ?? null,
    meterPlace: own?.meter.place ?? null,
    meterAccuracy: own?.meter.accuracy ?? null,
    calibrationMonths: own?.meter.calibrationMonths ?? null,
    factor: factor && `${factor.urn}#${factor.ref}`,
    recordFrequency: parameter.frequency,
    gapRule: parameter.gapRule,
    responsible: parameter.responsible,
    department: parameter.department,
  }
}

/** How a value of this kind is usually obtained. */
function usualForm({ determination, frequency, rollUp }: Parameter): MonitoringForm {
  if (determination === 'default') return 'library'
  if (determination === 'supplier') return 'supplier'
  if (frequency === 'hour') return 'online'
  return determination === 'measured' && rollUp === 'mean' ? 'laboratory' : 'manual'
}

function joined(by: string, ...parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== '')
  return known.length === 0 ? null : known.join(by)
}

const blank = {
  title: '',
  reason: '',
  boundaryChange: '',
  samplings: [],
  responsibilities: '',
  training: '',
  retention: '',
  internalAudit: '',
  approvalFlow: '',
  deviationRule: '',
} as const satisfies Partial<PlanContent>
