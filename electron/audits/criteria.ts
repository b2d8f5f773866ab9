import { obligationsOf } from '#db/compliance/obligation-queries'
import { documentRecords } from '#db/documents/queries'
import { objectivesOf } from '#db/performance/plan-queries'
import { obligationRef } from '#electron/compliance/obligations'
import { treesInUse } from '#electron/compliance/trees'
import type { ReadContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { Audit, Criterion } from '#shared/audits/audit'
import { isLive } from '#shared/compliance/obligation-standing'
import { inForceOn } from '#shared/documents/document'
import type { Finding } from '#shared/kernel/finding'
import { dayAt } from '#shared/kernel/period'

type At = Pick<ReadContext, 'db' | 'around' | 'today'>

/**
 * What audits can measure by today, each in its current version: the requirements that are gone by, own documents in
 * force, obligations that are to be kept, and objectives that were published (9.2.1 b).
 */
function criteriaOn({ db, around, today }: At): Criterion[] {
  return [
    ...treesInUse(db, around).map(({ document, edition }): Criterion => ({
      kind: 'standard',
      title: document,
      version: edition,
      record: null,
    })),
    ...documentRecords(db).flatMap(({ item, versions }): Criterion[] => {
      const current = inForceOn(versions, item, today)
      if (!current) return []
      const title = `${item.number} ${item.title}`
      return [
        { kind: 'document', title, version: String(current.number), record: `documents/document/${item.id}` },
      ]
    }),
    ...obligationsOf(db)
      .filter((each) => isLive(each, today))
      .map((each): Criterion => ({
        kind: 'obligation',
        title: `${each.number} ${each.title}`,
        version: String(each.versions.at(-1)?.number ?? 1),
        record: obligationRef(each.id),
      })),
    ...objectivesOf(db)
      .filter(({ state }) => state === 'published')
      .map(({ id, title, publishedAt }): Criterion => ({
        kind: 'objective',
        title,
        version: publishedAt === null ? '' : dayAt(publishedAt),
        record: `performance/objective/${id}`,
      })),
  ]
}
/** The same without what the asker may not see. */
export function criteriaToday(context: ReadContext, register: RecordRegister): Criterion[] {
  const seen = new Set(register.all(context).map(({ record }) => record))
  return criteriaOn(context).filter(({ record }) => record === null || seen.has(record))
}

/** The criteria of a plan of which there is another version now (A.9.3 b 2). */
export function outdated(context: At, { id, criteria }: Audit): Finding[] {
  const current = criteriaOn(context)
  return criteria.flatMap((each) => {
    const now = current.find(
      ({ kind, title, record }) =>
        kind === each.kind && (record === null ? title === each.title : record === each.record),
    )
    if (!now || now.version === each.version) return []
    return [
      {
        severity: 'explain' as const,
        code: 'audits.gap-criterion',
        where: `audit/${id}`,
        facts: { title: each.title, version: each.version, now: now.version },
      },
    ]
  })
}
