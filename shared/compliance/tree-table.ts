import { evidenceKind } from '#shared/kernel/evidence-kinds'
import type { Facts } from '#shared/kernel/refusal'
import { subsystem } from '#shared/kernel/subsystem'

import {
  level,
  type Clause,
  type Requirement,
  requirementId,
  requirementTree,
  type TreeHead,
} from './tree.ts'

/** The columns of a tree as a table, each by its own name or by a Chinese one; docs/requirement-trees.md explains them. */
const columns = {
  id: ['id', '编号'],
  clause: ['clause', '条款'],
  clause_title_zh: ['clause_title_zh', 'clause_title', '条款标题'],
  clause_title_en: ['clause_title_en'],
  level: ['level', '级别'],
  subsystem: ['subsystem', '子体系'],
  text_zh: ['text_zh', 'text', '要求'],
  text_en: ['text_en'],
  question_zh: ['question_zh', 'question', '提问'],
  question_en: ['question_en'],
  evidence: ['evidence', '证据'],
  formerly: ['formerly', '原编号'],
} as const
type Column = keyof typeof columns
const wanted: readonly Column[] = ['clause']

const levelWords: Readonly<Record<string, string>> = {
  应: 'shall',
  不应: 'shall-not',
  宜: 'should',
  不宜: 'should-not',
  可: 'may',
}

export interface TableLine {
  /** Of the row in the file, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}
export interface Fault {
  readonly row: number
  readonly code: string
  readonly facts: Facts
}
export interface TreeReading {
  /** Null as soon as there is a fault: a tree is taken whole or not at all. */
  readonly tree: ReturnType<typeof requirementTree.parse> | null
  readonly rows: number
  readonly faults: readonly Fault[]
}

/** A tree from the rows of a table whose first row names the columns. A row without a text is a heading. */
export function treeFromTable(head: TreeHead, lines: readonly TableLine[]): TreeReading {
  const [names, ...body] = lines
  const places = placesIn(names?.cells ?? [])
  const missing = wanted.filter((column) => !places.has(column))
  if (missing.length > 0 || !(places.has('text_zh') || places.has('text_en')))
    return refusedWhole('compliance.tree.columns', body.length)
  const rows = body.map((line) => readLine(line, places)).filter(({ at }) => at('clause') !== '')
  const faults = [...rows.flatMap(faultsIn), ...repeats(rows)]
  const requirements = rows.filter(isRequirement)
  if (requirements.length === 0) return refusedWhole('compliance.tree.empty', body.length)
  if (faults.length > 0) return { tree: null, rows: requirements.length, faults }
  const clauses = clausesOf(rows)
  const chapters = clauses.filter(({ parent }) => parent === null).map(({ id, title }) => ({ id, title }))
  const tree = { ...head, chapters, clauses, requirements: requirements.map(requirementOf) }
  return checkedTree(tree, (at) => requirements[at]?.number ?? 0)
}

/** Holds anything against the schema and says of each fault in which row it is. */
export function checkedTree(tree: unknown, rowAt: (requirement: number) => number): TreeReading {
  const result = requirementTree.safeParse(tree)
  if (result.success) return { tree: result.data, rows: result.data.requirements.length, faults: [] }
  const faults = result.error.issues.map(({ path, message }): Fault => {
    const [part, at, ...field] = path
    const row = part === 'requirements' && typeof at === 'number' ? rowAt(at) : 0
    const code = message.startsWith('compliance.tree.') ? message : 'compliance.tree.field'
    return { row, code, facts: { field: (row > 0 ? field : path).join('.') } }
  })
  return { tree: null, rows: 0, faults }
}

export function refusedWhole(code: string, rows: number): TreeReading {
  return { tree: null, rows, faults: [{ row: 0, code, facts: {} }] }
}

function placesIn(names: readonly string[]): ReadonlyMap<Column, number> {
  const known = names.map((name) => name.trim().toLowerCase())
  return new Map(
    (Object.keys(columns) as Column[]).flatMap((column) => {
      const place = known.findIndex((name) => columns[column].some((alias) => alias === name))
      return place < 0 ? [] : [[column, place] as const]
    }),
  )
}

interface Line {
  readonly number: number
  readonly at: (column: Column) => string
}
function readLine({ number, cells }: TableLine, places: ReadonlyMap<Column, number>): Line {
  return { number, at: (column) => cells[places.get(column) ?? -1]?.trim() ?? '' }
}
function isRequirement({ at }: Line): boolean {
  return at('text_zh') !== '' || at('text_en') !== ''
}

function faultsIn(line: Line): Fault[] {
  const { number: row, at } = line
  if (!isRequirement(line)) return []
  const faulty = (column: Column, isGood: boolean): Fault[] =>
    isGood ? [] : [{ row, code: 'compliance.tree.value', facts: { field: column, value: at(column) } }]
  return [
    ...faulty('id', requirementId.safeParse(at('id')).success),
    ...faulty('level', level.safeParse(levelIn(line)).success),
    ...faulty('subsystem', subsystem.safeParse(subsystemIn(line)).success),
    ...faulty(
      'evidence',
      listIn(at('evidence')).every((kind) => evidenceKind.safeParse(kind).success),
    ),
  ]
}
function repeats(rows: readonly Line[]): Fault[] {
  const seen = new Set<string>()
  return rows.filter(isRequirement).flatMap(({ number, at }) => {
    const id = at('id')
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ row: number, code: 'compliance.tree.twice', facts: { field: 'id', value: id } }]
  })
}

const listIn = (text: string): string[] => text.split(/[;；,，、\s]+/).filter(Boolean)
const levelIn = ({ at }: Line): string => levelWords[at('level')] ?? (at('level') || 'shall')
const subsystemIn = ({ at }: Line): string => at('subsystem') || 'core'

/** Where one language is missing, the other stands in its place. */
function wordsIn({ at }: Line, of: 'text' | 'question' | 'clause_title', otherwise = '') {
  const zh = at(`${of}_zh`)
  const en = at(`${of}_en`)
  return { zh: zh || en || otherwise, en: en || zh || otherwise }
}

function requirementOf(line: Line): Requirement {
  const { at } = line
  const question = wordsIn(line, 'question')
  const formerly = listIn(at('formerly'))
  return {
    id: at('id'),
    clause: at('clause'),
    level: level.parse(levelIn(line)),
    subsystem: subsystem.parse(subsystemIn(line)),
    text: wordsIn(line, 'text'),
    ...(question.zh !== '' && { question }),
    evidence: listIn(at('evidence')).map((kind) => evidenceKind.parse(kind)),
    ...(formerly.length > 0 && { formerly }),
  }
}

/** Every clause that is named and, above each, those that its number has: 4 and 4.1 above 4.1.2. */
function clausesOf(rows: readonly Line[]): Clause[] {
  const titles = new Map<string, Clause['title']>()
  for (const line of rows) {
    const id = line.at('clause')
    const title = wordsIn(line, 'clause_title')
    if (title.zh !== '' && !titles.has(id)) titles.set(id, title)
  }
  const clauses = new Map<string, Clause>()
  for (const { at } of rows) {
    const parts = at('clause').split('.')
    parts.forEach((_part, depth) => {
      const id = parts.slice(0, depth + 1).join('.')
      if (clauses.has(id)) return
      const parent = depth === 0 ? null : parts.slice(0, depth).join('.')
      const title = titles.get(id) ?? { zh: id, en: id }
      clauses.set(id, { id, parent, chapter: parts[0] ?? id, title })
    })
  }
  return [...clauses.values()]
}
