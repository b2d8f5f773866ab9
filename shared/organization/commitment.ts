import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

import { year } from './model.ts'

/** What a commitment of top management is about. */
export const commitmentThemes = [
  'system',
  'staged-target',
  'neutrality',
  'energy-efficiency',
  'clean-energy',
  'waste',
  'purchasing',
  'fair-trading',
  'asset-management',
] as const
export type CommitmentTheme = (typeof commitmentThemes)[number]

/** The requirements of the standard that top management shows by a commitment, by their ids. */
export const commitmentRequirements = [
  '5.1-a',
  '5.1-b',
  '5.1-c',
  '5.1-d',
  '5.1-e',
  '5.1-f',
  '5.1-g',
  '5.1-h',
  '5.1-i',
  '5.1-j',
  '5.1-k',
  '5.1-l',
  '5.1-m',
  '5.1-n',
  'A.5.1-p1',
  'A.5.2-p1',
  'B.5.1-p1',
  'B.5.2-p1',
  'B.5.2-p4',
  'C.5.1-p1',
  'C.5.1-p2',
  'C.5.1-a',
  'C.5.1-b',
  'C.5.1-d',
  'D.5.1-p1',
] as const
export const commitmentRequirement = z.enum(commitmentRequirements)

export const commitmentStates = ['draft', 'published', 'withdrawn'] as const
export const commitmentId = idOf<'commitment'>()
export type CommitmentId = z.output<typeof commitmentId>
const words = z.string().trim().min(1).max(2000)

const facts = {
  theme: z.enum(commitmentThemes),
  serves: z.array(commitmentRequirement),
  statement: words,
  /** Who of top management commits to it. */
  person: personId,
  targetYear: year.nullable(),
  value: decimalText.nullable(),
  unit: z.string().trim().min(1).max(60).nullable(),
  /** What it covers: the organization, a plant, a product, an event. */
  covers: words.nullable(),
  /** By what way it is to be reached. */
  route: words.nullable(),
}
export const commitmentInput = z.object({ id: commitmentId.nullable(), ...facts })
export type CommitmentInput = Readonly<z.output<typeof commitmentInput>>
export const commitment = z.object({
  id: commitmentId,
  ...facts,
  state: z.enum(commitmentStates),
  /** Where it was made public. */
  place: z.string().nullable(),
  publishedOn: day.nullable(),
  endReason: z.string().nullable(),
})
export type Commitment = Readonly<z.output<typeof commitment>>

const measured: readonly CommitmentTheme[] = ['staged-target', 'neutrality']

/**
 * A target of emissions or of neutrality is only made public with its year, value, boundary and route (5.1 n, D.5.1);
 * neutrality has no value of its own: it is nought.
 *
 * @throws Refusal `organization.commitment-vague.<what is missing>`.
 */
export function refuseVague(of: Commitment): void {
  if (!measured.includes(of.theme)) return
  const asked = [
    ['year', of.targetYear],
    ...(of.theme === 'staged-target'
      ? ([
          ['value', of.value],
          ['unit', of.unit],
        ] as const)
      : []),
    ['covers', of.covers],
    ['route', of.route],
  ] as const
  const missing = asked.find(([, value]) => value === null)
  if (missing) throw new Refusal(`organization.commitment-vague.${missing[0]}`)
}
