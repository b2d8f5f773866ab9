import { sealsInForce } from '#db/activity/closing'
import { allAnswers } from '#db/activity/quality-queries'
import { nodesOf } from '#db/organization/queries'
import type { RecordSource } from '#electron/kernel/offers'

/** Sealed months and answered findings, as other records name them. */
export const activityRecords: RecordSource = (db) => {
  const names = new Map(nodesOf(db).map(({ id, name }) => [id, name]))
  return [
    ...sealsInForce(db).map(({ id, facility, month }) => ({
      record: `activity/seal/${id}`,
      kind: 'activity.kind.seal',
      title: names.get(facility) ?? '',
      number: month,
      state: null,
      path: `/activity/months?facility=${facility}&year=${month.slice(0, 4)}&month=${month}`,
      seenWith: 'activity.read' as const,
      node: facility,
      text: '',
      isFinal: true,
    })),
    ...allAnswers(db).map(({ id, year, reason, words }) => ({
      record: `activity/answer/${id}`,
      kind: 'activity.kind.answer',
      title: reason,
      number: String(year),
      state: null,
      path: `/activity/findings?year=${year}`,
      seenWith: 'activity.read' as const,
      node: null,
      text: `${words.zh}\n${words.en}`,
    })),
  ]
}
