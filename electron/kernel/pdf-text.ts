import { fontsIn, type PdfFont } from './pdf-font.ts'
import {
  cursorAt,
  isDict,
  nameIn,
  objectsIn,
  type PdfDict,
  type PdfObjects,
  type PdfValue,
  textIn,
  nextValue,
} from './pdf-syntax.ts'

const limits = { pages: 2_000, characters: 400_000, depth: 6 }

/**
 * What a PDF says, page by page in the order in which it was drawn. Empty for scans, for enciphered files and for what
 * cannot be read; never more than the limits, however the file was made.
 */
export function textOfPdf(bytes: Buffer): string {
  try {
    return textOfPages(bytes)
  } catch (error) {
    // Nested deeper than any program writes: that is no document.
    if (error instanceof RangeError) return ''
    throw error
  }
}

function textOfPages(bytes: Buffer): string {
  const objects = objectsIn(bytes)
  const fontAt = fontsIn(objects)
  let text = ''
  for (const { page, resources } of pagesOf(objects)) {
    const contents = objects.resolve(page.get('Contents'))
    const source = Array.isArray(contents)
      ? contents.map((part) => objects.streamOf(part)).join('\n')
      : objects.streamOf(page.get('Contents'))
    text += `${drawn(source, resources, 0)}\n`
    if (text.length > limits.characters) break
  }
  return text.slice(0, limits.characters)

  function drawn(source: string, resources: PdfDict, depth: number): string {
    const page = onPaper()
    const fonts = objects.resolve(resources.get('Font'))
    const forms = objects.resolve(resources.get('XObject'))
    let font: PdfFont | null = null
    readContent(source, (op, operands) => {
      const [first] = operands
      if (op === 'Tf') font = isDict(fonts) ? fontAt(fonts.get(nameIn(first) ?? '')) : null
      else if (op === 'Do' && isDict(forms) && depth < limits.depth)
        page.write(formText(forms.get(nameIn(first) ?? ''), resources, depth))
      else page.draw(op, operands, font)
      return page.length() < limits.characters
    })
    return page.text()
  }
  function formText(form: PdfValue | undefined, resources: PdfDict, depth: number): string {
    const dict = objects.resolve(form)
    if (!isDict(dict) || nameIn(dict.get('Subtype')) !== 'Form') return ''
    const own = objects.resolve(dict.get('Resources'))
    return drawn(objects.streamOf(form), isDict(own) ? own : resources, depth + 1)
  }
}

interface FoundPage {
  readonly page: PdfDict
  readonly resources: PdfDict
}
/** Pages as the tree of the catalogue has them; where it is broken, as they stand in the file. */
function pagesOf({ all, resolve }: PdfObjects): FoundPage[] {
  const dicts = [...all.values()].filter(isDict)
  const catalogue = dicts.findLast((each) => nameIn(each.get('Type')) === 'Catalog')
  const found: FoundPage[] = []
  const seen = new Set<PdfDict>()
  const walk = (value: PdfValue | undefined, inherited: PdfDict) => {
    const node = resolve(value)
    if (!isDict(node) || seen.has(node) || found.length >= limits.pages) return
    seen.add(node)
    const own = resolve(node.get('Resources'))
    const resources = isDict(own) ? own : inherited
    const kids = resolve(node.get('Kids'))
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, resources)
    else found.push({ page: node, resources })
  }
  walk(catalogue?.get('Pages'), new Map())
  if (found.length === 0)
    for (const each of dicts) if (nameIn(each.get('Type')) === 'Page') walk(each, new Map())
  return found
}

/** Hands every operator over with what stands before it, until told to stop. */
function readContent(source: string, take: (op: string, operands: readonly PdfValue[]) => boolean): void {
  const cursor = cursorAt(source)
  let operands: PdfValue[] = []
  for (let value = nextValue(cursor); value !== undefined; value = nextValue(cursor)) {
    if (typeof value !== 'object' || value === null || !('op' in value)) {
      operands.push(value)
      continue
    }
    // The bytes of a picture in the midst of the content are no operators.
    if (value.op === 'ID') {
      const end = source.slice(cursor.at).search(/[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/)
      cursor.at = end === -1 ? source.length : cursor.at + end + 3
    } else if (!take(value.op, operands)) return
    operands = []
  }
}

/** Thousandths of the type size by which a gap within a line is one between words. */
const gap = 180
/** How far the pen moves up or down, in points, before it is on another line. */
const step = 2

/** Puts together what is drawn: a new line where the pen leaves the line, a space where it jumps along it. */
function onPaper() {
  let text = ''
  /** Where the pen is, and where it drew last; null: on a line of its own. */
  let [height, drawnAt]: [number, number | null] = [0, null]
  let isMoved = false
  const add = (piece: string, isApart: boolean) => {
    if (isApart && endsWord.test(text) && beginsWord.test(piece)) text += ' '
    text += piece
  }
  const show = (value: PdfValue | undefined, font: PdfFont | null) => {
    const piece = font?.(textIn(value) ?? '') ?? ''
    if (piece === '') return
    const isNewLine = drawnAt === null || Math.abs(height - drawnAt) > step
    if (isNewLine && text !== '' && !text.endsWith('\n')) text += '\n'
    add(piece, isMoved)
    ;[drawnAt, isMoved] = [height, false]
  }
  const draw = (op: string, operands: readonly PdfValue[], font: PdfFont | null) => {
    const last = operands.at(-1)
    const to = typeof last === 'number' ? last : 0
    if (op === 'BT') height = 0
    else if (op === 'Td' || op === 'TD' || op === 'Tm') {
      height = op === 'Tm' ? to : height + to
      isMoved = true
    } else if (op === 'T*' || op === "'" || op === '"') drawnAt = null
    if (op === 'Tj' || op === "'" || op === '"') show(last, font)
    if (op === 'TJ' && Array.isArray(last))
      for (const each of last)
        if (typeof each === 'number') isMoved ||= each < -gap
        else show(each, font)
  }
  return { draw, write: (piece: string) => add(piece, true), text: () => text, length: () => text.length }
}
/** Chinese is written without spaces: only between other letters does a gap mean one. */
const endsWord = /[^\s\u3000-\u9fff\uff00-\uffef]$/
const beginsWord = /^[^\s\u3000-\u9fff\uff00-\uffef]/
