import type { Block, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import type { Facts } from '#shared/kernel/refusal'
import type { ReviewInput } from '#shared/kernel/review-input'

import type { Review } from './model.ts'
import { requiredOutputs, verdictsOf } from './outputs.ts'
import type { Pack, PackTopic } from './pack.ts'

/** Everything that the printed pack and the minutes say. */
export interface ReviewPrint {
  readonly of: Review
  readonly pack: Pack
  /** Areas of which something was left out for who prints it. */
  readonly withheld: readonly string[]
  /** Hash of the frozen pack; null while it is not frozen. */
  readonly packHash: string | null
  readonly organization: string
  readonly personName: (person: string | null) => string
  readonly userName: (user: string | null) => string
  /** Words of every area in the reader's language. */
  readonly words: (code: string, facts?: Facts) => string
  readonly isSample: boolean
  readonly madeOn: string
  readonly hash: string
}

/** The input pack, as it lies before the meeting. */
export function packPaper(print: ReviewPrint): Paper {
  const { of, pack, words } = print
  return {
    ...frameOf(print, `${of.number} ${words('review.pack')}`),
    blocks: [
      ...withheldBlocks(print),
      ...pack.topics.flatMap((topic) => [heading(topic, print), ...topicBlocks(topic, print)]),
    ],
  }
}

/** The minutes: who met, what was said to each topic, what was concluded, and what was decided. */
export function minutesPaper(print: ReviewPrint): Paper {
  const { of, pack, words, userName } = print
  const said = pack.topics.flatMap((topic) => discussionBlocks(topic, print))
  return {
    ...frameOf(print, `${of.number} ${words('review.minutes')}`),
    watermark: print.isSample
      ? words('review.sample')
      : of.state === 'signed'
        ? null
        : words(`review.state.${of.state}`),
    blocks: [
      { kind: 'heading', level: 1, text: words('review.part.discussion') },
      ...said,
      { kind: 'heading', level: 1, text: words('review.part.outputs') },
      ...outputBlocks(print),
      { kind: 'heading', level: 1, text: words('review.part.decisions') },
      decisionTable(print),
      ...(of.note === '' ? [] : [paragraph(of.note)]),
      { kind: 'heading', level: 1, text: words('review.part.signature') },
      paragraph(
        of.signedAt === null
          ? words('review.unsigned-yet')
          : words('review.signed-by', { name: userName(of.signedBy), on: dayAt(of.signedAt) }),
      ),
    ],
  }
}

/** Says that the reader does not hold all of it. */
function withheldBlocks({ withheld, words }: ReviewPrint): Block[] {
  if (withheld.length === 0) return []
  const areas = withheld.map((area) => words(`access.area.${area}`)).join('、')
  return [paragraph(words('review.pack.withheld', { areas }))]
}

function frameOf(print: ReviewPrint, title: string): Omit<Paper, 'blocks'> {
  const { of, pack, packHash, organization, personName, words, isSample, madeOn, hash } = print
  return {
    title,
    subtitle: [organization, of.title].filter(Boolean).join(' · '),
    facts: [
      [words('review.field.state'), words(`review.state.${of.state}`)],
      [words('review.field.period'), words('review.span', { from: of.from, to: of.to })],
      [
        words('review.field.subsystems'),
        ['core', ...of.subsystems].map((each) => words(`review.subsystem.${each}`)).join('、'),
      ],
      [words('review.field.heldOn'), of.heldOn ?? of.plannedOn],
      [words('review.field.place'), of.place || '—'],
      [words('review.field.chair'), personName(of.chair)],
      [words('review.field.present'), of.present.map(personName).join('、') || '—'],
      [words('review.field.asOf'), pack.asOf],
      [words('review.field.pack'), packHash === null ? words('review.pack.live') : `SHA-256 ${packHash}`],
    ],
    footer: `${of.number} · ${madeOn} · SHA-256 ${hash.slice(0, 16)}`,
    watermark: isSample ? words('review.sample') : null,
  }
}

function heading(
  { topic, subsystem }: Pick<PackTopic, 'topic' | 'subsystem'>,
  { words }: ReviewPrint,
): Block {
  return {
    kind: 'heading',
    level: 2,
    text: `${words(`review.subsystem.${subsystem}`)} · ${words(`review.topic.${topic}`)}`,
  }
}
function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function topicBlocks({ standing, isProvisional, inputs, fills }: PackTopic, print: ReviewPrint): Block[] {
  const { words, personName } = print
  return [
    ...(standing === 'ready' ? [] : [note(words(`review.standing.${standing}`))]),
    ...(isProvisional ? [note(words('review.provisional'))] : []),
    ...inputs.flatMap(({ lines }) => lines.map(({ code, facts }) => paragraph(words(code, facts)))),
    ...inputs.flatMap((input) => seriesBlocks(input, print)),
    ...fills.map(({ text, owner, due, question }) =>
      paragraph(text ?? words('review.asked-of', { name: personName(owner), due: due ?? '—', question })),
    ),
  ]
}
function note(text: string): Block {
  return { kind: 'note', text }
}

/** Series of one area that share their periods stand in one table. */
function seriesBlocks({ series, subsystem }: ReviewInput, { words }: ReviewPrint): Block[] {
  const groups = new Map<string, ReviewInput['series'][number][]>()
  for (const each of series) {
    const key = each.periods.join()
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((group): Block => {
    const [first] = group
    return {
      kind: 'table',
      caption: words(`review.subsystem.${subsystem}`),
      columns: [
        { title: words('review.series.period'), align: 'left', width: 2 },
        ...group.map(({ code, facts, unit }) => ({
          title: unit === '' ? words(code, facts) : `${words(code, facts)} (${unit})`,
          align: 'right' as const,
          width: 3,
        })),
      ],
      rows: (first?.periods ?? []).map((period, at) => [
        period,
        ...group.map(({ values }) => values[at] ?? '—'),
      ]),
      totals: 0,
    }
  })
}

function discussionBlocks(topic: PackTopic, print: ReviewPrint): Block[] {
  const said = print.of.discussions.find(
    (each) => each.topic === topic.topic && each.subsystem === topic.subsystem,
  )
  return [
    heading(topic, print),
    ...topicBlocks(topic, print),
    ...(said && said.text !== ''
      ? [paragraph(`${print.words('review.part.discussion')}: ${said.text}`)]
      : []),
  ]
}

function outputBlocks({ of, words }: ReviewPrint): Block[] {
  return requiredOutputs(of.subsystems).flatMap((required): Block[] => {
    const given = of.outputs.find(
      ({ output, subsystem }) => output === required.output && subsystem === required.subsystem,
    )
    const verdicts = verdictsOf(required).map(
      (verdict) =>
        `${words(`review.verdict.${verdict}`)}: ${words(`review.concluded.${given?.verdicts[verdict] ?? 'none'}`)}`,
    )
    const grounds = (given?.grounds ?? []).map((topic) => words(`review.topic.${topic}`))
    return [
      {
        kind: 'heading',
        level: 2,
        text: `${words(`review.subsystem.${required.subsystem}`)} · ${words(`review.output.${required.output}`)}`,
      },
      ...(verdicts.length === 0 ? [] : [paragraph(verdicts.join('; '))]),
      paragraph(given?.text || '—'),
      ...(grounds.length === 0 ? [] : [paragraph(`${words('review.field.grounds')}: ${grounds.join('、')}`)]),
    ]
  })
}

function decisionTable({ of, words, personName }: ReviewPrint): Block {
  const rows = of.decisions.map(({ number, subsystem, text, owner, due, state }) => [
    number,
    words(`review.subsystem.${subsystem}`),
    text,
    personName(owner),
    due,
    words(`review.decision-state.${state}`),
  ])
  const columns = [
    [words('review.field.number'), 3],
    [words('review.field.subsystem'), 2],
    [words('review.decision.text'), 6],
    [words('review.decision.owner'), 2],
    [words('review.decision.due'), 2],
    [words('review.field.state'), 2],
  ] as const
  return {
    kind: 'table',
    caption: words('review.part.decisions'),
    columns: columns.map(([title, width]) => ({ title, align: 'left', width })),
    rows: rows.length === 0 ? [columns.map(() => '—')] : rows,
    totals: 0,
  }
}
