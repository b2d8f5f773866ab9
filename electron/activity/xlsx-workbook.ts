import { isDateFormat } from 'hucre'

import { attribute, isXmlFault, scanStream, type XmlListener } from '#electron/kernel/xml-scan'
import type { TableSheet } from '#shared/activity/table-file'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'
import { damaged, type GuardedZip, openGuarded } from './zip-guard.ts'

/** How a number is shown, as far as reading it is concerned. */
export type NumberShape = 'plain' | 'percent' | 'month' | 'day' | 'instant' | 'time' | 'elapsed'

export interface SheetPart {
  readonly name: string
  readonly visibility: TableSheet['visibility']
  readonly part: string
}

export interface Workbook {
  readonly zip: GuardedZip
  readonly name: string
  readonly sheets: readonly SheetPart[]
  /** Days are counted from 1904 in workbooks of old Macintoshes. */
  readonly from1904: boolean
  /** By the style index of a cell. */
  readonly shapes: readonly NumberShape[]
  /** The entry that holds the shared texts, if there is one. They are read only when rows are. */
  readonly texts: string | null
}

/**
 * Opens a workbook and reads its table of contents and styles, not its sheets.
 *
 * @throws Refusal as `openGuarded` does, and `activity.file-other-format` for an archive that is no XLSX workbook
 */
export async function openWorkbook(path: string, name: string, limits: TableLimits): Promise<Workbook> {
  const zip = await openGuarded(path, name, limits)
  try {
    const root = await relations(zip, name, '')
    const main = root.find(({ kind }) => kind === 'officeDocument')?.target
    if (main === undefined || !zip.has(main) || !/workbook.*\.xml$/i.test(main))
      throw new Refusal('activity.file-other-format', { name })
    const links = await relations(zip, name, main)
    const contents = await contentsOf(zip, name, main, links)
    if (contents.sheets.length === 0) throw new Refusal('activity.file-broken', { name })
    const styles = links.find(({ kind }) => kind === 'styles')?.target
    const texts = links.find(({ kind }) => kind === 'sharedStrings')?.target ?? null
    const shapes = styles !== undefined && zip.has(styles) ? await shapesIn(zip, name, styles) : []
    return { zip, name, ...contents, shapes, texts: texts !== null && zip.has(texts) ? texts : null }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Scans one part of the workbook; whatever is wrong inside it means that the file is damaged. */
export async function scanPart(
  zip: GuardedZip,
  name: string,
  part: string,
  listener: XmlListener,
  stop?: () => boolean,
): Promise<void> {
  const stream = await zip.read(part)
  try {
    await scanStream(stream, listener, stop)
  } catch (error) {
    throw asDamage(error, name)
  } finally {
    stream.destroy()
  }
}
export function asDamage(error: unknown, name: string): unknown {
  return isXmlFault(error) ? new Refusal('activity.file-broken', { name }) : damaged(error, name)
}

/** The shared texts, in order. Reading aids beside Chinese or Japanese words (`rPh`) are not part of the text. */
export async function sharedTexts({ zip, name, texts: part }: Workbook): Promise<readonly string[]> {
  const texts: string[] = []
  if (part === null) return texts
  let [current, inText, aside] = ['', false, false]
  await scanPart(zip, name, part, {
    open: (tag) => {
      if (tag === 'si') current = ''
      if (tag === 'rPh') aside = true
      if (tag === 't') inText = true
    },
    close: (tag) => {
      if (tag === 'si') texts.push(unescaped(current))
      if (tag === 'rPh') aside = false
      if (tag === 't') inText = false
    },
    text: (text) => {
      if (inText && !aside) current += text
    },
  })
  return texts
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

interface Relation {
  readonly id: string
  readonly kind: string
  readonly target: string
}

async function relations(zip: GuardedZip, name: string, of: string): Promise<readonly Relation[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`
  if (!zip.has(part)) throw new Refusal('activity.file-other-format', { name })
  const found: Relation[] = []
  await scanPart(zip, name, part, {
    open: (tag, attributes) => {
      const target = attribute(attributes, 'Target')
      if (tag !== 'Relationship' || target === null || attribute(attributes, 'TargetMode') === 'External')
        return
      const kind = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      found.push({ id: attribute(attributes, 'Id') ?? '', kind, target: resolved(folder, target) })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function contentsOf(zip: GuardedZip, name: string, part: string, links: readonly Relation[]) {
  const sheets: SheetPart[] = []
  let from1904 = false
  await scanPart(zip, name, part, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (tag !== 'sheet') return
      const link = links.find(({ id }) => id === attribute(attributes, 'id'))
      if (link?.kind !== 'worksheet' || !zip.has(link.target)) return
      const state = attribute(attributes, 'state')
      sheets.push({
        name: unescaped(attribute(attributes, 'name') ?? ''),
        visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
        part: link.target,
      })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheets, from1904 }
}

async function shapesIn(zip: GuardedZip, name: string, part: string): Promise<readonly NumberShape[]> {
  const formats = new Map<string, string>()
  const shapes: NumberShape[] = []
  let inCells = false
  await scanPart(zip, name, part, {
    open: (tag, attributes) => {
      if (tag === 'numFmt')
        formats.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '')
      if (tag === 'cellXfs') inCells = true
      if (tag !== 'xf' || !inCells) return
      const id = attribute(attributes, 'numFmtId') ?? '0'
      shapes.push(shapeOf(formats.get(id) ?? builtIn[id] ?? 'General'))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return shapes
}

/** Formats that files name by number only; those from 27 on as a Chinese Excel shows them. */
const builtIn: Readonly<Record<string, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

function shapeOf(format: string): NumberShape {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed'
  const letters = bare.replace(/\[[^\]]*\]/g, '').toLowerCase()
  if (!isDateFormat(format)) return letters.includes('%') ? 'percent' : 'plain'
  const [hasDay, hasTime, hasYear] = [/d/.test(letters), /[hs]/.test(letters), /y/.test(letters)]
  if (hasTime) return hasDay || hasYear ? 'instant' : 'time'
  return hasDay ? 'day' : /m/.test(letters) ? 'month' : 'day'
}
