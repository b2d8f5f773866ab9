import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { adoptionsOf, bodiesOf, groupRulesOf, postsOf } from '#db/organization/leadership-queries'
import { organizationOf } from '#db/organization/queries'
import { appointments, bodies, groupRules, posts } from '#db/organization/system-tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { offerPaper } from '#electron/kernel/offer-file'
import { Refusal } from '#shared/kernel/refusal'
import { appointmentPaper } from '#shared/organization/appointment-paper'
import { missingRules } from '#shared/organization/group-rules'
import {
  type Appointment,
  type AppointmentId,
  type AppointmentInput,
  type Body,
  type BodyId,
  type BodyInput,
  type Post,
  outsideFindings,
  postFindings,
  type PostId,
  type PostInput,
} from '#shared/organization/posts'
import type { postsContract } from '#shared/organization/system-contract'

import { changed } from './context-service.ts'

/** Bodies, posts and appointments of the carbon organization (5.3), and the rule documents of its levels. */
export const postsService: Handlers<typeof postsContract> = {
  responsibilities: ({ db, today }) => {
    const known = { bodies: bodiesOf(db), posts: postsOf(db), rules: groupRulesOf(db) }
    const findings = [
      ...postFindings(known.posts, adoptionsOf(db), today),
      ...outsideFindings(known.bodies),
      ...missingRules(known.rules),
    ]
    return { ...known, findings }
  },
  saveBody,
  removeBody: ({ db }, { id }) => {
    const { name } = requireBody(db, id)
    const isUsed =
      bodiesOf(db).some(({ parent }) => parent === id) ||
      postsOf(db).some(({ body }) => body === id) ||
      groupRulesOf(db).some((rule) => rule.state === 'issued' && rule.body === id)
    if (isUsed) throw new Refusal('organization.still-used', { title: name })
    db.delete(bodies).where(eq(bodies.id, id)).run()
    return {}
  },
  savePost,
  removePost: ({ db }, { id }) => {
    const { title, appointments: own } = requirePost(db, id)
    if (own.length > 0) throw new Refusal('organization.still-used', { title })
    db.delete(posts).where(eq(posts.id, id)).run()
    return {}
  },
  appoint,
  endAppointment: (context, { id, on }) => {
    const { db } = context
    const { appointment, post } = requireAppointment(db, id)
    if (on !== null && on < appointment.validFrom)
      throw new Refusal('organization.appointed-later', { from: appointment.validFrom })
    const others = post.appointments.filter(
      (each) => each.id !== id && each.capacity === appointment.capacity,
    )
    if (on === null && others.some((each) => each.validFrom >= appointment.validFrom))
      throw new Refusal('organization.post-taken', { title: post.title })
    db.update(appointments)
      .set({ validTo: on, ...changed(context) })
      .where(eq(appointments.id, id))
      .run()
    return {}
  },
  printAppointment: (task, { id, language }) => {
    const { appointment, post } = requireAppointment(task.db, id)
    const paper = appointmentPaper({
      appointment,
      post,
      body: requireBody(task.db, post.body),
      person: peopleById(task.db).get(appointment.person)?.name ?? '—',
      organization: organizationOf(task.db),
      language,
      isSample: storeIdentity(task.db)?.isSample ?? false,
    })
    return offerPaper(task, paper, 'docx')
  },
  saveRule: (context, rule) => {
    const { db } = context
    const empty = { title: null, number: null, issuedOn: null, body: null, reason: null }
    const row = { ...empty, ...rule, ...changed(context) }
    if (rule.state === 'issued' && rule.body !== null) requireBody(db, rule.body)
    db.insert(groupRules).values(row).onConflictDoUpdate({ target: groupRules.code, set: row }).run()
    return {}
  },
  removeRule: ({ db }, { code }) => {
    db.delete(groupRules).where(eq(groupRules.code, code)).run()
    return {}
  },
}

function saveBody(context: WriteContext, { id, ...facts }: BodyInput): Body {
  const { db, newId } = context
  const known = bodiesOf(db)
  if (facts.parent !== null) requireBody(db, facts.parent)
  refuseCircle(known, id, facts.parent)
  const row = { ...facts, ...changed(context) }
  const made = id ?? newId<'body'>()
  if (id === null) {
    const position = (known.at(-1)?.position ?? 0) + 1
    db.insert(bodies)
      .values({ id: made, position, ...row })
      .run()
    return requireBody(db, made)
  }
  requireBody(db, id)
  db.update(bodies).set(row).where(eq(bodies.id, id)).run()
  return requireBody(db, id)
}

/** @throws Refusal `organization.body-circle`: a body cannot stand below itself. */
function refuseCircle(known: readonly Body[], id: BodyId | null, parent: BodyId | null): void {
  const above = known.find((each) => each.id === parent)
  if (!above || id === null) return
  if (above.id === id) throw new Refusal('organization.body-circle')
  refuseCircle(known, id, above.parent)
}

function savePost(context: WriteContext, { id, ...facts }: PostInput): PostId {
  const { db, newId } = context
  requireBody(db, facts.body)
  const row = { ...facts, ...changed(context) }
  if (id !== null) {
    requirePost(db, id)
    db.update(posts).set(row).where(eq(posts.id, id)).run()
    return id
  }
  const made = newId<'post'>()
  const position = (postsOf(db).at(-1)?.position ?? 0) + 1
  db.insert(posts)
    .values({ id: made, position, ...row })
    .run()
  return made
}

/** @throws Refusal `organization.post-taken` {title}: somebody was appointed for that day or later already. */
function appoint(context: WriteContext, input: AppointmentInput): Appointment {
  const { db, newId } = context
  const { post: of, capacity, validFrom, person } = input
  const { title, appointments: own } = requirePost(db, of)
  if (!peopleById(db).get(person)?.name) throw new Refusal('organization.unknown-person')
  const before = own.filter((each) => each.capacity === capacity)
  if (before.some((each) => each.validFrom >= validFrom))
    throw new Refusal('organization.post-taken', { title })
  for (const each of before.filter(({ validTo }) => validTo === null || validTo > validFrom))
    db.update(appointments)
      .set({ validTo: validFrom, ...changed(context) })
      .where(eq(appointments.id, each.id))
      .run()
  const id = newId<'appointment'>()
  db.insert(appointments)
    .values({ id, number: takeNumber(context, 'AP'), ...input, ...changed(context) })
    .run()
  return requireAppointment(db, id).appointment
}

function requireBody(db: ReadDb, id: BodyId): Body {
  const found = bodiesOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
function requirePost(db: ReadDb, id: PostId): Post {
  const found = postsOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('organization.unknown-record')
  return found
}
function requireAppointment(
  db: ReadDb,
  id: AppointmentId,
): { readonly appointment: Appointment; readonly post: Post } {
  const post = postsOf(db).find(({ appointments: own }) => own.some((each) => each.id === id))
  const appointment = post?.appointments.find((each) => each.id === id)
  if (!post || !appointment) throw new Refusal('organization.unknown-record')
  return { appointment, post }
}
