import { peopleById } from '#db/access/queries'
import { competencesOf, skillsOf } from '#db/competence/queries'
import type { ReadDb } from '#db/kernel/access'
import type { PersonId } from '#shared/access/model'
import type { Audit, Member } from '#shared/audits/audit'
import type { ShownAudit } from '#shared/audits/contract'
import { holdsOn } from '#shared/competence/skill'
import type { Finding } from '#shared/kernel/finding'
import type { Day } from '#shared/kernel/period'

type Competences = ShownAudit['competences']

/** What the records say the team is able to on a day (7.2). */
export function competencesOfTeam(db: ReadDb, team: readonly PersonId[], on: Day): Competences {
  const skills = new Map(skillsOf(db).map((skill) => [skill.id, skill]))
  return team.flatMap((person) =>
    competencesOf(db, person)
      .filter((held) => holdsOn(held, on))
      .flatMap(({ skill, level, evidence, validTo }) => {
        const known = skills.get(skill)
        return known ? [{ person, skill: known.name, field: known.field, level, evidence, validTo }] : []
      }),
  )
}

/** Who audits without anything that shows he is able to: no record, and no word of a qualification. */
export function unable(
  db: ReadDb,
  { id, leader, leaderQualification }: Audit,
  { members, competences }: { readonly members: readonly Member[]; readonly competences: Competences },
): Finding[] {
  const known = peopleById(db)
  const asked = [
    ...(leader === null ? [] : [{ person: leader, qualification: leaderQualification }]),
    ...members.filter(({ role }) => role === 'auditor' || role === 'expert'),
  ]
  return asked
    .filter(
      ({ person, qualification }) =>
        qualification === '' && !competences.some((each) => each.person === person),
    )
    .map(({ person }) => ({
      severity: 'explain',
      code: 'audits.gap-competence',
      where: `audit/${id}`,
      facts: { name: known.get(person)?.name ?? '—' },
    }))
}
