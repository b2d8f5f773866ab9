import { z } from 'zod'

import { personId } from '#shared/access/model'
import type { Finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, type Day, instant } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

/** The four fields of a SWOT. An issue belongs to one of them, and that says whether it is internal or external. */
export const swotFields = ['strength', 'weakness', 'opportunity', 'threat'] as const
export type SwotField = (typeof swotFields)[number]
export const internalFields: readonly SwotField[] = ['strength', 'weakness']

export const issueThemes = [
  'governance',
  'people',
  'technology',
  'finance',
  'data',
  'regulation',
  'market',
  'supply',
  'society',
  'climate',
] as const

export const issueId = idOf<'issue'>()
export type IssueId = z.output<typeof issueId>
const sentence = z.string().trim().min(1).max(2000)
/** What was taken off the list, since when and why; both or none. */
export const ended = { endedOn: day.nullable(), endReason: z.string().nullable() }

const issueFacts = {
  field: z.enum(swotFields),
  theme: z.enum(issueThemes),
  title: z.string().trim().min(1).max(300),
  /** What it does to the intended results of the system and to the ability to perform better (4.1). */
  effect: sentence,
  owner: personId.nullable(),
  identifiedOn: day,
  reviewOn: day,
}
export const issueInput = z.object({
  id: issueId.nullable(),
  ...issueFacts,
  /** As it was when it was opened, for merging with what others saved since. */
  seen: z.object(issueFacts).optional(),
})
export type IssueInput = Readonly<z.output<typeof issueInput>>
export const issue = z.object({ id: issueId, ...issueFacts, ...ended, changedAt: instant })
export type Issue = Readonly<z.output<typeof issue>>

/** What two fields make together: growth, turn-around, diversification, defence. */
export const strategyKinds = ['SO', 'WO', 'ST', 'WT'] as const
export type StrategyKind = (typeof strategyKinds)[number]
export const fieldsOf: Readonly<Record<StrategyKind, readonly [SwotField, SwotField]>> = {
  SO: ['strength', 'opportunity'],
  WO: ['weakness', 'opportunity'],
  ST: ['strength', 'threat'],
  WT: ['weakness', 'threat'],
}

export const strategyId = idOf<'strategy'>()
export type StrategyId = z.output<typeof strategyId>
const strategyFacts = {
  kind: z.enum(strategyKinds),
  statement: sentence,
  /** The issues that it combines, from both fields of its kind. */
  issues: z.array(issueId).min(1),
  owner: personId.nullable(),
}
export const strategyInput = z.object({ id: strategyId.nullable(), ...strategyFacts })
export type StrategyInput = Readonly<z.output<typeof strategyInput>>
export const strategy = z.object({ id: strategyId, ...strategyFacts, changedAt: instant })
export type Strategy = Readonly<z.output<typeof strategy>>

/**
 * A strategy combines issues of both fields of its kind and of no other.
 *
 * @throws Refusal `organization.strategy-factors`.
 */
export function refuseOddCombination(
  { kind, issues }: Pick<Strategy, 'kind' | 'issues'>,
  known: readonly Pick<Issue, 'id' | 'field'>[],
): void {
  const fields = issues.map((id) => known.find((each) => each.id === id)?.field)
  const wanted = fieldsOf[kind]
  const isWhole = wanted.every((field) => fields.includes(field))
  const isPure = fields.every((field) => field !== undefined && wanted.includes(field))
  if (!isWhole || !isPure) throw new Refusal(`organization.strategy-factors.${kind}`)
}

export function isCurrent({ endedOn }: { readonly endedOn: Day | null }): boolean {
  return endedOn === null
}

/** What a reader of the context should look at. `where` is the id of an issue or a field. */
export function contextFindings(
  issues: readonly Issue[],
  strategies: readonly Strategy[],
  today: Day,
): Finding[] {
  const current = issues.filter(isCurrent)
  const note = (code: string, where: string, facts: Finding['facts'] = {}): Finding => ({
    severity: 'explain',
    code: `organization.context.${code}`,
    where,
    facts,
  })
  const empty = swotFields.filter((field) => !current.some((each) => each.field === field))
  const gone = strategies.filter(({ issues: own }) =>
    own.some((id) => !current.some((each) => each.id === id)),
  )
  return [
    ...empty.map((field) => note(`empty-${field}`, field)),
    ...(current.length > 0 && !current.some(({ theme }) => theme === 'climate')
      ? [note('no-climate', 'climate')]
      : []),
    ...current
      .filter(({ reviewOn }) => reviewOn < today)
      .map(({ id, title, reviewOn }) => note('overdue', id, { title, on: reviewOn })),
    ...gone.map(({ id, kind }) => note('strategy-outdated', id, { kind })),
  ]
}
