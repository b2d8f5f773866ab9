import type { Area } from '#shared/kernel/areas'
import type { Block, Column, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import { type Language, say } from '#shared/kernel/texts'

import type { Audit, Member, Session } from './audit.ts'
import type { Conflict } from './impartiality.ts'
import { auditsPaperTexts } from './paper-texts.ts'
import { auditsTexts } from './texts.ts'

const wordings = { ...auditsTexts, ...auditsPaperTexts }
type Code = keyof typeof wordings
export function auditWords(language: Language) {
  return (code: Code, facts: Facts = {}): string => say(wordings[code], language, facts)
}
export type AuditWords = ReturnType<typeof auditWords>
/** Several things in one line, as the language parts them. */
export function listed(words: AuditWords, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(words('audits.paper.and'))
}

/** Everything that the printed plan says, and the head of the report. */
export interface PlanPrint {
  readonly audit: Audit
  readonly organization: string
  readonly members: readonly Member[]
  readonly sessions: readonly Session[]
  readonly conflicts: readonly Conflict[]
  /** Names of people by their id, of users by theirs, and of places by theirs. */
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
  readonly isSample: boolean
  readonly madeOn: string
}

/** The plan as it is sent to the departments (A.9.3 b). */
export function planPaper(print: PlanPrint): Paper {
  const { audit, isSample } = print
  const words = auditWords(print.language)
  return {
    title: `${words('audits.paper.plan')} ${audit.number}`,
    subtitle: audit.title,
    facts: headOf(print, words),
    blocks: [...planBlocks(print, words), approval(print, words)],
    footer: `${audit.number} · ${print.madeOn}`,
    watermark: isSample
      ? words('audits.paper.sample')
      : audit.approvedAt === null
        ? words('audits.paper.not-approved')
        : null,
  }
}

export function headOf({ audit, organization }: PlanPrint, words: AuditWords): Paper['facts'] {
  return [
    [words('audits.paper.number'), audit.number],
    [words('audits.paper.organization'), organization],
    [words('audits.paper.days'), `${audit.begins ?? '—'} – ${audit.ends ?? '—'}`],
  ]
}

/** Purpose, scope, criteria, team, timetable and impartiality, as plan and report tell them. */
export function planBlocks(print: PlanPrint, words: AuditWords): Block[] {
  return [
    heading(words('audits.paper.purpose')),
    paragraph(print.audit.purpose || '—'),
    ...scope(print, words),
    ...team(print, words),
    ...timetable(print, words),
    heading(words('audits.paper.impartial')),
    ...impartiality(print.conflicts, words),
  ]
}

function scope({ audit, names }: PlanPrint, words: AuditWords): Block[] {
  const all = (list: readonly string[]) =>
    list.length === 0 ? words('audits.paper.all') : listed(words, list)
  const rows = [
    ['subsystems', all(audit.subsystems.map((each) => words(`audits.subsystem.${each}`)))],
    ['clauses', all(audit.clauses)],
    ['places', all(audit.nodes.map((each) => names.get(each) ?? '—'))],
    ['departments', all(audit.departments)],
    ['methods', audit.methods || '—'],
  ] as const
  return [
    heading(words('audits.paper.scope')),
    table(
      words('audits.paper.scope'),
      [
        [words('audits.paper.matter'), 2],
        [words('audits.paper.says'), 6],
      ],
      rows.map(([name, value]) => [words(`audits.paper.${name}`), value]),
    ),
    heading(words('audits.paper.criteria')),
    table(
      words('audits.paper.criteria'),
      [
        [words('audits.paper.kind'), 2],
        [words('audits.paper.title'), 5],
        [words('audits.paper.version'), 2],
      ],
      audit.criteria.map(({ kind, title, version }) => [
        words(`audits.criterion.${kind}`),
        title,
        version || '—',
      ]),
    ),
  ]
}

function team({ audit, members, names }: PlanPrint, words: AuditWords): Block[] {
  const nameOf = (id: string) => names.get(id) ?? '—'
  const rows = members.map(({ person, role, isExternal, qualification }) => [
    nameOf(person),
    words(`audits.role.${role}`) + (isExternal ? ` (${words('audits.paper.outside')})` : ''),
    qualification,
  ])
  const leader =
    audit.leader === null
      ? []
      : [[nameOf(audit.leader), words('audits.role.leader'), audit.leaderQualification]]
  return [
    heading(words('audits.paper.team')),
    table(
      words('audits.paper.team'),
      [
        [words('audits.paper.person'), 2],
        [words('audits.paper.role'), 2],
        [words('audits.paper.able'), 5],
      ],
      [...leader, ...rows],
    ),
  ]
}

function timetable({ sessions, names }: PlanPrint, words: AuditWords): Block[] {
  return [
    heading(words('audits.paper.timetable')),
    table(
      words('audits.paper.timetable'),
      [
        [words('audits.paper.day'), 2],
        [words('audits.paper.time'), 2],
        [words('audits.paper.department'), 3],
        [words('audits.paper.clauses'), 2],
        [words('audits.paper.auditors'), 3],
      ],
      sessions.map(({ day, from, to, department, place, clauses, auditors }) => [
        day,
        `${from}–${to}`,
        place === '' ? department : `${department} · ${place}`,
        listed(words, clauses) || '—',
        listed(
          words,
          auditors.map((each) => names.get(each) ?? '—'),
        ) || '—',
      ]),
    ),
  ]
}

function impartiality(conflicts: readonly Conflict[], words: AuditWords): Block[] {
  if (conflicts.length === 0) return [paragraph(words('audits.paper.impartial-none'))]
  return [
    table(
      words('audits.paper.impartial'),
      [
        [words('audits.paper.person'), 2],
        [words('audits.paper.conflict'), 5],
        [words('audits.paper.why'), 5],
      ],
      conflicts.map(({ name, cause, justification }) => [
        name,
        conflictWord(cause, words),
        justification?.reason ?? '—',
      ]),
    ),
  ]
}
export function conflictWord(cause: Conflict['cause'], words: AuditWords): string {
  if (cause.kind === 'department')
    return words('audits.paper.conflict-department', { department: cause.department })
  const rows = cause.tables.reduce((sum, each) => sum + each.rows, 0)
  const last =
    cause.tables
      .map((each) => each.last)
      .toSorted()
      .at(-1) ?? ''
  return words('audits.paper.conflict-made', { area: words(areaCode(cause.area)), rows, last })
}

/** What the records of an area are called; those of an area that no audit looks at are never named. */
function areaCode(area: Area): AuditedAreaCode {
  const code = `audits.area.${area}`
  return code in auditsPaperTexts ? (code as AuditedAreaCode) : 'audits.area.other'
}
type AuditedAreaCode = Extract<keyof typeof auditsPaperTexts, `audits.area.${string}`>

export function approval({ audit, names }: PlanPrint, words: AuditWords): Block {
  if (audit.approvedAt === null) return paragraph(words('audits.paper.not-approved'))
  return paragraph(
    words('audits.paper.approved', {
      name: names.get(audit.approvedBy ?? '') ?? '—',
      at: dayAt(audit.approvedAt),
    }),
  )
}

export function heading(text: string, level: 1 | 2 | 3 = 2): Block {
  return { kind: 'heading', level, text }
}
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
export function table(
  caption: string,
  titles: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly string[])[],
  totals = 0,
): Block {
  const columns = titles.map(([title, width]): Column => ({ title, width, align: 'left' }))
  return { kind: 'table', caption, columns, rows, totals }
}
