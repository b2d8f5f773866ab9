import { z } from 'zod'

import { type Finding, finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

import { baselineId } from './baseline.ts'
import { indicatorId } from './indicator.ts'
import { type Measure, measureRecord } from './measure.ts'

export const objectiveId = idOf<'objective'>()
export type ObjectiveId = z.output<typeof objectiveId>
export const targetId = idOf<'target'>()
export type TargetId = z.output<typeof targetId>

/** What is weighed when objectives and targets are set, 6.4.3 a to g. */
export const considerations = [
  'reduction',
  'assets',
  'trading',
  'responsibility',
  'production',
  'advanced',
  'other',
] as const
export type Consideration = (typeof considerations)[number]

const line = z.string().trim().max(1000)
const words = z.string().trim().min(1).max(300)
const year = z.int().min(1990).max(2100)

const objectiveFacts = {
  title: words,
  horizon: z.enum(['short', 'long']),
  node: nodeId.nullable(),
  owner: words.nullable(),
  /** The statement of the policy that it follows (6.4.2 a). */
  policy: line,
  /** The analysis of monitored and reported data on which it stands (A.6.4.1). */
  analysis: line,
  /** Whose requirements it serves, and whose views were heard (A.6.4.1 a, h). */
  parties: line,
  considerations: z.object(
    Object.fromEntries(considerations.map((each) => [each, line])) as Record<Consideration, typeof line>,
  ),
}
export const newObjective = z.object(objectiveFacts)
export type NewObjective = Readonly<z.output<typeof newObjective>>

export const objectiveStates = ['draft', 'published', 'closed'] as const

/** Every fact may be missing while the target is thought about; what is missing is listed. */
const targetFacts = {
  name: words,
  indicator: indicatorId.nullable(),
  kind: z.enum(['absolute', 'intensity']),
  baseline: baselineId.nullable(),
  baseYear: year,
  baseValue: decimalText.nullable(),
  value: decimalText.nullable(),
  unit: measure.nullable(),
  due: day.nullable(),
  /** Straight from base to target, or by steps, each holding until the next. */
  path: z.enum(['straight', 'steps']),
  steps: z.array(z.object({ year, value: decimalText })).max(60),
}
export const targetInput = z.object(targetFacts)
export type TargetInput = Readonly<z.output<typeof targetInput>>
export const target = z.object({
  id: targetId,
  objective: objectiveId,
  ...targetFacts,
  /** How it stood before each change after publishing, and why it was changed (6.4.2 h). */
  changes: z.array(
    z.object({ before: targetInput, reason: z.string(), changedBy: z.string(), changedAt: instant }),
  ),
})
export type Target = Readonly<z.output<typeof target>>

export const objective = z.object({
  id: objectiveId,
  ...objectiveFacts,
  state: z.enum(objectiveStates),
  /** To whom it was told when it was published (6.4.2 g). */
  toldTo: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** What came of it, once it is closed. */
  result: z.string().nullable(),
  targets: z.array(target),
  measures: z.array(measureRecord),
})
export type Objective = Readonly<z.output<typeof objective>>
export const shownObjective = objective.extend({ gaps: z.array(finding) })
export type ShownObjective = Readonly<z.output<typeof shownObjective>>

/** What a target needs before it can be followed: an indicator, a base, a value with its unit, and a date. */
export function targetGaps({
  id,
  name,
  indicator,
  baseValue,
  value,
  unit,
  due,
}: Omit<Target, 'changes'>): Finding[] {
  const needs = [
    ['performance.target-no-indicator', indicator],
    ['performance.target-no-base', baseValue],
    ['performance.target-no-value', value],
    ['performance.target-no-unit', unit],
    ['performance.target-no-date', due],
  ] as const
  return needs.flatMap(([code, known]) =>
    known === null
      ? [{ severity: 'blocks-report' as const, code, where: `target/${id}`, facts: { name } }]
      : [],
  )
}

/** Everything that an objective still lacks (6.4.1, 6.4.2 a, 6.4.3, 6.4.4). */
export function objectiveGaps(of: Objective): Finding[] {
  const at = (severity: Finding['severity'], code: string): Finding => ({
    severity,
    code,
    where: `objective/${of.id}`,
    facts: { name: of.title },
  })
  const weighed = considerations.filter((each) => of.considerations[each] !== '').length
  return [
    ...(of.targets.length === 0 ? [at('blocks-report', 'performance.objective-no-target')] : []),
    ...of.targets.flatMap(targetGaps),
    ...(open(of.measures).length === 0 ? [at('explain', 'performance.objective-no-measure')] : []),
    ...(of.owner === null ? [at('explain', 'performance.objective-no-owner')] : []),
    ...(of.policy === '' ? [at('explain', 'performance.objective-no-policy')] : []),
    ...(weighed === considerations.length
      ? []
      : [
          {
            ...at('note', 'performance.objective-considered'),
            facts: { name: of.title, weighed, all: considerations.length },
          },
        ]),
  ]
}
/** Measures that were not dropped. */
export function open(measures: readonly Measure[]): Measure[] {
  return measures.filter(({ state }) => state !== 'dropped')
}
