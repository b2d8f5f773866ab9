import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'

import { appraisalFacts, appraisalId, shownAppraisal } from './appraisal.ts'

const one = z.object({ id: appraisalId })
const told = z.string().trim().min(1).max(2000)

/** Reviews of designs and purchases: the options in one table, and why one of them was chosen. */
export const appraisalContract = {
  appraisals: query('performance.read', nothing, z.array(shownAppraisal)),
  addAppraisal: command('performance.enter', appraisalFacts, shownAppraisal),
  editAppraisal: command('performance.enter', appraisalFacts.extend({ id: appraisalId }), shownAppraisal),
  removeAppraisal: command('performance.enter', one, nothing),
  /** From then on it is locked. */
  decideAppraisal: signed(
    { meaning: 'performance.appraisal-signed', kind: 'performance/appraisal' },
    'performance.approve',
    one.extend({ chosen: z.int().min(0), reason: told }),
    shownAppraisal,
  ),
  /** Emission was left out of account, for a reason. */
  waiveAppraisal: command('performance.approve', one.extend({ reason: told }), shownAppraisal),
}
