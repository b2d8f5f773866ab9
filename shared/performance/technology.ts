import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

import { measureId } from './measure.ts'

export const technologyId = idOf<'technology'>()
export type TechnologyId = z.output<typeof technologyId>

/** The five kinds of reduction technology, A.8.2.4 a to e. */
export const technologyKinds = [
  'equipment-renewal',
  'product-upgrade',
  'fuel-switch',
  'energy-efficiency',
  'renewable',
] as const
/** `named`: the source is known by its name only; `read`: somebody read it; `proved`: it was measured at a plant. */
export const verificationStates = ['named', 'read', 'proved'] as const

const worded = z.object({ zh: z.string().min(1), en: z.string().min(1) })
/** A library that comes with the program; a correction of it is a new edition. */
export const technologyLibrary = z.object({
  urn: z.string(),
  edition: z.string(),
  title: worded,
  rows: z.array(
    z.object({
      ref: z.string(),
      kind: z.enum(technologyKinds),
      name: worded,
      applies: worded,
      effect: worded,
      /** What has to be seen to before it brings anything. */
      needs: worded,
      source: z.string().min(1),
      verification: z.enum(verificationStates),
    }),
  ),
})

const line = z.string().trim().max(2000)
export const technologyFacts = z.object({
  name: z.string().trim().min(1).max(300),
  kind: z.enum(technologyKinds),
  applies: line,
  effect: line,
  needs: line,
  source: z.string().trim().min(1).max(1000),
  verification: z.enum(verificationStates),
})

/** Own, with plain texts; or of the library, in both languages. */
export const technology = z.object({
  /** The id of an own one, or the urn and ref of the library's. */
  ref: z.string(),
  own: technologyId.nullable(),
  kind: z.enum(technologyKinds),
  name: worded,
  applies: worded,
  effect: worded,
  needs: worded,
  source: z.string(),
  verification: z.enum(verificationStates),
  measures: z.array(z.object({ id: measureId, title: z.string(), objective: z.uuid() })),
})
export type Technology = Readonly<z.output<typeof technology>>

/** Of which kind a measure is, and what it changes from what into what (A.8.2.4 a to e). */
export const measureKind = z.object({
  measure: measureId,
  kind: z.enum(technologyKinds),
  technology: z.string().max(300).nullable(),
  before: z.string().trim().max(500),
  after: z.string().trim().max(500),
})
export type MeasureKind = Readonly<z.output<typeof measureKind>>

export const milestoneId = idOf<'milestone'>()
export const milestone = z.object({
  id: milestoneId,
  measure: measureId,
  title: z.string().trim().min(1).max(300),
  due: day,
  doneOn: day.nullable(),
  /** Days on which it was due before, with the reason of each extension. */
  extended: z.array(z.object({ from: day, reason: z.string() })),
})
export type Milestone = Readonly<z.output<typeof milestone>>

export const resourceId = idOf<'measure-resource'>()
export const resourceKinds = ['money', 'people', 'material'] as const
const amount = decimalText.refine((text) => !text.startsWith('-')).nullable()
export const resource = z.object({
  id: resourceId,
  measure: measureId,
  kind: z.enum(resourceKinds),
  what: z.string().trim().min(1).max(300),
  /** In words: CNY, person-days, pieces. */
  unit: z.string().trim().min(1).max(40),
  requested: amount,
  granted: amount,
  spent: amount,
})
export type MeasureResource = Readonly<z.output<typeof resource>>
