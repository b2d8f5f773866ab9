import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { recordRef } from '#shared/kernel/record'

export const channelId = idOf<'channel'>()
export const messageId = idOf<'message'>()
export type MessageId = z.output<typeof messageId>
export const disclosureId = idOf<'disclosure'>()
export type DisclosureId = z.output<typeof disclosureId>

export const secrecies = ['public', 'internal', 'confidential'] as const
export const ways = ['meeting', 'written', 'electronic', 'public'] as const
const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)

/** What is told to whom, on which occasion, by whom and how. */
export const newChannel = z.object({
  subject: words,
  audience: words,
  occasion: z.string().trim().max(300),
  way: z.string().trim().max(300),
  owner: personId.nullable(),
  secrecy: z.enum(secrecies),
})
export const channel = newChannel.extend({ id: channelId })
export type Channel = Readonly<z.output<typeof channel>>

/** Something said to the plant or by it (7.3.2). */
export const newMessage = z.object({
  direction: z.enum(['in', 'out']),
  way: z.enum(ways),
  party: words,
  subject: words,
  content: account,
  onDay: day,
  isImportant: z.boolean(),
  /** By when an answer or decision is due. */
  due: day.nullable(),
})
export const message = newMessage.extend({
  id: messageId,
  number: z.string(),
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  state: z.enum(['open', 'closed']),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Message = Readonly<z.output<typeof message>>

/** One disclosed number: the figure of a frozen inventory by its path, and its text as it is told. */
export const disclosedFigure = z.object({
  path: z.string().min(1).max(300),
  label: words,
  value: decimalText,
  unit: z.string().min(1).max(30),
})
export type DisclosedFigure = Readonly<z.output<typeof disclosedFigure>>

export const newDisclosure = z.object({
  title: words,
  recipient: words,
  /** The rule or agreement that it rests on (7.3.1). */
  basis: account,
  secrecy: z.enum(secrecies),
  inventory: recordRef,
  figures: z.array(disclosedFigure).min(1).max(100),
  words: account,
})
export type NewDisclosure = Readonly<z.output<typeof newDisclosure>>
export const disclosure = newDisclosure.extend({
  id: disclosureId,
  number: z.string(),
  state: z.enum(['draft', 'approved', 'handed-over', 'withdrawn']),
  sha256: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  handedTo: z.string().nullable(),
  handedOn: day.nullable(),
  handedBy: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Disclosure = Readonly<z.output<typeof disclosure>>
