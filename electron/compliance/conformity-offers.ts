import { peopleById } from '#db/access/queries'
import { assignmentsOf, hasAssignments } from '#db/compliance/queries'
import type { RecordSource } from '#electron/kernel/offers'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { isGap } from '#shared/compliance/conformity'
import type { RecordEntry } from '#shared/kernel/record'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'

import { requirementRef, type StandingOf } from './conformity.ts'
import { treesInUse } from './trees.ts'

/** Every requirement of the trees in use, so that it can be found, linked and spoken of. */
export const requirementRecords: RecordSource = (db, around) =>
  treesInUse(db, around).flatMap(({ id, clauses, requirements }) => {
    const titles = new Map(clauses.map((clause) => [clause.id, clause.title]))
    return requirements.map((requirement): RecordEntry => {
      const { text, question } = requirement
      const title = titles.get(requirement.clause)
      return {
        record: requirementRef(id, requirement.id),
        kind: 'compliance.kind.requirement',
        title: title ? `${title.zh} · ${title.en}` : requirement.id,
        number: requirement.id,
        state: null,
        path: `/compliance/requirements/${id}/${requirement.id}`,
        seenWith: 'compliance.read',
        node: null,
        text: [text.zh, text.en, question?.zh, question?.en].filter(Boolean).join('\n'),
      }
    })
  })

/** Days before its day from which a gap is shown. */
const ahead = 30

/** What somebody has to close until a day; done once the requirement is met or does not apply any more. */
export function gapTasks(standingOf: StandingOf): TaskSource {
  return (db, { today, around }) => {
    if (!hasAssignments(db)) return []
    const people = peopleById(db)
    return treesInUse(db, around).flatMap(({ id }) => {
      const { rows } = standingOf({ db, today, around }, id)
      const standing = new Map(rows.map((each) => [each.requirement.id, each]))
      return assignmentsOf(db, id).flatMap(({ requirement, person, dueOn, step }): OfferedTask[] => {
        const known = standing.get(requirement)
        const owner = people.get(person)
        if (!known || dueOn === null) return []
        return [
          {
            key: `compliance.close/${id}:${requirement}`,
            area: 'compliance',
            code: 'compliance.task.gap',
            facts: { requirement, step: step ?? '' },
            record: requirementRef(id, requirement),
            node: null,
            path: `/compliance/requirements/${id}/${requirement}`,
            seenWith: 'compliance.read',
            fallsTo: 'compliance.enter',
            responsible: owner?.name ? [owner.name] : [],
            department: owner?.department ?? null,
            begins: addDays(dueOn, -ahead),
            due: dueOn,
            isDone: !isGap(known.row),
          },
        ]
      })
    })
  }
}
