import { isValidOn } from '#shared/kernel/period'
import { type Language, say } from '#shared/kernel/texts'
import { symbolOf } from '#shared/kernel/units'

import type { BoundaryVersion } from './boundary.ts'
import { type Box, detailSize, layOut, lineHeight, nameSize, widthOfText } from './drawing-layout.ts'
import { type BoundaryFlow, flowsOf, isFlowing } from './flows.ts'
import type { Node, Product, SourceAtNode } from './model.ts'
import { type Standing, standingsOf } from './standing.ts'
import { organizationTexts } from './texts.ts'

export interface BoundaryDrawing {
  readonly organization: string
  readonly nodes: readonly Node[]
  readonly version: BoundaryVersion
  /** What is registered, for the number of sources and the arrows that come in. */
  readonly sources: readonly SourceAtNode[]
  /** What is made, for the arrows that go out. */
  readonly products: readonly Pick<Product, 'facility' | 'name'>[]
  readonly language: Language
}

const margin = 20
const gutter = 118
const plan = 820
const ink = '#1b2733'
const soft = '#5b6875'
const arrowPitch = 24

/** The boundary as a picture: an SVG document that prints in black and white and says everything in words, too. */
export function drawBoundary(drawing: BoundaryDrawing): string {
  const { version, language } = drawing
  const nodes = drawing.nodes.filter((node) => isValidOn(node, version.validFrom))
  const word = wordIn(language)
  const standings = standingsOf(nodes, version)
  const flows = flowsOf(nodes, drawing.sources, drawing.products)
  const detailOf = (node: Node) => detailsOf(node, drawing.sources, flows, word)
  const boxes = layOut(nodes, plan, detailOf)
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height))
  const head = [drawing.organization, headLine(version, word)]
  const top = margin + 52
  const excluded = version.exclusions.filter(({ node }) => node === null)
  const foot = top + bottom + 30
  const height = foot + 34 + excluded.length * lineHeight + margin
  const width = plan + 2 * (gutter + margin)
  const standingOf = (node: Node) => standings.get(node.id) ?? { standing: 'undecided' as const }
  const title = word('organization.drawing.title', { name: drawing.organization })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" aria-label="${escape(title)}" font-family="'Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif">`,
    `<title>${escape(title)}</title>${patterns}`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    textAt(margin, margin + 18, head[0] ?? '', { size: 18, weight: 600 }),
    textAt(margin, margin + 40, head[1] ?? '', { size: 12, fill: soft }),
    `<g transform="translate(${margin + gutter} ${top})">`,
    boxes.map((box) => drawBox(box, standingOf, null, word)).join(''),
    boxes.flatMap((box) => drawFlows(box, flows, word)).join(''),
    `</g>`,
    drawLegend(margin, foot, word),
    ...excluded.map(({ what, reason }, index) =>
      textAt(
        margin,
        foot + 40 + (index + 1) * lineHeight,
        word('organization.drawing.excluded-line', { what, reason }),
        { size: detailSize },
      ),
    ),
    `</svg>`,
  ].join('')
}

type Word = (
  code: keyof typeof organizationTexts,
  facts?: Readonly<Record<string, string | number>>,
) => string
function wordIn(language: Language): Word {
  return (code, facts) => say(organizationTexts[code], language, facts)
}

function headLine({ number, approach, validFrom, validTo, state }: BoundaryVersion, word: Word): string {
  const period =
    validTo === null
      ? word('organization.drawing.since', { from: validFrom })
      : word('organization.drawing.from-to', { from: validFrom, to: validTo })
  return [
    word('organization.drawing.version', { number }),
    word(`organization.state.${state}`),
    word(`organization.approach.${approach}`),
    period,
  ].join(' · ')
}

/** Capacity, and what happens here as far as the register knows it. */
function detailsOf(
  node: Node,
  sources: readonly SourceAtNode[],
  flows: readonly BoundaryFlow[],
  word: Word,
): string[] {
  const count = sources.filter((source) => source.node === node.id).length
  const capacity =
    node.capacity === null || node.capacityUnit === null
      ? []
      : [`${node.capacity} ${symbolOf(node.capacityUnit)}`]
  const counted = count === 0 ? [] : [word('organization.drawing.sources', { count })]
  // Arrows need a side to reach: a box is made high enough for the longer of its two sides.
  const sides = (['in', 'out'] as const).map(
    (direction) => flows.filter((flow) => flow.node === node.id && flow.direction === direction).length,
  )
  const rows = Math.max(0, Math.ceil((Math.max(...sides) * arrowPitch) / lineHeight) - 2)
  const lines = [...capacity, ...counted]
  return [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '\u00a0')]
}

/** In: heavy line. Shared: line of dashes and dots, wide hatch. Out: dashes, close hatch. Undecided: dots. Each also says so. */
const looks = {
  in: { stroke: 2, dash: '', fill: '#fff' },
  shared: { stroke: 2, dash: '10 3 2 3', fill: 'url(#shared)' },
  out: { stroke: 1, dash: '6 4', fill: 'url(#out)' },
  undecided: { stroke: 1, dash: '1 3', fill: '#fff' },
} as const satisfies Record<Standing['standing'], { stroke: number; dash: string; fill: string }>

