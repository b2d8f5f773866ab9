import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

export const measureId = idOf<'measure'>()
export type MeasureId = z.output<typeof measureId>

export const measureStates = ['draft', 'approved', 'running', 'done', 'verified', 'dropped'] as const
export type MeasureState = (typeof measureStates)[number]
/** What may follow what; what was verified or dropped stays so. */
export const measureTransitions = {
  draft: ['approved', 'dropped'],
  approved: ['running', 'dropped'],
  running: ['done', 'dropped'],
  done: ['verified', 'running'],
  verified: [],
  dropped: [],
} as const satisfies Record<MeasureState, readonly MeasureState[]>

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().max(2000)
const positive = decimalText.refine((text) => !text.startsWith('-'))

export const measureFacts = {
  title: words,
  /** What is done, at which machine or process. */
  what: line,
  /** Money, people and material: asked for, granted, spent. */
  resource: line,
  owner: words.nullable(),
  department: words.nullable(),
  node: nodeId.nullable(),
  start: day.nullable(),
  due: day.nullable(),
  /** How the result is judged so that a change in output does not pass for a reduction. */
  evaluation: line,
  /** In tCO2e each year. */
  expected: positive.nullable(),
  /** How the expected reduction was worked out. */
  derivation: line,
  achieved: decimalText.nullable(),
  /** In CNY, once. */
  investment: positive.nullable(),
  /** In CNY each year; below zero where it saves more than it costs. */
  yearlyCost: decimalText.nullable(),
  /** Years over which it is written off. */
  lifetime: z.int().min(1).max(60).nullable(),
  /** Of the measures of one group at most one is taken. */
  group: z.string().trim().min(1).max(60).nullable(),
  /** Measures without which this one makes no sense. */
  requires: z.array(measureId).max(20),
}
export const measureInput = z.object(measureFacts)
export type MeasureInput = Readonly<z.output<typeof measureInput>>
export const measureRecord = z.object({
  id: measureId,
  objective: z.uuid(),
  ...measureFacts,
  state: z.enum(measureStates),
  /** Its way so far: every step with what was said about it. */
  steps: z.array(
    z.object({
      from: z.enum(measureStates),
      to: z.enum(measureStates),
      note: z.string(),
      madeBy: z.string(),
      madeAt: instant,
    }),
  ),
})
export type Measure = Readonly<z.output<typeof measureRecord>>

/** The fewest characters of a sentence that says what is done. */
const sentence = 6

/**
 * What a measure lacks for its next state, as codes that have a wording; empty when it may go there.
 *
 * @param listed how many resources stand as rows of their own, which say as much as the text.
 */
export function lackingFor(of: Measure, to: MeasureState, listed = 0): string[] {
  const needs: Readonly<Record<MeasureState, readonly (readonly [string, boolean])[]>> = {
    draft: [],
    approved: [
      ['performance.measure.what', of.what.length >= sentence],
      ['performance.measure.resource', of.resource !== '' || listed > 0],
      ['performance.measure.owner', of.owner !== null],
      ['performance.measure.due', of.due !== null],
      ['performance.measure.evaluation', of.evaluation !== ''],
      ['performance.measure.expected', of.expected !== null],
    ],
    running: [],
    done: [],
    verified: [['performance.measure.achieved', of.achieved !== null]],
    dropped: [],
  }
  return needs[to].flatMap(([code, isThere]) => (isThere ? [] : [code]))
}
export function mayFollow(from: MeasureState, to: MeasureState): boolean {
  return (measureTransitions[from] as readonly MeasureState[]).includes(to)
}
