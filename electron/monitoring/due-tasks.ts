import { allDeviations } from '#db/monitoring/deviation-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { submissionsWithDay } from '#db/monitoring/plan-queries'
import { allParameters } from '#db/monitoring/queries'
import type { TaskSource } from '#electron/kernel/task-keeper'
import { type Day, isValidOn } from '#shared/kernel/period'
import { addDays, calibrationsDue, warningDays } from '#shared/monitoring/calibration'
import type { MeterRecord } from '#shared/monitoring/meter'
import type { Parameter } from '#shared/monitoring/model'

/**
 * Calibrations, due on the last day of a certificate and shown as long before it as the register warns; done once a
 * later certificate is there. They fall to whoever answers for what the meter measures.
 */
export const calibrationTasks: TaskSource = (db, { today }) => {
  const parameters = allParameters(db)
  return meterRecords(db).flatMap((record) => {
    const { meter } = record
    const inUse = meter.removedOn === null || meter.removedOn > today
    const people = peopleOf(record, parameters, today)
    return calibrationsDue(record)
      .map((each) => ({ ...each, begins: addDays(each.due, -warningDays) }))
      .filter(({ isDone, due, begins }) => (isDone ? isRecent(due, today) : inUse && begins <= today))
      .map(({ after, cause, due, begins, isDone }) => ({
        key: `monitoring.calibrate/${meter.id}/${after ?? 'first'}`,
        area: 'monitoring',
        code: `monitoring.task.calibrate-${cause}`,
        facts: { meter: meter.tag },
        record: `monitoring/meter/${meter.id}`,
        node: meter.node,
        path: `/monitoring/meters/${meter.id}`,
        seenWith: 'monitoring.read' as const,
        fallsTo: 'monitoring.enter' as const,
        ...people,
        begins,
        due,
        isDone,
      }))
  })
}

/** Deviations that wait for an answer, due on their day, for whoever is responsible; done once they are answered. */
export const deviationTasks: TaskSource = (db, { today }) =>
  allDeviations(db)
    .map((deviation) => ({ ...deviation, isDone: deviation.state !== 'open' }))
    .filter(({ isDone, dueOn }) => !isDone || isRecent(dueOn, today))
    .map(({ id, code, title, facility, responsible, noticedOn, dueOn, isDone }) => ({
      key: `monitoring.answer/${id}`,
      area: 'monitoring',
      code: 'monitoring.task.answer-deviation',
      facts: { code, title },
      record: `monitoring/deviation/${id}`,
      node: facility,
      path: `/monitoring/deviations/${id}`,
      seenWith: 'monitoring.read',
      fallsTo: 'monitoring.enter',
      responsible: responsible === null ? [] : [responsible],
      department: null,
      begins: noticedOn,
      due: dueOn,
      isDone,
    }))

/** Monitoring plans that an authority wants by a day; done once it is on record when they were handed over. */
export const submissionTasks: TaskSource = (db, { today }) =>
  submissionsWithDay(db).flatMap(({ id, of, authority, dueOn, submittedOn }) => {
    const isDone = submittedOn !== null
    if (dueOn === null || (isDone && !isRecent(dueOn, today))) return []
    return [
      {
        key: `monitoring.submit-plan/${id}`,
        area: 'monitoring',
        code: 'monitoring.task.submit-plan',
        facts: { title: of.content.title, number: of.number, authority },
        record: `monitoring/plan/${of.id}`,
        node: of.facility,
        path: `/monitoring/plans/${of.id}`,
        seenWith: 'monitoring.read' as const,
        fallsTo: 'monitoring.enter' as const,
        responsible: [],
        department: null,
        begins: addDays(dueOn, -warningDays),
        due: dueOn,
        isDone,
      },
    ]
  })

/** What was done is shown for this year and the last. */
function isRecent(due: Day, today: Day): boolean {
  return Number(due.slice(0, 4)) >= Number(today.slice(0, 4)) - 1
}

/** Those responsible for what a meter measures today, and their department where it is one. */
function peopleOf({ uses }: MeterRecord, parameters: readonly Parameter[], today: Day) {
  const measured = new Set(uses.filter((use) => isValidOn(use, today)).map(({ parameter }) => parameter))
  const own = parameters.filter(({ id }) => measured.has(id))
  const departments = new Set(own.flatMap(({ department }) => department ?? []))
  const [only = null] = departments
  return {
    responsible: [...new Set(own.flatMap(({ responsible }) => responsible ?? []))],
    department: departments.size === 1 ? only : null,
  }
}
