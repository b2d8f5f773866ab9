import { z } from 'zod'

import { personId } from '#shared/access/model'
import type { Finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, type Day, instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { ended, isCurrent } from './context.ts'

export const partyCategories = ['internal', 'external', 'climate'] as const
export const partyId = idOf<'party'>()
export type PartyId = z.output<typeof partyId>
export const needId = idOf<'need'>()
export type NeedId = z.output<typeof needId>
const words = z.string().trim().min(1).max(1000)

const needFacts = {
  /** What the party needs or expects. */
  what: words,
  /** Whether the organization takes it on as a compliance obligation; null until that is decided. */
  isObligation: z.boolean().nullable(),
  /** How it is answered. */
  answer: words.nullable(),
}
const partyFacts = {
  name: z.string().trim().min(1).max(300),
  category: z.enum(partyCategories),
  /** How one speaks with them. */
  channel: z.string().trim().min(1).max(300).nullable(),
  owner: personId.nullable(),
  reviewOn: day,
}
const partyWritten = z.object({
  ...partyFacts,
  /** A need without id is new; one that is no longer listed is taken out. */
  needs: z.array(z.object({ id: needId.nullable(), ...needFacts })).min(1),
})
export const partyInput = partyWritten.extend({
  id: partyId.nullable(),
  /** As it was when it was opened, for merging with what others saved since. */
  seen: partyWritten.optional(),
})
export type PartyInput = Readonly<z.output<typeof partyInput>>
export const need = z.object({
  id: needId,
  ...needFacts,
  /** The obligations that were made of it. */
  obligations: z.array(recordRef),
})
export const party = z.object({
  id: partyId,
  ...partyFacts,
  ...ended,
  changedAt: instant,
  needs: z.array(need),
})
export type Party = Readonly<z.output<typeof party>>

/** What a reader of the register should look at. `where` is the id of a party or a need. */
export function partyFindings(parties: readonly Party[], today: Day): Finding[] {
  const current = parties.filter(isCurrent)
  const note = (code: string, where: string, facts: Finding['facts']): Finding => ({
    severity: 'explain',
    code: `organization.parties.${code}`,
    where,
    facts,
  })
  return [
    ...(current.length === 0
      ? []
      : partyCategories
          .filter((category) => !current.some((each) => each.category === category))
          .map((category) => note(`none-${category}`, category, {}))),
    ...current.flatMap(({ id, name, reviewOn, needs }) => [
      ...(reviewOn < today ? [note('overdue', id, { name, on: reviewOn })] : []),
      ...needs
        .filter(({ isObligation }) => isObligation === null)
        .map(({ id: of, what }) => note('undecided', of, { name, what })),
      ...needs
        .filter(({ isObligation, obligations }) => isObligation === true && obligations.length === 0)
        .map(({ id: of, what }) => note('no-obligation', of, { name, what })),
    ]),
  ]
}
