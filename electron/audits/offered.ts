import { programmeRows, versionsOf } from '#db/audits/programme-queries'
import { allAudits, countedFindings, countsOfAudits, itemsNamed, raisedOf } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import type { RecordSource, ReviewSource, SignalSource } from '#electron/kernel/offers'
import type { Audit } from '#shared/audits/audit'
import { byClause } from '#shared/audits/checklist'
import { type Day, monthsLater } from '#shared/kernel/period'
import type { ReviewInput } from '#shared/kernel/review-input'
import type { RequirementSignal } from '#shared/kernel/signal'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'

import { itemRef } from './findings.ts'
import { allPlanned } from './programme.ts'
import { openCases } from './report.ts'

/** Audits, their questions and the programmes, as other records name them. */
export const auditsRecords: RecordSource = (db) => [
  ...allAudits(db).map((audit) => ({
    record: auditRef(audit),
    kind: 'audits.kind.audit',
    title: audit.title,
    number: audit.number,
    state: `audits.state.${audit.state}`,
    path: auditPath(audit),
    seenWith: 'audits.read' as const,
    node: null,
    text: [audit.purpose, ...Object.values(audit.report)].join('\n'),
    isFinal: isFinal(audit),
  })),
  ...itemsNamed(db).map(({ id, audit, number, requirement, title, question, note, ...standing }) => ({
    record: itemRef(id),
    kind: 'audits.kind.item',
    title: title.zh === title.en ? title.zh : `${title.zh} · ${title.en}`,
    number: `${number} ${requirement}`,
    state: null,
    path: `/audits/${audit}/walk?item=${id}`,
    seenWith: 'audits.read' as const,
    node: null,
    text: [question.zh, question.en, note].join('\n'),
    isFinal: isFinal(standing),
  })),
  ...programmeRows(db).map(({ id, year, state, methods, criteria }) => ({
    record: `audits/programme/${id}`,
    kind: 'audits.kind.programme',
    title: String(year),
    number: null,
    state: `audits.programme-state.${state}`,
    path: `/audits/programme?of=${year}`,
    seenWith: 'audits.read' as const,
    node: null,
    text: [methods, criteria].join('\n'),
  })),
]
/** Nothing of a signed report changes any more (R-DC-2). */
function isFinal({ state, reportedAt }: Pick<Audit, 'state' | 'reportedAt'>): boolean {
  return reportedAt !== null || state === 'cancelled'
}
export function auditRef({ id }: Pick<Audit, 'id'>): string {
  return `audits/audit/${id}`
}
export function auditPath({ id }: Pick<Audit, 'id'>): string {
  return `/audits/${id}`
}

/** The interval that the newest programme sets; a year while there is none. */
export function intervalOf(db: ReadDb): number {
  return programmeRows(db)[0]?.intervalMonths ?? 12
}

/** Programme, plans and reports, and whether the interval was kept (9.2, R-RV-7). */
export const auditsSignals: SignalSource = (db, { today }) => [
  programmeSignal(db, today),
  ...subsystems.flatMap((subsystem) => {
    const audits = allAudits(db).filter((audit) => covers(audit, subsystem))
    return [planSignal(audits, subsystem), reportSignal(audits, subsystem, intervalOf(db), today)]
  }),
]

function programmeSignal(db: ReadDb, today: Day): RequirementSignal {
  const year = Number(today.slice(0, 4))
  const row = programmeRows(db).find((each) => each.year === year)
  const isApproved = row !== undefined && versionsOf(db, row.id).length > 0
  const late = allPlanned(db, today).filter(
    (each) => each.programme === row?.id && each.standing === 'overdue',
  )
  return {
    about: { evidence: 'audit-programme', subsystem: 'all' },
    isMet: isApproved && late.length === 0,
    code: !isApproved
      ? 'audits.signal.no-programme'
      : late.length > 0
        ? 'audits.signal.programme-late'
        : 'audits.signal.programme',
    facts: { year, count: late.length },
    records: row ? [`audits/programme/${row.id}`] : [],
    path: '/audits/programme',
  }
}

function planSignal(audits: readonly Audit[], subsystem: Subsystem): RequirementSignal {
  const approved = audits.find(({ approvedAt }) => approvedAt !== null)
  return {
    about: { evidence: 'audit-plan', subsystem },
    isMet: approved !== undefined,
    code: approved ? 'audits.signal.plan' : 'audits.signal.no-plan',
    facts: { number: approved?.number ?? '' },
    records: approved ? [auditRef(approved)] : [],
    path: approved ? auditPath(approved) : '/audits',
  }
}

