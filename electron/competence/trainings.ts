import { and, eq, inArray, isNull } from 'drizzle-orm'

import { peopleById, userById } from '#db/access/queries'
import { awarenessOf, trainingById, trainingsOf } from '#db/competence/queries'
import { attendances, awarenessRows, trainings } from '#db/competence/tables'
import type { ReadDb } from '#db/kernel/access'
import { refuseOwnWork } from '#electron/access/duties'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import type { competenceContract } from '#shared/competence/contract'
import {
  type Attendance,
  type NewTraining,
  type Training,
  type TrainingAct,
  trainingAfter,
  type TrainingId,
} from '#shared/competence/training'
import { Refusal } from '#shared/kernel/refusal'

import { addHeld, requireSkill } from './skills.ts'

type Own =
  | 'trainings'
  | 'planTraining'
  | 'changeTraining'
  | 'holdTraining'
  | 'judgeTraining'
  | 'cancelTraining'
  | 'awareness'
  | 'tellPeople'
  | 'confirmAware'

/** Trainings from plan to effect (7.2.1 c, 7.2.3), and who is aware of what (7.2.2). */
export const trainingHandlers: Pick<Handlers<typeof competenceContract>, Own> = {
  trainings: ({ db }) => trainingsOf(db),
  planTraining: (context, { people, ...facts }) => {
    const { db, newId, user, now } = context
    refuseUnknown(db, facts.skill, people)
    const id = newId<'training'>()
    const number = takeNumber(context, 'TR')
    db.insert(trainings)
      .values({ id, number, ...facts, state: 'planned', effect: '', changedBy: user, changedAt: now })
      .run()
    invite(
      db,
      id,
      people.map((person) => ({ person, result: null })),
    )
    return requireTraining(db, id)
  },
  changeTraining: (context, { id, people, ...facts }) => {
    const { state, number } = requireTraining(context.db, id)
    if (state !== 'planned') throw new Refusal('competence.training-held', { number })
    refuseUnknown(context.db, facts.skill, people)
    change(context, id, facts)
    invite(
      context.db,
      id,
      people.map((person) => ({ person, result: null })),
    )
    return requireTraining(context.db, id)
  },
  holdTraining,
  judgeTraining,
  cancelTraining: (context, { id }) => change(context, id, { state: requireNext(context.db, id, 'cancel') }),
  awareness: ({ db }) => awarenessOf(db),
  tellPeople: ({ db, newId, user, now }, { people, topics, toldOn, how }) => {
    refuseUnknown(db, null, people)
    for (const person of people)
      for (const topic of topics)
        db.insert(awarenessRows)
          .values({
            id: newId<'awareness'>(),
            person,
            topic,
            toldOn,
            how,
            madeBy: user ?? 'system',
            madeAt: now,
          })
          .run()
    return {}
  },
  confirmAware: ({ db, user, now }, { ids }) => {
    const me = user === null ? null : userById(db, user)?.personId
    const own = awarenessOf(db).filter(({ id, person }) => ids.includes(id) && person === me)
    if (own.length !== ids.length) throw new Refusal('competence.not-yours')
    // The first time counts.
    db.update(awarenessRows)
      .set({ confirmedAt: now })
      .where(and(inArray(awarenessRows.id, ids), isNull(awarenessRows.confirmedAt)))
      .run()
    return {}
  },
}

interface Holding {
  readonly id: TrainingId
  readonly heldOn: string
  readonly attendances: readonly Attendance[]
}
/** Who passed masters the skill from that day on, by this training. */
function holdTraining(context: WriteContext, { id, heldOn, attendances: came }: Holding): Training {
  const { db, user } = context
  const { skill, title, number } = requireTraining(db, id)
  const state = requireNext(db, id, 'hold')
  if (heldOn > context.today) throw new Refusal('competence.training-ahead', { number })
  refuseUnknown(
    db,
    skill,
    came.map(({ person }) => person),
  )
  invite(db, id, came)
  for (const { person, result } of came)
    if (skill !== null && result === 'passed')
      addHeld(context, {
        person,
        skill,
        level: 1,
        basis: 'training',
        evidence: `${number} ${title}`,
        certificate: null,
        issuer: null,
        validFrom: heldOn,
        validTo: null,
      })
  return change(context, id, { state, heldOn, heldBy: user })
}

interface Judging {
  readonly id: TrainingId
  readonly isEffective: boolean
  readonly effect: string
  readonly aloneReason: string | null
}
/** @throws Refusal `competence.own-training` where whoever held it judges it and is not alone (R-SD-5). */
function judgeTraining(context: WriteContext, { id, isEffective, effect, aloneReason }: Judging): Training {
  const { db, user, now } = context
  const { heldBy, number } = requireTraining(db, id)
  const state = requireNext(db, id, 'judge')
  refuseOwnWork(context, 'training', { by: [heldBy], reason: aloneReason, facts: { number } })
  if (aloneReason !== null) context.note({ code: 'competence.judged-alone', number, reason: aloneReason })
  return change(context, id, { state, isEffective, effect, judgedBy: user, judgedAt: now })
}

function invite(db: WriteContext['db'], id: TrainingId, came: readonly Attendance[]): void {
  db.delete(attendances).where(eq(attendances.training, id)).run()
  const once = new Map(came.map((each) => [each.person, each]))
  for (const each of once.values())
    db.insert(attendances)
      .values({ training: id, ...each })
      .run()
}
function refuseUnknown(db: ReadDb, skill: NewTraining['skill'], people: readonly string[]): void {
  if (skill !== null) requireSkill(db, skill)
  const known = new Set<string>(
    [...peopleById(db).values()].flatMap(({ personId, name }) => (name === null ? [] : [personId])),
  )
  if (people.some((person) => !known.has(person))) throw new Refusal('competence.unknown')
}
function change(
  { db, user, now }: WriteContext,
  id: TrainingId,
  values: Partial<typeof trainings.$inferInsert>,
): Training {
  db.update(trainings)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(trainings.id, id))
    .run()
  return requireTraining(db, id)
}
function requireTraining(db: ReadDb, id: TrainingId): Training {
  const found = trainingById(db, id)
  if (!found) throw new Refusal('competence.unknown')
  return found
}
function requireNext(db: ReadDb, id: TrainingId, act: TrainingAct): Training['state'] {
  const { state, number } = requireTraining(db, id)
  const next = trainingAfter(state, act)
  if (next === null) throw new Refusal('competence.training-cannot', { number })
  return next
}
