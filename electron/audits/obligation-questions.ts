import { obligationById } from '#db/compliance/obligation-queries'
import type { ReadDb } from '#db/kernel/access'
import { evaluationRef, obligationRef } from '#electron/compliance/obligations'
import type { ReadContext } from '#electron/kernel/context'
import type { Audit } from '#shared/audits/audit'
import type { Expected, Item } from '#shared/audits/checklist'
import { auditsTexts } from '#shared/audits/texts'
import { evaluationOn } from '#shared/compliance/evaluation'
import type { Obligation, ObligationId } from '#shared/compliance/obligation'
import { obligationStanding } from '#shared/compliance/obligation-standing'
import type { RecordRef } from '#shared/kernel/record'
import { say } from '#shared/kernel/texts'

/** The clause by which obligations are looked at (9.1.2). */
const evaluating = '9.1.2'

/** What the obligations among the criteria of an audit ask: one question each, by the obligation's number. */
export function obligationQuestions(
  db: ReadDb,
  { criteria }: Pick<Audit, 'criteria'>,
): Omit<Item, 'id' | 'position'>[] {
  return obligationsAmong(db, criteria).map(({ number, title, subsystem, text }) => {
    const asked = auditsTexts['audits.obligation.question']
    const facts = { title }
    return {
      requirement: number,
      clause: evaluating,
      level: 'shall' as const,
      subsystem,
      title: { zh: title, en: title },
      require: { zh: text || title, en: text || title },
      question: { zh: say(asked, 'zh', facts), en: say(asked, 'en', facts) },
      evidence: [],
    }
  })
}
function obligationsAmong(db: ReadDb, criteria: Audit['criteria']): Obligation[] {
  return criteria.flatMap(({ kind, record }) => {
    const id = kind === 'obligation' ? record?.split('/')[2] : undefined
    return id === undefined ? [] : (obligationById(db, id as ObligationId) ?? [])
  })
}

/** How the obligation that a question asks about stands, with its last evaluation; nothing for other questions. */
export function saidOfObligation(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  { criteria }: Pick<Audit, 'criteria'>,
  { requirement }: Item,
): (Omit<Expected, 'records'> & { readonly records: readonly RecordRef[] })[] {
  const known = obligationsAmong(db, criteria).find(({ number }) => number === requirement)
  if (!known) return []
  const standing = obligationStanding(known, today)
  const last = evaluationOn(known.evaluations, today)
  return [
    {
      isMet: standing === 'met' || standing === 'not-applicable',
      code: `compliance.standing.${standing}`,
      facts: {},
      path: `/compliance/obligations/${known.id}`,
      records: [obligationRef(known.id), ...(last ? [evaluationRef(last)] : [])],
    },
  ]
}
