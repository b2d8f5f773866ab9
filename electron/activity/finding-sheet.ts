import { allUsers } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { nodesOf } from '#db/organization/queries'
import type { FindingRegister, RegisterQuestion } from '#electron/activity/finding-register'
import type { FindingAnswer } from '#shared/activity/finding-register'
import { activityFindingTexts } from '#shared/activity/finding-texts'
import { frameTexts } from '#shared/kernel/frame-texts'
import { dayAt } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import type { Sheet } from '#shared/kernel/sheet'
import { type Language, say } from '#shared/kernel/texts'

/** The register of findings as a sheet: what was found where, how it stands, and who explained it how. */
export function findingSheet(
  db: ReadDb,
  { findings, settled }: FindingRegister,
  { facility, year }: RegisterQuestion,
  language: Language,
): Sheet {
  const word = (code: keyof typeof activityFindingTexts, facts?: Facts) =>
    say(activityFindingTexts[code], language, facts)
  const nameOf = new Map<string, string | null>(allUsers(db).map(({ id, name }) => [id, name]))
  const by = (answer: FindingAnswer | null) => (answer?.by ? (nameOf.get(answer.by) ?? answer.by) : '')
  const place = facility === null ? null : nodesOf(db).find(({ id }) => id === facility)
  const title = word('activity.finding.sheet', {
    year,
    name: place?.name ?? word('activity.finding.whole-plant'),
  })
  return {
    name: word('activity.finding.title'),
    title,
    lines: [
      word('activity.finding.sheet-line', {
        open: findings.filter(({ state }) => state !== 'answered').length,
        answered: findings.filter(({ state }) => state === 'answered').length,
        settled: settled.length,
      }),
    ],
    columns: columnWidths.map(([code, width]) => ({ title: word(code), width })),
    rows: [
      ...findings.map(({ severity, topic, subject, period, words, state, answer }) => [
        say(frameTexts[`frame.severity.${severity}`], language),
        word(`activity.finding.topic.${topic}`),
        subject,
        period,
        words,
        word(`activity.finding.state.${state}`),
        answer?.reason ?? '',
        by(answer),
        answer ? dayAt(answer.at) : '',
      ]),
      ...settled.map((answer) => [
        '',
        '',
        '',
        '',
        answer.words,
        word('activity.finding.state.settled'),
        answer.reason,
        by(answer),
        dayAt(answer.at),
      ]),
    ],
    notes: [word('activity.finding.sheet-note')],
    landscape: true,
  }
}

const columnWidths = [
  ['activity.finding.severity', 10],
  ['activity.finding.topic', 10],
  ['activity.finding.subject', 22],
  ['activity.finding.period', 10],
  ['activity.finding.words', 60],
  ['activity.finding.state', 12],
  ['activity.finding.reason', 34],
  ['activity.finding.by', 12],
  ['activity.finding.at', 12],
] as const
