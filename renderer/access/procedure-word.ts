import type { AuditLine } from '#shared/access/audit'

import { type Say } from '../kernel/say.ts'
import { texts } from '../kernel/texts.ts'

/** `activity.submit` as its area words it under `activity.did.submit`; the procedure itself where it is not worded. */
export function procedureWord(say: Say, procedure: string): string {
  const [area = '', name = ''] = procedure.split('.')
  const code = `${area}.did.${name}`
  return Object.hasOwn(texts, code) ? say.of({ code }) : procedure
}

/** What a line touched, or why it was refused. */
export function changedAreasWord(say: Say, { tables, notes }: AuditLine): string {
  const rows = tables.map(
    ({ table, op, rows: count }) =>
      `${table} ${say(`access.audit.op.${op}`)} ${say('access.audit.rows', { rows: count })}`,
  )
  const told = notes.flatMap(({ code, ...facts }) =>
    typeof code === 'string' && Object.hasOwn(texts, code) ? [say.of({ code, facts })] : [],
  )
  return [...told, ...rows].join(' · ')
}
