import { z } from 'zod'

import { personId } from '#shared/access/model'
import type { Finding } from '#shared/kernel/finding'
import { grouped } from '#shared/kernel/grouped'
import { idOf } from '#shared/kernel/id'
import { day, type Day, instant, isValidOn } from '#shared/kernel/period'

import type { Adoption } from './adoption.ts'
import { amount } from './model.ts'

/** The three levels of a group's carbon organization; a plant that belongs to nobody has the last alone. */
export const levels = ['headquarters', 'company', 'plant'] as const
export type Level = (typeof levels)[number]
/** In which form a body carries out carbon management (5.3.2 b 1 to 4). */
export const bodyForms = ['group-company', 'own-department', 'merged', 'external'] as const

export const bodyId = idOf<'body'>()
export type BodyId = z.output<typeof bodyId>
const name = z.string().trim().min(1).max(200)
const note = z.string().trim().min(1).max(1000).nullable()
const bodyFacts = {
  /** The body above; null for the one at the top. */
  parent: bodyId.nullable(),
  name,
  level: z.enum(levels),
  /** Null for a body that decides and does not carry out, such as a leading group. */
  form: z.enum(bodyForms).nullable(),
  /** The department it is merged with, or the contract with a body from outside. */
  host: note,
  staff: z.int().nonnegative().nullable(),
  /** The agreement on secrecy with a body from outside, and the data that it may see (5.3.2 b 4). */
  confidentiality: note.default(null),
  dataScope: note.default(null),
  note,
}
export const bodyInput = z.object({ id: bodyId.nullable(), ...bodyFacts })
export type BodyInput = Readonly<z.output<typeof bodyInput>>
export const body = z.object({ id: bodyId, ...bodyFacts, position: z.int() })
export type Body = Readonly<z.output<typeof body>>

/** Posts that the standard asks for by name, and others that a system usually has. */
export const postKinds = [
  'top-management',
  'management-representative',
  'trading-supervisor',
  'asset-supervisor',
  'internal-auditor',
  'carbon-manager',
  'data-owner',
  'bookkeeper',
  'other',
] as const
export type PostKind = (typeof postKinds)[number]

/** The duties that 5.3.1 (a to e) and 5.3.2 c (1 to 13) want to be somebody's, by the ids of the requirements. */
export const generalDuties = ['5.3.1-a', '5.3.1-b', '5.3.1-c', '5.3.1-d', '5.3.1-e'] as const
export const bodyDuties = [
  '5.3.2-c-1',
  '5.3.2-c-2',
  '5.3.2-c-3',
  '5.3.2-c-4',
  '5.3.2-c-5',
  '5.3.2-c-6',
  '5.3.2-c-7',
  '5.3.2-c-8',
  '5.3.2-c-9',
  '5.3.2-c-10',
  '5.3.2-c-11',
  '5.3.2-c-12',
  '5.3.2-c-13',
] as const
export const duties = [...generalDuties, ...bodyDuties] as const
export const duty = z.enum(duties)
export type Duty = z.output<typeof duty>

export const postId = idOf<'post'>()
export type PostId = z.output<typeof postId>
const postFacts = {
  body: bodyId,
  kind: z.enum(postKinds),
  title: name,
  isHead: z.boolean(),
  /** What the post may decide. */
  authority: z.string().trim().min(1).max(2000),
  /** In CNY, up to which it may decide on money alone; null where it may not, or without limit by its authority. */
  moneyLimit: amount.nullable(),
  duties: z.array(duty),
}
export const postInput = z.object({ id: postId.nullable(), ...postFacts })
export type PostInput = Readonly<z.output<typeof postInput>>

