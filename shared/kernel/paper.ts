/**
 * A printable document as content only: what DOCX, PDF and print are made from, so that all three say the same.
 * Its texts are already in the reader's language; its numbers are already rounded by their rule.
 */
export interface Paper {
  readonly title: string
  readonly subtitle: string | null
  /** Label and value, as they stand on the first page. */
  readonly facts: readonly (readonly [string, string])[]
  readonly blocks: readonly Block[]
  /** Version, date and hash, on every page. */
  readonly footer: string
  /** Printed across every page, for example that the data are a sample; null for none. */
  readonly watermark: string | null
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right' | 'center'
  /** Share of the width, relative to the other columns. */
  readonly width: number
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      /** How many rows at the end are totals. */
      readonly totals: number
    }
  | {
      readonly kind: 'picture'
      readonly caption: string
      readonly svg: string
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'page-break' }

/** How the head of the audit chain stands on what leaves the plant, in both languages, since whoever checks it may read either. */
export const anchorLine = (anchor: string): string => `审计链 · Audit chain  ${anchor}`

/** The paper with the head of the audit chain as its last line, from which a history that was written anew is found out. */
export function anchoredPaper(paper: Paper, anchor: string | null): Paper {
  if (anchor === null) return paper
  return { ...paper, blocks: [...paper.blocks, { kind: 'note', text: anchorLine(anchor) }] }
}

/**
 * The paper as it is laid out: a table right below a heading of the same words has no caption, and no column is
 * narrower than the longest word that stands at its head.
 */
export function laidOut({ blocks, ...paper }: Paper): Paper {
  return {
    ...paper,
    blocks: blocks.map((block, at) => {
      if (block.kind !== 'table') return block
      const before = blocks[at - 1]
      const isSaid = before?.kind === 'heading' && before.text === block.caption
      return { ...block, caption: isSaid ? '' : block.caption, columns: wideEnough(block.columns) }
    }),
  }
}

/** About so many letters go into a line of bold type. */
const lettersInALine = 92
function wideEnough(columns: readonly Column[]): readonly Column[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const shares = columns.map(({ title, width }) => {
    const longest = Math.max(0, ...(title.match(/[\p{Script=Latin}\d-]+/gu) ?? []).map((word) => word.length))
    return { least: (longest + 2) / lettersInALine, own: width / whole }
  })
  const narrow = shares.filter(({ least, own }) => own < least)
  const given = narrow.reduce((sum, { least }) => sum + least, 0)
  const others = shares.reduce((sum, { least, own }) => (own < least ? sum : sum + own), 0)
  // So many long words fit no line: then each has its share as before.
  if (narrow.length === 0 || given >= 0.8) return columns
  return columns.map((column, at) => {
    const { least, own } = shares[at] ?? { least: 0, own: 0 }
    return { ...column, width: own < least ? least : (own / others) * (1 - given) }
  })
}

/** A piece of a line: raised, lowered, or on it. */
export interface Run {
  readonly text: string
  readonly script: 'sub' | 'super' | null
}

const lowered = '₀₁₂₃₄₅₆₇₈₉'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'
const plain = '0123456789-'

/**
 * Splits a line where a digit is lowered or raised. Few fonts have a real subscript two, so `CO₂` is drawn with a
 * lowered ordinary 2, which every reader and every printer has.
 */
export function runsOf(text: string): Run[] {
  const runs: { text: string; script: Run['script'] }[] = []
  for (const character of text) {
    const [below, above] = [lowered.indexOf(character), raised.indexOf(character)]
    const script = below >= 0 ? 'sub' : above >= 0 ? 'super' : null
    const shown = plain[Math.max(below, above)] ?? character
    const last = runs.at(-1)
    if (last && last.script === script) last.text += script === null ? character : shown
    else runs.push({ text: script === null ? character : shown, script })
  }
  return runs
}
