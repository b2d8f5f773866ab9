import type { ReadDb } from '#db/kernel/access'
import { suppliersOf, thresholdsOf } from '#db/performance/operation-queries'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'
import { evaluationDue } from '#shared/performance/supplier'

import { shownCriteria } from './operation.ts'
import { type Asked, namesOf, taskOf, workingDue } from './task-of.ts'

/** R-DV-1: a major reading beyond its criterion becomes a case; and criteria are looked at on their day. */
export function operationTasks(db: ReadDb, { today, calendar }: Asked): OfferedTask[] {
  const names = namesOf(db)
  return shownCriteria(db, today).flatMap((each) => {
    const about = {
      record: `performance/criterion/${each.id}`,
      node: each.node,
      path: `/performance/operation/${each.id}`,
      responsible: names(each.person),
    }
    const breaches = each.breaches
      .filter(({ isMajor }) => isMajor)
      .map(({ period, to, value, unit, deviation }) =>
        taskOf({
          ...about,
          key: `breach/${each.id}/${period}`,
          what: 'breach',
          facts: { process: each.process, period: period.replace('/', ' – '), value, unit },
          begins: to.slice(0, 10),
          due: workingDue(calendar, to.slice(0, 10), 5),
          isDone: deviation !== null,
        }),
      )
    const review =
      each.reviewOn === null || each.retiredOn !== null
        ? []
        : [
            taskOf({
              ...about,
              key: `criterion-review/${each.id}/${each.reviewOn}`,
              what: 'criterion-review',
              facts: { process: each.process },
              begins: addDays(each.reviewOn, -30),
              due: each.reviewOn,
              isDone: false,
            }),
          ]
    return [...breaches, ...review]
  })
}

export function supplierTasks(db: ReadDb, { today }: Asked): OfferedTask[] {
  const limit = thresholdsOf(db)['supplier-spend']
  return suppliersOf(db).flatMap((each) => {
    const due = evaluationDue(each, limit, `${today.slice(0, 4)}-12-31`)
    if (due === null) return []
    return [
      taskOf({
        key: `evaluate/${each.id}/${each.evaluations[0]?.id ?? 'first'}`,
        what: 'evaluate-supplier',
        facts: { name: each.name },
        record: `performance/supplier/${each.id}`,
        path: `/performance/suppliers/${each.id}`,
        begins: addDays(due, -60),
        due,
        isDone: false,
      }),
    ]
  })
}