function reportSignal(
  audits: readonly Audit[],
  subsystem: Subsystem,
  months: number,
  today: Day,
): RequirementSignal {
  const [last] = audits
    .filter(({ reportedAt }) => reportedAt !== null)
    .toSorted((a, b) => (b.ends ?? '').localeCompare(a.ends ?? ''))
  const ended = last?.ends ?? null
  const isLate = ended !== null && monthsLater(ended, months) < today
  return {
    about: { evidence: 'audit-report', subsystem },
    isMet: last !== undefined && !isLate,
    code: last ? (isLate ? 'audits.signal.report-late' : 'audits.signal.report') : 'audits.signal.no-report',
    facts: { number: last?.number ?? '', last: last?.ends ?? '', months },
    records: last ? [auditRef(last)] : [],
    path: last ? auditPath(last) : '/audits',
  }
}

function covers({ subsystems: of, state }: Audit, subsystem: Subsystem): boolean {
  return state !== 'cancelled' && (of.length === 0 || of.includes(subsystem))
}

/** What audits found in the days of a review, by subsystem, with the years before (9.3.2 c 3). */
export const auditsReviewInputs: ReviewSource = (db, at) =>
  subsystems.map((subsystem) => inputOf(db, subsystem, at))

function inputOf(
  db: ReadDb,
  subsystem: Subsystem,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): ReviewInput {
  const reported = allAudits(db).filter((audit) => audit.reportedAt !== null && covers(audit, subsystem))
  const within = reported.filter(({ ends }) => ends !== null && from <= ends && ends < to)
  const counts = countsOfAudits(db)
  const late = allPlanned(db, today).filter(
    ({ standing, subsystems: of }) => standing === 'overdue' && (of.length === 0 || of.includes(subsystem)),
  )
  return {
    topic: 'audits',
    subsystem,
    area: 'audits',
    lines: [
      ...within.map((audit) => {
        const raised = [...raisedOf(db, audit.id).values()].map((record) => ({
          raised: { record, number: null, path: '' },
        }))
        const { number, title, ends } = audit
        const found = counts.get(audit.id)?.findings ?? { major: 0, minor: 0, observation: 0 }
        return {
          code: 'audits.input.audit',
          facts: { number, title, ended: ends, ...found, open: openCases(db, raised).length },
          record: auditRef(audit),
          path: auditPath(audit),
        }
      }),
      ...mostFound(db, subsystem, within),
      ...late.map(({ title, month }) => ({
        code: 'audits.input.planned-late',
        facts: { title, month },
        record: null,
        path: '/audits/programme',
      })),
      ...(within.length === 0
        ? [{ code: 'audits.input.none', facts: {}, record: null, path: '/audits' }]
        : []),
    ],
    series: trend(db, subsystem, reported),
    changedAt:
      reported
        .map(({ reportedAt }) => reportedAt ?? '')
        .toSorted()
        .at(-1) ?? null,
    isProvisional: false,
  }
}

/** The clause in which most was found. */
function mostFound(db: ReadDb, subsystem: Subsystem, within: readonly Audit[]): ReviewInput['lines'] {
  const ids = new Set<string>(within.map(({ id }) => id))
  const found = countedFindings(db).filter((each) => ids.has(each.audit) && each.subsystem === subsystem)
  const [first] = [...Map.groupBy(found, ({ clause }) => clause)]
    .map(([clause, own]) => ({ clause, count: own.reduce((sum, each) => sum + each.count, 0) }))
    .toSorted((a, b) => b.count - a.count || byClause(a.clause, b.clause))
  if (!first) return []
  return [{ code: 'audits.input.clause', facts: first, record: null, path: '/audits' }]
}

function trend(db: ReadDb, subsystem: Subsystem, reported: readonly Audit[]): ReviewInput['series'] {
  const years = [...new Set(reported.flatMap(({ ends }) => ends?.slice(0, 4) ?? []))].toSorted()
  if (years.length === 0) return []
  const found = countedFindings(db).filter((each) => each.subsystem === subsystem)
  const inYear = (year: string, isMeant: (verdict: string) => boolean) => {
    const ids = new Set<string>(reported.filter(({ ends }) => ends?.startsWith(year)).map(({ id }) => id))
    const own = found.filter((each) => ids.has(each.audit) && isMeant(each.verdict))
    return String(own.reduce((sum, each) => sum + each.count, 0))
  }
  const line = (code: string, isMeant: (verdict: string) => boolean) => ({
    code,
    facts: {},
    unit: '1',
    periods: years,
    values: years.map((year) => inYear(year, isMeant)),
  })
  return [
    line('audits.input.nonconformities', (verdict) => verdict !== 'observation'),
    line('audits.input.observations', (verdict) => verdict === 'observation'),
  ]
}
