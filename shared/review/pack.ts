import { z } from 'zod'

import { dayAt, type Day, day, instant } from '#shared/kernel/period'
import {
  type ReviewInput,
  reviewInput,
  type ReviewTopic,
  reviewTopic,
  reviewTopics,
} from '#shared/kernel/review-input'
import { subsystem, type Subsystem } from '#shared/kernel/subsystem'

import { type Fill, fill, monthsLater } from './model.ts'
import { annexInputs } from './requirements.ts'

/** Months after which an input is old. */
const freshFor = 6

export const standings = ['ready', 'old', 'empty'] as const
export type Standing = (typeof standings)[number]

export const packTopic = z.object({
  topic: reviewTopic,
  subsystem,
  standing: z.enum(standings),
  /** When what it rests on changed last; null while there is nothing. */
  changedAt: instant.nullable(),
  /** True where a figure in it rests on months that are not sealed. */
  isProvisional: z.boolean(),
  inputs: z.array(reviewInput),
  fills: z.array(fill),
})
export type PackTopic = Readonly<z.output<typeof packTopic>>
export const pack = z.object({
  asOf: day,
  from: day,
  to: day,
  topics: z.array(packTopic),
})
export type Pack = Readonly<z.output<typeof pack>>

/** What a review takes into account, in the order of its agenda: earlier decisions come first. */
export function agenda(
  subsystems: readonly Subsystem[],
): { readonly topic: ReviewTopic; readonly subsystem: Subsystem }[] {
  return [
    ...reviewTopics.map((topic) => ({ topic, subsystem: 'core' as const })),
    ...subsystems.flatMap((own) => annexInputs.map((topic) => ({ topic, subsystem: own }))),
  ]
}

/** Puts what areas have to say and what was written besides under the topics of the agenda. */
export function packOf(
  inputs: readonly ReviewInput[],
  fills: readonly Fill[],
  subsystems: readonly Subsystem[],
  span: { readonly asOf: Day; readonly from: Day; readonly to: Day },
): Pack {
  const told = inputs.filter(isTold)
  const topics = agenda(subsystems).map(({ topic, subsystem: of }) => {
    const own = inputsOf(
      told.filter((each) => each.topic === topic),
      of,
      subsystems,
    )
    const added = fills.filter((each) => each.topic === topic && each.subsystem === of)
    const changedAt = latest([...own.map((each) => each.changedAt), ...added.map(({ filledAt }) => filledAt)])
    return {
      topic,
      subsystem: of,
      standing: standingOf(own, added, changedAt, span.asOf),
      changedAt,
      isProvisional: own.some(({ isProvisional }) => isProvisional),
      inputs: own,
      fills: added,
    }
  })
  return { ...span, topics }
}

function isTold({ lines, series }: ReviewInput): boolean {
  return lines.length > 0 || series.length > 0
}

/** What speaks of all subsystems together; an area that only speaks of single ones is heard about each of those. */
function inputsOf(
  inputs: readonly ReviewInput[],
  of: Subsystem,
  adopted: readonly Subsystem[],
): ReviewInput[] {
  if (of !== 'core') return inputs.filter((each) => each.subsystem === of)
  const whole = new Set(inputs.filter((each) => each.subsystem === 'core').map(({ area }) => area))
  return inputs.filter(
    (each) => each.subsystem === 'core' || (adopted.includes(each.subsystem) && !whole.has(each.area)),
  )
}

function standingOf(
  inputs: readonly ReviewInput[],
  fills: readonly Fill[],
  changedAt: string | null,
  asOf: Day,
): Standing {
  if (inputs.length === 0 && fills.every(({ text }) => text === null)) return 'empty'
  return changedAt !== null && dayAt(changedAt) < monthsLater(asOf, -freshFor) ? 'old' : 'ready'
}
function latest(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
