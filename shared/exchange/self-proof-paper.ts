import { agrees, type SelfProof } from '#shared/exchange/self-proof'
import { selfProofTexts } from '#shared/exchange/self-proof-texts'
import type { Block, Column, Paper } from '#shared/kernel/paper'
import type { Facts } from '#shared/kernel/refusal'
import { type Language, say } from '#shared/kernel/texts'

type Words = (name: string, facts?: Facts) => string

/** The wording of a part of the sheet. */
export const selfProofWords =
  (language: Language): Words =>
  (name, facts = {}) =>
    say(selfProofTexts[`exchange.self-proof.${name}` as keyof typeof selfProofTexts], language, facts)

/** What was checked of a data folder, each with what was found. */
export function dataRows(
  data: NonNullable<SelfProof['data']>,
  words: Words,
): readonly { readonly what: string; readonly found: string; readonly tone: 'good' | 'warn' | 'stop' }[] {
  const { health, backups, newest } = data
  const counted = (what: string, wrong: number) => ({
    what,
    found: wrong === 0 ? words('good') : words('bad', { count: wrong }),
    tone: wrong === 0 ? ('good' as const) : ('stop' as const),
  })
  const lost = backups.filter(({ state }) => state !== 'same')
  return [
    counted(words('damage'), health.damage.length),
    counted(words('dangling'), health.dangling),
    counted(words('unlike'), health.unlike.length),
    health.brokenAt === null
      ? counted(words('chain'), 0)
      : { what: words('chain'), found: words('broken', { seq: health.brokenAt }), tone: 'stop' },
    counted(words('evidence', { count: health.evidence }), health.faults.length),
    counted(words('backups', { count: backups.length }), lost.length),
    newest === null
      ? { what: words('newest'), found: words('no-backup'), tone: 'warn' }
      : counted(words('newest'), newest.troubles.length),
  ]
}

/** The dated sheet: what this program proved of itself, on which machine, and how the data stood. */
export function selfProofPaper(
  proof: SelfProof,
  { language, hash }: { readonly language: Language; readonly hash: string },
): Paper {
  const words = selfProofWords(language)
  const head = proof.data?.head
  return {
    title: say(selfProofTexts['exchange.self-proof'], language),
    subtitle: agrees(proof) ? words('agrees') : words('differs'),
    facts: [
      [words('at'), `${proof.at.slice(0, 19).replace('T', ' ')} UTC`],
      [words('program'), proof.program],
      [words('machine'), proof.machine],
      ...(head ? [[words('head'), `${head.seq} · ${head.hash}`] as const] : []),
    ],
    blocks: [...caseBlocks(proof, words), ...dataBlocks(proof, words)],
    footer: `${proof.program} · ${proof.at} · SHA-256 ${hash}`,
    watermark: null,
  }
}

function caseBlocks({ cases }: SelfProof, words: Words): Block[] {
  const wrong = cases.flatMap((each) => each.wrong)
  return [
    { kind: 'heading', level: 2, text: words('cases') },
    {
      kind: 'table',
      caption: words('done', {
        count: cases.length,
        compared: cases.reduce((sum, { compared }) => sum + compared, 0),
      }),
      columns: columns(
        [words('case'), 'left', 5],
        [words('source'), 'left', 5],
        [words('compared'), 'right', 1.5],
        [words('differing'), 'right', 1.5],
      ),
      rows: cases.map((each) => [each.name, each.source, String(each.compared), String(each.wrong.length)]),
      totals: 0,
    },
    ...wrong.map((figure): Block => ({
      kind: 'note',
      text: words('wrong', { ...figure, computed: figure.computed ?? words('nothing') }),
    })),
  ]
}

function dataBlocks({ data }: SelfProof, words: Words): Block[] {
  if (data === null) return []
  return [
    { kind: 'heading', level: 2, text: words('data') },
    {
      kind: 'table',
      caption: words('data'),
      columns: columns([words('check'), 'left', 6], [words('found'), 'left', 3]),
      rows: dataRows(data, words).map(({ what, found }) => [what, found]),
      totals: 0,
    },
    ...data.health.damage.map((text): Block => ({ kind: 'note', text })),
  ]
}

function columns(
  ...of: readonly (readonly [title: string, align: Column['align'], width: number])[]
): Column[] {
  return of.map(([title, align, width]) => ({ title, align, width }))
}