export const appointmentId = idOf<'appointment'>()
export type AppointmentId = z.output<typeof appointmentId>
export const capacities = ['holder', 'deputy'] as const
export const appointmentInput = z.object({
  post: postId,
  person: personId,
  capacity: z.enum(capacities),
  validFrom: day,
})
export type AppointmentInput = Readonly<z.output<typeof appointmentInput>>
export const appointment = appointmentInput.extend({
  id: appointmentId,
  /** `AP-2026-003`. */
  number: z.string(),
  validTo: day.nullable(),
  /** When the person took it on; null until then. */
  acknowledgedAt: instant.nullable(),
})
export type Appointment = Readonly<z.output<typeof appointment>>
export const post = z.object({
  id: postId,
  ...postFacts,
  position: z.int(),
  appointments: z.array(appointment),
})
export type Post = Readonly<z.output<typeof post>>

/** Who holds or deputises a post on a day. */
export function appointedTo(
  { appointments }: Pick<Post, 'appointments'>,
  capacity: (typeof capacities)[number],
  on: Day,
): Appointment | undefined {
  return appointments.find((each) => each.capacity === capacity && isValidOn(each, on))
}

/** Posts that an organization needs, by what it took up (5.3.2 a, B.5.1, C.5.1, 9.2). */
export function requiredPosts(adoptions: readonly Adoption[]): readonly PostKind[] {
  const has = (subsystem: Adoption['subsystem']) =>
    adoptions.some((each) => each.subsystem === subsystem && each.isAdopted)
  return [
    'top-management',
    'management-representative',
    ...(has('trading') ? (['trading-supervisor'] as const) : []),
    ...(has('asset') ? (['asset-supervisor'] as const) : []),
    'internal-auditor',
  ]
}

/** Whether it is said by which contract, under which secrecy and with which data a body from outside takes part. */
export function isSettled({ host, confidentiality, dataScope }: Body): boolean {
  return host !== null && confidentiality !== null && dataScope !== null
}

/** The posts that are held and carry a duty. */
export function holdersOf(posts: readonly Post[], of: Duty, on: Day): Post[] {
  return posts.filter((each) => each.duties.includes(of) && appointedTo(each, 'holder', on))
}

/** What is vacant or unsettled. `where` is the kind of a post, a duty, or the id of a post or appointment. */
export function postFindings(posts: readonly Post[], adoptions: readonly Adoption[], today: Day): Finding[] {
  const held = posts.filter((each) => appointedTo(each, 'holder', today))
  const of = (severity: Finding['severity'], code: string, where: string, facts: Finding['facts'] = {}) => ({
    severity,
    code: `organization.${code}`,
    where,
    facts,
  })
  return [
    ...requiredPosts(adoptions)
      .filter((kind) => !held.some((each) => each.kind === kind))
      .map((kind) => of('blocks-report', `vacant-post.${kind}`, kind)),
    ...duties
      .filter((each) => holdersOf(posts, each, today).length === 0)
      .map((each) => of('explain', `vacant-duty.${each}`, each)),
    ...sameHands(held, today).map(({ id, title }) => of('explain', 'same-hands', id, { title })),
    ...held
      .filter((each) => !appointedTo(each, 'deputy', today))
      .map(({ id, title }) => of('note', 'no-deputy', id, { title })),
    ...posts.flatMap((each) =>
      each.appointments
        .filter((one) => isValidOn(one, today) && one.acknowledgedAt === null)
        .map(({ id, number }) => of('note', 'not-taken-on', id, { number, title: each.title })),
    ),
  ]
}

/** Bodies from outside of which contract, secrecy or data are not settled (5.3.2 b 4); `where` is the body. */
export function outsideFindings(bodies: readonly Body[]): Finding[] {
  return bodies
    .filter((each) => each.form === 'external' && !isSettled(each))
    .map(({ id, name: title }) => ({
      severity: 'explain',
      code: 'organization.outside-open',
      where: id,
      facts: { title },
    }))
}

/** Asset supervisors who keep the books of the same assets as well (C.5.1, rule R-SD-4). */
function sameHands(held: readonly Post[], today: Day): Post[] {
  const holders = grouped(held, ({ kind }) => kind)
  const personOf = (each: Post) => appointedTo(each, 'holder', today)?.person
  const books = (holders.get('bookkeeper') ?? []).map(personOf)
  return (holders.get('asset-supervisor') ?? []).filter((each) => books.includes(personOf(each)))
}
