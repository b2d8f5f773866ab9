import type { Block, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import type { Language } from '#shared/kernel/texts'

import { fishboneDrawing, fishboneSvg } from './fishbone-svg.ts'
import { branches, type Case } from './model.ts'
import { caseWords, type CaseWords } from './words.ts'

/** Everything that the printed report of a nonconformity says. */
export interface CasePrint {
  readonly of: Case
  readonly organization: string
  readonly place: string | null
  /** Number and title of the record it follows from. */
  readonly origin: string | null
  /** Names of the files kept with it. */
  readonly evidence: readonly string[]
  /** Records that it touched. */
  readonly concerned: readonly string[]
  readonly personName: (person: string | null) => string
  readonly userName: (user: string | null) => string
  readonly language: Language
  readonly isSample: boolean
  readonly madeOn: string
  readonly hash: string
}

/** The nonconformity report: what was found, what was done at once, why it happened, what followed, and its effect. */
export function casePaper(print: CasePrint): Paper {
  const words = caseWords(print.language)
  const { of, personName } = print
  return {
    title: `${of.number} ${words('nonconformity.report')}`,
    subtitle: [print.organization, of.title].filter(Boolean).join(' · '),
    facts: [
      [words('nonconformity.field.state'), words(`nonconformity.state.${of.state}`)],
      [words('nonconformity.field.severity'), words(`nonconformity.severity.${of.severity}`)],
      [words('nonconformity.field.source'), words(`nonconformity.source.${of.source}`)],
      [words('nonconformity.field.origin'), print.origin ?? '—'],
      [words('nonconformity.field.requirements'), of.requirements.join(', ') || '—'],
      [words('nonconformity.field.subsystem'), words(`nonconformity.subsystem.${of.subsystem}`)],
      [words('nonconformity.field.node'), print.place ?? '—'],
      [words('nonconformity.field.foundBy'), `${personName(of.foundBy)} · ${of.foundOn}`],
      [words('nonconformity.field.owner'), personName(of.owner)],
      [words('nonconformity.field.due'), of.due],
    ],
    blocks: [
      ...told(words, 'nonconformity.part.fact', [of.fact]),
      ...containmentBlocks(print, words),
      ...causeBlocks(print, words),
      ...actionBlocks(print, words),
      ...effectBlocks(print, words),
      ...courseBlocks(print, words),
    ],
    footer: `${of.number} · ${print.madeOn} · SHA-256 ${print.hash.slice(0, 16)}`,
    watermark: print.isSample ? words('nonconformity.report.sample') : null,
  }
}

function told(words: CaseWords, code: string, paragraphs: readonly string[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: words(code) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text: text === '' ? '—' : text })),
  ]
}

function containmentBlocks({ of, personName, concerned }: CasePrint, words: CaseWords): Block[] {
  return [
    ...told(words, 'nonconformity.part.containment', [
      of.correction,
      words('nonconformity.report.by-on', {
        name: personName(of.correctedBy),
        on: of.correctedOn ?? '—',
      }),
    ]),
    ...told(words, 'nonconformity.field.consequences', [of.consequences, ...concerned]),
  ]
}

