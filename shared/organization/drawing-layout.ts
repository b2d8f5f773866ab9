import type { Node } from './model.ts'
import { childrenOf } from './tree.ts'

/** A node as a box with its text and what it holds; all lengths in px of the picture. */
export interface Box {
  readonly node: Node
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly name: readonly string[]
  readonly detail: readonly string[]
  readonly inside: readonly Box[]
}

export const nameSize = 13
export const detailSize = 11
export const lineHeight = 17
const pad = 12
const space = 12
const leafWidth = 172
/** Room at the right of a name for the word of its standing. */
export const tagWidth = 48

/** Lines of small type below the name, such as capacity and number of sources. */
export type DetailOf = (node: Node) => readonly string[]

/**
 * Lays out the sites one below the other in the given width: facilities are stacked, so that arrows reach each of them from
 * the side; units and equipment flow in rows.
 */
export function layOut(nodes: readonly Node[], width: number, detailOf: DetailOf): Box[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const roots = nodes.filter(({ parent }) => parent === null || !ids.has(parent))
  return stack(roots, { nodes, detailOf }, { x: 0, y: 0, width }).boxes
}

interface Given {
  readonly nodes: readonly Node[]
  readonly detailOf: DetailOf
}
interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
}
interface Filled {
  readonly boxes: Box[]
  /** Where the room below the boxes begins. */
  readonly bottom: number
}

function boxOf(node: Node, given: Given, { x, y, width }: Room): Box {
  const children = childrenOf(given.nodes, node.id)
  const name = wrap(titleOf(node), width - 2 * pad - tagWidth, nameSize)
  const detail = given.detailOf(node).flatMap((line) => wrap(line, width - 2 * pad, detailSize))
  const top = y + pad + (name.length + detail.length) * lineHeight + 2
  const room = { x: x + pad, y: top + 4, width: width - 2 * pad }
  const filled = fill(children, given, room)
  const bottom = filled.boxes.length > 0 ? filled.bottom : top
  return { node, x, y, width, height: bottom + pad - y, name, detail, inside: filled.boxes }
}

function fill(children: readonly Node[], given: Given, room: Room): Filled {
  const facilities = children.filter(({ kind }) => kind === 'facility')
  const parts = children.filter(({ kind }) => kind !== 'facility')
  const stacked = stack(facilities, given, room)
  const below = stacked.boxes.length > 0 ? stacked.bottom + space : room.y
  const flowed = flow(parts, given, { ...room, y: below })
  const bottom = flowed.boxes.length > 0 ? flowed.bottom : stacked.bottom
  return { boxes: [...stacked.boxes, ...flowed.boxes], bottom }
}

function stack(nodes: readonly Node[], given: Given, room: Room): Filled {
  const boxes: Box[] = []
  let y = room.y
  for (const node of nodes) {
    const box = boxOf(node, given, { ...room, y })
    boxes.push(box)
    y += box.height + space
  }
  return { boxes, bottom: boxes.length > 0 ? y - space : room.y }
}

function flow(nodes: readonly Node[], given: Given, room: Room): Filled {
  const boxes: Box[] = []
  let [x, y, bottom] = [room.x, room.y, room.y]
  for (const node of nodes) {
    const width = Math.min(room.width, widthOf(node, given))
    if (x > room.x && x + width > room.x + room.width) [x, y] = [room.x, bottom + space]
    const box = boxOf(node, given, { x, y, width })
    boxes.push(box)
    x += width + space
    bottom = Math.max(bottom, y + box.height)
  }
  return { boxes, bottom }
}

/** A part that holds others is as wide as two of them side by side, or one. */
function widthOf(node: Node, given: Given): number {
  const children = childrenOf(given.nodes, node.id)
  if (children.length === 0) return leafWidth
  const columns = Math.min(2, children.length)
  const widest = Math.max(...children.map((child) => widthOf(child, given)))
  return columns * widest + (columns - 1) * space + 2 * pad
}

function titleOf({ code, name }: Node): string {
  return code === null ? name : `${code} ${name}`
}

/** Breaks a text into lines no wider than `width`; Chinese breaks anywhere, Latin at blanks. */
export function wrap(text: string, width: number, size: number): string[] {
  const pieces =
    text.match(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu,
    ) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((whole) => broken(whole, width, size))) {
    if (line !== '' && widthOfText((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
/** A word wider than the box is broken wherever the box ends. */
function broken(word: string, width: number, size: number): string[] {
  if (widthOfText(word.trimEnd(), size) <= width) return [word]
  const [parts, last] = Array.from(word).reduce<readonly [readonly string[], string]>(
    ([done, part], character) =>
      part !== '' && widthOfText(part + character, size) > width
        ? [[...done, part], character]
        : [done, part + character],
    [[], ''],
  )
  return [...parts, last]
}

/** An estimate that errs on the wide side, since fonts differ: a Han character is as wide as it is high. */
export function widthOfText(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + (isWide(character) ? 1 : 0.6) * size, 0)
}
function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80
}
