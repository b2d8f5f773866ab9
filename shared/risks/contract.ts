import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { creditCheck, newCreditCheck } from './credit.ts'
import { criteria, newCriteria } from './criteria.ts'
import { newRating, newRisk, newTreatment, riskId, shownRisk, treatmentId } from './risk.ts'

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: riskId })
const oneTreatment = z.object({ id: treatmentId })

/** Risks and opportunities: criteria, ratings, treatments and their effect, the credit record (6.5). */
export const risksContract = {
  risks: query('risks.read', nothing, z.array(shownRisk)),
  /** `from`: the record that it follows from, such as a factor of the context. `endangers`: objectives and others. */
  addRisk: command(
    'risks.enter',
    newRisk.extend({ from: recordRef.nullable(), endangers: z.array(recordRef).max(20) }),
    shownRisk,
  ),
  /** `seen`: as it was when it was opened, for merging with what others saved since. */
  editRisk: command('risks.enter', newRisk.extend({ ...one.shape, seen: newRisk.optional() }), shownRisk),
  /** Only what was neither rated nor treated. */
  removeRisk: command('risks.enter', one, nothing),
  /** Rates by the criteria in force; the first rating is the initial one, later ones are reviews. */
  rateRisk: command('risks.enter', newRating.extend(one.shape), shownRisk),
  /** Bears a risk above its limit as it is, until it is rated anew. */
  acceptRisk: signed(
    { meaning: 'risks.risk-accepted', kind: 'risks/risk' },
    'risks.approve',
    one.extend({ reason }),
    shownRisk,
  ),
  closeRisk: signed(
    { meaning: 'risks.risk-closed', kind: 'risks/risk' },
    'risks.enter',
    one.extend({ reason }),
    shownRisk,
  ),
  reopenRisk: command('risks.enter', one, shownRisk),

  addTreatment: command('risks.enter', newTreatment.extend({ risk: riskId }), shownRisk),
  editTreatment: command(
    'risks.enter',
    newTreatment.extend({ ...oneTreatment.shape, seen: newTreatment.optional() }),
    shownRisk,
  ),
  finishTreatment: command('risks.enter', oneTreatment.extend({ doneOn: day, note: reason }), shownRisk),
  /** By somebody else than who carried it out; who is alone in the plant says why. Leaves the residual rating. */
  checkTreatment: signed(
    { meaning: 'risks.treatment-checked', kind: 'risks/treatment' },
    'risks.enter',
    oneTreatment.extend({
      isEffective: z.boolean(),
      note: reason,
      rating: newRating.omit({ reason: true }),
      aloneReason: reason.nullable(),
    }),
    shownRisk,
  ),
  dropTreatment: command('risks.enter', oneTreatment.extend({ reason }), shownRisk),
  resumeTreatment: command('risks.enter', oneTreatment, shownRisk),

  /** Every version of the criteria, oldest first. */
  criteria: query('risks.read', nothing, z.array(criteria)),
  setCriteria: command('risks.check', newCriteria, criteria),

  creditChecks: query('risks.read', nothing, z.array(creditCheck)),
  recordCreditCheck: command('risks.enter', newCreditCheck, creditCheck),
}