const patterns =
  `<defs><pattern id="out" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<rect width="7" height="7" fill="#fff"/><path d="M0 0V7" stroke="#c3cad1" stroke-width="1.6"/></pattern>` +
  `<pattern id="shared" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">` +
  `<rect width="14" height="14" fill="#fff"/><path d="M0 0V14" stroke="#dfe4e9" stroke-width="1.6"/></pattern>` +
  `<marker id="tip" viewBox="0 0 8 8" refX="7.500" refY="4" markerWidth="8" markerHeight="8" orient="auto">` +
  `<path d="M0 0 8 4 0 8Z" fill="${ink}"/></marker></defs>`

function drawBox(box: Box, standingOf: (node: Node) => Standing, above: Standing | null, word: Word): string {
  const standing = standingOf(box.node)
  const text = box.name.map((line, index) =>
    textAt(box.x + 12, box.y + 12 + nameSize + index * lineHeight, line, {
      size: nameSize,
      weight: box.node.kind === 'site' || box.node.kind === 'facility' ? 600 : 400,
      halo: true,
    }),
  )
  const below = box.y + 12 + detailSize + box.name.length * lineHeight
  const detail = box.detail.map((line, index) =>
    textAt(box.x + 12, below + index * lineHeight, line, { size: detailSize, fill: soft, halo: true }),
  )
  // A part that stands as the whole does needs no word of its own below the facilities.
  const says =
    above === null || box.node.kind === 'facility' || wordOf(standing, word) !== wordOf(above, word)
  return [
    frame(box, standing.standing),
    ...text,
    ...detail,
    says ? tag(box, wordOf(standing, word)) : '',
    ...box.inside.map((inner) => drawBox(inner, standingOf, standing, word)),
  ].join('')
}
function wordOf(standing: Standing, word: Word): string {
  return standing.standing === 'shared'
    ? `${word('organization.standing.shared')} ${standing.share}%`
    : word(`organization.standing.${standing.standing}`)
}
function frame(
  { x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>,
  look: Standing['standing'],
) {
  const { stroke, dash, fill } = looks[look]
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" stroke="${ink}" stroke-width="${stroke}"${dashes}/>`
}
function tag({ x, y, width }: Box, text: string): string {
  return textAt(x + width - 10, y + 12 + detailSize, text, { size: detailSize, anchor: 'end', halo: true })
}

/** Arrows from the left into a facility for what it takes in, to the right for what it gives out. */
function drawFlows(box: Box, flows: readonly BoundaryFlow[], word: Word): string[] {
  const own = flows.filter(({ node }) => node === box.node.id)
  const arrows = (['in', 'out'] as const).flatMap((direction) =>
    own
      .filter((flow) => flow.direction === direction)
      .map((flow, index) => drawArrow(box, flow, box.y + 30 + index * arrowPitch, word)),
  )
  return [...arrows, ...box.inside.flatMap((inner) => drawFlows(inner, flows, word))]
}
function drawArrow(box: Box, flow: BoundaryFlow, y: number, word: Word): string {
  const text = isFlowing(flow.what) ? word(`organization.flow.${flow.what}`) : shortened(flow.what)
  const [from, to] = flow.direction === 'in' ? [-gutter, box.x] : [box.x + box.width, plan + gutter]
  const at = flow.direction === 'in' ? from : plan + 14
  return (
    `<path d="M${from} ${y}H${to}" stroke="${ink}" stroke-width="1.4" fill="none" marker-end="url(#tip)"/>` +
    textAt(at, y - 4, text, { size: detailSize, halo: true })
  )
}
/** A name longer than the margin is cut with a mark; the table of products has it whole. */
function shortened(text: string): string {
  if (widthOfText(text, detailSize) <= gutter - 14) return text
  let cut = text
  while (widthOfText(`${cut}…`, detailSize) > gutter - 14) cut = cut.slice(0, -1)
  return `${cut}…`
}

function drawLegend(x: number, y: number, word: Word): string {
  return (['in', 'shared', 'out', 'undecided'] as const)
    .map((look, index) => {
      const left = x + index * 200
      return (
        frame({ x: left, y, width: 34, height: 20 }, look) +
        textAt(left + 42, y + 14, word(`organization.drawing.legend.${look}`), { size: detailSize })
      )
    })
    .join('')
}

interface Type {
  readonly size: number
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'end'
  /** A white rim, which keeps letters legible over a hatch. */
  readonly halo?: boolean
}
function textAt(
  x: number,
  y: number,
  text: string,
  { size, weight = 400, fill = ink, anchor, halo }: Type,
): string {
  const side = anchor ? ` text-anchor="${anchor}"` : ''
  const place = `x="${x}" y="${y}" font-size="${size}" font-weight="${weight}"${side}`
  // The rim is a text of its own underneath: printers of PDF know nothing of the order of paint.
  const rim = halo
    ? `<text ${place} fill="#fff" stroke="#fff" stroke-width="4" stroke-linejoin="round" aria-hidden="true">${escape(text)}</text>`
    : ''
  return `${rim}<text ${place} fill="${fill}">${escape(text)}</text>`
}
/** Text as it may stand in an SVG. */
export function escape(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.codePointAt(0)};`)
}
