import { branches, type Fishbone } from './model.ts'

/** Where the bones stand: three above and three below the spine. */
const width = 900
const height = 420
const spine = height / 2
const step = 250

export interface Bone {
  readonly branch: keyof Fishbone
  readonly name: string
  /** Foot on the spine, and head at the upper or lower edge. */
  readonly foot: { readonly x: number; readonly y: number }
  readonly head: { readonly x: number; readonly y: number }
  readonly causes: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly spine: number
  /** Where the spine ends and the effect is written. */
  readonly end: number
  readonly effect: readonly string[]
  readonly bones: readonly Bone[]
}

/** The cause diagram as coordinates, for the page and for paper. */
export function fishboneDrawing(
  fishbone: Fishbone,
  effect: string,
  nameOf: (branch: keyof Fishbone) => string,
): Drawing {
  const bones = branches.map((branch, at): Bone => {
    const isAbove = at < 3
    const x = 200 + (at % 3) * step
    const foot = { x, y: spine }
    const head = { x: x - 110, y: isAbove ? 40 : height - 40 }
    return { branch, name: nameOf(branch), foot, head, causes: placed(fishbone[branch], foot, head) }
  })
  return { width, height, spine, end: 730, effect: wrapped(effect, 9, 6), bones }
}

/** At most this many causes are drawn on a bone; the last place then says how many more there are. */
const drawn = 5

function placed(causes: readonly string[], foot: Bone['foot'], head: Bone['head']): Bone['causes'] {
  const more = causes.length - drawn
  const shown = more > 0 ? [...causes.slice(0, drawn - 1), `+${more + 1}`] : causes
  return shown.map((text, at) => {
    const share = (at + 0.9) / (drawn + 0.6)
    return {
      text: clipped(text, 13),
      x: head.x + (foot.x - head.x) * share + 6,
      y: head.y + (foot.y - head.y) * share + 4,
    }
  })
}

/** Chinese characters are twice as wide as Latin ones. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 1 : 0.55), 0)
}
function clipped(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  let short = ''
  for (const character of text) {
    if (widthOf(`${short}${character}…`) > most) break
    short += character
  }
  return `${short}…`
}
function wrapped(text: string, most: number, lines: number): string[] {
  const made: string[] = []
  let line = ''
  for (const character of text) {
    if (widthOf(line + character) > most) {
      made.push(line)
      line = ''
    }
    line += character
  }
  const all = line === '' ? made : [...made, line]
  if (all.length <= lines) return all
  return [...all.slice(0, lines - 1), `${all[lines - 1] ?? ''}…`]
}

/** The drawing as a picture for paper, black on white. */
export function fishboneSvg(drawing: Drawing): string {
  const { bones, effect, end } = drawing
  const text = (x: number, y: number, words: string, size = 14, bold = false) =>
    `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="bold"' : ''}>${escaped(words)}</text>`
  const parts = bones.flatMap(({ name, foot, head, causes }) => [
    `<line x1="${head.x}" y1="${head.y}" x2="${foot.x}" y2="${foot.y}" stroke="#333" stroke-width="1.5"/>`,
    text(head.x - 40, head.y < spine ? head.y - 12 : head.y + 24, name, 15, true),
    ...causes.map((cause) => text(cause.x, cause.y, cause.text, 12)),
  ])
  const lines = effect.map((words, at) =>
    text(end + 16, spine + 5 + (at - (effect.length - 1) / 2) * 20, words),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans SC">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<line x1="30" y1="${spine}" x2="${end}" y2="${spine}" stroke="#333" stroke-width="3"/>`,
    `<rect x="${end}" y="${spine - 75}" width="160" height="150" fill="none" stroke="#333" stroke-width="1.5"/>`,
    ...parts,
    ...lines,
    '</svg>',
  ].join('')
}
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
