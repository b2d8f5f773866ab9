import { and, eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { heldById, heldSkills, needsOf, skillsOf } from '#db/competence/queries'
import { held, needs, skills } from '#db/competence/tables'
import type { ReadDb } from '#db/kernel/access'
import { postsOf } from '#db/organization/leadership-queries'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import type { competenceContract } from '#shared/competence/contract'
import { type Held, type NewHeld, type Skill, skillGaps, type SkillId } from '#shared/competence/skill'
import { Refusal } from '#shared/kernel/refusal'
import { appointedTo } from '#shared/organization/posts'

type Own = 'matrix' | 'saveSkill' | 'removeSkill' | 'setNeed' | 'addHeld' | 'withdrawHeld'

/** What posts ask for and what people are able to do (7.2.1). */
export const skillHandlers: Pick<Handlers<typeof competenceContract>, Own> = {
  matrix: matrixOf,
  saveSkill: ({ db, newId, user, now }, { id: known, ...facts }) => {
    const twin = skillsOf(db).find(({ name }) => name === facts.name)
    if (twin && twin.id !== known) throw new Refusal('competence.skill-known', { name: facts.name })
    const id = known ?? newId<'skill'>()
    const row = { ...facts, changedBy: user, changedAt: now }
    db.insert(skills)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: skills.id, set: row })
      .run()
    return requireSkill(db, id)
  },
  removeSkill: ({ db }, { id }) => {
    const { name } = requireSkill(db, id)
    const isUsed =
      needsOf(db).some(({ skill }) => skill === id) || heldSkills(db).some(({ skill }) => skill === id)
    if (isUsed) throw new Refusal('competence.skill-used', { name })
    db.delete(skills).where(eq(skills.id, id)).run()
    return {}
  },
  setNeed: ({ db, user, now }, { post, skill, level }) => {
    requireSkill(db, skill)
    if (!postsOf(db).some(({ id }) => id === post)) throw new Refusal('competence.unknown')
    if (level === null)
      db.delete(needs)
        .where(and(eq(needs.post, post), eq(needs.skill, skill)))
        .run()
    else
      db.insert(needs)
        .values({ post, skill, level, changedBy: user, changedAt: now })
        .onConflictDoUpdate({
          target: [needs.post, needs.skill],
          set: { level, changedBy: user, changedAt: now },
        })
        .run()
    return {}
  },
  addHeld,
  withdrawHeld: ({ db, now }, { id, reason }) => {
    if (heldById(db, id)?.withdrawnAt !== null) throw new Refusal('competence.unknown')
    db.update(held).set({ withdrawnAt: now, withdrawReason: reason }).where(eq(held.id, id)).run()
    return {}
  },
}

/** Posts with who holds each today; a vacant post stands with nobody. */
export function holdersOn(db: ReadDb, today: string) {
  return postsOf(db).map(({ id, title, ...rest }) => ({
    post: id,
    title,
    person: appointedTo(rest, 'holder', today)?.person ?? null,
  }))
}

/** Posts, skills, needs, what is held, and what is missing today. */
export function matrixOf({ db, today }: Pick<ReadContext, 'db' | 'today'>) {
  const known = { skills: skillsOf(db), all: heldSkills(db), holders: holdersOn(db, today) }
  const asked = needsOf(db)
  return {
    posts: known.holders,
    skills: known.skills,
    needs: asked,
    held: known.all,
    gaps: skillGaps(asked, known, today),
  }
}

/** Keeps what somebody is able to do, for trainings that end in a competence as well. */
export function addHeld({ db, newId, user, now }: WriteContext, facts: NewHeld): Held {
  requireSkill(db, facts.skill)
  if (peopleById(db).get(facts.person)?.name === undefined) throw new Refusal('competence.unknown')
  const id = newId<'held-skill'>()
  const row = { id, ...facts, withdrawnAt: null, withdrawReason: null, madeBy: user ?? 'system', madeAt: now }
  db.insert(held).values(row).run()
  return row
}

/** @throws Refusal `competence.unknown`. */
export function requireSkill(db: ReadDb, id: SkillId): Skill {
  const found = skillsOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('competence.unknown')
  return found
}
