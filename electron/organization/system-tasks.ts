import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { issuesOf, partiesOf } from '#db/organization/context-queries'
import { declarationsOf, postsOf } from '#db/organization/leadership-queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { PersonId } from '#shared/access/model'
import { type Day, isValidOn, dayAt } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, addWorkingDays, type WorkCalendar } from '#shared/kernel/working-days'
import { isCurrent } from '#shared/organization/context'
import type { Declaration } from '#shared/organization/declaration'

import { outdatedSince, scopeBasisOf, unreadBy } from './declaration-standing.ts'

/** Calendar days before a review at which it begins to show. */
const warned = 30
/** Working days for what waits for somebody: an approval, a look at what has changed, a confirmation (P). */
const patience = 10

type Wanted = Pick<OfferedTask, 'key' | 'code' | 'facts' | 'record' | 'path' | 'begins' | 'due'> &
  Partial<OfferedTask>
function task(wanted: Wanted): OfferedTask {
  return {
    area: 'organization',
    node: null,
    seenWith: 'organization.read',
    fallsTo: 'organization.enter',
    responsible: [],
    department: null,
    isDone: false,
    ...wanted,
  }
}

/** Reviews of issues and parties, due on their day, for their owner (R-RV-5). */
export const contextTasks: TaskSource = (db, { today }) => {
  const nameOf = namesIn(db)
  const dueReview = (kind: 'issue' | 'party', each: Reviewed, path: string) =>
    task({
      key: `organization.review-${kind}/${each.id}/${each.reviewOn}`,
      code: `organization.task.review-${kind}`,
      facts: { title: each.title },
      record: `organization/${kind}/${each.id}`,
      path,
      responsible: nameOf(each.owner),
      begins: addDays(each.reviewOn, -warned),
      due: each.reviewOn,
    })
  const isNear = ({ reviewOn }: { readonly reviewOn: Day }) => addDays(reviewOn, -warned) <= today
  return [
    ...issuesOf(db)
      .filter((each) => isCurrent(each) && isNear(each))
      .map((each) => dueReview('issue', each, `/organization/context/issues/${each.id}`)),
    ...partiesOf(db)
      .filter((each) => isCurrent(each) && isNear(each))
      .map((each) => dueReview('party', { ...each, title: each.name }, `/organization/parties/${each.id}`)),
  ]
}
interface Reviewed {
  readonly id: string
  readonly title: string
  readonly owner: PersonId | null
  readonly reviewOn: Day
}

/** What waits on policies and the scope: approval, review, a changed context (R-RV-6), reading. */
export const declarationTasks: TaskSource = (db, { today, calendar }) => {
  const basis = scopeBasisOf(db, today)
  const nameOf = namesIn(db)
  return declarationsOf(db).flatMap((each) => {
    const { kind, title } = each.content
    const about = {
      facts: { title, number: each.number },
      record: `organization/${kind}/${each.id}`,
      path: `/organization/${kind}/${each.id}`,
    }
    const waits = (what: string, since: string, more: Partial<OfferedTask> = {}) => {
      const begins = dayAt(since)
      const due = workedDaysAfter(calendar, begins, patience)
      const key = `organization.${what}/${each.id}/${begins}`
      return task({ key, code: `organization.task.${what}`, ...about, begins, due, ...more })
    }
    const approve = { fallsTo: 'organization.approve' as const }
    if (each.state === 'submitted' && each.submittedAt !== null)
      return [waits(`approve-${kind}`, each.submittedAt, approve)]
    if (each.state === 'draft' && each.returned !== null) return [waits('mend', each.returned.at)]
    if (each.state !== 'approved') return []
    const moved = outdatedSince(db, each, basis)
    const unread = unreadBy(db, each)
    const told = each.publications[0]?.publishedOn
    return [
      ...(addDays(each.reviewOn, -warned) <= today ? [dueReview(each, about)] : []),
      ...(moved === null ? [] : [waits(`outdated-${kind}`, moved)]),
      ...(told !== undefined && unread.length > 0
        ? [waits('read', told, { responsible: unread.flatMap(nameOf), fallsTo: 'organization.approve' })]
        : []),
    ]
  })
}

function dueReview(
  { id, reviewOn, content: { kind } }: Declaration,
  about: Pick<OfferedTask, 'facts' | 'record' | 'path'>,
): OfferedTask {
  return task({
    key: `organization.review-${kind}/${id}/${reviewOn}`,
    code: `organization.task.review-${kind}`,
    ...about,
    begins: addDays(reviewOn, -warned),
    due: reviewOn,
  })
}

/** Appointments that wait to be taken on, and those that end soon with nobody after them. */
export const appointmentTasks: TaskSource = (db, { today, calendar }) => {
  const nameOf = namesIn(db)
  return postsOf(db).flatMap(({ id: post, title, appointments }) =>
    appointments
      .filter((each) => isValidOn(each, today))
      .flatMap((each) => {
        const about = {
          facts: { title, number: each.number },
          record: `organization/appointment/${each.id}`,
          path: `/organization/responsibilities/${post}`,
          begins: each.validFrom,
        }
        const isFollowed = appointments.some(
          ({ capacity, validFrom }) => capacity === each.capacity && validFrom >= (each.validTo ?? ''),
        )
        return [
          ...(each.acknowledgedAt === null
            ? [
                task({
                  key: `organization.take-on/${each.id}`,
                  code: 'organization.task.take-on',
                  ...about,
                  responsible: nameOf(each.person),
                  due: workedDaysAfter(calendar, each.validFrom, patience),
                }),
              ]
            : []),
          ...(each.validTo !== null && !isFollowed && addDays(each.validTo, -warned) <= today
            ? [
                task({
                  key: `organization.succeed/${each.id}`,
                  code: 'organization.task.succeed',
                  ...about,
                  due: each.validTo,
                  fallsTo: 'organization.manage',
                }),
              ]
            : []),
        ]
      }),
  )
}

function namesIn(db: ReadDb): (person: PersonId | null) => string[] {
  const people = peopleById(db)
  return (person) => {
    const name = person === null ? null : people.get(person)?.name
    return name === null || name === undefined ? [] : [name]
  }
}

/** Working days where the calendar reaches; beyond it the same number of weeks' days. */
function workedDaysAfter(calendar: WorkCalendar, start: Day, count: number): Day {
  const end = addDays(start, count * 2)
  const isKnown = [start, end].every((day) => calendar.years.has(Number(day.slice(0, 4))))
  return isKnown ? addWorkingDays(calendar, start, count) : end
}
