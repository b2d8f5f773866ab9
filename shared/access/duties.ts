/** One rule that keeps two acts in two pairs of hands. */
export interface Duty {
  /** Its wording is `access.duty.<key>`: what it protects. */
  readonly key: string
  /** The procedures that look at it. */
  readonly procedures: readonly string[]
  /** Clause of the standard that asks for it. */
  readonly clause: string
  /**
   * refuse: nobody does it to own work, unless there is nobody else, and then with a reason.
   * justify: it is done with a reason that stays on record. notice: it is shown.
   */
  readonly effect: 'refuse' | 'justify' | 'notice'
}

interface RefusingDuty extends Duty {
  readonly effect: 'refuse'
  /** What somebody reads whose own work it is. */
  readonly refusal: string
  /** What who is alone in the plant reads when no reason is given; null where the act's own note is the reason. */
  readonly alone: string | null
}

/**
 * Every separation of duties in the program, as data: what is enforced where an act is done, and what a page shows. The
 * people concerned are those who wrote, submitted or carried out what the act decides on.
 */
export const duties = {
  'activity-review': {
    key: 'activity-review',
    procedures: ['activity.check', 'activity.approve'],
    clause: 'A.6.5.2.3',
    effect: 'refuse',
    refusal: 'activity.own-work',
    alone: 'activity.alone-without-reason',
  },
  'monitoring-plan': {
    key: 'monitoring-plan',
    procedures: ['monitoring.approvePlan'],
    clause: '7.4.2',
    effect: 'refuse',
    refusal: 'monitoring.plan-own-work',
    alone: 'monitoring.plan-alone-without-reason',
  },
  'monitoring-deviation': {
    key: 'monitoring-deviation',
    procedures: ['monitoring.approveDeviation'],
    clause: '7.4.2',
    effect: 'refuse',
    refusal: 'monitoring.deviation-own-work',
    alone: 'monitoring.plan-alone-without-reason',
  },
  declaration: {
    key: 'declaration',
    procedures: ['organization.approveDeclaration'],
    clause: '7.4.2',
    effect: 'refuse',
    refusal: 'organization.own-declaration',
    alone: 'organization.alone-why',
  },
  document: {
    key: 'document',
    procedures: ['documents.passVersion', 'documents.approveVersion'],
    clause: '7.4.2',
    effect: 'refuse',
    refusal: 'documents.own-work',
    alone: 'documents.alone-without-reason',
  },
  disposal: {
    key: 'disposal',
    procedures: ['documents.approveDisposal'],
    clause: '7.4.3',
    effect: 'refuse',
    refusal: 'documents.own-work',
    alone: 'documents.alone-without-reason',
  },
  training: {
    key: 'training',
    procedures: ['competence.judgeTraining'],
    clause: '7.2',
    effect: 'refuse',
    refusal: 'competence.own-training',
    alone: 'competence.own-training',
  },
  disclosure: {
    key: 'disclosure',
    procedures: ['competence.approveDisclosure'],
    clause: '7.4.2',
    effect: 'refuse',
    refusal: 'competence.own-disclosure',
    alone: null,
  },
  evaluation: {
    key: 'evaluation',
    procedures: ['compliance.approveEvaluation'],
    clause: '9.1.2',
    effect: 'refuse',
    refusal: 'compliance.own-evaluation',
    alone: 'compliance.alone-without-reason',
  },
  change: {
    key: 'change',
    procedures: ['performance.approveChange'],
    clause: '8.1',
    effect: 'refuse',
    refusal: 'performance.change-own-work',
    alone: 'performance.alone-without-reason',
  },
  measure: {
    key: 'measure',
    procedures: ['performance.decideMeasure'],
    clause: '6.2.2',
    effect: 'refuse',
    refusal: 'performance.measure-own-work',
    alone: null,
  },
  treatment: {
    key: 'treatment',
    procedures: ['risks.checkTreatment'],
    clause: '6.1',
    effect: 'refuse',
    refusal: 'risks.own-work',
    alone: 'risks.alone-without-reason',
  },
  correction: {
    key: 'correction',
    procedures: ['nonconformity.checkEffect'],
    clause: '10.2',
    effect: 'refuse',
    refusal: 'nonconformity.own-work',
    alone: 'nonconformity.alone-without-reason',
  },
  improvement: {
    key: 'improvement',
    procedures: ['nonconformity.judgeImprovement'],
    clause: '10.3',
    effect: 'refuse',
    refusal: 'nonconformity.own-work',
    alone: null,
  },
  decision: {
    key: 'decision',
    procedures: ['review.verifyDecision'],
    clause: '9.3',
    effect: 'refuse',
    refusal: 'review.own-work',
    alone: null,
  },
  verification: {
    key: 'verification',
    procedures: ['verification.finishStep', 'verification.signStep'],
    clause: 'A.6.5.2.3',
    effect: 'refuse',
    refusal: 'verification.own-work',
    alone: 'verification.alone-without-reason',
  },
  answering: {
    key: 'answering',
    procedures: ['verification.settle'],
    clause: 'A.6.5.2.4',
    effect: 'refuse',
    refusal: 'verification.own-answer',
    alone: null,
  },
  impartiality: {
    key: 'impartiality',
    procedures: ['audits.justify', 'audits.approveAudit'],
    clause: '9.2.2',
    effect: 'justify',
  },
  bookkeeping: { key: 'bookkeeping', procedures: [], clause: 'C.5.1', effect: 'notice' },
} as const satisfies Record<string, Duty | RefusingDuty>

type Known = typeof duties
/** The duties that keep somebody from deciding on own work. */
export type RefusingKey = { [K in keyof Known]: Known[K]['effect'] extends 'refuse' ? K : never }[keyof Known]

/** The refusing duties that are declared for a procedure. */
export function dutiesOf(procedure: string): readonly string[] {
  return byProcedure.get(procedure) ?? []
}
const byProcedure = new Map<string, string[]>()
for (const { key, procedures, effect } of Object.values(duties))
  if (effect === 'refuse')
    for (const procedure of procedures)
      byProcedure.set(procedure, [...(byProcedure.get(procedure) ?? []), key])
