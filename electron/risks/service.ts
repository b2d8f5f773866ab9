import type { ReadDb } from '#db/kernel/access'
import { creditChecksOf, criteriaOf, riskById, treatmentById } from '#db/risks/queries'
import { creditChecks, criteria } from '#db/risks/tables'
import { type Scopes, serve, type WriteContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { NodeId } from '#shared/organization/model'
import { risksContract } from '#shared/risks/contract'
import type { CreditCheck, NewCreditCheck } from '#shared/risks/credit'
import type { Criteria, NewCriteria } from '#shared/risks/criteria'
import type { RiskId, TreatmentId } from '#shared/risks/risk'

import {
  acceptRisk,
  addRisk,
  closeRisk,
  editRisk,
  rateRisk,
  removeRisk,
  reopenRisk,
  shownRisks,
} from './risks.ts'
import {
  addTreatment,
  checkTreatment,
  dropTreatment,
  editTreatment,
  finishTreatment,
  resumeTreatment,
} from './treatments.ts'

type At<Name extends keyof typeof risksContract> = Scopes<typeof risksContract>[Name]
const ofRisk = (db: ReadDb, { id }: { readonly id: RiskId }): NodeId[] | null => nodeOf(db, id)
const ofTreatment = (db: ReadDb, { id }: { readonly id: TreatmentId }): NodeId[] | null => {
  const found = treatmentById(db, id)
  return found ? nodeOf(db, found.risk) : []
}
const ofInput: At<'addRisk'> = (_db, { node }: { readonly node: NodeId | null }) =>
  node === null ? null : [node]

/** Risks and opportunities. */
export const risksService = serve(
  risksContract,
  {
    risks: ({ db, today }) => shownRisks(db, today),
    addRisk,
    editRisk,
    removeRisk,
    rateRisk,
    acceptRisk,
    closeRisk,
    reopenRisk,
    addTreatment,
    editTreatment,
    finishTreatment,
    checkTreatment,
    dropTreatment,
    resumeTreatment,
    criteria: ({ db }) => criteriaOf(db),
    setCriteria,
    creditChecks: ({ db }) => creditChecksOf(db),
    recordCreditCheck,
  },
  {
    addRisk: ofInput,
    editRisk: ofRisk,
    removeRisk: ofRisk,
    rateRisk: ofRisk,
    acceptRisk: ofRisk,
    closeRisk: ofRisk,
    reopenRisk: ofRisk,
    addTreatment: (db, { risk }: { readonly risk: RiskId }) => nodeOf(db, risk),
    editTreatment: ofTreatment,
    finishTreatment: ofTreatment,
    checkTreatment: ofTreatment,
    dropTreatment: ofTreatment,
    resumeTreatment: ofTreatment,
    setCriteria: () => null,
    recordCreditCheck: () => null,
  },
)

/** The part of the organization that a risk is of; null where it is of the whole. */
function nodeOf(db: ReadDb, id: RiskId): NodeId[] | null {
  const found = riskById(db, id)
  if (!found) return []
  return found.node === null ? null : [found.node]
}

/** A new version; what was rated before keeps its own. */
function setCriteria({ db, user, now }: WriteContext, input: NewCriteria): Criteria {
  const most = input.likelihood.length * input.impact.length
  if (input.highFrom > most) throw new Refusal('risks.out-of-scale', { points: input.highFrom, most })
  const number = criteriaOf(db).length + 1
  const version = { ...input, number, madeBy: user ?? '', madeAt: now }
  db.insert(criteria)
    .values({ ...version, likelihood: [...input.likelihood], impact: [...input.impact] })
    .run()
  return version
}

/** @throws Refusal `risks.not-yet`: nobody found something on a day that has not come. */
function recordCreditCheck(
  { db, user, now, today, newId }: WriteContext,
  input: NewCreditCheck,
): CreditCheck {
  if (input.checkedOn > today) throw new Refusal('risks.not-yet', { day: input.checkedOn })
  const check = { ...input, id: newId<'credit-check'>(), madeBy: user ?? '', madeAt: now }
  db.insert(creditChecks).values(check).run()
  return check
}
