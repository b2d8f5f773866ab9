import type { Finding } from '#shared/kernel/finding'
import { checkCreditCode } from '#shared/organization/credit-code'

import type { Parameter } from './model.ts'
import { isMonitored, type PlanFacts, registered } from './plan-draft.ts'
import { type PlanContent, type PlanLine, planTexts } from './plan.ts'

type Severity = Finding['severity']

/** What a version lacks, part by part; nothing that blocks may be left when it is handed in for review. */
export function planGaps(content: PlanContent): Finding[] {
  return [...headingGaps(content), ...lineGaps(content.lines), ...partGaps(content)]
}

function gap(severity: Severity, code: string, where: string, facts: Finding['facts'] = {}): Finding {
  return { severity, code, where, facts }
}

function headingGaps({ title, reason, organization, boundary, lines }: PlanContent): Finding[] {
  const { creditCode } = organization
  const isRight = creditCode !== null && checkCreditCode(creditCode).ok
  return [
    ...(title === '' ? [gap('blocks-report', 'monitoring.plan-no-title', 'heading')] : []),
    ...(reason === '' ? [gap('blocks-report', 'monitoring.plan-no-reason', 'heading')] : []),
    ...(creditCode === null ? [gap('blocks-report', 'monitoring.plan-no-credit-code', 'organization')] : []),
    ...(creditCode !== null && !isRight
      ? [gap('blocks-report', 'monitoring.plan-credit-code-wrong', 'organization', { code: creditCode })]
      : []),
    ...(organization.legalRepresentative === null
      ? [gap('explain', 'monitoring.plan-no-legal-representative', 'organization')]
      : []),
    ...(organization.contacts.length === 0
      ? [gap('explain', 'monitoring.plan-no-contact', 'organization')]
      : []),
    ...(boundary.number === null ? [gap('explain', 'monitoring.plan-no-boundary', 'boundary')] : []),
    ...(lines.length === 0 ? [gap('blocks-report', 'monitoring.plan-no-lines', 'lines')] : []),
  ]
}

/** One finding for each kind of gap, with the parameters that have it: thirty equal lines help nobody. */
function lineGaps(lines: readonly PlanLine[]): Finding[] {
  const isMetered = ({ determination, form }: PlanLine) =>
    determination === 'measured' && (form === 'online' || form === 'manual')
  const kinds: readonly (readonly [Severity, string, (line: PlanLine) => boolean])[] = [
    ['blocks-report', 'monitoring.plan-no-department', ({ department }) => department === null],
    ['explain', 'monitoring.plan-no-responsible', ({ responsible }) => responsible === null],
    ['blocks-report', 'monitoring.plan-no-record-form', ({ recordForm }) => recordForm === ''],
    ['explain', 'monitoring.plan-no-meter', (line) => isMetered(line) && line.meter === null],
    [
      'explain',
      'monitoring.plan-meter-unknown',
      (line) => isMetered(line) && line.meter !== null && line.meterAccuracy === null,
    ],
    [
      'explain',
      'monitoring.plan-no-standard',
      ({ form, methodStandard }) => form === 'laboratory' && methodStandard === '',
    ],
    [
      'explain',
      'monitoring.plan-no-gap-rule',
      ({ determination, gapRule }) => determination === 'measured' && gapRule === 'none',
    ],
  ]
  return kinds.flatMap(([severity, code, lacks]) => {
    const names = lines
      .filter(lacks)
      .map(({ sourceName, name }) => [sourceName, name].filter(Boolean).join(' '))
    if (names.length === 0) return []
    return [gap(severity, code, 'lines', { count: names.length, names: shortList(names) })]
  })
}
const shownNames = 4
function shortList(names: readonly string[]): string {
  return `${names.slice(0, shownNames).join('; ')}${names.length > shownNames ? ' …' : ''}`
}

function partGaps(content: PlanContent): Finding[] {
  const silent = content.uncertainties.filter(({ cause }) => cause === '')
  const unexplained = content.methods.filter(({ reason }) => reason === null)
  const sampled = content.lines.some(({ form }) => form === 'laboratory')
  return [
    ...planTexts
      .filter((part) => part !== 'boundaryChange' && content[part] === '')
      .map((part) =>
        gap(part === 'deviationRule' ? 'blocks-report' : 'explain', `monitoring.plan-empty-${part}`, 'texts'),
      ),
    ...(sampled && content.samplings.length === 0
      ? [gap('explain', 'monitoring.plan-no-sampling', 'samplings')]
      : []),
    ...(silent.length > 0
      ? [
          gap('explain', 'monitoring.plan-no-uncertainty', 'uncertainties', {
            names: shortList(silent.map(({ name }) => name)),
          }),
        ]
      : []),
    ...(unexplained.length > 0
      ? [
          gap('explain', 'monitoring.plan-no-method-reason', 'methods', {
            names: shortList(unexplained.map(({ name }) => name)),
          }),
        ]
      : []),
  ]
}

/** What a plan and the register say of a line and must agree on. */
export const governedFields = [
  'unit',
  'determination',
  'meter',
  'factor',
  'recordFrequency',
  'gapRule',
  'responsible',
  'department',
] as const satisfies readonly (keyof PlanLine)[]

/**
 * Where practice left the plan on a day: a parameter that the register has and the plan does not ask for, one that
 * the plan asks for and the register has no longer, and what is done otherwise than the plan says. `where` is the
 * parameter.
 */
export function planDeviations(content: PlanContent, facts: PlanFacts): Finding[] {
  const sources = facts.sources.filter((source) => isMonitored(source, facts.on))
  const present = facts.parameters.filter(
    (parameter) =>
      parameter.validFrom <= facts.on &&
      (parameter.validTo === null || facts.on < parameter.validTo) &&
      (parameter.source === null || sources.some(({ id }) => id === parameter.source)),
  )
  const planned = new Map(content.lines.map((line) => [line.parameter, line]))
  const known = new Set(present.map(({ id }) => id))
  const gone = content.lines
    .filter(({ parameter }) => !known.has(parameter))
    .map(({ parameter, name, sourceName }) =>
      gap('explain', 'monitoring.plan-line-gone', parameter, { name, source: sourceName ?? '—' }),
    )
  return [
    ...present.flatMap((parameter) => {
      const source = sources.find(({ id }) => id === parameter.source)
      const line = planned.get(parameter.id)
      if (line) return differences(line, registered(parameter, source, facts))
      return [notInPlan(parameter, source?.name ?? null)]
    }),
    ...gone,
  ]
}
function notInPlan({ id, name }: Parameter, source: string | null): Finding {
  return gap('explain', 'monitoring.not-in-plan', id, { name, source: source ?? '—' })
}
/** Who does it may be said by the plan alone: a register that is silent does not contradict it. */
const byPlan: ReadonlySet<string> = new Set(['responsible', 'department'])
function differences(line: PlanLine, actual: ReturnType<typeof registered>): Finding[] {
  return governedFields
    .filter((field) => line[field] !== actual[field] && (actual[field] !== null || !byPlan.has(field)))
    .map((field) =>
      gap('explain', `monitoring.plan-other-${field}`, line.parameter, {
        name: line.name,
        planned: line[field] ?? '—',
        actual: actual[field] ?? '—',
      }),
    )
}
