import { peopleById } from '#db/access/queries'
import { allAudits, countsOfAudits, membersOf, raisedOf, sessionsOf } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import type { ReadContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import { type AuditId, planGaps } from '#shared/audits/audit'
import { coverageOf, progressOf } from '#shared/audits/checklist'
import type { ListedAudit, ShownAudit } from '#shared/audits/contract'

import { checklistOf } from './checklist.ts'
import { competencesOfTeam, unable } from './competence.ts'
import { outdated } from './criteria.ts'
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
  const members = membersOf(db, id)
  const team = [...(audit.leader === null ? [] : [audit.leader]), ...members.map(({ person }) => person)]
  const competences = competencesOfTeam(db, team, audit.begins ?? today)
  return {
    audit,
    members,
    sessions,
    conflicts: conflictsOf(db, audit, today),
    gaps: [
      ...planGaps(audit, { sessions, items: items.length }),
      ...outdated(context, audit),
      ...unable(db, audit, { members, competences }),
    ],
    competences,
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
