import {
  cursorAt,
  isDict,
  nameIn,
  type PdfDict,
  type PdfObjects,
  type PdfValue,
  textIn,
  nextValue,
} from './pdf-syntax.ts'

/** Turns the bytes that a font draws into what they say. */
export type PdfFont = (bytes: string) => string

/** Reads each font once; one whose letters nobody can tell says nothing. */
export function fontsIn(objects: PdfObjects): (value: PdfValue | undefined) => PdfFont {
  const known = new Map<PdfDict, PdfFont>()
  return (value) => {
    const dict = objects.resolve(value)
    if (!isDict(dict)) return () => ''
    const font = known.get(dict) ?? fontOf(dict, objects)
    known.set(dict, font)
    return font
  }
}

function fontOf(dict: PdfDict, { resolve, streamOf }: PdfObjects): PdfFont {
  const table = cmapIn(streamOf(dict.get('ToUnicode')))
  if (table) return byTable(table)
  const encoding = resolve(dict.get('Encoding'))
  const name = nameIn(encoding) ?? ''
  if (nameIn(dict.get('Subtype')) !== 'Type0')
    return bySingleBytes(isDict(encoding) ? resolve(encoding.get('Differences')) : null)
  if (/UCS2|UTF16/.test(name))
    return (bytes) => new TextDecoder('utf-16be').decode(Buffer.from(bytes, 'latin1'))
  if (name.startsWith('GB')) return (bytes) => new TextDecoder('gb18030').decode(Buffer.from(bytes, 'latin1'))
  return () => ''
}

/** A table from codes to texts, and how many bytes a code has. */
interface Cmap {
  readonly width: number
  readonly texts: ReadonlyMap<number, string>
}
/** More are in no font. */
const mostCodes = 70_000

/** Null where there is no table. */
function cmapIn(source: string): Cmap | null {
  if (source === '') return null
  const cursor = cursorAt(source)
  const texts = new Map<number, string>()
  let width = 0
  let operands: PdfValue[] = []
  for (let value = nextValue(cursor); value !== undefined; value = nextValue(cursor)) {
    if (typeof value !== 'object' || value === null || !('op' in value)) {
      operands.push(value)
      continue
    }
    if (value.op === 'endcodespacerange') width = Math.max(width, textIn(operands[0])?.length ?? 0)
    if (value.op === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2)
        texts.set(codeOf(textIn(operands[at]) ?? ''), utf16(textIn(operands[at + 1]) ?? ''))
    if (value.op === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(texts, operands.slice(at, at + 3))
    operands = []
  }
  return texts.size === 0 ? null : { width: Math.max(width, 1), texts }
}
function addRange(texts: Map<number, string>, [low, high, to]: readonly PdfValue[]): void {
  const [from, until] = [codeOf(textIn(low) ?? ''), codeOf(textIn(high) ?? '')]
  const start = utf16(textIn(to) ?? '')
  for (let code = from; code <= until && texts.size < mostCodes; code += 1)
    texts.set(code, Array.isArray(to) ? utf16(textIn(to[code - from]) ?? '') : countedOn(start, code - from))
}
/** The last sign of a range's first text counts up with the code. */
function countedOn(text: string, more: number): string {
  const [last] = /.$/su.exec(text) ?? []
  if (last === undefined) return ''
  const code = (last.codePointAt(0) ?? 0) + more
  return text.slice(0, -last.length) + String.fromCodePoint(Math.min(code, 0x10_ff_ff))
}
function codeOf(bytes: string): number {
  return Array.from(bytes).reduce((code, sign) => code * 256 + (sign.codePointAt(0) ?? 0), 0)
}
function utf16(bytes: string): string {
  return new TextDecoder('utf-16be').decode(Buffer.from(bytes, 'latin1'))
}
function byTable({ width, texts }: Cmap): PdfFont {
  return (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += width)
      text += texts.get(codeOf(bytes.slice(at, at + width))) ?? ''
    return text
  }
}

/** Western letters: the usual ones of Windows, with what the font names differently. */
function bySingleBytes(differences: PdfValue): PdfFont {
  const own = new Map<number, string>()
  let code = 0
  for (const each of Array.isArray(differences) ? differences : [])
    if (typeof each === 'number') code = each
    else {
      own.set(code, letterNamed(nameIn(each) ?? ''))
      code += 1
    }
  return (bytes) => {
    const usual = new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'))
    return own.size === 0
      ? usual
      : Array.from(usual)
          .map((letter, at) => own.get(bytes.codePointAt(at) ?? 0) ?? letter)
          .join('')
  }
}
const letters: Readonly<Record<string, string>> = {
  space: ' ',
  period: '.',
  comma: ',',
  colon: ':',
  semicolon: ';',
  hyphen: '-',
  slash: '/',
  percent: '%',
  parenleft: '(',
  parenright: ')',
  plus: '+',
  equal: '=',
  underscore: '_',
  quotesingle: "'",
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
function letterNamed(name: string): string {
  const [, code] = /^uni([0-9A-F]{4})$/.exec(name) ?? []
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
  return letters[name] ?? (name.length === 1 ? name : '')
}