function causeBlocks({ of, personName }: CasePrint, words: CaseWords): Block[] {
  const hasCauses = branches.some((branch) => of.fishbone[branch].length > 0)
  const drawing = fishboneDrawing(of.fishbone, of.title, (branch) => words(`nonconformity.branch.${branch}`))
  return [
    ...told(words, 'nonconformity.part.cause', [
      words('nonconformity.report.reviewed', {
        names: of.reviewers.map(personName).join('、') || '—',
        on: of.reviewedOn ?? '—',
      }),
    ]),
    table(
      words('nonconformity.field.whys'),
      [
        [words('nonconformity.report.number'), 1],
        [words('nonconformity.report.answer'), 9],
      ],
      of.whys.map((why, at) => [String(at + 1), why]),
    ),
    ...(hasCauses
      ? [
          {
            kind: 'picture' as const,
            caption: words('nonconformity.field.fishbone'),
            svg: fishboneSvg(drawing),
            width: drawing.width,
            height: drawing.height,
          },
        ]
      : []),
    ...told(words, 'nonconformity.field.rootCause', [of.rootCause]),
    ...told(words, 'nonconformity.field.similar', [
      of.similarNote,
      ...of.similar.map(
        ({ what, isChecked, note }) =>
          `${what} · ${words(isChecked ? 'nonconformity.similar.checked' : 'nonconformity.similar.unchecked')}${note === '' ? '' : ` · ${note}`}`,
      ),
    ]),
    ...told(words, 'nonconformity.field.needsAction', [
      of.needsAction === null ? '—' : words(`nonconformity.needs-action.${of.needsAction}`),
      of.needReason,
    ]),
  ]
}

function actionBlocks({ of, personName }: CasePrint, words: CaseWords): Block[] {
  return [
    { kind: 'heading', level: 2, text: words('nonconformity.part.actions') },
    table(
      words('nonconformity.part.actions'),
      [
        [words('nonconformity.action.what'), 5],
        [words('nonconformity.action.owner'), 2],
        [words('nonconformity.action.due'), 2],
        [words('nonconformity.action.doneOn'), 2],
        [words('nonconformity.action.note'), 4],
      ],
      of.actions.map(({ what, owner, due, state, doneOn, note }) => [
        what,
        personName(owner),
        due ?? '—',
        doneOn ?? words(`nonconformity.action.state.${state}`),
        note ?? '',
      ]),
    ),
  ]
}

function effectBlocks({ of, userName, evidence }: CasePrint, words: CaseWords): Block[] {
  const checked = of.checkedAt
    ? words('nonconformity.report.by-on', { name: userName(of.checkedBy), on: dayAt(of.checkedAt) })
    : '—'
  return [
    ...told(words, 'nonconformity.part.effect', [of.effectNote ?? '—', checked]),
    ...(of.aloneReason === null
      ? []
      : [{ kind: 'note' as const, text: words('nonconformity.alone', { reason: of.aloneReason }) }]),
    ...told(words, 'nonconformity.field.systemChange', [of.systemChange]),
    ...told(words, 'nonconformity.field.evidence', evidence.length === 0 ? ['—'] : evidence),
  ]
}

/** Every step with who and when, and how it stood before each time it began anew (10.2, records). */
function courseBlocks({ of, userName }: CasePrint, words: CaseWords): Block[] {
  return [
    { kind: 'heading', level: 2, text: words('nonconformity.part.course') },
    table(
      words('nonconformity.part.course'),
      [
        [words('nonconformity.report.when'), 2],
        [words('nonconformity.report.step'), 2],
        [words('nonconformity.report.who'), 2],
        [words('nonconformity.action.note'), 4],
      ],
      [
        [dayAt(of.raisedAt), words('nonconformity.state.found'), userName(of.raisedBy), ''],
        ...of.steps.map(({ act, madeAt, madeBy, note }) => [
          dayAt(madeAt),
          words(`nonconformity.did-act.${act}`),
          userName(madeBy),
          note,
        ]),
      ],
    ),
    ...of.rounds.map(({ madeAt, reason, rootCause, actions }, at): Block => ({
      kind: 'note',
      text: words('nonconformity.round', {
        number: at + 1,
        on: dayAt(madeAt),
        reason,
        cause: rootCause || '—',
        actions: actions.join('; ') || '—',
      }),
    })),
  ]
}

function table(
  caption: string,
  titles: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly string[])[],
): Block {
  return {
    kind: 'table',
    caption,
    columns: titles.map(([title, width]) => ({ title, align: 'left', width })),
    rows: rows.length === 0 ? [titles.map(() => '—')] : rows,
    totals: 0,
  }
}
