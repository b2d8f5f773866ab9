import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { conversion, Decimal, decimalText, measure } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible, type Measure } from '#shared/kernel/units'
import { subsystems, type Subsystem } from '#shared/organization/boundary'
import { nodeId } from '#shared/organization/model'

import { differenceIn } from './history.ts'
import type { Thresholds } from './threshold.ts'

export const changeId = idOf<'change'>()
export type ChangeId = z.output<typeof changeId>

/** What changes. Those before `organization` ask for a new system review where they are major (6.1.1). */
export const changeKinds = [
  'boundary',
  'running-boundary',
  'output',
  'process',
  'raw-material',
  'traded-volume',
  'organization',
  'external',
  'other',
] as const
export type ChangeKind = (typeof changeKinds)[number]
/** Kinds that are static factors of a baseline (6.3 b). */
export const staticKinds: readonly ChangeKind[] = [
  'boundary',
  'running-boundary',
  'output',
  'process',
  'raw-material',
]

/** A planned change waits for approval before it is carried out; an unintended one has happened when it is recorded. */
export const changeStates = ['recorded', 'approved', 'carried-out', 'closed', 'dropped'] as const
export type ChangeState = (typeof changeStates)[number]
export const changeTransitions = {
  recorded: ['approved', 'dropped'],
  approved: ['carried-out', 'dropped'],
  'carried-out': ['closed'],
  closed: [],
  dropped: [],
} as const satisfies Record<ChangeState, readonly ChangeState[]>
export function changeMayBecome(from: ChangeState, to: ChangeState): boolean {
  return (changeTransitions[from] as readonly ChangeState[]).includes(to)
}

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().max(2000)
const told = z.string().trim().min(1).max(2000)

const facts = {
  title: words,
  what: told,
  kind: z.enum(changeKinds),
  planned: z.boolean(),
  node: nodeId.nullable(),
  /** The day on which it is to take effect, or took it. */
  occursOn: day,
  /** More or less emission each year; null while it is not known, which is not zero. */
  effect: decimalText.nullable(),
  effectUnit: measure.nullable(),
  /** How the effect was worked out. */
  effectNote: line,
  /** What it does to the carbon assets (C.8.1.2). */
  assetEffect: line,
  /** What is done about bad effects. */
  measures: line,
  /** Who sees it through; a person of the register. */
  person: z.string().nullable(),
}
export const changeFacts = z.object(facts)
export const newChange = changeFacts.extend({
  /** What it was offered for, such as `boundary/<id>`; null where a person noticed it. */
  origin: z.string().max(300).nullable(),
})
export type NewChange = Readonly<z.output<typeof newChange>>

export const judgement = z.object({
  major: z.boolean(),
  reason: told,
  /** Whose reviews it asks for; none where it is not major. */
  subsystems: z.array(z.enum(subsystems)),
})

export const change = z.object({
  id: changeId,
  number: z.string(),
  ...facts,
  origin: z.string().nullable(),
  state: z.enum(changeStates),
  /** Null until somebody judged it. */
  judgement: judgement.extend({ by: z.string(), at: instant }).nullable(),
  madeBy: z.string(),
  madeAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** Why who recorded it approved it as well: only where one person runs the plant. */
  aloneReason: z.string().nullable(),
  carriedOutOn: day.nullable(),
  /** What was seen afterwards, or why it was dropped. */
  conclusion: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
})
export type Change = Readonly<z.output<typeof change>>

/** A change that the records show and nobody has judged. */
export const offeredChange = z.object({
  origin: z.string(),
  kind: z.enum(changeKinds),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  node: nodeId.nullable(),
  occursOn: day,
  suggests: z.array(z.enum(subsystems)),
})
export type OfferedChange = Readonly<z.output<typeof offeredChange>>

/** @throws Refusal `performance.change-effect` for a number without its unit or in a unit of something else. */
export function refuseWrongEffect({ effect, effectUnit }: Pick<Change, 'effect' | 'effectUnit'>): void {
  if (effect === null && effectUnit === null) return
  if (effect === null || effectUnit === null || !isConvertible(effectUnit, 'tCO2e'))
    throw new Refusal('performance.change-effect', { unit: effectUnit ?? '' })
}

/** What a change lacks for its closing, as codes that have a wording. `missing`: subsystems not yet reviewed for it. */
export function lackingToClose(
  { effect, judgement: judged }: Pick<Change, 'effect' | 'judgement'>,
  missing: readonly Subsystem[],
): string[] {
  return [
    ...(effect === null ? ['performance.change.lacks-effect'] : []),
    ...(judged === null ? ['performance.change.lacks-judgement'] : []),
    ...(missing.length > 0 ? ['performance.change.lacks-review'] : []),
  ]
}

/** Whether a change demands a system review: it was judged major and not dropped. */
export function demandsReview({ state, judgement: judged }: Change): boolean {
  return judged?.major === true && state !== 'dropped'
}

/** An approved boundary that took the place of another. */
export interface NewBoundary {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly validFrom: string
}
/** What a facility made of a product in a year. */
export interface Output {
  readonly facility: string
  readonly name: string
  readonly year: number
  readonly output: string | null
  readonly unit: Measure
}

/** Boundaries that were approved anew, and outputs that differ from the year before by more than the threshold. */
export function offeredChanges(
  boundaries: readonly NewBoundary[],
  outputs: readonly Output[],
  limits: Pick<Thresholds, 'output-change' | 'trading-change'>,
  inScope: readonly Subsystem[],
): OfferedChange[] {
  return [
    ...boundaries.map(({ id, number, title, validFrom }): OfferedChange => ({
      origin: `boundary/${id}`,
      kind: 'boundary',
      code: 'performance.offered.boundary',
      facts: { number, title, on: validFrom },
      node: null,
      occursOn: validFrom,
      suggests: [...inScope],
    })),
    ...outputs.flatMap((each) => offeredOutput(each, outputs, limits, inScope)),
  ]
}

function offeredOutput(
  now: Output,
  all: readonly Output[],
  limits: Pick<Thresholds, 'output-change' | 'trading-change'>,
  inScope: readonly Subsystem[],
): OfferedChange[] {
  const before = all.find(
    ({ facility, name, year }) => facility === now.facility && name === now.name && year === now.year - 1,
  )
  if (!before || before.output === null || now.output === null) return []
  if (!isConvertible(before.unit, now.unit)) return []
  const was = conversion(before.unit, now.unit).times(before.output).toFixed()
  const percent = differenceIn(now.output, was)
  if (percent === null) return []
  const isBeyond = (limit: string) => new Decimal(percent).abs().greaterThanOrEqualTo(limit)
  const suggests = inScope.filter((each) =>
    isBeyond(each === 'trading' ? limits['trading-change'] : limits['output-change']),
  )
  if (suggests.length === 0) return []
  return [
    {
      origin: `output/${now.facility}/${now.name}/${now.year}`,
      kind: 'output',
      code: 'performance.offered.output',
      facts: {
        name: now.name,
        year: now.year,
        before: was,
        now: now.output,
        unit: now.unit,
        percent: new Decimal(percent).toDecimalPlaces(1).toFixed(),
      },
      node: nodeId.parse(now.facility),
      occursOn: `${now.year}-12-31`,
      suggests,
    },
  ]
}
