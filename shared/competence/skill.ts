import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import { postId } from '#shared/organization/posts'

export const skillId = idOf<'skill'>()
export type SkillId = z.output<typeof skillId>
export const heldId = idOf<'held-skill'>()
export type HeldId = z.output<typeof heldId>

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().min(1).max(200).nullable()

/** The fields in which 7.1 a asks for people; everything else is `other`. */
export const skillFields = ['audit', 'accounting', 'abatement', 'trading', 'other'] as const
export type SkillField = (typeof skillFields)[number]
/** 1 works under guidance, 2 works alone, 3 teaches others. */
export const skillLevel = z.int().min(1).max(3)

export const newSkill = z.object({
  name: words,
  field: z.enum(skillFields),
  description: z.string().trim().max(2000),
})
export const skill = newSkill.extend({ id: skillId })
export type Skill = Readonly<z.output<typeof skill>>

/** What a post must be able to do. */
export const need = z.object({ post: postId, skill: skillId, level: skillLevel })
export type Need = Readonly<z.output<typeof need>>

/** By what somebody is competent (7.2.1 b). */
export const bases = ['education', 'training', 'skill', 'experience'] as const
export const newHeld = z
  .object({
    person: personId,
    skill: skillId,
    level: skillLevel,
    basis: z.enum(bases),
    evidence: words,
    certificate: line,
    issuer: line,
    validFrom: day,
    /** Half-open; null for what does not expire. */
    validTo: day.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom < validTo, {
    message: 'competence.ends-before-it-begins',
    path: ['validTo'],
  })
export type NewHeld = Readonly<z.output<typeof newHeld>>
export const held = z.object({
  ...newHeld.shape,
  id: heldId,
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Held = Readonly<z.output<typeof held>>

/** Whether something held counts on a day: not withdrawn, begun, and not expired. */
export function holdsOn({ validFrom, validTo, withdrawnAt }: Held, on: Day): boolean {
  return withdrawnAt === null && validFrom <= on && (validTo === null || on < validTo)
}

/** The highest level at which a person masters a skill on a day; 0 where not at all. */
export function levelOn(all: readonly Held[], person: string, of: SkillId, on: Day): number {
  const counting = all.filter((each) => each.person === person && each.skill === of && holdsOn(each, on))
  return Math.max(0, ...counting.map(({ level }) => level))
}

/** A post whose holder lacks what it asks for. `held` 0: not at all; `person` null: the post is vacant. */
export const skillGap = z.object({
  post: postId,
  postTitle: z.string(),
  person: personId.nullable(),
  skill: skillId,
  skillName: z.string(),
  needed: skillLevel,
  held: z.int().min(0).max(3),
})
export type SkillGap = Readonly<z.output<typeof skillGap>>

interface Holder {
  readonly post: Need['post']
  readonly title: string
  readonly person: SkillGap['person']
}
/** Every need that nobody, or somebody too little able, stands for on a day (7.2.1 a to c). */
export function skillGaps(
  needs: readonly Need[],
  {
    skills,
    all,
    holders,
  }: {
    readonly skills: readonly Skill[]
    readonly all: readonly Held[]
    readonly holders: readonly Holder[]
  },
  on: Day,
): SkillGap[] {
  return needs.flatMap(({ post, skill: of, level }) => {
    const own = holders.filter((holder) => holder.post === post)
    const name = skills.find(({ id }) => id === of)?.name ?? ''
    return own.flatMap(({ person, title }) => {
      const has = person === null ? 0 : levelOn(all, person, of, on)
      if (has >= level) return []
      return [{ post, postTitle: title, person, skill: of, skillName: name, needed: level, held: has }]
    })
  })
}
