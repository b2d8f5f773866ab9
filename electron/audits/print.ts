import { allUsers, peopleById } from '#db/access/queries'
import { correctionsOf, membersOf, quotesOf, sessionsOf } from '#db/audits/queries'
import { storeIdentity } from '#db/kernel/queries'
import { nodeById, organizationOf } from '#db/organization/queries'
import type { TaskContext } from '#electron/kernel/context'
import { type OfferedFile, offerPaper } from '#electron/kernel/offer-file'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { Audit, AuditId } from '#shared/audits/audit'
import { planPaper, type PlanPrint } from '#shared/audits/paper'
import type { ReceiptOf } from '#shared/audits/receipt'
import { reportPaper } from '#shared/audits/report-paper'
import type { Language } from '#shared/kernel/texts'

import { checklistOf } from './checklist.ts'
import { conflictsOf } from './impartiality.ts'
import { requireAudit } from './known.ts'
import { shownReceipts } from './report.ts'

interface Wanted {
  readonly id: AuditId
  readonly what: ReceiptOf
  readonly kind: 'docx' | 'pdf'
  readonly language: Language
}
/** Plan or report as a document, from the record as it stands. */
export async function printAudit(
  task: TaskContext,
  register: RecordRegister,
  wanted: Wanted,
): Promise<OfferedFile> {
  const { id, what, kind, language } = wanted
  const { db } = task
  const audit = requireAudit(db, id)
  const plan = planPrint(task, audit, language)
  if (what === 'plan') return offerPaper(task, planPaper(plan), kind)
  const report = {
    ...plan,
    items: checklistOf(task, register, id),
    quotes: quotesOf(db, id),
    corrections: correctionsOf(db, id),
    receipts: shownReceipts(task, id),
  }
  return offerPaper(task, reportPaper(report), kind)
}

function planPrint({ db, today }: TaskContext, audit: Audit, language: Language): PlanPrint {
  const organization = organizationOf(db)
  return {
    audit,
    organization: (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? '—',
    members: membersOf(db, audit.id),
    sessions: sessionsOf(db, audit.id),
    conflicts: conflictsOf(db, audit, today),
    names: new Map<string, string>([
      ...[...peopleById(db)].map(([id, { name }]) => [id, name ?? '—'] as const),
      ...allUsers(db).map(({ id, name }) => [id, name ?? '—'] as const),
      ...audit.nodes.map((id) => [id, nodeById(db, id)?.name ?? '—'] as const),
    ]),
    language,
    isSample: storeIdentity(db)?.isSample ?? false,
    madeOn: today,
  }
}
