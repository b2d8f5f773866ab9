import { asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Channel, Disclosure, DisclosureId, Message, MessageId } from '#shared/competence/message'
import { gapOf, type Resource } from '#shared/competence/resource'
import {
  type Held,
  type HeldId,
  levelOn,
  type Need,
  type Skill,
  type SkillId,
} from '#shared/competence/skill'
import type { Attendance, Awareness, Training, TrainingId } from '#shared/competence/training'
import type { Day } from '#shared/kernel/period'

import {
  attendances,
  awarenessRows,
  channels,
  disclosures,
  held,
  messages,
  needs,
  resources,
  skills,
  trainings,
} from './tables.ts'

export function resourcesOf(db: ReadDb, year: number | null): Resource[] {
  return db
    .select()
    .from(resources)
    .where(year === null ? undefined : eq(resources.year, year))
    .orderBy(asc(resources.year), asc(resources.kind), asc(resources.name))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...row }) => ({ ...row, gap: gapOf(row) }))
}

export function skillsOf(db: ReadDb): Skill[] {
  return db
    .select()
    .from(skills)
    .orderBy(asc(skills.field), asc(skills.name))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...row }) => row)
}
export function needsOf(db: ReadDb): Need[] {
  return db.select({ post: needs.post, skill: needs.skill, level: needs.level }).from(needs).all()
}
/** What people are able to do, withdrawn and expired too, the latest first. */
export function heldSkills(db: ReadDb): Held[] {
  return db.select().from(held).orderBy(desc(held.validFrom), desc(held.id)).all()
}
export function heldById(db: ReadDb, id: HeldId): Held | undefined {
  return db.select().from(held).where(eq(held.id, id)).all()[0]
}
/** What one person is able to do, for whoever puts a team together. */
export function competencesOf(db: ReadDb, person: string): Held[] {
  return heldSkills(db).filter((each) => each.person === person)
}
/** Whether a person masters a skill on a day, by something that is neither expired nor withdrawn (R-AC-3). */
export function isCompetentOn(db: ReadDb, person: string, skill: SkillId, on: Day): boolean {
  return levelOn(heldSkills(db), person, skill, on) > 0
}

export function trainingsOf(db: ReadDb): Training[] {
  const came = Map.groupBy(db.select().from(attendances).all(), ({ training }) => training)
  return db
    .select()
    .from(trainings)
    .orderBy(desc(trainings.plannedOn), desc(trainings.id))
    .all()
    .map((row) => ({
      ...row,
      attendances: (came.get(row.id) ?? []).map(({ person, result }): Attendance => ({ person, result })),
    }))
}
export function trainingById(db: ReadDb, id: TrainingId): Training | undefined {
  return trainingsOf(db).find((each) => each.id === id)
}
export function awarenessOf(db: ReadDb): Awareness[] {
  return db.select().from(awarenessRows).orderBy(desc(awarenessRows.toldOn), desc(awarenessRows.id)).all()
}

export function channelsOf(db: ReadDb): Channel[] {
  return db
    .select()
    .from(channels)
    .orderBy(asc(channels.subject), asc(channels.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...row }) => row)
}
export function messagesOf(db: ReadDb): Message[] {
  return db.select().from(messages).orderBy(desc(messages.onDay), desc(messages.number)).all()
}
export function messageById(db: ReadDb, id: MessageId): Message | undefined {
  return db.select().from(messages).where(eq(messages.id, id)).all()[0]
}
export function disclosuresOf(db: ReadDb): Disclosure[] {
  return db
    .select()
    .from(disclosures)
    .orderBy(desc(disclosures.number))
    .all()
    .map(({ signature: _signature, ...row }) => row)
}
export function disclosureById(db: ReadDb, id: DisclosureId): Disclosure | undefined {
  return disclosuresOf(db).find((each) => each.id === id)
}
