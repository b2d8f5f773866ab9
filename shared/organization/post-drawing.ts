import type { Day } from '#shared/kernel/period'

import { detailSize, lineHeight, nameSize, wrap } from './drawing-layout.ts'
import { escape } from './drawing.ts'
import { appointedTo, type Body, type Post } from './posts.ts'

export interface ChartInput {
  readonly bodies: readonly Body[]
  readonly posts: readonly Post[]
  readonly nameOf: (person: string) => string
  readonly today: Day
  readonly words: {
    readonly title: string
    readonly vacant: string
    readonly deputy: string
    readonly level: Readonly<Record<Body['level'], string>>
    readonly form: (form: NonNullable<Body['form']>) => string
  }
}

const width = 220
const gapX = 24
const gapY = 44
const pad = 10
const margin = 16

interface Line {
  readonly text: string
  readonly tone: 'name' | 'quiet' | 'plain' | 'missing'
}
interface Placed {
  readonly body: Body
  readonly lines: readonly Line[]
  readonly height: number
  readonly children: readonly Placed[]
  /** How wide the body is with all below it. */
  readonly span: number
}

/** The carbon organization as a tree of bodies with their posts and who holds them, on white paper, as SVG. */
export function drawPosts(input: ChartInput): string {
  const roots = input.bodies.filter(
    ({ parent }) => parent === null || !input.bodies.some(({ id }) => id === parent),
  )
  const placed = roots.map((root) => place(root, input))
  const span = placed.reduce((sum, each) => sum + each.span + gapX, -gapX)
  const height = Math.max(0, ...placed.map(depthOf))
  const [w, h] = [span + 2 * margin, height + 2 * margin]
  let x = margin
  const drawn = placed.map((each) => {
    const shapes = draw(each, x, margin)
    x += each.span + gapX
    return shapes
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="'Noto Sans SC','Noto Sans CJK SC',sans-serif"><title>${escape(input.words.title)}</title><rect width="${w}" height="${h}" fill="#ffffff"/>${drawn.join('')}</svg>`
}

function place(body: Body, input: ChartInput): Placed {
  const children = input.bodies.filter(({ parent }) => parent === body.id).map((each) => place(each, input))
  const lines = linesOf(body, input)
  const below = children.reduce((sum, each) => sum + each.span + gapX, -gapX)
  return {
    body,
    lines,
    children,
    height: lines.length * lineHeight + 2 * pad,
    span: Math.max(width, below),
  }
}
function depthOf({ height, children }: Placed): number {
  return height + (children.length === 0 ? 0 : gapY + Math.max(...children.map(depthOf)))
}

function linesOf(body: Body, { posts, nameOf, today, words }: ChartInput): Line[] {
  const room = width - 2 * pad
  const fold = (text: string, tone: Line['tone']): Line[] =>
    wrap(text, room, tone === 'name' ? nameSize : detailSize).map((line) => ({ text: line, tone }))
  const kind = [words.level[body.level], body.form === null ? null : words.form(body.form)]
  return [
    ...fold(body.name, 'name'),
    ...fold(kind.filter((part) => part !== null).join(' · '), 'quiet'),
    ...posts
      .filter((post) => post.body === body.id)
      .flatMap((post) => {
        const holder = appointedTo(post, 'holder', today)
        const deputy = appointedTo(post, 'deputy', today)
        const who = holder ? nameOf(holder.person) : words.vacant
        const standIn = deputy ? `（${words.deputy} ${nameOf(deputy.person)}）` : ''
        return fold(`${post.title}：${who}${standIn}`, holder ? 'plain' : 'missing')
      }),
  ]
}

const colours = { name: '#111111', quiet: '#595959', plain: '#222222', missing: '#a8071a' } as const

function draw(placed: Placed, left: number, top: number): string {
  const { lines, height, children, span, body } = placed
  const x = left + (span - width) / 2
  const middle = x + width / 2
  // What is merged or external stands outside of the line of command: dashed, not only coloured.
  const dash = body.form === 'external' ? ' stroke-dasharray="5 3"' : ''
  const box = `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="4" fill="#f7f9fb" stroke="#34506b"${dash}/>`
  const text = lines.map(
    ({ text: line, tone }, at) =>
      `<text x="${x + pad}" y="${top + pad + (at + 1) * lineHeight - 5}" font-size="${tone === 'name' ? nameSize : detailSize}" fill="${colours[tone]}"${tone === 'name' ? ' font-weight="600"' : ''}>${escape(line)}</text>`,
  )
  const row = children.reduce((sum, each) => sum + each.span + gapX, -gapX)
  let next = left + (span - row) / 2
  const below = children.map((child) => {
    const at = next + child.span / 2
    const line = `<path d="M${middle} ${top + height}V${top + height + gapY / 2}H${at}V${top + height + gapY}" fill="none" stroke="#34506b"/>`
    const shapes = draw(child, next, top + height + gapY)
    next += child.span + gapX
    return line + shapes
  })
  return [box, ...text, ...below].join('')
}
