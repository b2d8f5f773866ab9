import dayjs from 'dayjs'

import type { api } from './api.ts'
import type { Say } from './say.ts'
import { texts } from './texts.ts'

/** A line of the trail with what it changed, and a column of a changed row. */
export type AuditDetail = Awaited<ReturnType<typeof api.access.auditDetail>>
export type AuditCell = NonNullable<AuditDetail['changes'][number]['fields'][number]['before']>

/** `activity.submit` as its area words it under `activity.did.submit`; the procedure itself where it is not worded. */
export function procedureWord(say: Say, procedure: string): string {
  const [area = '', name = ''] = procedure.split('.')
  return worded(say, `${area}.did.${name}`) ?? procedure
}
/** Every procedure that has a word in the trail, by its path. */
export function wordedProcedures(): string[] {
  return Object.keys(texts).flatMap((code) => {
    const [, area, name] = /^(\w+)\.did\.(\w+)$/.exec(code) ?? []
    return area === undefined || name === undefined ? [] : [`${area}.${name}`]
  })
}
/** `activity_readings` as its area words it under `activity.table.readings`. */
export function tableWord(say: Say, table: string): string {
  const [area = '', ...name] = table.split('_')
  return worded(say, `${area}.table.${name.join('_')}`) ?? table
}
/** A column as the table's area words it, else as columns of that name are called everywhere. */
export function columnWord(say: Say, table: string, column: string): string {
  const area = table.split('_')[0] ?? ''
  return worded(say, `${area}.column.${column}`) ?? worded(say, `column.${column}`) ?? column
}
function worded(say: Say, code: string): string | undefined {
  return Object.hasOwn(texts, code) ? say.of({ code }) : undefined
}

/** Who did it: a name, a person who was removed, or nobody who had signed in. */
export function whoWord(say: Say, { name, user }: Pick<AuditDetail, 'name' | 'user'>): string {
  return name ?? say(user === null ? 'access.audit.system' : 'access.person.removed')
}

/** An instant of the trail by the clock on the wall, always whole: `2026-11-21 08:30:05`. */
export function trailTime(instant: string): string {
  return dayjs(instant).format('YYYY-MM-DD HH:mm:ss')
}

/** What a line touched, or why it was refused. */
export function touchedWord(say: Say, { tables, notes }: Pick<AuditDetail, 'tables' | 'notes'>): string {
  const rows = tables.map(({ table, op, rows: count }) => {
    const howMany = count === 1 ? '' : ` × ${count}`
    return `${say(`access.audit.op.${op}`)} ${tableWord(say, table)}${howMany}`
  })
  const told = notes.flatMap(({ code, ...facts }) =>
    typeof code === 'string' && Object.hasOwn(texts, code) ? [say.of({ code, facts })] : [],
  )
  return [...told, ...rows].join(' · ')
}

/** A recorded value: ids of users as their names, instants by the clock on the wall, everything else as it stands. */
export function cellWord(say: Say, cell: AuditCell, names: ReadonlyMap<string, string | null>): string {
  if (cell.isRemoved) return say('access.person.removed')
  const { text } = cell
  if (text === null) return say('access.audit.empty')
  if (names.has(text)) return names.get(text) ?? say('access.person.removed')
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? trailTime(text) : text
}
