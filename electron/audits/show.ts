import { peopleById } from '#db/access/queries'
import { allAudits, countsOfAudits, membersOf, raisedOf, sessionsOf } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import { objectivesOf } from '#db/performance/plan-queries'
import { treesInUse } from '#electron/compliance/trees'
import type { ReadContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import { type AuditId, type Criterion, planGaps } from '#shared/audits/audit'
import { coverageOf, progressOf } from '#shared/audits/checklist'
import type { ListedAudit, ShownAudit } from '#shared/audits/contract'

import { checklistOf } from './checklist.ts'
import { conflictsOf } from './impartiality.ts'
import { requireAudit } from './known.ts'
import { openCases, reportGaps, shownReceipts, signerOf } from './report.ts'

/** Every audit with how far it is. */
export function listedAudits(db: ReadDb): ListedAudit[] {
  const known = peopleById(db)
  const counts = countsOfAudits(db)
  return allAudits(db).map(({ id, number, title, subsystems, state, begins, ends, leader }) => {
    const raised = [...raisedOf(db, id).values()].map((record) => ({
      raised: { record, number: null, path: '' },
    }))
    return {
      id,
      number,
      title,
      subsystems,
      state,
      begins,
      ends,
      leaderName: leader === null ? null : (known.get(leader)?.name ?? null),
      progress: counts.get(id) ?? progressOf([]),
      open: openCases(db, raised).length,
    }
  })
}
/** One audit with all that its page shows. */
export function shownAudit(context: ReadContext, register: RecordRegister, id: AuditId): ShownAudit {
  const { db, today } = context
  const audit = requireAudit(db, id)
  const sessions = sessionsOf(db, id)
  const items = checklistOf(context, register, id)
  return {
    audit,
    members: membersOf(db, id),
    sessions,
    conflicts: conflictsOf(db, audit, today),
    gaps: planGaps(audit, { sessions, items: items.length }),
    progress: progressOf(items),
    coverage: coverageOf(items),
    receipts: shownReceipts(context, id),
    reportGaps: reportGaps(audit, items),
    open: openCases(db, items).map(({ id: of, number }) => ({
      record: `nonconformity/case/${of}`,
      number,
      path: `/nonconformity/${of}`,
    })),
    ...signerOf(context, audit),
  }
}

/** What audits can measure by today: the requirements that are gone by, and the objectives that were published. */
export function criteriaToday({ db, around }: Pick<ReadContext, 'db' | 'around'>): Criterion[] {
  return [
    ...treesInUse(db, around).map(({ document, edition }): Criterion => ({
      kind: 'standard',
      title: document,
      version: edition,
      record: null,
    })),
    ...objectivesOf(db)
      .filter(({ state }) => state === 'published')
      .map(({ id, title, publishedAt }): Criterion => ({
        kind: 'objective',
        title,
        version: publishedAt?.slice(0, 10) ?? '',
        record: `performance/objective/${id}`,
      })),
  ]
}
