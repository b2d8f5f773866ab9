import { deviationById } from '#db/monitoring/deviation-queries'
import type { ReadContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { RecordEntry, RecordRef } from '#shared/kernel/record'
import type { NamedRecord } from '#shared/kernel/record-contract'
import { type DeviationId, deviationId } from '#shared/monitoring/deviation'
import type { CaseSource } from '#shared/nonconformity/model'
import { nodeId } from '#shared/organization/model'

import { openCaseFrom } from './cases.ts'

/** What a record of an area usually is when a nonconformity is raised from it. */
const sourceByArea: Readonly<Record<string, CaseSource>> = {
  audits: 'audit',
  compliance: 'compliance',
  activity: 'data',
  accounting: 'data',
  competence: 'complaint',
}
function sourceOf(record: RecordRef): CaseSource {
  const [area = '', kind = ''] = record.split('/')
  if (kind === 'deviation') return 'deviation'
  if (kind === 'obligation') return 'obligation'
  return sourceByArea[area] ?? 'observation'
}

/** @throws Refusal `kernel.no-such-record`. */
export function prefill(context: ReadContext, register: RecordRegister, from: RecordRef) {
  const entry = register.require(context, from)
  const node = nodeId.safeParse(entry.node)
  return {
    title: entry.title,
    fact: factOf(context, entry),
    source: sourceOf(from),
    node: node.success ? node.data : null,
    size: null,
    record: named(entry),
    raised: openCaseFrom(context.db, from)?.number ?? null,
  }
}

/** What was seen, in the words of the record; a deviation tells its cause and answer where it has them. */
function factOf({ db }: ReadContext, { record, title }: RecordEntry): string {
  const [, kind, id] = record.split('/')
  const parsed = deviationId.safeParse(id)
  if (kind !== 'deviation' || !parsed.success) return title
  return deviationFact(deviationById(db, parsed.data satisfies DeviationId)) ?? title
}
function deviationFact(of: ReturnType<typeof deviationById>): string | undefined {
  if (!of) return undefined
  const { code, title, from, to, cause, response } = of
  const span = to === null ? from : `${from} – ${to}`
  return [`${code} ${title} (${span})`, cause, response].filter((part) => part !== null).join('\n')
}

export function named({ record, kind, title, number, state, path }: RecordEntry): NamedRecord {
  return { record, kind, title, number, state, path }
}
